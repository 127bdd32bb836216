//! A half matrix of values for pairs: cells with their number, shaded by size.

use evenhand_words::{COEFFICIENT_DECIMALS, number};

use super::context::Context;
use crate::axis::{Axis, Crowding};
use crate::datum::Datum;
use crate::geometry::Point;
use crate::layout::Layout;
use crate::mark::{Anchor, Cell, Line, Text, TextKind};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::BandScale;
use crate::text_width::text_width;

/// One pair.
pub(super) struct MatrixCell {
    /// Places of the two, in any order.
    pub(super) pair: (usize, usize),
    /// The value, which is at most 1; 0 and less are drawn alike.
    pub(super) value: f64,
    /// Whether it may be chance, or is to be looked at: an outline says so.
    pub(super) outlined: bool,
    /// What its tooltip is headed by.
    pub(super) label: String,
    /// The lines of its tooltip.
    pub(super) lines: Vec<String>,
}

/// The plot of a matrix with these names down and across.
pub(super) fn plot_matrix(context: &Context, names: &[String], legend: bool) -> Plot {
    let scale = || BandScale::new(names.iter().cloned()).gap(0.08);
    let row_height = (context.frame.width * 0.8 / names.len().max(1) as f64).clamp(14.0, 34.0);
    let x = Axis::bands(scale()).crowding(Crowding::Thin);
    let y = Axis::bands(scale()).row_height(row_height);
    Layout::new(context.frame, x, y).header(if legend { 26.0 } else { 4.0 }).plot()
}

/// Draws the cells, each pair once below the diagonal, with its number where there is room for it.
pub(super) fn draw_matrix(plot: &mut Plot, cells: &[MatrixCell], outline_role: Role) {
    let widest = text_width("0.00", TextKind::Tick.size());
    let written = widest + 2.0 <= plot.x_scale().bandwidth() && plot.y_scale().bandwidth() >= 13.0;
    let (width, height) = (plot.x_scale().bandwidth(), plot.y_scale().bandwidth());
    for one in cells {
        let (column, row) = (one.pair.0.min(one.pair.1), one.pair.0.max(one.pair.1));
        let centre = plot.at(column as f64, row as f64);
        let cell = Cell::around(centre, width, height).role(fill(one.value));
        let rect = cell.rect;
        let mut datum = Datum::at(centre, one.label.as_str()).hit_rect(rect).series(row);
        datum.lines.clone_from(&one.lines);
        let datum = plot.datum(datum);
        plot.add(cell.datum(datum));
        if one.outlined {
            let inner = rect.inset(1.0);
            let (right, bottom) = (inner.x + inner.width, inner.y + inner.height);
            let corners = [
                (inner.x, inner.y),
                (right, inner.y),
                (right, bottom),
                (inner.x, bottom),
                (inner.x, inner.y),
            ];
            let line = Line::through(corners.map(|(x, y)| Point::new(x, y))).width(1.5);
            plot.add(line.role(outline_role));
        }
        if written {
            let text = number(one.value, COEFFICIENT_DECIMALS);
            let text = Text::at(centre, text).anchor(Anchor::Middle).kind(TextKind::Tick);
            plot.add(text.over(fill(one.value)).datum(datum));
        }
    }
}

/// Draws what an outline means above the matrix.
pub(super) fn draw_outline_legend(plot: &mut Plot, words: &str, outline_role: Role) {
    const SIDE: f64 = 14.0;
    let at = Point::new(plot.header().x + 2.0, plot.header().y + 2.0);
    let corners = [(0.0, 0.0), (SIDE, 0.0), (SIDE, SIDE), (0.0, SIDE), (0.0, 0.0)];
    plot.add(Cell::around(at.shifted(SIDE / 2.0, SIDE / 2.0), SIDE, SIDE).role(Role::Shade(1)));
    plot.add(Line::through(corners.map(|(x, y)| at.shifted(x, y))).width(1.5).role(outline_role));
    let text = Text::at(at.shifted(SIDE + 6.0, SIDE / 2.0), words).kind(TextKind::Tick);
    plot.add(text.role(Role::Muted));
}

fn fill(value: f64) -> Role {
    Role::shade(value, 0.0, 1.0)
}
