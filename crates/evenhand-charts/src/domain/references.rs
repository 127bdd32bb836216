//! Reference lines with their names: levels across a chart, values down through it.

use super::context::Context;
use crate::end_labels::EndLabel;
use crate::geometry::Point;
use crate::mark::{Anchor, Dash, Text, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::text_width::{text_width, wrap};

/// The room above the plot area for the name of a reference line.
pub(super) const REFERENCE_HEADER: f64 = 20.0;
/// The distance between the lines of one name.
const LINE: f64 = 16.0;

/// The name of a level, broken into the lines that fit beside a narrow chart.
pub(super) fn lines(context: &Context, name: &str) -> Vec<String> {
    let share = if context.frame.compact { 0.3 } else { 0.28 };
    wrap(name, 13.0, context.frame.width * share)
}

/// The end labels of a level, one per line of its name.
pub(super) fn level_labels(context: &Context, at: Point, name: &str) -> Vec<EndLabel> {
    let lines = lines(context, name);
    let first = -LINE * (lines.len().saturating_sub(1)) as f64 / 2.0;
    let label = |(k, line): (usize, String)| {
        EndLabel::at(at.shifted(0.0, first + LINE * k as f64), line).role(Role::Muted)
    };
    lines.into_iter().enumerate().map(label).collect()
}

/// Draws a faint level across the chart and returns its labels.
pub(super) fn draw_level(plot: &mut Plot, context: &Context, value: f64, name: &str) -> Vec<EndLabel> {
    plot.add(plot.rule_y(value).width(1.0).dash(Dash::Dashed).role(Role::Faint));
    level_labels(context, plot.at(0.0, value), name)
}

/// Draws a value of x down through the chart, with its name above.
pub(super) fn draw_value(plot: &mut Plot, value: f64, name: &str) {
    let rule = plot.rule_x(value).dash(Dash::Dashed);
    let (at, bottom) = (rule.from.x, plot.header().bottom());
    let half = text_width(name, 13.0) / 2.0;
    let centre = at.min(plot.area().right() - half).max(half);
    plot.add(rule.role(Role::Muted));
    let text = Text::at(Point::new(centre, bottom - 8.0), name).vertical(VerticalAlign::Baseline);
    plot.add(text.anchor(Anchor::Middle).role(Role::Muted));
}
