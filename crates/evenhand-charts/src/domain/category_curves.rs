//! How likely each step of the scale is at every level: a hill for each, with its name on top.

use evenhand_protocol::{CategoryScale, EntityKind, Facets, Reason, ScoreCategory};
use evenhand_words::{NO_VALUE, number, percent};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, share_cell, value_cell};
use super::phrases::fact;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Dash, Dot, Line, Text, VerticalAlign};
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::LinearScale;
use crate::scene::{Caption, Scene};
use crate::small_multiples::SmallMultiples;
use crate::table::{DataTable, TableCell};
use crate::text_width::text_width;

/// So many scales have a chart at most.
const MOST: usize = 12;
/// The height of one of several charts, and of its title.
const HEIGHT: f64 = 240.0;
const TITLE: f64 = 22.0;
/// The size of the names on the hills, and the room around them.
const SIZE: f64 = 13.0;
const GAP: f64 = 4.0;

/// The curves of the scale, or one chart for the scale of every indicator.
pub fn category_curves(facets: &Facets, context: &Context) -> Scene {
    let words = &context.charts().category_curves;
    let drawn: Vec<&CategoryScale> =
        facets.scales.iter().filter(|scale| scale.categories.len() > 1).collect();
    let facts: Vec<String> = drawn.iter().map(|scale| fact_of(scale, context)).collect();
    let caption = context.caption(words, &[], &facts);
    let table = table(facets, context);
    match drawn.as_slice() {
        [] => empty(context, caption, table, [&Reason::NoVariance]),
        [one] => plot(one, 0, context).finish(caption, table),
        several => {
            let n = several.len().min(MOST);
            let min_width =
                if context.frame.compact { context.frame.width } else { context.frame.width * 0.4 };
            let grid = SmallMultiples::new(context.frame, n, min_width, HEIGHT);
            let mut scene = Scene { width: context.frame.width, height: grid.height, ..Scene::default() };
            for (series, (scale, cell)) in several.iter().zip(&grid.cells).enumerate() {
                let title = Text::at(Point::new(cell.x, cell.y), name_of(scale, context)).bold();
                scene.marks.push(title.vertical(VerticalAlign::Top).into());
                let room = Rect { y: cell.y + TITLE, height: cell.height - TITLE, ..*cell };
                let small = Context { frame: SmallMultiples::frame(room), ..*context };
                let plot = plot(scale, 100 * series, &small);
                scene.absorb(plot.finish(Caption::default(), DataTable::new()), room.x, room.y);
            }
            Scene { caption, table, ..scene }
        }
    }
}

fn name_of(scale: &CategoryScale, context: &Context) -> String {
    scale.indicator.as_ref().map_or_else(String::new, |id| context.name(EntityKind::Indicator, id))
}

/// How many of the steps are the most likely one somewhere.
fn fact_of(scale: &CategoryScale, context: &Context) -> String {
    let modal = scale.categories.iter().filter(|category| category.is_modal).count();
    let marks = &context.charts().marks;
    let name = match scale.indicator {
        Some(_) => name_of(scale, context),
        None => context.words().facets.categories_heading.to_owned(),
    };
    let value = evenhand_words::n_of(context.language, modal as u64, scale.categories.len() as u64);
    fact(context.language, &name, &format!("{} {value}", marks.most_likely_somewhere))
}

fn plot(scale: &CategoryScale, first_series: usize, context: &Context) -> Plot {
    let words = &context.charts().category_curves;
    let curves = &scale.curves;
    let ends = (curves.locations.first().copied(), curves.locations.last().copied());
    let x = Axis::linear(LinearScale::new(ends.0.unwrap_or(-1.0), ends.1.unwrap_or(1.0)));
    let y = Axis::linear(LinearScale::new(0.0, 1.0));
    let (x, y) = if context.frame.compact && scale.indicator.is_some() {
        (x, y)
    } else {
        (x.title(words.x), y.title(words.y))
    };
    let mut plot = Layout::new(context.frame, x, y).header(SIZE + 2.0 * GAP).plot();
    let n = scale.categories.len();
    let mut tops = Vec::with_capacity(n);
    for (k, (category, probabilities)) in scale.categories.iter().zip(&curves.probabilities).enumerate() {
        let points: Vec<Point> =
            curves.locations.iter().zip(probabilities).map(|(eta, p)| plot.at(*eta, *p)).collect();
        // Better steps are darker; those that are never the most likely one stay behind.
        let role = if category.is_modal { Role::Shade(shade(k, n)) } else { Role::Faint };
        let dash = if category.is_modal { Dash::Solid } else { Dash::Dashed };
        plot.add(Line::through(points.iter().copied()).width(2.0).dash(dash).role(role));
        let Some((place, _)) =
            probabilities.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))
        else {
            continue;
        };
        let at = points[place];
        let datum = plot.datum(datum(at, category, context).series(first_series + k));
        plot.add(Dot::at(at).radius(3.0).role(role).datum(datum));
        tops.push(Top { at, name: step(category), category, datum });
    }
    label(&mut plot, tops);
    plot
}

/// From the middle of the sequential scale on, where lines can be seen on either background.
fn shade(k: usize, n: usize) -> u8 {
    let share = if n > 1 { k as f64 / (n - 1) as f64 } else { 1.0 };
    (4.0 + 6.0 * share).round() as u8
}

/// The top of a hill.
struct Top<'a> {
    at: Point,
    name: String,
    category: &'a ScoreCategory,
    datum: Option<usize>,
}

/// Names the hills; where names would touch, the ends of the scale and the higher hills come first.
fn label(plot: &mut Plot, tops: Vec<Top>) {
    let last = tops.len().saturating_sub(1);
    let mut order: Vec<(usize, Top)> =
        tops.into_iter().enumerate().filter(|(_, top)| top.category.is_modal).collect();
    order.sort_by(|a, b| {
        let inner = |k: usize| k != 0 && k != last;
        inner(a.0).cmp(&inner(b.0)).then(a.1.at.y.total_cmp(&b.1.at.y))
    });
    let area = plot.area();
    let mut taken: Vec<Rect> = Vec::new();
    for (_, top) in order {
        let width = text_width(&top.name, SIZE);
        let x = top.at.x.clamp(area.x + width / 2.0 + GAP, area.right() - width / 2.0 - GAP);
        let y = top.at.y - GAP - SIZE;
        let room = Rect { x: x - width / 2.0 - GAP, y, width: width + 2.0 * GAP, height: SIZE };
        let free = taken.iter().all(|other| {
            room.right() < other.x
                || other.right() < room.x
                || room.bottom() < other.y
                || other.bottom() < room.y
        });
        if free {
            let at = Point::new(x, y);
            let text = Text::at(at, top.name).anchor(crate::mark::Anchor::Middle);
            plot.add(text.vertical(VerticalAlign::Top).halo().datum(top.datum));
            taken.push(room);
        }
    }
}

/// The scores of a step: "7.5", "5.25–5.75".
fn step(category: &ScoreCategory) -> String {
    evenhand_words::step(category.first, category.last)
}

fn datum(at: Point, category: &ScoreCategory, context: &Context) -> Datum {
    let words = &context.words().facets;
    let from = match (category.is_modal, category.most_probable_from) {
        (false, _) => words.never.to_owned(),
        (true, Some(from)) => number(from, 2),
        (true, None) => words.from_bottom.to_owned(),
    };
    Datum::at(at, step(category)).line(fact(context.language, words.most_probable.header, &from)).line(fact(
        context.language,
        words.share.header,
        &percent(category.share, 1),
    ))
}

/// One row per step of every scale.
fn table(facets: &Facets, context: &Context) -> DataTable {
    let words = &context.words().facets;
    let several = facets.scales.iter().any(|scale| scale.indicator.is_some());
    let mut table = DataTable::new();
    if several {
        table = table.text_column(context.words().common.indicator);
    }
    table = table.text_column(words.step.header);
    let heads = [
        words.scores,
        words.share,
        words.average,
        words.expected_average,
        words.outfit,
        words.threshold,
        words.most_probable,
    ];
    for head in heads {
        table = table.number_column(head.header);
    }
    for scale in &facets.scales {
        for category in &scale.categories {
            let known = |value: Option<f64>| value.map_or(TableCell::Empty, |value| value_cell(value, 2));
            let mut cells: Vec<TableCell> = Vec::new();
            if several {
                cells.push(name_of(scale, context).into());
            }
            cells.push(step(category).into());
            cells.extend([
                count_cell(category.n),
                share_cell(category.share),
                value_cell(category.average_measure, 2),
                value_cell(category.expected_measure, 2),
                known(category.outfit),
                known(category.threshold),
                if category.is_modal {
                    known(category.most_probable_from)
                } else {
                    NO_VALUE.to_owned().into()
                },
            ]);
            table.push(cells);
        }
    }
    table
}
