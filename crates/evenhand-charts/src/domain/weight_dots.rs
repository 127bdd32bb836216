//! Nominal against effective weights.

use evenhand_protocol::{EntityKind, IndicatorWeight, Outcome, StructureAnswer, entity_link};
use evenhand_words::percent;

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns, p_cell, share_cell};
use super::interval_marks::Look;
use super::phrases::{adjusted_p, fact, share_with_interval};
use super::reach::{explain_cut, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// The effective weight of every indicator with its interval and the nominal one beside it, largest on top.
pub fn weight_dots(answer: &StructureAnswer, context: &Context) -> Scene {
    let words = &context.charts().weights;
    let weights = match &answer.weights {
        Outcome::Known(weights) => weights,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let mut sorted: Vec<&IndicatorWeight> = weights.iter().collect();
    sorted.sort_by(|a, b| b.effective.value.total_cmp(&a.effective.value));
    let rows: Vec<Row> = sorted.iter().map(|weight| row(weight, context)).collect();
    let mut caption = context.caption(words, &[], &rows_facts(context, &rows));
    let estimates: Vec<_> = sorted.iter().map(|weight| &weight.effective).collect();
    // Dots, not bars: what is compared is the distance of the two dots, which a scale from zero would hide.
    let scale = weights.iter().fold(reach(&estimates), |scale, weight| scale.including(weight.nominal));
    explain_cut(context, &mut caption, &estimates, &scale);
    let layout = RowsLayout { row_height: 26.0, header: 4.0, heading: &[] };
    let x = Axis::linear(scale).style(NumberStyle::Percent).title(words.x);
    let mut plot = plot_rows(context, x, &rows, layout);
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table(weights, context))
}

/// Filled where the difference from the nominal weight is beyond chance.
fn row(weight: &IndicatorWeight, context: &Context) -> Row {
    let differs = weight.p_adjusted.is_some_and(|p| p < 0.05);
    let columns = &context.words().structure.columns;
    let mut lines = vec![
        share_with_interval(context.language, &weight.effective),
        fact(context.language, columns.nominal.header, &percent(weight.nominal, 0)),
    ];
    lines.extend(weight.p_adjusted.map(|p| adjusted_p(context.language, p)));
    Row {
        name: context.name(EntityKind::Indicator, &weight.indicator),
        link: entity_link(EntityKind::Indicator, &weight.indicator),
        estimate: Some(weight.effective.clone()),
        second: Some(weight.nominal),
        look: Look::filled(if differs { Role::Accent } else { Role::Uncertain }),
        value: percent(weight.effective.value, 1),
        lines,
    }
}

fn table(weights: &[IndicatorWeight], context: &Context) -> DataTable {
    let columns = &context.words().structure.columns;
    let table = DataTable::new()
        .text_column(context.words().indicators.columns.indicator.header)
        .number_column(columns.nominal.header);
    let mut table =
        estimate_columns(context, table, columns.effective.header).number_column(columns.p_adjusted.header);
    for weight in weights {
        let mut cells =
            vec![context.name(EntityKind::Indicator, &weight.indicator).into(), share_cell(weight.nominal)];
        cells.extend(estimate_cells(context, &Outcome::Known(weight.effective.clone()), 3));
        cells.push(p_cell(weight.p_adjusted));
        table.push(cells);
    }
    table
}
