//! The dot: one value.

use super::{Shape, common, shape_fields};
use crate::geometry::Point;
use crate::role::Role;

/// A circle, filled or hollow.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The centre.
    pub at: Point,
    /// The radius in pixels.
    pub radius: f64,
    /// Whether only the outline is drawn, as for estimates that cannot be told from zero.
    pub hollow: bool,
    /// What the dot stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Dot {
    /// A filled dot of radius 4.
    #[must_use]
    pub fn at(at: Point) -> Self {
        Self { at, radius: 4.0, hollow: false, role: Role::Ink, datum: None }
    }

    /// The dot with this radius in pixels.
    #[must_use]
    pub fn radius(self, radius: f64) -> Self {
        Self { radius, ..self }
    }

    /// The dot drawn as an outline when `hollow`.
    #[must_use]
    pub fn hollow(self, hollow: bool) -> Self {
        Self { hollow, ..self }
    }
}

common!(Dot);

impl Shape for Dot {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.at.is_finite() && self.radius.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        self.at = self.at.shifted(dx, dy);
    }
}
