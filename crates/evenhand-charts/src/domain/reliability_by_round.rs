//! Cronbach's alpha, round by round.

use evenhand_protocol::{EntityKind, Estimate, IndicatorsAnswer, Outcome, Reliability};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, number, reason};

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
use crate::table::{DataTable, TableCell};

/// Alpha by round with the interval of Feldt (1965).
///
/// The lines are those of Nunnally (1978): .70 for early work and groups, .80 for established measures.
pub fn reliability_by_round(answer: &IndicatorsAnswer, context: &Context) -> Scene {
    let rounds: Vec<&str> = answer.reliability_by_round.iter().map(|round| round.round.as_str()).collect();
    let alphas: Vec<Outcome<Estimate>> =
        answer.reliability_by_round.iter().map(|round| round.reliability.clone().map(|r| r.alpha)).collect();
    let series =
        RoundSeries { name: "", number: 0, role: Role::Accent, dodge: 0.0, values: alphas.iter().collect() };
    let estimates = series.estimates();
    let words = &context.charts().reliability_by_round;
    let notes = without_value(context.language, rounds.len() - estimates.len());
    let mut caption = context.caption(words, notes.as_slice(), &facts(answer, &alphas, context));
    let table = table(answer, &alphas, context);
    if estimates.is_empty() {
        let reasons = answer.reliability_by_round.iter().filter_map(|round| round.reliability.reason());
        return empty(context, caption, table, reasons.chain(answer.reliability.reason()));
    }

    let marks = &context.charts().marks;
    // Beside a narrow chart there is room for the numbers only; how to read it says what 0.70 is.
    let name = |level: &str, name: &str| {
        if context.frame.compact { level.to_owned() } else { format!("{level} {name}") }
    };
    let levels = [(0.8, name("0.80", marks.good)), (0.7, name("0.70", marks.usual_limit))];
    let latest =
        estimates.last().map(|estimate| number(estimate.value, COEFFICIENT_DECIMALS)).unwrap_or_default();
    // The latest value is bold, which is wider.
    let bold = format!("{latest}m");
    let room = [levels[0].1.as_str(), levels[1].1.as_str(), bold.as_str()];
    let scale = coefficient_scale(&estimates);
    explain_cut(context, &mut caption, &estimates, &scale);
    let y = Axis::linear(scale).grid(false).title(words.y);
    let mut plot = Layout::new(context.frame, rounds_axis(context, &rounds), y).right_labels(&room).plot();
    let mut labels: Vec<EndLabel> = Vec::new();
    for (value, name) in &levels {
        labels.push(draw_level(&mut plot, *value, name));
    }
    if let Some(end) = series.draw(&mut plot, context, &rounds, COEFFICIENT_DECIMALS) {
        labels.insert(0, EndLabel::at(end, latest.as_str()).bold().role(Role::Accent));
    }
    plot.end_labels(Side::Right, &labels);
    plot.finish(caption, table)
}

fn facts(answer: &IndicatorsAnswer, alphas: &[Outcome<Estimate>], context: &Context) -> Vec<String> {
    let mut facts = Vec::new();
    let alpha = context.words().indicators.alpha;
    if let Some(all) = answer.reliability.known() {
        let name = joined(context.language, alpha, context.charts().marks.all_rounds);
        facts.push(context.estimate_fact(&name, &all.alpha, COEFFICIENT_DECIMALS));
    }
    let rounds = answer.reliability_by_round.iter().map(|round| round.round.as_str());
    facts.extend(extremes(context, rounds.zip(alphas)));
    facts
}

fn table(answer: &IndicatorsAnswer, alphas: &[Outcome<Estimate>], context: &Context) -> DataTable {
    let words = &context.words().indicators;
    let table = DataTable::new().text_column(context.words().common.round);
    let mut table = estimate_columns(context, table, words.alpha)
        .number_column(words.standardised_alpha)
        .number_column(words.sem)
        .number_column(words.n_left_out);
    for (round, alpha) in answer.reliability_by_round.iter().zip(alphas) {
        let mut cells = vec![context.name(EntityKind::Round, &round.round).into()];
        cells.extend(estimate_cells(context, alpha, COEFFICIENT_DECIMALS));
        cells.extend(round.reliability.known().map(|r| further_cells(r, context)).into_iter().flatten());
        table.push(cells);
    }
    table
}

fn further_cells(reliability: &Reliability, context: &Context) -> [TableCell; 3] {
    let standardised = match &reliability.standardised {
        Outcome::Known(value) => value_cell(*value, COEFFICIENT_DECIMALS),
        Outcome::Undefined(why) => reason(context.language, why).into(),
    };
    [standardised, value_cell(reliability.sem, COMPOSITE_DECIMALS), count_cell(reliability.n_left_out)]
}
