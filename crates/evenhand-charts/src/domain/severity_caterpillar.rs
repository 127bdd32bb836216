//! Severity of the evaluators, harshest on top.

use evenhand_protocol::{EntityKind, Estimate, EvaluatorRow, EvaluatorsAnswer, entity_link};
use evenhand_words::{count_entities, n_of, scale, scale_decimals, severity};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, p_cell};
use super::interval_marks::{Look, draw_across};
use super::phrases::{adjusted_p, fact, joined, with_unit, without_value};
use super::places::Places;
use super::poles::Poles;
use super::reach::{explain_cut, finite, reach};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::Rect;
use crate::layout::Layout;
use crate::mark::Dot;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scale::PointScale;
use crate::scene::Scene;
use crate::table::DataTable;

/// Severity of every evaluator with its interval, against the rest of the panel.
///
/// Beyond 60 evaluators those in the middle share a strip: small dots in order, and a band of intervals.
pub fn severity_caterpillar(answer: &EvaluatorsAnswer, context: &Context) -> Scene {
    let decimals = scale_decimals(&answer.scale);
    let mut rows: Vec<(&EvaluatorRow, &Estimate)> =
        answer.evaluators.iter().filter_map(|row| Some((row, finite(&row.severity)?))).collect();
    rows.sort_by(|a, b| b.1.value.total_cmp(&a.1.value));
    let mut caption = {
        let words = &context.charts().severity;
        let notes = without_value(context.language, answer.evaluators.len() - rows.len());
        context.caption(words, notes.as_slice(), &facts(&rows, context, decimals))
    };
    let table = table(answer, context, decimals);
    if rows.is_empty() {
        return empty(context, caption, table, answer.evaluators.iter().filter_map(|r| r.severity.reason()));
    }

    let marks = &context.charts().marks;
    let places = Places::of_evaluators(rows.len());
    let names: Vec<String> =
        rows.iter().map(|row| context.name(EntityKind::Evaluator, &row.0.evaluator)).collect();
    let estimates: Vec<&Estimate> = rows.iter().map(|row| row.1).collect();
    let reach = reach(&estimates).including(0.0).padded(0.02);
    explain_cut(context, &mut caption, &estimates, &reach);
    let poles = Poles::new(
        (marks.more_lenient, Role::Lenient),
        marks.rest_of_panel,
        (marks.harsher, Role::Harsher),
        context.frame,
        &reach,
    );
    let unit = scale(context.language, &answer.scale);
    let x = Axis::linear(reach).style(NumberStyle::Signed).title(with_unit(
        context.language,
        context.charts().severity.x,
        &unit,
    ));
    let row_height = if rows.len() > 40 { 18.0 } else { 22.0 };
    let y = Axis::points(PointScale::new(places.names(&names, context))).row_height(row_height);
    let layout = Layout::new(context.frame, x, y).header(poles.header());
    let mut plot = layout.plot();
    plot.add(plot.rule_x(0.0));
    poles.draw(&mut plot);
    places.draw_band(&mut plot, estimates.iter().map(|estimate| Some(*estimate)));
    for (k, (row, estimate)) in rows.iter().enumerate() {
        let look = look(row, estimate);
        let place = places.place(k);
        let datum =
            Datum::at(plot.at(estimate.value, place), context.name(EntityKind::Evaluator, &row.evaluator))
                .line(severity(context.language, estimate.value, &answer.scale));
        let mut datum = context.explain(datum, estimate, decimals);
        if let Some(p) = row.p_adjusted {
            datum = datum.line(adjusted_p(context.language, p));
        }
        let area = plot.row(place);
        let height = area.height * places.height(k);
        let hit = Rect { y: area.centre().y - height / 2.0, height, ..area };
        let datum = plot.datum(datum.link(entity_link(EntityKind::Evaluator, &row.evaluator)).hit_rect(hit));
        if places.in_strip(k) {
            plot.add(Dot::at(plot.at(estimate.value, place)).radius(1.8).role(look.role).datum(datum));
        } else {
            draw_across(&mut plot, estimate, place, look, datum);
        }
    }
    plot.finish(caption, table)
}

/// Filled and coloured where the severity is beyond chance for that many evaluators.
fn look(row: &EvaluatorRow, estimate: &Estimate) -> Look {
    if !beyond_chance(row) {
        return Look::uncertain();
    }
    Look::filled(if estimate.value > 0.0 { Role::Harsher } else { Role::Lenient })
}

fn beyond_chance(row: &EvaluatorRow) -> bool {
    row.p_adjusted.is_some_and(|p| p < 0.05)
}

fn facts(rows: &[(&EvaluatorRow, &Estimate)], context: &Context, decimals: usize) -> Vec<String> {
    let (language, marks) = (context.language, &context.charts().marks);
    let count = |harsher: bool| {
        let these = rows.iter().filter(|(row, e)| beyond_chance(row) && (e.value > 0.0) == harsher);
        n_of(language, these.count() as u64, rows.len() as u64)
    };
    let mut facts = vec![
        count_entities(language, EntityKind::Evaluator, rows.len() as u64),
        fact(language, &joined(language, marks.harsher, marks.beyond_chance), &count(true)),
        fact(language, &joined(language, marks.more_lenient, marks.beyond_chance), &count(false)),
    ];
    let ends = [rows.first(), rows.last().filter(|_| rows.len() > 1)];
    for (row, estimate) in ends.into_iter().flatten() {
        facts.push(context.estimate_fact(
            &context.name(EntityKind::Evaluator, &row.evaluator),
            estimate,
            decimals,
        ));
    }
    facts
}

fn table(answer: &EvaluatorsAnswer, context: &Context, decimals: usize) -> DataTable {
    let words = context.words();
    let columns = &words.evaluators.columns;
    let mut table = estimate_columns(
        context,
        DataTable::new().text_column(words.common.evaluator),
        columns.severity.header,
    )
    .number_column(words.common.p)
    .number_column(words.common.p_adjusted)
    .number_column(columns.n_scores.header)
    .number_column(columns.n_score_sheets.header)
    .number_column(columns.n_providers.header)
    .number_column(columns.n_rounds.header);
    for row in &answer.evaluators {
        let mut cells = vec![context.name(EntityKind::Evaluator, &row.evaluator).into()];
        cells.extend(estimate_cells(context, &row.severity, decimals));
        cells.extend([p_cell(row.p), p_cell(row.p_adjusted)]);
        cells.extend([row.n_scores, row.n_score_sheets, row.n_providers, row.n_rounds].map(count_cell));
        table.push(cells);
    }
    table
}
