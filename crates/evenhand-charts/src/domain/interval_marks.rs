//! An estimate as marks: its interval, with arrowheads where that goes on beyond the chart, and its dot.

use evenhand_protocol::Estimate;

use super::reach::ends;
use crate::geometry::Point;
use crate::mark::{Dot, Line, Rule};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::Scale;

/// How an estimate is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// What it stands for.
    pub(super) role: Role,
    /// Whether its dot is hollow, as for what may be chance.
    pub(super) hollow: bool,
    /// The radius of its dot.
    pub(super) radius: f64,
    /// The width of its interval.
    pub(super) width: f64,
}

impl Look {
    /// A filled dot with this role.
    pub(super) fn filled(role: Role) -> Self {
        Self { role, hollow: false, radius: 4.5, width: 2.0 }
    }

    /// A hollow dot that stands for what may be chance.
    pub(super) fn uncertain() -> Self {
        Self { hollow: true, ..Self::filled(Role::Uncertain) }
    }
}

/// Draws an estimate in a row of the chart, its value along x.
pub(super) fn draw_across(plot: &mut Plot, estimate: &Estimate, row: f64, look: Look, datum: Option<usize>) {
    draw_interval_across(plot, estimate, row, look, datum);
    draw_dot(plot, plot.at(estimate.value, row), look, datum);
}

/// Draws the dot of an estimate.
pub(super) fn draw_dot(plot: &mut Plot, at: Point, look: Look, datum: Option<usize>) {
    plot.add(Dot::at(at).radius(look.radius).hollow(look.hollow).role(look.role).datum(datum));
}

/// Draws the interval of an estimate in a row of the chart.
pub(super) fn draw_interval_across(
    plot: &mut Plot,
    estimate: &Estimate,
    row: f64,
    look: Look,
    datum: Option<usize>,
) {
    if let Some((low, high)) = ends(estimate) {
        let (from, to) = (plot.at(low, row), plot.at(high, row));
        plot.add(Rule::between(from, to).width(look.width).role(look.role).datum(datum));
        let (below, above) = beyond(plot.x_scale(), low, high);
        arrowhead(plot, from, (1.0, 0.0), below, look);
        arrowhead(plot, to, (-1.0, 0.0), above, look);
    }
}

/// Draws an estimate above a place of the x axis, its value along y.
pub(super) fn draw_upright(plot: &mut Plot, estimate: &Estimate, x: f64, look: Look, datum: Option<usize>) {
    if let Some((low, high)) = ends(estimate) {
        let (from, to) = (plot.at(x, low), plot.at(x, high));
        plot.add(Rule::between(from, to).width(look.width).role(look.role).datum(datum));
        let (below, above) = beyond(plot.y_scale(), low, high);
        arrowhead(plot, from, (0.0, -1.0), below, look);
        arrowhead(plot, to, (0.0, 1.0), above, look);
    }
    draw_dot(plot, plot.at(x, estimate.value), look, datum);
}

/// Whether the ends lie outside the scale.
fn beyond(scale: &Scale, low: f64, high: f64) -> (bool, bool) {
    match scale {
        Scale::Linear(scale) => (low < scale.domain().0, high > scale.domain().1),
        _ => (false, false),
    }
}

/// An arrowhead with its tip at a point; `inward` is the direction from the tip back into the chart.
fn arrowhead(plot: &mut Plot, tip: Point, inward: (f64, f64), drawn: bool, look: Look) {
    if drawn {
        let back = |side: f64| {
            tip.shifted(5.0 * inward.0 + 3.5 * side * inward.1, 5.0 * inward.1 + 3.5 * side * inward.0)
        };
        plot.add(Line::through([back(-1.0), tip, back(1.0)]).width(look.width).role(look.role));
    }
}
