//! Reference lines with their names: levels across a chart, values down through it.

use crate::end_labels::EndLabel;
use crate::geometry::Point;
use crate::mark::{Anchor, Dash, Text, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::text_width::text_width;

/// The room above the plot area for the name of a reference line.
pub(super) const REFERENCE_HEADER: f64 = 20.0;

/// The label of a level at the right of a chart.
pub(super) fn level_label(plot: &Plot, value: f64, name: &str) -> EndLabel {
    EndLabel::at(plot.at(0.0, value), name).role(Role::Muted)
}

/// Draws a faint level across the chart and returns its label.
pub(super) fn draw_level(plot: &mut Plot, value: f64, name: &str) -> EndLabel {
    plot.add(plot.rule_y(value).width(1.0).dash(Dash::Dashed).role(Role::Faint));
    level_label(plot, value, name)
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
