//! The plot: a laid-out chart that takes marks, and turns into a scene.

use crate::axis_marks::axis_marks;
use crate::datum::Datum;
use crate::end_labels::{EndLabel, Side, end_labels};
use crate::geometry::{Point, Rect};
use crate::layout::{Layout, Ticks};
use crate::mark::{Dash, Mark, Rule};
use crate::role::Role;
use crate::scale::Scale;
use crate::scene::{Caption, Scene};
use crate::table::DataTable;
use crate::thin::thinned;

/// A laid-out chart with its axes drawn.
///
/// Marks are given in pixels; [`Plot::at`] turns values and category numbers into pixels.
/// Marks and data that are not finite are left out and counted.
#[derive(Debug, Clone)]
pub struct Plot {
    layout: Layout,
    area: Rect,
    header: Rect,
    scene: Scene,
}

impl Plot {
    pub(crate) fn start(layout: Layout, area: Rect, header: Rect, height: f64, ticks: &Ticks) -> Self {
        let width = layout.frame.width;
        let marks = axis_marks(&layout.x, &layout.y, ticks, area, (width, height));
        let (x_label, y_label) = (layout.x.title.clone(), layout.y.title.clone());
        let scene = Scene { width, height, x_label, y_label, marks, ..Scene::default() };
        Self { layout, area, header, scene }
    }

    /// The point of a pair of values; a category is given by its number.
    #[must_use]
    pub fn at(&self, x: f64, y: f64) -> Point {
        Point::new(self.layout.x.scale.map(x), self.layout.y.scale.map(y))
    }

    /// The plot area between the axes.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.area
    }

    /// The free room above the plot area that [`Layout::header`] asked for, above tick labels on top.
    #[must_use]
    pub fn header(&self) -> Rect {
        self.header
    }

    /// Whether the chart is drawn for a narrow screen.
    #[must_use]
    pub fn compact(&self) -> bool {
        self.layout.frame.compact
    }

    /// The scale of the x axis, in pixels of this plot.
    #[must_use]
    pub fn x_scale(&self) -> &Scale {
        &self.layout.x.scale
    }

    /// The scale of the y axis, in pixels of this plot.
    #[must_use]
    pub fn y_scale(&self) -> &Scale {
        &self.layout.y.scale
    }

    /// The rectangle of a row of a categorical y axis across the plot area, such as for a hit area.
    #[must_use]
    pub fn row(&self, y: f64) -> Rect {
        let height = match &self.layout.y.scale {
            Scale::Band(scale) => scale.step(),
            other => other.bandwidth(),
        };
        Rect { y: self.layout.y.scale.map(y) - height / 2.0, height, ..self.area }
    }

    /// A vertical reference line across the plot at a value of x.
    #[must_use]
    pub fn rule_x(&self, x: f64) -> Rule {
        let at = self.layout.x.scale.map(x);
        reference(Point::new(at, self.area.y), Point::new(at, self.area.bottom()))
    }

    /// A horizontal reference line across the plot at a value of y.
    #[must_use]
    pub fn rule_y(&self, y: f64) -> Rule {
        let at = self.layout.y.scale.map(y);
        reference(Point::new(self.area.x, at), Point::new(self.area.right(), at))
    }

    /// Draws a mark above those drawn before; leaves it out when it is not finite.
    pub fn add(&mut self, mark: impl Into<Mark>) {
        let mark = mark.into();
        self.scene.skipped += mark.shape().missing();
        if mark.shape().is_finite() {
            self.scene.marks.push(mark);
        } else {
            self.scene.skipped += 1;
        }
    }

    /// Appends a datum in keyboard order and returns its index for the marks that belong to it.
    ///
    /// There is no index, and no datum, when its point is not finite.
    pub fn datum(&mut self, datum: Datum) -> Option<usize> {
        datum.point().is_finite().then(|| {
            self.scene.data.push(datum);
            self.scene.data.len() - 1
        })
    }

    /// Labels lines directly at a side of the plot area, pushed apart where they would overlap.
    ///
    /// When not all fit the last ones are left out, so the important ones come first.
    pub fn end_labels(&mut self, side: Side, labels: &[EndLabel]) {
        let marks = end_labels(side, labels, self.area, (self.scene.width, self.scene.height));
        self.scene.marks.extend(marks);
    }

    /// The finished scene.
    #[must_use]
    pub fn finish(self, caption: Caption, table: DataTable) -> Scene {
        let (marks, merged) = thinned(self.scene.marks);
        Scene { caption, table, marks, merged, ..self.scene }
    }
}

fn reference(from: Point, to: Point) -> Rule {
    Rule::between(from, to).width(1.25).dash(Dash::Solid).role(Role::Reference)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::axis::Axis;
    use crate::frame::Frame;
    use crate::mark::{Dot, Line};
    use crate::scale::{LinearScale, PointScale};

    fn plot() -> Plot {
        let x = Axis::linear(LinearScale::new(0.0, 1.0)).title("Severity");
        Layout::new(Frame::new(600.0), x, Axis::points(PointScale::new(["E1", "E2"]))).plot()
    }

    #[test]
    fn what_is_not_finite_is_skipped_and_counted() {
        let mut plot = plot();
        let drawn = plot.scene.marks.len();
        plot.add(Dot::at(plot.at(f64::NAN, 0.0)));
        plot.add(Line::through([plot.at(0.1, 0.0), plot.at(0.5, f64::INFINITY), plot.at(0.9, 1.0)]));
        assert_eq!(plot.datum(Datum::at(plot.at(f64::NAN, 1.0), "none")), None);
        assert_eq!(plot.datum(Datum::at(plot.at(0.5, 1.0), "some")), Some(0));
        let scene = plot.finish(Caption::default(), DataTable::new());
        assert_eq!((scene.marks.len() - drawn, scene.skipped), (1, 2));
    }

    #[test]
    fn rows_decide_the_height_and_lie_in_the_area() {
        let plot = plot();
        assert_eq!(plot.area().height, 44.0);
        let (first, second) = (plot.row(0.0), plot.row(1.0));
        assert_eq!((first.y, second.bottom()), (plot.area().y, plot.area().bottom()));
    }

    #[test]
    fn no_layout_panics_or_escapes_its_frame() {
        let names = |n: usize| PointScale::new((0..n).map(|k| format!("A rather long provider name {k}")));
        for width in [0.0, 200.0, 340.0, 1200.0, f64::NAN] {
            for n in [0, 1, 3, 90] {
                for frame in [Frame::new(width), Frame::new(width).with_height(90.0)] {
                    let plot = Layout::new(frame, Axis::points(names(n)), Axis::points(names(n))).plot();
                    assert!(plot.area().is_finite() && plot.area().x >= 0.0);
                    assert!(plot.area().right() <= plot.scene.width + 1.0, "{width} {n}");
                    assert!(plot.area().bottom() <= plot.scene.height);
                }
            }
        }
    }
}
