//! Cronbach alpha by dimension and round.

use evenhand_protocol::{
    Consistency, ConsistencyOf, ConsistencyParts, EntityKind, Estimate, Outcome, Part, Reason, entity_link,
};
use evenhand_words::{COEFFICIENT_DECIMALS, number, part, reason};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, value_cell};
use super::interval_marks::Look;
use super::phrases::without_value;
use super::reach::{coefficient_scale, ends, explain_cut, finite};
use super::references::{REFERENCE_HEADER, draw_value};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// Alpha from here on counts as enough for comparing groups (Nunnally & Bernstein 1994).
const ENOUGH: f64 = 0.7;

/// Alpha of all indicators, of each dimension and in each round.
pub fn consistency_forest(parts: &ConsistencyParts, context: &Context) -> Scene {
    let overall = ConsistencyOf { part: Part::All, consistency: parts.overall.clone() };
    let all: Vec<&ConsistencyOf> =
        std::iter::once(&overall).chain(&parts.by_dimension).chain(&parts.by_round).collect();
    let known: Vec<(&ConsistencyOf, &Estimate)> =
        all.iter().filter_map(|of| Some((*of, finite(&of.consistency.known()?.alpha)?))).collect();
    let rows: Vec<Row> = known.iter().map(|(of, alpha)| row(of, alpha, context)).collect();
    let words = &context.charts().consistency_forest;
    let notes = without_value(context.language, all.len() - known.len());
    let mut caption = context.caption(words, notes.as_slice(), &rows_facts(context, &rows));
    let table = table(&all, context);
    if rows.is_empty() {
        return empty(context, caption, table, all.iter().filter_map(|of| why(of)));
    }
    let estimates: Vec<&Estimate> = known.iter().map(|row| row.1).collect();
    let scale = coefficient_scale(&estimates);
    explain_cut(context, &mut caption, &estimates, &scale);
    let layout = RowsLayout { row_height: 24.0, header: REFERENCE_HEADER, heading: &[] };
    let mut plot = plot_rows(context, Axis::linear(scale).title(words.x), &rows, layout);
    let limit = format!("{} {}", number(ENOUGH, COEFFICIENT_DECIMALS), context.charts().marks.usual_limit);
    draw_value(&mut plot, ENOUGH, &limit);
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}

fn why(of: &ConsistencyOf) -> Option<&Reason> {
    match &of.consistency {
        Outcome::Known(known) => known.alpha.reason(),
        Outcome::Undefined(reason) => Some(reason),
    }
}

/// Filled where the interval leaves no doubt on which side of the limit alpha lies.
fn row(of: &ConsistencyOf, alpha: &Estimate, context: &Context) -> Row {
    let look = match ends(alpha) {
        Some((low, _)) if low >= ENOUGH => Look::filled(Role::Accent),
        Some((_, high)) if high < ENOUGH => Look::filled(Role::Worse),
        _ => Look::uncertain(),
    };
    Row {
        name: part(context.language, &of.part, context.names),
        link: if let Part::Round(id) = &of.part { entity_link(EntityKind::Round, id) } else { String::new() },
        estimate: Some(alpha.clone()),
        second: None,
        look,
        value: number(alpha.value, COEFFICIENT_DECIMALS),
        lines: context.estimate_lines(alpha, COEFFICIENT_DECIMALS),
    }
}

fn table(all: &[&ConsistencyOf], context: &Context) -> DataTable {
    let words = context.words();
    let columns = &words.structure.columns;
    let table = DataTable::new().text_column(words.agreement.columns.part.header);
    let table = estimate_columns(context, table, words.indicators.alpha);
    let table = estimate_columns(context, table, columns.standardised.header);
    let table = estimate_columns(context, table, columns.lambda_6.header);
    let mut table = estimate_columns(context, table, columns.omega_total.header)
        .number_column(columns.omega_hierarchical.header)
        .number_column(words.indicators.sem)
        .number_column(columns.n_indicators.header)
        .number_column(words.indicators.n_left_out);
    for of in all {
        let mut cells = vec![part(context.language, &of.part, context.names).into()];
        match &of.consistency {
            Outcome::Known(known) => cells.extend(line(known, context)),
            Outcome::Undefined(why) => cells.push(reason(context.language, why).into()),
        }
        table.push(cells);
    }
    table
}

fn line(known: &Consistency, context: &Context) -> Vec<TableCell> {
    let plain = |value: &Outcome<f64>, decimals| match value {
        Outcome::Known(value) => value_cell(*value, decimals),
        Outcome::Undefined(why) => reason(context.language, why).into(),
    };
    let mut cells = Vec::new();
    for estimate in [&known.alpha, &known.standardised, &known.lambda_6, &known.omega_total] {
        cells.extend(estimate_cells(context, estimate, COEFFICIENT_DECIMALS));
    }
    cells.push(plain(&known.omega_hierarchical, COEFFICIENT_DECIMALS));
    cells.push(plain(&known.sem, 1));
    cells.extend([known.n_indicators, known.n_left_out].map(count_cell));
    cells
}
