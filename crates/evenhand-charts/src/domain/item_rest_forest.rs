//! How each indicator goes with the others.

use evenhand_protocol::{EntityKind, Estimate, IndicatorRow, IndicatorsAnswer, Outcome, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, number, reason};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, value_cell};
use super::interval_marks::Look;
use super::phrases::{fact, without_value};
use super::reach::{ends, explain_cut, finite, reach};
use super::references::{REFERENCE_HEADER, draw_value};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// An item-rest correlation from here on counts as enough (Nunnally & Bernstein 1994).
const ENOUGH: f64 = 0.3;

/// Item-rest correlation of every indicator with its interval, weakest on top.
pub fn item_rest_forest(answer: &IndicatorsAnswer, context: &Context) -> Scene {
    let mut known: Vec<(&IndicatorRow, &Estimate)> =
        answer.indicators.iter().filter_map(|row| Some((row, finite(&row.item_rest)?))).collect();
    known.sort_by(|a, b| a.1.value.total_cmp(&b.1.value));
    let rows: Vec<Row> = known.iter().map(|(row, estimate)| forest_row(row, estimate, context)).collect();
    let words = &context.charts().item_rest;
    let notes = without_value(context.language, answer.indicators.len() - known.len());
    let facts: Vec<String> = rows_facts(context, &rows);
    let mut caption = context.caption(words, notes.as_slice(), &facts);
    let table = table(answer, context);
    if rows.is_empty() {
        return empty(
            context,
            caption,
            table,
            answer.indicators.iter().filter_map(|row| row.item_rest.reason()),
        );
    }
    let estimates: Vec<&Estimate> = known.iter().map(|row| row.1).collect();
    let scale = reach(&estimates).including(0.0).including(1.0);
    explain_cut(context, &mut caption, &estimates, &scale);
    let layout = RowsLayout { row_height: 26.0, header: REFERENCE_HEADER, heading: &[] };
    let mut plot = plot_rows(context, Axis::linear(scale).title(words.x), &rows, layout);
    let limit = format!("{} {}", number(ENOUGH, COEFFICIENT_DECIMALS), context.charts().marks.usual_limit);
    draw_value(&mut plot, ENOUGH, &limit);
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

/// Filled where the interval leaves no doubt on which side of the limit the correlation lies.
fn forest_row(row: &IndicatorRow, estimate: &Estimate, context: &Context) -> Row {
    let look = match ends(estimate) {
        Some((low, _)) if low >= ENOUGH => Look::filled(Role::Accent),
        Some((_, high)) if high < ENOUGH => Look::filled(Role::Worse),
        _ => Look::uncertain(),
    };
    let mut lines = context.estimate_lines(estimate, COEFFICIENT_DECIMALS);
    if let Some(alpha) = row.alpha_if_deleted.known() {
        let header = context.words().indicators.columns.alpha_if_deleted.header;
        lines.push(fact(context.language, header, &number(*alpha, COEFFICIENT_DECIMALS)));
    }
    Row {
        name: context.name(EntityKind::Indicator, &row.indicator),
        link: entity_link(EntityKind::Indicator, &row.indicator),
        estimate: Some(estimate.clone()),
        second: None,
        look,
        value: number(estimate.value, COEFFICIENT_DECIMALS),
        lines,
    }
}

fn table(answer: &IndicatorsAnswer, context: &Context) -> DataTable {
    let words = &context.words().indicators.columns;
    let table = DataTable::new().text_column(words.indicator.header);
    let mut table = estimate_columns(context, table, words.item_rest.header)
        .number_column(words.alpha_if_deleted.header)
        .number_column(words.n_scores.header);
    for row in &answer.indicators {
        let mut cells = vec![context.name(EntityKind::Indicator, &row.indicator).into()];
        cells.extend(estimate_cells(context, &row.item_rest, COEFFICIENT_DECIMALS));
        cells.push(match &row.alpha_if_deleted {
            Outcome::Known(alpha) => value_cell(*alpha, COEFFICIENT_DECIMALS),
            Outcome::Undefined(why) => reason(context.language, why).into(),
        });
        cells.push(count_cell(row.n_scores));
        table.push(cells);
    }
    table
}
