//! A datum: what one can point at in a scene, and what is said about it.

use crate::geometry::{Point, Rect};

/// The area in which a datum is pointed at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hit {
    /// Within so many pixels of the datum's point.
    Radius(f64),
    /// Within a rectangle, such as a bar, a cell or a row.
    Rect(Rect),
}

/// One thing a reader can point at or step to; a scene lists them in keyboard order.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// Distance of its point from the left edge, in pixels.
    pub x: f64,
    /// Distance of its point from the top edge, in pixels.
    pub y: f64,
    /// Where it is pointed at.
    pub hit: Hit,
    /// The main line of its tooltip.
    pub label: String,
    /// Further lines of its tooltip.
    pub lines: Vec<String>,
    /// The entity it leads to, such as `evaluator:E017`.
    pub link: Option<String>,
    /// The number of its series, when there are several.
    pub series: Option<usize>,
}

impl Datum {
    /// A datum at a point, with a hit radius of 12 pixels.
    #[must_use]
    pub fn at(at: Point, label: impl Into<String>) -> Self {
        let hit = Hit::Radius(12.0);
        Self { x: at.x, y: at.y, hit, label: label.into(), lines: Vec::new(), link: None, series: None }
    }

    /// The datum with one more line of detail.
    #[must_use]
    pub fn line(mut self, line: impl Into<String>) -> Self {
        self.lines.push(line.into());
        self
    }

    /// The datum leading to an entity.
    #[must_use]
    pub fn link(self, link: impl Into<String>) -> Self {
        Self { link: Some(link.into()), ..self }
    }

    /// The datum as part of a series.
    #[must_use]
    pub fn series(self, series: usize) -> Self {
        Self { series: Some(series), ..self }
    }

    /// The datum pointed at anywhere in a rectangle.
    #[must_use]
    pub fn hit_rect(self, rect: Rect) -> Self {
        Self { hit: Hit::Rect(rect), ..self }
    }

    /// Its point.
    #[must_use]
    pub fn point(&self) -> Point {
        Point::new(self.x, self.y)
    }

    pub(crate) fn shift(&mut self, dx: f64, dy: f64) {
        self.x += dx;
        self.y += dy;
        if let Hit::Rect(rect) = &mut self.hit {
            *rect = rect.shifted(dx, dy);
        }
    }
}
