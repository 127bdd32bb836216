//! Severity by the mixed model.

use evenhand_protocol::{EntityKind, Estimate, GeneralizabilityAnswer, LinearSeverity, Outcome, entity_link};
use evenhand_words::COMPOSITE_DECIMALS;

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns};
use super::interval_marks::Look;
use super::phrases::fact;
use super::reach::{ends, explain_cut, reach};
use super::rows::{Row, RowsLayout, draw_rows, plot_rows, rows_facts};
use crate::axis::Axis;
use crate::number_format::{NumberStyle, format_signed};
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// Evaluators drawn at either end; the table has all.
const END_ROWS: usize = 20;

/// Severity of the evaluators by the mixed model, shrunken with its interval, and as it is.
pub fn linear_severity(answer: &GeneralizabilityAnswer, context: &Context) -> Scene {
    let words = &context.charts().linear_severity;
    let all = match &answer.severity {
        Outcome::Known(all) => all,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let hidden = all.len().saturating_sub(2 * END_ROWS);
    let drawn: Vec<&LinearSeverity> = if hidden == 0 {
        all.iter().collect()
    } else {
        all[..END_ROWS].iter().chain(&all[all.len() - END_ROWS..]).collect()
    };
    let note = (hidden > 0).then(|| super::phrases::ends_drawn(context.language, drawn.len(), all.len()));
    let rows: Vec<Row> = drawn.iter().map(|one| row(one, context)).collect();
    let mut caption = context.caption(words, note.as_slice(), &rows_facts(context, &rows));
    let estimates: Vec<&Estimate> = drawn.iter().map(|one| &one.shrunken).collect();
    let most = drawn.iter().filter_map(|one| Some(one.unshrunken.as_ref()?.value.abs())).fold(0.0, f64::max);
    let scale = reach(&estimates).including(0.0).including(most).including(-most);
    explain_cut(context, &mut caption, &estimates, &scale);
    let x = Axis::linear(scale).style(NumberStyle::Signed).title(words.x);
    let layout = RowsLayout { row_height: 20.0, header: 4.0, heading: &[] };
    let mut plot = plot_rows(context, x, &rows, layout);
    plot.add(plot.rule_x(0.0));
    draw_rows(&mut plot, &rows);
    plot.finish(caption, table(all, context))
}

/// Filled where the interval leaves no doubt about the side.
fn row(one: &LinearSeverity, context: &Context) -> Row {
    let look = match ends(&one.shrunken) {
        Some((low, _)) if low > 0.0 => Look::filled(Role::Harsher),
        Some((_, high)) if high < 0.0 => Look::filled(Role::Lenient),
        _ => Look::uncertain(),
    };
    let mut lines = context.estimate_lines(&one.shrunken, COMPOSITE_DECIMALS);
    if let Some(free) = &one.unshrunken {
        let header = context.words().generalizability.columns.unshrunken.header;
        lines.push(fact(context.language, header, &format_signed(free.value, COMPOSITE_DECIMALS)));
    }
    Row {
        name: context.name(EntityKind::Evaluator, &one.evaluator),
        link: entity_link(EntityKind::Evaluator, &one.evaluator),
        estimate: Some(one.shrunken.clone()),
        second: one.unshrunken.as_ref().map(|free| free.value),
        look,
        value: format_signed(one.shrunken.value, COMPOSITE_DECIMALS),
        lines,
    }
}

fn table(all: &[LinearSeverity], context: &Context) -> DataTable {
    let columns = &context.words().generalizability.columns;
    let table = DataTable::new().text_column(context.words().common.evaluator);
    let table = estimate_columns(context, table, columns.shrunken.header);
    let mut table = estimate_columns(context, table, columns.unshrunken.header);
    for one in all {
        let mut cells = vec![context.name(EntityKind::Evaluator, &one.evaluator).into()];
        cells.extend(estimate_cells(context, &Outcome::Known(one.shrunken.clone()), COMPOSITE_DECIMALS));
        if let Some(free) = &one.unshrunken {
            cells.extend(estimate_cells(context, &Outcome::Known(free.clone()), COMPOSITE_DECIMALS));
        }
        table.push(cells);
    }
    table
}
