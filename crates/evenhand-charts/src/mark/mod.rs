//! Marks: what a scene is drawn of, in CSS pixels. They know nothing of data or domain.

mod band;
mod bar;
mod cell;
mod dot;
mod line;
mod rule;
mod text;

pub use band::Band;
pub use bar::Bar;
pub use cell::Cell;
pub use dot::Dot;
pub use line::Line;
pub use rule::Rule;
pub use text::{Anchor, Text, TextKind, VerticalAlign};

use crate::role::Role;

/// The pattern of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Dash {
    /// An unbroken line.
    #[default]
    Solid,
    /// Dashes, for projections and references.
    Dashed,
    /// Dots, for the uncertain.
    Dotted,
}

/// Any mark of a scene.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Mark {
    /// A circle.
    Dot(Dot),
    /// A line through points.
    Line(Line),
    /// A straight segment.
    Rule(Rule),
    /// A ribbon between two lines.
    Band(Band),
    /// A rectangle from a baseline.
    Bar(Bar),
    /// A cell of a heat map.
    Cell(Cell),
    /// A line of text.
    Text(Text),
}

/// What all marks can do.
pub(crate) trait Shape {
    /// Whether every coordinate can be drawn.
    fn is_finite(&self) -> bool;
    /// Moves the mark.
    fn shift(&mut self, dx: f64, dy: f64);
    /// What the mark stands for.
    fn role(&self) -> Role;
    /// The datum the mark belongs to.
    fn datum(&self) -> Option<usize>;
    /// The same, to be renumbered.
    fn datum_mut(&mut self) -> &mut Option<usize>;
    /// How many values were missing within the mark.
    fn missing(&self) -> usize {
        0
    }
}

impl Mark {
    /// What the mark stands for.
    #[must_use]
    pub fn role(&self) -> Role {
        self.shape().role()
    }

    /// The index into the scene's data of the datum the mark belongs to.
    #[must_use]
    pub fn datum(&self) -> Option<usize> {
        self.shape().datum()
    }

    pub(crate) fn shape(&self) -> &dyn Shape {
        match self {
            Self::Dot(mark) => mark,
            Self::Line(mark) => mark,
            Self::Rule(mark) => mark,
            Self::Band(mark) => mark,
            Self::Bar(mark) => mark,
            Self::Cell(mark) => mark,
            Self::Text(mark) => mark,
        }
    }

    pub(crate) fn shape_mut(&mut self) -> &mut dyn Shape {
        match self {
            Self::Dot(mark) => mark,
            Self::Line(mark) => mark,
            Self::Rule(mark) => mark,
            Self::Band(mark) => mark,
            Self::Bar(mark) => mark,
            Self::Cell(mark) => mark,
            Self::Text(mark) => mark,
        }
    }
}

/// The methods every mark shares: its role and datum, the accessors of [`Shape`], and its place in [`Mark`].
macro_rules! common {
    ($mark:ident) => {
        impl $mark {
            /// The mark standing for this role.
            #[must_use]
            pub fn role(self, role: crate::role::Role) -> Self {
                Self { role, ..self }
            }

            /// The mark belonging to this datum of the scene.
            #[must_use]
            pub fn datum(self, datum: impl Into<Option<usize>>) -> Self {
                Self { datum: datum.into(), ..self }
            }
        }

        impl From<$mark> for crate::mark::Mark {
            fn from(mark: $mark) -> Self {
                Self::$mark(mark)
            }
        }
    };
}

/// The accessors of [`Shape`] that every mark answers from its fields.
macro_rules! shape_fields {
    () => {
        fn role(&self) -> crate::role::Role {
            self.role
        }

        fn datum(&self) -> Option<usize> {
            self.datum
        }

        fn datum_mut(&mut self) -> &mut Option<usize> {
            &mut self.datum
        }
    };
}

pub(crate) use {common, shape_fields};
