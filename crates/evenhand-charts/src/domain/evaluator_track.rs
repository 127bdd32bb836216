//! Severity of one evaluator round by round.

use evenhand_protocol::{DriftClass, EntityKind, Estimate, ScoreScale, Scorecard, entity_link};
use evenhand_words::{drift_class, scale, scale_decimals, severity, signed};

use super::by_round::{connect, rounds_axis};
use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns};
use super::interval_marks::{Look, draw_upright};
use super::phrases::with_unit;
use super::reach::{explain_cut, finite, reach};
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::Point;
use crate::layout::Layout;
use crate::mark::{Anchor, Dash, Rule, Text, TextKind};
use crate::number_format::NumberStyle;
use crate::plot::Plot;
use crate::role::Role;
use crate::scene::Scene;
use crate::table::DataTable;

/// The severity of an evaluator in every round, with the sharpest change where severity moved beyond chance.
pub fn evaluator_track(card: &Scorecard, unit: &ScoreScale, context: &Context) -> Scene {
    let words = &context.charts().evaluator_track;
    let decimals = scale_decimals(unit);
    let name = context.name(EntityKind::Evaluator, &card.evaluator);
    let known: Vec<(usize, &str, &Estimate)> = card
        .by_round
        .iter()
        .enumerate()
        .filter_map(|(k, one)| Some((k, one.round.as_str(), finite(&one.severity)?)))
        .collect();
    let facts: Vec<String> =
        known.iter().map(|(_, round, estimate)| context.estimate_fact(round, estimate, decimals)).collect();
    let mut caption = context.caption(words, &[name], &facts);
    let mut table = estimate_columns(context, DataTable::new().text_column(words.x), words.y);
    for one in &card.by_round {
        let mut cells = vec![context.name(EntityKind::Round, &one.round).into()];
        cells.extend(estimate_cells(context, &one.severity, decimals));
        table.push(cells);
    }
    if known.is_empty() {
        return empty(context, caption, table, card.by_round.iter().filter_map(|one| one.severity.reason()));
    }
    let estimates: Vec<&Estimate> = known.iter().map(|one| one.2).collect();
    let reach = reach(&estimates).including(0.0).padded(0.04);
    explain_cut(context, &mut caption, &estimates, &reach);
    let rounds: Vec<&str> = card.by_round.iter().map(|one| one.round.as_str()).collect();
    let y = Axis::linear(reach).style(NumberStyle::Signed).title(with_unit(
        context.language,
        words.y,
        &scale(context.language, unit),
    ));
    let frame = context.frame.with_height(if context.frame.compact { 240.0 } else { 260.0 });
    let mut plot = Layout::new(frame, rounds_axis(context, &rounds), y).plot();
    plot.add(plot.rule_y(0.0));
    let role = role(card);
    draw_change(&mut plot, card, &known, role, decimals, context);
    let points: Vec<Point> = card
        .by_round
        .iter()
        .enumerate()
        .map(|(k, one)| plot.at(k as f64, finite(&one.severity).map_or(f64::NAN, |found| found.value)))
        .collect();
    connect(&mut plot, &points, role);
    for (k, round, estimate) in known {
        let datum = Datum::at(plot.at(k as f64, estimate.value), context.name(EntityKind::Round, round))
            .line(severity(context.language, estimate.value, unit))
            .link(entity_link(EntityKind::Round, round));
        let datum = plot.datum(context.explain(datum, estimate, decimals));
        draw_upright(&mut plot, estimate, k as f64, Look::filled(role), datum);
    }
    plot.finish(caption, table)
}

fn role(card: &Scorecard) -> Role {
    match card.drift.known().map(|drift| drift.class) {
        Some(DriftClass::Harsher) => Role::Harsher,
        Some(DriftClass::MoreLenient) => Role::Lenient,
        Some(DriftClass::Erratic) => Role::Uncertain,
        Some(DriftClass::Stable) | None => Role::Ink,
    }
}

/// A line where the change sets in, with its size above.
fn draw_change(
    plot: &mut Plot,
    card: &Scorecard,
    known: &[(usize, &str, &Estimate)],
    role: Role,
    decimals: usize,
    context: &Context,
) {
    let Some(drift) = card.drift.known().filter(|drift| drift.class != DriftClass::Stable) else { return };
    let after = known.iter().position(|(_, round, _)| *round == drift.from_round);
    let Some((before, after)) = after.and_then(|at| Some((known[at.checked_sub(1)?].0, known[at].0))) else {
        return;
    };
    let x = f64::midpoint(plot.at(before as f64, 0.0).x, plot.at(after as f64, 0.0).x);
    let (top, bottom) = (Point::new(x, plot.area().y), Point::new(x, plot.area().bottom()));
    plot.add(Rule::between(top, bottom).width(1.5).dash(Dash::Dashed).role(role));
    let words =
        format!("{} {}", drift_class(context.language, drift.class), signed(drift.change.value, decimals));
    let left = x > plot.area().centre().x;
    let at = top.shifted(if left { -6.0 } else { 6.0 }, 8.0);
    let anchor = if left { Anchor::End } else { Anchor::Start };
    plot.add(Text::at(at, words).anchor(anchor).kind(TextKind::Tick).halo().role(role));
}
