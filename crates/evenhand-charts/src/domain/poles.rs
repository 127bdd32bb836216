//! The words above a chart that say what its two sides and its zero line mean.

use crate::frame::Frame;
use crate::geometry::Point;
use crate::mark::{Anchor, Text, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::text_width::text_width;

/// The height of a line of these words.
const LINE: f64 = 18.0;
/// Their font size.
const SIZE: f64 = 13.0;
/// The share of a chart's width that its plot area has at least.
const AREA: f64 = 0.75;

/// What the sides of zero on the x axis mean.
#[derive(Debug, Clone)]
pub(super) struct Poles {
    left: (String, Role),
    zero: String,
    right: (String, Role),
    /// Whether the words for zero need a line of their own.
    stacked: bool,
}

impl Poles {
    /// The words left of zero, at zero and right of it, for a chart with this frame and x scale.
    pub(super) fn new(
        left: (&str, Role),
        zero: &str,
        right: (&str, Role),
        frame: Frame,
        scale: &LinearScale,
    ) -> Self {
        let (left_text, right_text) = (format!("← {}", left.0), format!("{} →", right.0));
        let (lo, hi) = scale.domain();
        let area = frame.width * AREA;
        let at = -lo / (hi - lo) * area;
        let half = text_width(zero, SIZE) / 2.0 + 10.0;
        let crowded =
            at - half < text_width(&left_text, SIZE) || at + half > area - text_width(&right_text, SIZE);
        Self {
            left: (left_text, left.1),
            zero: zero.to_owned(),
            right: (right_text, right.1),
            stacked: crowded && !zero.is_empty(),
        }
    }

    /// The room they need as the header of a layout.
    pub(super) fn header(&self) -> f64 {
        if self.stacked { 2.0 * LINE + 2.0 } else { LINE + 2.0 }
    }

    /// Writes them above the plot area.
    pub(super) fn draw(&self, plot: &mut Plot) {
        let area = plot.area();
        let base = plot.header().bottom() - 8.0;
        let sides = if self.stacked { base - LINE } else { base };
        let word = |x: f64, y: f64, anchor, text: &str, role| {
            Text::at(Point::new(x, y), text).anchor(anchor).vertical(VerticalAlign::Baseline).role(role)
        };
        let both = text_width(&self.left.0, SIZE) + text_width(&self.right.0, SIZE);
        let start = if both + 16.0 > area.width { 0.0 } else { area.x };
        plot.add(word(start, sides, Anchor::Start, &self.left.0, self.left.1));
        plot.add(word(area.right(), sides, Anchor::End, &self.right.0, self.right.1));
        if !self.zero.is_empty() {
            let half = text_width(&self.zero, SIZE) / 2.0;
            let centre = plot.at(0.0, 0.0).x.min(area.right() - half).max(half);
            plot.add(word(centre, base, Anchor::Middle, &self.zero, Role::Muted));
        }
    }
}
