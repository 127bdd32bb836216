//! Difficulty of one indicator round by round.

use evenhand_protocol::{
    DriftClass, EntityKind, Estimate, IndicatorDrift, Outcome, SeverityTrack, entity_link,
};
use evenhand_words::signed;

use super::by_round::{connect, rounds_axis};
use super::context::Context;
use super::empty::empty;
use super::estimate_table::{estimate_cells, estimate_columns};
use super::interval_marks::{Look, draw_upright};
use super::reach::{explain_cut, reach};
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

/// Decimals of logits.
const DECIMALS: usize = 2;

/// The difficulty of an indicator in every round, with the sharpest change where it moved beyond chance.
pub fn indicator_track(drift: &IndicatorDrift, context: &Context) -> Scene {
    let words = &context.charts().indicator_track;
    let name = context.name(EntityKind::Indicator, &drift.indicator);
    let known: Vec<(&str, &Estimate)> = drift
        .track
        .known()
        .into_iter()
        .flat_map(|track| &track.severities)
        .filter(|one| one.severity.value.is_finite())
        .map(|one| (one.round.as_str(), &one.severity))
        .collect();
    let facts: Vec<String> =
        known.iter().map(|(round, estimate)| context.estimate_fact(round, estimate, DECIMALS)).collect();
    let mut caption = context.caption(words, &[name], &facts);
    let mut table = estimate_columns(context, DataTable::new().text_column(words.x), words.y);
    for (round, estimate) in &known {
        let mut cells = vec![context.name(EntityKind::Round, round).into()];
        cells.extend(estimate_cells(context, &Outcome::Known((*estimate).clone()), DECIMALS));
        table.push(cells);
    }
    let Some(track) = drift.track.known().filter(|_| !known.is_empty()) else {
        return empty(context, caption, table, drift.track.reason());
    };
    let estimates: Vec<&Estimate> = known.iter().map(|one| one.1).collect();
    let reach = reach(&estimates).padded(0.06);
    explain_cut(context, &mut caption, &estimates, &reach);
    let rounds: Vec<&str> = known.iter().map(|one| one.0).collect();
    let y = Axis::linear(reach).style(NumberStyle::Signed).title(words.y);
    let frame = context.frame.with_height(if context.frame.compact { 240.0 } else { 260.0 });
    let mut plot = Layout::new(frame, rounds_axis(context, &rounds), y).plot();
    let role = if track.class == DriftClass::Stable { Role::Ink } else { Role::Harsher };
    draw_change(&mut plot, track, &rounds, role);
    let points: Vec<Point> =
        known.iter().enumerate().map(|(k, one)| plot.at(k as f64, one.1.value)).collect();
    connect(&mut plot, &points, role);
    for (k, (round, estimate)) in known.into_iter().enumerate() {
        let datum = Datum::at(plot.at(k as f64, estimate.value), context.name(EntityKind::Round, round))
            .link(entity_link(EntityKind::Round, round));
        let datum = plot.datum(context.explain(datum, estimate, DECIMALS));
        draw_upright(&mut plot, estimate, k as f64, Look::filled(role), datum);
    }
    plot.finish(caption, table)
}

/// A line where the change sets in, with its size above, where difficulty moved beyond chance.
fn draw_change(plot: &mut Plot, track: &SeverityTrack, rounds: &[&str], role: Role) {
    let Some(shift) = track.change_point.as_ref().filter(|_| track.class != DriftClass::Stable) else {
        return;
    };
    let Some(after) = rounds.iter().position(|round| *round == shift.from_round).filter(|at| *at > 0) else {
        return;
    };
    let x = f64::midpoint(plot.at(after as f64 - 1.0, 0.0).x, plot.at(after as f64, 0.0).x);
    let (top, bottom) = (Point::new(x, plot.area().y), Point::new(x, plot.area().bottom()));
    plot.add(Rule::between(top, bottom).width(1.5).dash(Dash::Dashed).role(role));
    let left = x > plot.area().centre().x;
    let at = top.shifted(if left { -6.0 } else { 6.0 }, 8.0);
    let anchor = if left { Anchor::End } else { Anchor::Start };
    let size = signed(shift.change.value, DECIMALS);
    plot.add(Text::at(at, size).anchor(anchor).kind(TextKind::Tick).halo().role(role));
}
