//! Providers, evaluators, indicators and thresholds on one upright ruler in logits (Wright & Stone 1979).

use evenhand_protocol::{DriftReport, EntityKind, Outcome, RaschElement, RaschMeasures};
use evenhand_words::number;

use super::context::Context;
use super::empty::empty;
use super::estimate_table::{count_cell, value_cell};
use super::phrases::fact;
use super::wright_column::{BIN, Column, DECIMALS, Place};
use crate::axis::Axis;
use crate::layout::Layout;
use crate::number_format::NumberStyle;
use crate::role::Role;
use crate::scale::{BandScale, LinearScale};
use crate::scene::Scene;
use crate::table::{DataTable, TableCell};

/// The height of the ruler in bins.
const BINS: usize = 30;
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
    let scale = LinearScale::fit(columns.iter().flat_map(|c| c.places.iter().map(|place| place.measure)))
        .including(0.0)
        .nice();
    let y = Axis::linear(scale).style(NumberStyle::Signed).title(words.y);
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    let x = Axis::bands(BandScale::new(titles.iter().copied()));
    let mut frame = context.frame;
    frame.height = Some(BINS as f64 * BIN + 60.0);
    let mut plot = Layout::new(frame, x, y).plot();
    for (k, column) in columns.iter().enumerate() {
        column.draw(&mut plot, k, columns.len());
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
