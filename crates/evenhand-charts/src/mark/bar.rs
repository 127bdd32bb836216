//! The bar: a length from a baseline.

use super::{Shape, common, shape_fields};
use crate::geometry::{Point, Rect};
use crate::role::Role;

/// A filled rectangle, usually from a baseline to a value.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The rectangle.
    pub rect: Rect,
    /// What the bar stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Bar {
    /// A horizontal bar from one point to another of the same height, `thickness` pixels thick.
    #[must_use]
    pub fn horizontal(from: Point, to: Point, thickness: f64) -> Self {
        let half = thickness / 2.0;
        Self::spanning(from.shifted(0.0, -half), Point::new(to.x, from.y + half))
    }

    /// A vertical bar from one point to another above or below it, `thickness` pixels thick.
    #[must_use]
    pub fn vertical(from: Point, to: Point, thickness: f64) -> Self {
        let half = thickness / 2.0;
        Self::spanning(from.shifted(-half, 0.0), Point::new(from.x + half, to.y))
    }

    fn spanning(a: Point, b: Point) -> Self {
        Self { rect: Rect::spanning(a, b), role: Role::Neutral, datum: None }
    }
}

common!(Bar);

impl Shape for Bar {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.rect.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        self.rect = self.rect.shifted(dx, dy);
    }
}
