//! The band: a ribbon between a lower and an upper line, such as an interval over time.

use super::{Shape, common, shape_fields};
use crate::geometry::Point;
use crate::role::Role;

/// A translucent ribbon, broken where either edge is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The unbroken pieces, each a list of (one edge, other edge).
    pub pieces: Vec<Vec<(Point, Point)>>,
    /// How many pairs were missing.
    pub missing: usize,
    /// How strongly it covers what lies below, 0 to 1.
    pub opacity: f64,
    /// What the band stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Band {
    /// A band between pairs of edge points; a pair that is not finite makes a gap.
    #[must_use]
    pub fn between(edges: impl IntoIterator<Item = (Point, Point)>) -> Self {
        let mut pieces = vec![Vec::new()];
        let mut missing = 0;
        for (lower, upper) in edges {
            if !(lower.is_finite() && upper.is_finite()) {
                missing += 1;
                pieces.push(Vec::new());
            } else if let Some(piece) = pieces.last_mut() {
                piece.push((lower, upper));
            }
        }
        // One pair has no width: nothing a ribbon could show.
        pieces.retain(|piece| piece.len() > 1);
        Self { pieces, missing, opacity: 0.16, role: Role::Neutral, datum: None }
    }

    /// The band with this opacity, 0 to 1.
    #[must_use]
    pub fn opacity(self, opacity: f64) -> Self {
        Self { opacity: if opacity.is_finite() { opacity.clamp(0.0, 1.0) } else { 0.16 }, ..self }
    }
}

common!(Band);

impl Shape for Band {
    shape_fields!();

    fn is_finite(&self) -> bool {
        true
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        for (lower, upper) in self.pieces.iter_mut().flatten() {
            *lower = lower.shifted(dx, dy);
            *upper = upper.shifted(dx, dy);
        }
    }

    fn missing(&self) -> usize {
        self.missing
    }
}
