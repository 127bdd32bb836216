//! The cell: one field of a heat map.

use super::{Shape, common, shape_fields};
use crate::geometry::{Point, Rect};
use crate::role::Role;

/// A filled rectangle around a centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The rectangle.
    pub rect: Rect,
    /// What the cell stands for, usually a shade.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Cell {
    /// A cell of this width and height around a centre.
    #[must_use]
    pub fn around(centre: Point, width: f64, height: f64) -> Self {
        let rect = Rect { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height };
        Self { rect, role: Role::Shade(0), datum: None }
    }
}

common!(Cell);

impl Shape for Cell {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.rect.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        self.rect = self.rect.shifted(dx, dy);
    }
}
