//! Agreement of one evaluator and of the panel mean, round by round.

use evenhand_protocol::{Agreement, EntityKind, Estimate, EvaluatorsAnswer, Outcome};
use evenhand_words::COEFFICIENT_DECIMALS;

use super::by_round::{RoundSeries, extremes, rounds_axis};
use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, estimate_cells, estimate_columns, value_cell};
use super::phrases::{joined, without_value};
use super::reach::{coefficient_scale, explain_cut};
use super::references::draw_level;
use crate::axis::Axis;
use crate::end_labels::{EndLabel, Side};
use crate::layout::Layout;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// ICC(A,1) and ICC(A,k) by round with their intervals.
///
/// The reference lines are those of Koo and Li (2016): moderate from .50, good from .75, excellent from .90.
pub fn agreement_by_round(answer: &EvaluatorsAnswer, context: &Context) -> Scene {
    let rounds: Vec<&str> = answer.agreement_by_round.iter().map(|round| round.round.as_str()).collect();
    let pick = |pick: fn(&Agreement) -> &Estimate| -> Vec<Outcome<Estimate>> {
        answer
            .agreement_by_round
            .iter()
            .map(|round| round.agreement.clone().map(|a| pick(&a).clone()))
            .collect()
    };
    let (single, panel) = (pick(|a| &a.icc_a_1), pick(|a| &a.icc_a_k));
    let marks = &context.charts().marks;
    let series = [
        RoundSeries {
            name: marks.panel_mean,
            number: 0,
            role: Role::Series(1),
            dodge: 0.1,
            values: panel.iter().collect(),
        },
        RoundSeries {
            name: marks.one_evaluator,
            number: 1,
            role: Role::Series(0),
            dodge: -0.1,
            values: single.iter().collect(),
        },
    ];
    let words = &context.charts().agreement_by_round;
    let notes = without_value(context.language, rounds.len() - series[1].estimates().len());
    let mut caption = context.caption(words, notes.as_slice(), &facts(answer, &series, &rounds, context));
    let table = table(answer, &single, &panel, context);
    let estimates: Vec<&Estimate> = series.iter().flat_map(RoundSeries::estimates).collect();
    if estimates.is_empty() {
        let reasons = answer.agreement_by_round.iter().filter_map(|round| round.agreement.reason());
        return empty(context, caption, table, reasons);
    }

    let scale = coefficient_scale(&estimates);
    explain_cut(context, &mut caption, &estimates, &scale);
    let y = Axis::linear(scale).grid(false).title(words.y);
    let levels = [(0.9, marks.excellent), (0.75, marks.good), (0.5, marks.moderate)];
    let room: Vec<&str> =
        levels.map(|level| level.1).into_iter().chain(series.iter().map(|s| s.name)).collect();
    let mut plot = Layout::new(context.frame, rounds_axis(context, &rounds), y).right_labels(&room).plot();
    let mut labels = Vec::new();
    for (value, name) in levels {
        labels.push(draw_level(&mut plot, value, name));
    }
    for one in &series {
        if let Some(end) = one.draw(&mut plot, context, &rounds, COEFFICIENT_DECIMALS) {
            labels.insert(0, EndLabel::at(end, one.name).role(one.role));
        }
    }
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table)
}

fn facts(
    answer: &EvaluatorsAnswer,
    series: &[RoundSeries],
    rounds: &[&str],
    context: &Context,
) -> Vec<String> {
    let marks = &context.charts().marks;
    let mut facts = Vec::new();
    if let Some(all) = answer.agreement.known() {
        for (name, estimate) in [(marks.one_evaluator, &all.icc_a_1), (marks.panel_mean, &all.icc_a_k)] {
            let name = joined(context.language, name, marks.all_rounds);
            facts.push(context.estimate_fact(&name, estimate, COEFFICIENT_DECIMALS));
        }
    }
    let single = series.iter().find(|one| one.name == marks.one_evaluator);
    facts.extend(
        single
            .into_iter()
            .flat_map(|one| extremes(context, rounds.iter().copied().zip(one.values.iter().copied()))),
    );
    facts
}

fn table(
    answer: &EvaluatorsAnswer,
    single: &[Outcome<Estimate>],
    panel: &[Outcome<Estimate>],
    context: &Context,
) -> DataTable {
    let words = &context.words().evaluators;
    let table = DataTable::new().text_column(context.words().common.round);
    let table = estimate_columns(context, table, words.icc.icc_a_1.header);
    let mut table = estimate_columns(context, table, words.icc.icc_a_k.header)
        .number_column(words.panel_size)
        .number_column(words.n_panels)
        .number_column(words.n_units)
        .number_column(words.n_units_left_out);
    for ((round, single), panel) in answer.agreement_by_round.iter().zip(single).zip(panel) {
        let mut cells = vec![context.name(EntityKind::Round, &round.round).into()];
        cells.extend(estimate_cells(context, single, COEFFICIENT_DECIMALS));
        cells.extend(estimate_cells(context, panel, COEFFICIENT_DECIMALS));
        if let Some(agreement) = round.agreement.known() {
            cells.push(value_cell(agreement.k, 1));
            let left_out = agreement.n_units_all.saturating_sub(agreement.n_units);
            cells.extend([agreement.n_panels, agreement.n_units, left_out].map(count_cell));
        }
        table.push(cells);
    }
    table
}
