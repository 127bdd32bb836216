//! Text: one line of words or numbers.

use super::{Shape, common, shape_fields};
use crate::geometry::Point;
use crate::role::Role;

/// Which part of the text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Anchor {
    /// The beginning.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

/// How the text stands to the height of its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerticalAlign {
    /// The letters stand on the point.
    #[default]
    Baseline,
    /// The letters are centred on the point.
    Middle,
    /// The letters hang below the point.
    Top,
}

/// What a text is for; decides its size and CSS class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    /// Tick labels, axis titles, notes and numbers within cells: 12 px, `t-tick`.
    Tick,
    /// Direct labels: 13 px, `t-label`.
    #[default]
    Label,
    /// The title: 16 px, `t-title`.
    Title,
}

impl TextKind {
    /// The font size in pixels.
    #[must_use]
    pub fn size(self) -> f64 {
        match self {
            Self::Tick => 12.0,
            Self::Label => 13.0,
            Self::Title => 16.0,
        }
    }

    /// The CSS class.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Tick => "t-tick",
            Self::Label => "t-label",
            Self::Title => "t-title",
        }
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it stands.
    pub at: Point,
    /// The words.
    pub text: String,
    /// Which part of it stands there.
    pub anchor: Anchor,
    /// How it stands to that height.
    pub vertical: VerticalAlign,
    /// What it is for.
    pub kind: TextKind,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether a rim in the colour of the surface keeps it readable over other marks.
    pub halo: bool,
    /// Rotation about its point in degrees, clockwise.
    pub rotate: f64,
    /// The role of the cell or bar it stands on; then ink or surface is chosen, whichever reads better.
    pub over: Option<Role>,
    /// What it stands for.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl Text {
    /// A label that begins at a point and is centred on its height.
    #[must_use]
    pub fn at(at: Point, text: impl Into<String>) -> Self {
        Self {
            at,
            text: text.into(),
            anchor: Anchor::Start,
            vertical: VerticalAlign::Middle,
            kind: TextKind::Label,
            bold: false,
            halo: false,
            rotate: 0.0,
            over: None,
            role: Role::Ink,
            datum: None,
        }
    }

    /// The text with this part at its point.
    #[must_use]
    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The text standing so to the height of its point.
    #[must_use]
    pub fn vertical(self, vertical: VerticalAlign) -> Self {
        Self { vertical, ..self }
    }

    /// The text of this kind.
    #[must_use]
    pub fn kind(self, kind: TextKind) -> Self {
        Self { kind, ..self }
    }

    /// The text in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The text with a rim in the colour of the surface.
    #[must_use]
    pub fn halo(self) -> Self {
        Self { halo: true, ..self }
    }

    /// The text turned clockwise by so many degrees.
    #[must_use]
    pub fn rotate(self, degrees: f64) -> Self {
        Self { rotate: degrees, ..self }
    }

    /// The text upon a cell or bar filled with this role.
    #[must_use]
    pub fn over(self, fill: Role) -> Self {
        Self { over: Some(fill), ..self }
    }
}

common!(Text);

impl Shape for Text {
    shape_fields!();

    fn is_finite(&self) -> bool {
        self.at.is_finite() && self.rotate.is_finite()
    }

    fn shift(&mut self, dx: f64, dy: f64) {
        self.at = self.at.shifted(dx, dy);
    }
}
