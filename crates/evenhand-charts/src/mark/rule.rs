//! The rule: a straight segment, such as an interval or a reference line.

use super::{Dash, Shape, common, shape_fields};
use crate::geometry::Point;
use crate::role::Role;

/// A straight segment, optionally with caps across its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Half the length of the caps across the ends in pixels; zero for none.
    pub caps: f64,
    /// The width in pixels.
    pub width: f64,
    /// The pattern.
    pub dash: Dash,
    /// What the rule stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Rule {
    /// A solid rule of width 1.5 without caps.
    #[must_use]
    pub fn between(from: Point, to: Point) -> Self {
        Self { from, to, caps: 0.0, width: 1.5, dash: Dash::Solid, role: Role::Ink, datum: None }
    }

    /// The rule with caps that reach `half` pixels to both sides of its ends.
    #[must_use]
    pub fn caps(self, half: f64) -> Self {
        Self { caps: half, ..self }
    }

    /// The rule with this width in pixels.
    #[must_use]
    pub fn width(self, width: f64) -> Self {
        Self { width, ..self }
    }

    /// The rule with this pattern.
    #[must_use]
    pub fn dash(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

common!(Rule);

impl Shape for Rule {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.from.is_finite() && self.to.is_finite() && self.caps.is_finite() && self.width.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        self.from = self.from.shifted(dx, dy);
        self.to = self.to.shifted(dx, dy);
    }
}
