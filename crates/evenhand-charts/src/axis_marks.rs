//! The marks of the axes: grid lines, tick labels, titles.

use crate::axis::Axis;
use crate::geometry::{Point, Rect};
use crate::layout::{GAP, LINE, SLANT, TICK_LINE, TOP_GAP, Ticks};
use crate::mark::{Anchor, Mark, Rule, Text, TextKind, VerticalAlign};
use crate::role::Role;
use crate::scale::Tick;
use crate::text_width::{text_width, widest};

/// The distance between the lines of a row's name, close enough to be told from the next row's.
const LABEL_LINE: f64 = 13.0;

/// Grid lines, tick labels and titles of both axes around a plot area within a chart of this width.
pub(crate) fn axis_marks(x: &Axis, y: &Axis, ticks: &Ticks, area: Rect, size: (f64, f64)) -> Vec<Mark> {
    let mut marks = Vec::new();
    marks.extend(ticks.y.iter().filter(|_| y.grid).map(|tick| grid_y(tick, area)));
    marks.extend(ticks.x.iter().filter(|_| x.grid).map(|tick| grid_x(tick, area)));
    if y.labelled {
        let role = if y.scale.names().is_some() { Role::Ink } else { Role::Muted };
        marks.extend(ticks.y.iter().flat_map(|tick| label_y(tick, area, role)));
    }
    if x.labelled {
        if x.on_top || ticks.repeated {
            marks
                .extend(ticks.x.iter().flat_map(|tick| label_x(tick, area.y - TOP_GAP, true, ticks.slanted)));
        }
        if !x.on_top || ticks.repeated {
            marks.extend(
                ticks.x.iter().flat_map(|tick| label_x(tick, area.bottom() + GAP, false, ticks.slanted)),
            );
        }
    }
    marks.extend(titles(ticks, area, size));
    marks
}

fn grid_y(tick: &Tick, area: Rect) -> Mark {
    grid(Point::new(area.x, tick.at), Point::new(area.right(), tick.at))
}

fn grid_x(tick: &Tick, area: Rect) -> Mark {
    grid(Point::new(tick.at, area.y), Point::new(tick.at, area.bottom()))
}

fn grid(from: Point, to: Point) -> Mark {
    Rule::between(from, to).width(1.0).role(Role::Grid).into()
}

/// The label of a y tick, its lines centred on it, one mark per line.
fn label_y(tick: &Tick, area: Rect, role: Role) -> Vec<Mark> {
    let n = tick.label.lines().count();
    let first = tick.at - n.saturating_sub(1) as f64 * LABEL_LINE / 2.0;
    let lines = tick.label.lines().enumerate();
    lines
        .map(|(k, line)| {
            let at = Point::new(area.x - GAP, first + k as f64 * LABEL_LINE);
            Text::at(at, line).anchor(Anchor::End).kind(TextKind::Tick).role(role).into()
        })
        .collect()
}

/// The label of an x tick, one mark per line.
fn label_x(tick: &Tick, y: f64, above: bool, slanted: bool) -> Vec<Mark> {
    let text =
        |y: f64, line: &str| Text::at(Point::new(tick.at, y), line).kind(TextKind::Tick).role(Role::Muted);
    if slanted {
        let anchor = if above { Anchor::Start } else { Anchor::End };
        return vec![text(y, &tick.label).anchor(anchor).rotate(SLANT).into()];
    }
    let n = tick.label.lines().count();
    let first = if above { y - n.saturating_sub(1) as f64 * TICK_LINE } else { y };
    let vertical = if above { VerticalAlign::Baseline } else { VerticalAlign::Top };
    let lines = tick.label.lines().enumerate();
    lines
        .map(|(k, line)| {
            let text = text(first + k as f64 * TICK_LINE, line);
            text.anchor(Anchor::Middle).vertical(vertical).into()
        })
        .collect()
}

/// The y title above the chart at the left, the x title below it at the right end of the axis.
fn titles(ticks: &Ticks, area: Rect, (width, height): (f64, f64)) -> Vec<Mark> {
    let title = |x: f64, y: f64, anchor, line: &str| {
        let text = Text::at(Point::new(x, y), line).anchor(anchor).vertical(VerticalAlign::Top);
        Mark::from(text.kind(TextKind::Tick).role(Role::Muted))
    };
    let mut marks = Vec::new();
    for (k, line) in ticks.y_title.iter().enumerate() {
        marks.push(title(0.0, k as f64 * LINE, Anchor::Start, line));
    }
    let first = height - ticks.x_title.len() as f64 * LINE;
    let fits = widest(&ticks.x_title, TextKind::Tick.size()) <= area.right();
    let end = if fits { area.right() } else { width - 2.0 };
    for (k, line) in ticks.x_title.iter().enumerate() {
        let end = end.max(text_width(line, TextKind::Tick.size()).min(width));
        marks.push(title(end, first + k as f64 * LINE, Anchor::End, line));
    }
    marks
}
