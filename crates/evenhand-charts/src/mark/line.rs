//! The line: values in order, with gaps where one is missing.

use super::{Dash, Shape, common, shape_fields};
use crate::geometry::Point;
use crate::role::Role;

/// A line through points, broken where a point is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The unbroken pieces; a piece of one point is drawn as a dot as wide as the line.
    pub pieces: Vec<Vec<Point>>,
    /// How many points were missing.
    pub missing: usize,
    /// The width in pixels.
    pub width: f64,
    /// The pattern.
    pub dash: Dash,
    /// What the line stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Line {
    /// A solid line of width 2 through the points; a point that is not finite makes a gap.
    #[must_use]
    pub fn through(points: impl IntoIterator<Item = Point>) -> Self {
        let mut pieces = vec![Vec::new()];
        let mut missing = 0;
        for point in points {
            if !point.is_finite() {
                missing += 1;
                pieces.push(Vec::new());
            } else if let Some(piece) = pieces.last_mut() {
                piece.push(point);
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        Self { pieces, missing, width: 2.0, dash: Dash::Solid, role: Role::Ink, datum: None }
    }

    /// The line with this width in pixels.
    #[must_use]
    pub fn width(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The line with this pattern.
    #[must_use]
    pub fn dash(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

common!(Line);

impl Shape for Line {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.width.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        for point in self.pieces.iter_mut().flatten() {
            *point = point.shifted(dx, dy);
        }
    }

    fn missing(&self) -> usize {
        self.missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_point_makes_a_gap() {
        let y = [1.0, 2.0, f64::NAN, f64::NAN, 3.0];
        let line = Line::through(y.into_iter().enumerate().map(|(x, y)| Point::new(x as f64, y)));
        assert_eq!(line.pieces.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(line.missing, 2);
    }
}
