//! One evaluator's way through the rounds, as a line of the drift chart.

use evenhand_protocol::{
    DriftAnswer, DriftClass, EntityKind, Estimate, EvaluatorRow, EvaluatorsAnswer, entity_link,
};
use evenhand_words::{drift_class, scale_decimals, severity, signed};

use super::context::Context;
use super::phrases::{adjusted_p, joined};
use super::reach::{ends, finite};
use crate::datum::Datum;
use crate::end_labels::EndLabel;
use crate::geometry::Point;
use crate::mark::{Band, Dash, Dot, Line, Rule};
use crate::plot::Plot;
use crate::role::Role;

/// With more rounds than this the dots of a line are small.
const MANY_ROUNDS: usize = 10;

/// An evaluator with the severity in every round, and the test of change.
pub(super) struct Track<'a> {
    pub(super) row: &'a EvaluatorRow,
    pub(super) drift: Option<&'a DriftAnswer>,
    pub(super) points: Vec<Option<&'a Estimate>>,
}

/// All tracks, first those that changed, by the size of their change.
pub(super) fn tracks<'a>(answer: &'a EvaluatorsAnswer, rounds: &[&str]) -> Vec<Track<'a>> {
    let track = |row: &'a EvaluatorRow| {
        let mut points = vec![None; rounds.len()];
        for one in &row.by_round {
            if let Some(k) = rounds.iter().position(|round| *round == one.round) {
                points[k] = finite(&one.severity);
            }
        }
        Track { row, drift: row.drift.known(), points }
    };
    let mut tracks: Vec<Track> = answer.evaluators.iter().map(track).collect();
    let size = |track: &Track| track.drift.map_or(0.0, |drift| drift.change.value.abs());
    tracks.sort_by(|a, b| b.changed().cmp(&a.changed()).then(size(b).total_cmp(&size(a))));
    tracks
}

impl Track<'_> {
    /// Whether the severity changed beyond chance.
    pub(super) fn changed(&self) -> bool {
        self.drift.is_some_and(|drift| drift.class != DriftClass::Stable)
    }

    fn role(&self) -> Role {
        match self.drift.map(|drift| drift.class) {
            Some(DriftClass::Harsher) => Role::Harsher,
            Some(DriftClass::MoreLenient) => Role::Lenient,
            Some(DriftClass::Erratic) => Role::Uncertain,
            Some(DriftClass::Stable) | None => Role::Faint,
        }
    }

    /// Name and change, for a line that ends at a point.
    pub(super) fn label(&self, at: Point, context: &Context, decimals: usize) -> EndLabel {
        let name = context.name(EntityKind::Evaluator, &self.row.evaluator);
        let label = EndLabel::at(at, name).role(self.role());
        match self.drift.filter(|drift| drift.class != DriftClass::Erratic) {
            Some(drift) => label.value(signed(drift.change.value, decimals)),
            None => label,
        }
    }

    /// The last round before and the first after a change in one direction.
    pub(super) fn change_at(&self, rounds: &[&str]) -> Option<(usize, usize)> {
        let drift =
            self.drift.filter(|d| matches!(d.class, DriftClass::Harsher | DriftClass::MoreLenient))?;
        let from = rounds.iter().position(|round| *round == drift.from_round)?;
        let before = (0..from).rfind(|k| self.points[*k].is_some())?;
        let after = (from..rounds.len()).find(|k| self.points[*k].is_some())?;
        Some((before, after))
    }

    fn at(&self, plot: &Plot, k: usize) -> Point {
        plot.at(k as f64, self.points[k].map_or(f64::NAN, |estimate| estimate.value))
    }

    /// Draws a thin line without a name, straight over rounds without the evaluator.
    pub(super) fn draw_grey(&self, plot: &mut Plot, role: Role) {
        let there = (0..self.points.len()).filter(|k| self.points[*k].is_some());
        let points: Vec<Point> = there.map(|k| self.at(plot, k)).collect();
        plot.add(Line::through(points).width(1.0).role(role));
    }

    /// Draws a coloured line with its intervals, dots and change, and returns where it ends.
    ///
    /// It is thin over rounds without the evaluator.
    pub(super) fn draw_coloured(&self, plot: &mut Plot, rounds: &[&str]) -> Option<Point> {
        let role = self.role();
        let there: Vec<usize> = (0..rounds.len()).filter(|k| self.points[*k].is_some()).collect();
        self.draw_intervals(plot, role);
        for pair in there.windows(2) {
            let width = if pair[1] == pair[0] + 1 { 2.25 } else { 1.0 };
            let (from, to) = (self.at(plot, pair[0]), self.at(plot, pair[1]));
            plot.add(Rule::between(from, to).width(width).role(role));
        }
        let radius = if rounds.len() > MANY_ROUNDS { 2.5 } else { 3.5 };
        for &k in &there {
            plot.add(Dot::at(self.at(plot, k)).radius(radius).role(role));
        }
        if let Some((before, after)) = self.change_at(rounds) {
            let (from, to) = (self.at(plot, before), self.at(plot, after));
            let middle = Point::new(f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y));
            let (above, below) = (middle.shifted(0.0, -13.0), middle.shifted(0.0, 13.0));
            plot.add(Rule::between(above, below).width(2.5).role(role));
        }
        let last = there.last().map(|k| self.at(plot, *k))?;
        if last.x < plot.at(rounds.len() as f64 - 1.0, 0.0).x - 1.0 {
            let edge = Point::new(plot.area().right(), last.y);
            plot.add(
                Rule::between(last.shifted(6.0, 0.0), edge).width(1.0).dash(Dash::Dotted).role(Role::Faint),
            );
        }
        Some(last)
    }

    /// A band along rounds in a row, a rule at a round that stands alone.
    fn draw_intervals(&self, plot: &mut Plot, role: Role) {
        let edge = |plot: &Plot, k: usize| {
            let (low, high) = self.points[k].and_then(ends).unwrap_or((f64::NAN, f64::NAN));
            (plot.at(k as f64, low), plot.at(k as f64, high))
        };
        let edges: Vec<(Point, Point)> = (0..self.points.len()).map(|k| edge(plot, k)).collect();
        // Rounds without the evaluator are no missing values.
        plot.add(Band { missing: 0, ..Band::between(edges.iter().copied()).role(role).opacity(0.09) });
        let there = |k: usize| edges.get(k).is_some_and(|(low, _)| low.is_finite());
        for (k, (low, high)) in edges.iter().enumerate() {
            if there(k) && !there(k + 1) && (k == 0 || !there(k - 1)) {
                plot.add(Rule::between(*low, *high).width(1.25).role(role));
            }
        }
    }

    /// Appends a datum for every round of the evaluator.
    pub(super) fn data(
        &self,
        plot: &mut Plot,
        number: usize,
        rounds: &[&str],
        answer: &EvaluatorsAnswer,
        context: &Context,
    ) {
        let evaluator = context.name(EntityKind::Evaluator, &self.row.evaluator);
        for (k, estimate) in self.points.iter().enumerate() {
            let Some(estimate) = estimate else { continue };
            let round = context.name(EntityKind::Round, rounds[k]);
            let datum = Datum::at(self.at(plot, k), joined(context.language, &evaluator, &round))
                .line(severity(context.language, estimate.value, &answer.scale));
            let mut datum = context.explain(datum, estimate, scale_decimals(&answer.scale));
            if let Some(drift) = self.drift {
                let class = drift_class(context.language, drift.class);
                datum = datum.line(class).line(adjusted_p(context.language, drift.p_adjusted));
            }
            plot.datum(datum.link(entity_link(EntityKind::Evaluator, &self.row.evaluator)).series(number));
        }
    }
}
