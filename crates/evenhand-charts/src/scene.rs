//! A scene: a finished chart as plain data, ready to be drawn anywhere.

use crate::datum::Datum;
use crate::mark::Mark;
use crate::table::DataTable;

/// The words of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// What the chart shows, as a finding where there is one.
    pub title: String,
    /// Units, filters, numbers of cases.
    pub subtitle: String,
    /// One or two sentences on how to read it.
    pub how_to_read: String,
    /// What it shows, for readers who cannot see it.
    pub description: String,
    /// Where the numbers come from, at the foot of a picture that stands alone; empty where that is said elsewhere.
    pub source: String,
}

/// A finished chart: marks in CSS pixels, what can be pointed at, the words and the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The words.
    pub caption: Caption,
    /// The title of the x axis.
    pub x_label: String,
    /// The title of the y axis.
    pub y_label: String,
    /// The marks in paint order.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in keyboard order.
    pub data: Vec<Datum>,
    /// Every number behind the chart.
    pub table: DataTable,
    /// How many values could not be drawn because they were missing or not finite.
    pub skipped: usize,
    /// How many marks were left out because one that looks the same is drawn at their place.
    pub merged: usize,
}

impl Scene {
    /// Puts another scene into this one with its top-left corner at `x`, `y`.
    ///
    /// Marks and data are moved and renumbered; the words and the table of the other scene are left behind.
    pub fn absorb(&mut self, other: Self, x: f64, y: f64) {
        let first = self.data.len();
        self.marks.extend(other.marks.into_iter().map(|mut mark| {
            let shape = mark.shape_mut();
            shape.shift(x, y);
            let datum = shape.datum_mut();
            *datum = datum.map(|k| k + first);
            mark
        }));
        self.data.extend(other.data.into_iter().map(|mut datum| {
            datum.shift(x, y);
            datum
        }));
        self.skipped += other.skipped;
        self.merged += other.merged;
        self.width = self.width.max(x + other.width);
        self.height = self.height.max(y + other.height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Point;
    use crate::mark::Dot;

    #[test]
    fn absorbing_moves_and_renumbers() {
        let part = Scene {
            width: 100.0,
            height: 50.0,
            marks: vec![Dot::at(Point::new(1.0, 2.0)).datum(0).into()],
            data: vec![Datum::at(Point::new(1.0, 2.0), "a")],
            skipped: 1,
            ..Scene::default()
        };
        let mut whole = Scene::default();
        whole.absorb(part.clone(), 0.0, 0.0);
        whole.absorb(part, 100.0, 10.0);
        assert_eq!((whole.width, whole.height, whole.skipped), (200.0, 60.0, 2));
        assert_eq!(whole.marks[1].datum(), Some(1));
        assert_eq!(whole.data[1].point(), Point::new(101.0, 12.0));
    }
}
