//! Rows of estimates: a name, an interval with its dot, a value at the right.

use evenhand_protocol::Estimate;

use super::context::Context;
use super::interval_marks::{Look, draw_dot, draw_interval_across};
use super::phrases::fact;
use super::places::Places;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Dot, Text};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::PointScale;

/// How many rows a description tells of.
const DESCRIBED: usize = 6;

/// One row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its name.
    pub(super) name: String,
    /// The entity it leads to; empty where there is none.
    pub(super) link: String,
    /// What is drawn, if it is known.
    pub(super) estimate: Option<Estimate>,
    /// A second value to compare it with, drawn hollow.
    pub(super) second: Option<f64>,
    /// How it is drawn.
    pub(super) look: Look,
    /// What stands at the right.
    pub(super) value: String,
    /// The lines of its tooltip.
    pub(super) lines: Vec<String>,
}

/// What rows need besides their axis.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowsLayout<'a> {
    /// The height of a row.
    pub(super) row_height: f64,
    /// The free room above the plot area.
    pub(super) header: f64,
    /// The lines above the values at the right.
    pub(super) heading: &'a [String],
}

/// The plot of rows, without marks as yet.
pub(super) fn plot_rows(context: &Context, x: Axis, rows: &[Row], layout: RowsLayout) -> Plot {
    let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let names = Places::of_rows(rows.len()).names(&names, context);
    let y = Axis::points(PointScale::new(names)).row_height(layout.row_height);
    let values = rows.iter().map(|row| row.value.as_str());
    let right: Vec<&str> = values.chain(layout.heading.iter().map(String::as_str)).collect();
    Layout::new(context.frame, x, y).right_labels(&right).header(layout.header).plot()
}

/// Draws the rows and returns the index of each one's datum.
///
/// Of very many rows those in the middle share a strip of small dots before a band of their intervals.
pub(super) fn draw_rows(plot: &mut Plot, rows: &[Row]) -> Vec<Option<usize>> {
    let area = plot.area();
    let places = Places::of_rows(rows.len());
    places.draw_band(plot, rows.iter().map(|row| row.estimate.as_ref()));
    let mut data = Vec::new();
    for (k, row) in rows.iter().enumerate() {
        let place = places.place(k);
        let x = row.estimate.as_ref().map_or(area.centre().x, |estimate| plot.at(estimate.value, place).x);
        let mut datum = Datum::at(Point::new(x, plot.at(0.0, place).y), row.name.as_str());
        datum.lines.clone_from(&row.lines);
        // A row that is about no single entity leads nowhere.
        let datum = if row.link.is_empty() { datum } else { datum.link(row.link.as_str()) };
        let line = plot.row(place);
        let height = line.height * places.height(k);
        let hit = Rect { y: line.centre().y - height / 2.0, height, ..line };
        let datum = plot.datum(datum.hit_rect(hit));
        if places.in_strip(k) {
            if let Some(estimate) = &row.estimate {
                draw_dot(
                    plot,
                    plot.at(estimate.value, place),
                    Look { radius: 1.5, hollow: false, ..row.look },
                    datum,
                );
            }
            data.push(datum);
            continue;
        }
        if let Some(estimate) = &row.estimate {
            draw_interval_across(plot, estimate, place, row.look, datum);
        }
        if let Some(second) = row.second {
            plot.add(
                Dot::at(plot.at(second, place))
                    .radius(row.look.radius)
                    .hollow(true)
                    .role(Role::Uncertain)
                    .datum(datum),
            );
        }
        if let Some(estimate) = &row.estimate {
            draw_dot(plot, plot.at(estimate.value, place), row.look, datum);
        }
        let at = Point::new(area.right() + 10.0, plot.at(0.0, place).y);
        plot.add(Text::at(at, row.value.as_str()).datum(datum));
        data.push(datum);
    }
    data
}

/// The facts of a description: the first rows, which are the ones to look at, with the first line of each.
pub(super) fn rows_facts(context: &Context, rows: &[Row]) -> Vec<String> {
    let told = rows.iter().take(DESCRIBED);
    told.filter_map(|row| Some(fact(context.language, &row.name, row.lines.first()?))).collect()
}
