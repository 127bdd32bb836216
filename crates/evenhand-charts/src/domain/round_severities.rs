//! Severity of all evaluators of one round.

use evenhand_protocol::{EntityKind, Estimate, EvaluatorsAnswer, Outcome, entity_link};
use evenhand_words::{scale, scale_decimals, severity, signed};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns};
use super::interval_marks::Look;
use super::phrases::with_unit;
use super::reach::{ends, explain_cut, finite, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// The severity of every evaluator in a round, harshest on top.
pub fn round_severities(answer: &EvaluatorsAnswer, round: &str, context: &Context) -> Scene {
    let words = &context.charts().round_severities;
    let decimals = scale_decimals(&answer.scale);
    let mut known: Vec<(&str, &Estimate)> = answer
        .evaluators
        .iter()
        .filter_map(|row| {
            let own = row.by_round.iter().find(|one| one.round == round)?;
            Some((row.evaluator.as_str(), finite(&own.severity)?))
        })
        .collect();
    known.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    let row = |(evaluator, estimate): &(&str, &Estimate)| {
        let look = match ends(estimate) {
            Some((low, _)) if low > 0.0 => Look::filled(Role::Harsher),
            Some((_, high)) if high < 0.0 => Look::filled(Role::Lenient),
            _ => Look::uncertain(),
        };
        let mut lines = vec![severity(context.language, estimate.value, &answer.scale)];
        lines.extend(context.estimate_lines(estimate, decimals));
        Row {
            name: context.name(EntityKind::Evaluator, evaluator),
            link: entity_link(EntityKind::Evaluator, evaluator),
            estimate: Some((*estimate).clone()),
            second: None,
            look,
            value: signed(estimate.value, decimals),
            lines,
        }
    };
    let rows: Vec<Row> = known.iter().map(row).collect();
    let facts = rows_facts(context, &rows);
    let mut caption = context.caption(words, &[context.name(EntityKind::Round, round)], &facts);
    let mut table = estimate_columns(context, DataTable::new().text_column(words.y), words.x);
    for (evaluator, estimate) in &known {
        let mut cells = vec![context.name(EntityKind::Evaluator, evaluator).into()];
        cells.extend(estimate_cells(context, &Outcome::Known((*estimate).clone()), decimals));
        table.push(cells);
    }
    if rows.is_empty() {
        return empty(context, caption, table, std::iter::empty());
    }
    let estimates: Vec<&Estimate> = known.iter().map(|one| one.1).collect();
    let reach = reach(&estimates).including(0.0).padded(0.04);
    explain_cut(context, &mut caption, &estimates, &reach);
    let x = Axis::linear(reach).style(NumberStyle::Signed).title(with_unit(
        context.language,
        words.x,
        &scale(context.language, &answer.scale),
    ));
    let layout = RowsLayout { row_height: 22.0, header: 0.0, heading: &[] };
    let mut plot = plot_rows(context, x, &rows, layout);
    plot.add(plot.rule_x(0.0));
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table)
}
