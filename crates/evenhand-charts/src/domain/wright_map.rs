//! Providers, evaluators, indicators and thresholds on one upright ruler in logits (Wright & Stone 1979).

use evenhand_protocol::{DriftReport, EntityKind, Outcome, RaschElement, RaschMeasures};
use evenhand_words::{count, number};

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, value_cell};
use super::phrases::fact;
use crate::axis::Axis;
use crate::datum::Datum;
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::mark::{Bar, Rule, Text, VerticalAlign};
use crate::number_format::NumberStyle;
use crate::plot::Plot;
use crate::role::Role;
use crate::scale::{BandScale, LinearScale};
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};
use crate::truncate::truncate;

/// The height of the ruler in bins, each as high as a line of text.
const BINS: usize = 30;
/// The height of a bin in pixels.
const BIN: f64 = 14.0;
/// The most elements of a column that are named; thresholds are few.
const MOST_NAMED: usize = 12;
/// The decimals of logits.
const DECIMALS: usize = 2;

/// One column of the ruler.
struct Column<'a> {
    title: &'a str,
    kind: Option<EntityKind>,
    places: Vec<Place>,
    role: Role,
}

/// Where one element is.
struct Place {
    name: String,
    id: String,
    measure: f64,
}

impl Column<'_> {
    /// A few elements have their names beside the ruler instead of bars that count them.
    fn is_named(&self) -> bool {
        self.places.len() <= MOST_NAMED
    }
}

/// The Wright map of all facets.
pub fn wright_map(report: &DriftReport, context: &Context) -> Scene {
    let words = &context.charts().wright_map;
    let measures = match &report.rasch {
        Outcome::Known(measures) => measures,
        Outcome::Undefined(why) => {
            return empty(context, context.caption(words, &[], &[]), DataTable::new(), [why]);
        }
    };
    let columns = columns(measures, context);
    let facts: Vec<String> = columns.iter().filter_map(|column| range(column, context)).collect();
    let caption = context.caption(words, &[], &facts);
    let scale =
        LinearScale::fit(columns.iter().flat_map(|c| c.places.iter().map(|place| place.measure))).nice();
    let y = Axis::linear(scale).style(NumberStyle::Signed).title(words.y);
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    let x = Axis::bands(BandScale::new(titles.iter().copied()));
    let mut frame = context.frame;
    frame.height = Some(BINS as f64 * BIN + 60.0);
    let mut plot = Layout::new(frame, x, y).plot();
    plot.add(plot.rule_y(0.0));
    for (k, column) in columns.iter().enumerate() {
        draw(&mut plot, k, columns.len(), column);
    }
    plot.finish(caption, table(measures, context))
}

fn columns<'a>(measures: &RaschMeasures, context: &Context<'a>) -> Vec<Column<'a>> {
    let words = context.words();
    let of = |elements: &[RaschElement], kind: EntityKind| -> Vec<Place> {
        let named = |one: &RaschElement| {
            let name = context.name(kind, &one.id);
            let round = one.round.as_ref().map(|round| format!(" · {round}")).unwrap_or_default();
            let measure = one.measure.filter(|value| value.is_finite())?;
            Some(Place { name: format!("{name}{round}"), id: one.id.clone(), measure })
        };
        elements.iter().filter_map(named).collect()
    };
    let thresholds = measures.thresholds.iter().filter(|one| one.measure.is_finite());
    let thresholds = thresholds
        .map(|one| Place { name: number(one.score, DECIMALS), id: String::new(), measure: one.measure })
        .collect();
    vec![
        Column {
            title: words.nav.providers,
            kind: Some(EntityKind::Provider),
            places: of(&measures.providers, EntityKind::Provider),
            role: Role::Series(0),
        },
        Column {
            title: words.nav.evaluators,
            kind: Some(EntityKind::Evaluator),
            places: of(&measures.evaluators, EntityKind::Evaluator),
            role: Role::Series(1),
        },
        Column {
            title: words.nav.indicators,
            kind: Some(EntityKind::Indicator),
            places: of(&measures.indicators, EntityKind::Indicator),
            role: Role::Series(2),
        },
        Column {
            title: context.charts().marks.thresholds,
            kind: None,
            places: thresholds,
            role: Role::Muted,
        },
    ]
}

/// A fact: the lowest and the highest of a column.
fn range(column: &Column, context: &Context) -> Option<String> {
    let (low, high) = ends(column)?;
    Some(fact(
        context.language,
        column.title,
        &format!("{} – {}", number(low, DECIMALS), number(high, DECIMALS)),
    ))
}

fn ends(column: &Column) -> Option<(f64, f64)> {
    let values = || column.places.iter().map(|place| place.measure);
    (!column.places.is_empty())
        .then(|| (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max)))
}

/// Bars that count the elements of every bin; few elements have their names instead.
fn draw(plot: &mut Plot, k: usize, n: usize, column: &Column) {
    let area = plot.area();
    let (left, width) = (area.x + k as f64 * area.width / n as f64, area.width / n as f64);
    let bin_of = |measure: f64| {
        let y = plot.at(0.0, measure).y;
        (((y - area.y) / BIN).floor().max(0.0) as usize).min((area.height / BIN) as usize)
    };
    let mut bins: Vec<Vec<&Place>> = vec![Vec::new(); (area.height / BIN) as usize + 1];
    for place in &column.places {
        bins[bin_of(place.measure)].push(place);
    }
    let fullest = bins.iter().map(Vec::len).max().unwrap_or(1).max(1) as f64;
    for (bin, places) in bins.iter().enumerate().filter(|(_, places)| !places.is_empty()) {
        let y = area.y + (bin as f64 + 0.5) * BIN;
        let from = Point::new(left + 4.0, y);
        let names: Vec<&str> = places.iter().take(6).map(|place| place.name.as_str()).collect();
        let more = places.len().saturating_sub(names.len());
        let label = if more > 0 { format!("{} … +{more}", names.join(", ")) } else { names.join(", ") };
        let mean = places.iter().map(|place| place.measure).sum::<f64>() / places.len() as f64;
        let mut datum = Datum::at(from, label)
            .line(format!("{} logits", number(mean, DECIMALS)))
            .line(format!("{} {}", count(places.len() as u64), column.title))
            .series(k)
            .hit_rect(Rect { x: left, y: y - BIN / 2.0, width, height: BIN });
        if let (Some(kind), [only]) = (column.kind, places.as_slice()) {
            let code = match kind {
                EntityKind::Evaluator => "evaluator",
                EntityKind::Indicator => "indicator",
                _ => "provider",
            };
            datum = datum.link(format!("{code}:{}", only.id));
        }
        let datum = plot.datum(datum);
        if column.is_named() {
            plot.add(Rule::between(from, from.shifted(10.0, 0.0)).width(2.0).role(column.role));
            let text = match places.as_slice() {
                [only] => only.name.clone(),
                more => format!("{} … (+{})", more[0].name, more.len() - 1),
            };
            let text = truncate(&text, 12.0, width - 24.0);
            let text = Text::at(from.shifted(14.0, 0.0), text).vertical(VerticalAlign::Middle);
            plot.add(text.role(Role::Ink).halo());
        } else {
            let length = (width - 12.0) * places.len() as f64 / fullest;
            let bar = Bar::horizontal(from, from.shifted(length.max(2.0), 0.0), BIN - 3.0);
            plot.add(bar.role(column.role).datum(datum));
        }
    }
}

fn table(measures: &RaschMeasures, context: &Context) -> DataTable {
    let words = context.words();
    let mut table = DataTable::new()
        .text_column(context.charts().wright_map.x)
        .text_column(context.charts().marks.element)
        .number_column("n")
        .number_column(context.charts().wright_map.y)
        .number_column("SE")
        .number_column("infit")
        .number_column("outfit");
    let facets = [
        (words.nav.providers, EntityKind::Provider, &measures.providers),
        (words.nav.evaluators, EntityKind::Evaluator, &measures.evaluators),
        (words.nav.indicators, EntityKind::Indicator, &measures.indicators),
    ];
    let cell = |value: Option<f64>| value.map_or(TableCell::Empty, |value| value_cell(value, DECIMALS));
    for (title, kind, elements) in facets {
        for one in elements {
            let round = one.round.as_ref().map(|round| format!(" · {round}")).unwrap_or_default();
            table.push(vec![
                title.into(),
                format!("{}{round}", context.name(kind, &one.id)).into(),
                count_cell(one.n),
                cell(one.measure),
                cell(one.se),
                cell(one.infit),
                cell(one.outfit),
            ]);
        }
    }
    table
}
