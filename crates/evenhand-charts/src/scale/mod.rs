//! Scales: from data to pixels. Categories are addressed by their number, counted from 0.

mod band;
mod linear;
mod point;
mod ticks;

pub use band::BandScale;
pub use linear::LinearScale;
pub use point::PointScale;

/// A place on an axis that is named.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The value, or the number of the category.
    pub value: f64,
    /// Its pixel.
    pub at: f64,
    /// Its label.
    pub label: String,
}

/// Any of the scales an axis can have.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Scale {
    /// Numbers.
    Linear(LinearScale),
    /// Categories as points.
    Point(PointScale),
    /// Categories as bands.
    Band(BandScale),
}

impl Scale {
    /// The pixel of a value or category number; not finite when that is not.
    #[must_use]
    pub fn map(&self, value: f64) -> f64 {
        match self {
            Self::Linear(scale) => scale.map(value),
            Self::Point(scale) => scale.map(value),
            Self::Band(scale) => scale.map(value),
        }
    }

    /// The names of the categories; `None` for numbers.
    #[must_use]
    pub fn names(&self) -> Option<&[String]> {
        match self {
            Self::Linear(_) => None,
            Self::Point(scale) => Some(scale.names()),
            Self::Band(scale) => Some(scale.names()),
        }
    }

    /// The room of one category in pixels, zero for numbers: the width of a band, the step of points.
    #[must_use]
    pub fn bandwidth(&self) -> f64 {
        match self {
            Self::Linear(_) => 0.0,
            Self::Point(scale) => scale.step(),
            Self::Band(scale) => scale.bandwidth(),
        }
    }

    pub(crate) fn onto(self, from: f64, to: f64) -> Self {
        match self {
            Self::Linear(scale) => Self::Linear(scale.onto(from, to)),
            Self::Point(scale) => Self::Point(scale.onto(from, to)),
            Self::Band(scale) => Self::Band(scale.onto(from, to)),
        }
    }
}

impl From<LinearScale> for Scale {
    fn from(scale: LinearScale) -> Self {
        Self::Linear(scale)
    }
}

impl From<PointScale> for Scale {
    fn from(scale: PointScale) -> Self {
        Self::Point(scale)
    }
}

impl From<BandScale> for Scale {
    fn from(scale: BandScale) -> Self {
        Self::Band(scale)
    }
}
