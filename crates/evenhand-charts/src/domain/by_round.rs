//! Values by round: the axis of rounds, and estimates with intervals above it.

use evenhand_protocol::{EntityKind, Estimate, Outcome, entity_link};
use evenhand_words::COEFFICIENT_DECIMALS;

use super::context::Context;
use super::interval_marks::{Look, draw_upright};
use super::phrases::{highest_round, joined, lowest_round};
use super::reach::finite;
use crate::axis::{Axis, Crowding};
use crate::datum::Datum;
use crate::geometry::Point;
use crate::mark::Line;
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::PointScale;
use crate::text_width::{text_width, widest};

/// The axis of rounds by their ids: thinned out when crowded, slanted where too few would be left.
pub(super) fn rounds_axis(context: &Context, rounds: &[&str]) -> Axis {
    let step = context.frame.width * 0.8 / rounds.len().max(1) as f64;
    let needed = widest(rounds, 12.0) + text_width("m", 12.0);
    let crowding = if needed > 4.0 * step { Crowding::Slant } else { Crowding::Thin };
    Axis::points(PointScale::new(rounds.iter().copied()).padding(0.4)).crowding(crowding)
}

/// Values of one thing in every round.
pub(super) struct RoundSeries<'a> {
    /// What it is, for tooltips; may be empty.
    pub(super) name: &'a str,
    /// Its number among the series of the chart.
    pub(super) number: usize,
    /// Its colour.
    pub(super) role: Role,
    /// How far it stands beside the round, in steps.
    pub(super) dodge: f64,
    /// Its values in the order of the rounds.
    pub(super) values: Vec<&'a Outcome<Estimate>>,
}

impl RoundSeries<'_> {
    /// The estimates that can be drawn.
    pub(super) fn estimates(&self) -> Vec<&Estimate> {
        self.values.iter().filter_map(|value| finite(value)).collect()
    }

    /// Draws the series and returns where it ends.
    pub(super) fn draw(
        &self,
        plot: &mut Plot,
        context: &Context,
        rounds: &[&str],
        decimals: usize,
    ) -> Option<Point> {
        let x = |k: usize| k as f64 + self.dodge;
        let place = |k: usize, value: &Outcome<Estimate>| {
            plot.at(x(k), finite(value).map_or(f64::NAN, |estimate| estimate.value))
        };
        let points: Vec<Point> = self.values.iter().enumerate().map(|(k, value)| place(k, value)).collect();
        connect(plot, &points, self.role);
        for (k, (value, round)) in self.values.iter().zip(rounds).enumerate() {
            let Some(estimate) = finite(value) else { continue };
            let name = context.name(EntityKind::Round, round);
            let label = if self.name.is_empty() { name } else { joined(context.language, self.name, &name) };
            let datum = Datum::at(plot.at(x(k), estimate.value), label).series(self.number);
            let datum =
                context.explain(datum.link(entity_link(EntityKind::Round, round)), estimate, decimals);
            let datum = plot.datum(datum);
            draw_upright(plot, estimate, x(k), Look::filled(self.role), datum);
        }
        points.into_iter().rfind(|point| point.is_finite())
    }
}

/// A thin line through the points that are there, with gaps where one is missing.
pub(super) fn connect(plot: &mut Plot, points: &[Point], role: Role) {
    let mut line = Line::through(points.iter().copied()).width(1.25).role(role);
    line.pieces.retain(|piece| piece.len() > 1);
    line.missing = 0;
    plot.add(line);
}

/// The facts of a description about the rounds with the lowest and the highest coefficient.
pub(super) fn extremes<'a>(
    context: &Context,
    values: impl Iterator<Item = (&'a str, &'a Outcome<Estimate>)>,
) -> Vec<String> {
    let known: Vec<(&str, &Estimate)> =
        values.filter_map(|(round, value)| Some((round, finite(value)?))).collect();
    let by_value = |a: &&(&str, &Estimate), b: &&(&str, &Estimate)| a.1.value.total_cmp(&b.1.value);
    let (lowest, highest) = (known.iter().min_by(by_value), known.iter().max_by(by_value));
    let named = [
        lowest.zip(Some(lowest_round(context.language))),
        highest.zip(Some(highest_round(context.language))),
    ];
    let fact = |(&(round, estimate), name): (&(&str, &Estimate), &str)| {
        let name = joined(context.language, name, &context.name(EntityKind::Round, round));
        context.estimate_fact(&name, estimate, COEFFICIENT_DECIMALS)
    };
    named.into_iter().flatten().map(fact).collect()
}
