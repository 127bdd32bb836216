//! Direct labels at the ends of lines, with a leader where a label had to move.

use crate::geometry::{Point, Rect};
use crate::label_placement::{Placement, spread};
use crate::mark::{Anchor, Mark, Rule, Text};
use crate::role::Role;
use crate::text_width::{BOLD, text_width};
use crate::truncate::truncate_distinct;

/// The font size of direct labels.
const SIZE: f64 = 13.0;
/// The height a direct label fills.
const LABEL_HEIGHT: f64 = 16.0;
/// The space between the plot area and a label.
const LABEL_GAP: f64 = 10.0;
/// A label moved further than this gets a leader.
const LEADER_BEYOND: f64 = 5.0;

/// The side of the plot area on which labels stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Left of it.
    Left,
    /// Right of it.
    Right,
}

/// A direct label for the end of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct EndLabel {
    /// Where the line ends.
    pub at: Point,
    /// The name, cut when there is too little room.
    pub text: String,
    /// A number after the name that is never cut; may be empty.
    pub value: String,
    /// Whether it is bold.
    pub bold: bool,
    /// What it stands for, usually the role of the line.
    pub role: Role,
    /// The datum it belongs to.
    pub datum: Option<usize>,
}

impl EndLabel {
    /// A label for a line that ends at a point.
    #[must_use]
    pub fn at(at: Point, text: impl Into<String>) -> Self {
        Self { at, text: text.into(), value: String::new(), bold: false, role: Role::Ink, datum: None }
    }

    /// The label standing for this role.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role, ..self }
    }

    /// The label with a number after the name.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// The label in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The label belonging to this datum of the scene.
    #[must_use]
    pub fn datum(self, datum: impl Into<Option<usize>>) -> Self {
        Self { datum: datum.into(), ..self }
    }
}

impl EndLabel {
    /// The label in full, as [`Layout::left_labels`](crate::Layout::left_labels) needs it to make room.
    #[must_use]
    pub fn words(&self) -> String {
        if self.value.is_empty() { self.text.clone() } else { format!("{} {}", self.text, self.value) }
    }

    /// The room the name has when the whole label has `room` pixels.
    fn room_for_name(&self, room: f64) -> f64 {
        let widen = if self.bold { BOLD } else { 1.0 };
        let value = if self.value.is_empty() { 0.0 } else { text_width(&format!(" {}", self.value), SIZE) };
        room / widen - value
    }
}

/// The marks of the labels that fit beside the area of a chart of this size.
pub(crate) fn end_labels(
    side: Side,
    labels: &[EndLabel],
    area: Rect,
    (width, height): (f64, f64),
) -> Vec<Mark> {
    let wanted: Vec<Placement> =
        labels.iter().map(|label| Placement { wanted: label.at.y, height: LABEL_HEIGHT }).collect();
    let lo = (area.y - LABEL_HEIGHT / 2.0).max(0.0);
    let hi = (area.bottom() + LABEL_HEIGHT / 2.0).min(height);
    let placed = spread(&wanted, lo, hi);
    let room = if side == Side::Right { width - area.right() } else { area.x } - LABEL_GAP;
    let rooms: Vec<(&str, f64)> = labels.iter().map(|l| (l.text.as_str(), l.room_for_name(room))).collect();
    let names = truncate_distinct(&rooms, SIZE);
    let mut marks = Vec::new();
    for ((label, y), name) in labels.iter().zip(placed).zip(names) {
        let Some(y) = y else { continue };
        let (x, anchor, edge) = match side {
            Side::Right => (area.right() + LABEL_GAP, Anchor::Start, area.right()),
            Side::Left => (area.x - LABEL_GAP, Anchor::End, area.x),
        };
        let at = Point::new(x, y);
        if (y - label.at.y).abs() > LEADER_BEYOND {
            let outward = if side == Side::Right { 1.0 } else { -1.0 };
            let from = Point::new(edge + 2.0 * outward, label.at.y);
            let to = at.shifted(-2.0 * outward, 0.0);
            marks.push(Rule::between(from, to).width(1.0).role(Role::Faint).into());
        }
        let text = Text::at(at, EndLabel { text: name, ..label.clone() }.words())
            .anchor(anchor)
            .role(label.role)
            .datum(label.datum);
        marks.push(if label.bold { text.bold() } else { text }.into());
    }
    marks
}
