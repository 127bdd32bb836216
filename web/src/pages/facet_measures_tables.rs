//! The tables of a facet's measures and of how far its elements are apart.

use evenhand_protocol::{
    EntityKind, FacetElement, FacetMeasures, FacetSpread, FacetsAnswer, LogitMeasure, MeasuredFacet,
    RaschSpread, entity_link,
};
use evenhand_words::{Language, number, percent, scale_decimals, signed};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table, Tone};

/// Decimals of logits and mean squares.
const LOGITS: usize = 2;

/// A mean square beyond these is noisier or more regular than is of use (Linacre 2002).
const USEFUL: std::ops::RangeInclusive<f64> = 0.5..=1.5;

/// One row per element, the largest measure first.
pub fn measures_table(answer: &FacetsAnswer, of: &FacetMeasures, scope: &Scope<'_>) -> Option<Table> {
    let decimals = scale_decimals(&answer.facets.known()?.scale);
    let all = scope.language.words();
    let words = &all.facets;
    let (kind, name) = match of.facet {
        MeasuredFacet::Evaluators => (EntityKind::Evaluator, all.evaluators.columns.evaluator),
        MeasuredFacet::Indicators => (EntityKind::Indicator, all.indicators.columns.indicator),
        MeasuredFacet::Providers => (EntityKind::Provider, all.providers.columns.provider),
    };
    let by_round = of.elements.iter().any(|one| one.round.is_some());
    let with_pairs = of.agreement.is_some();
    let mut heads = vec![Head::text(name)];
    heads.extend(by_round.then(|| Head::text(all.overview.columns.round)));
    heads.extend([words.scores, words.observed_average].map(Head::number));
    heads.extend(
        [
            words.fair_average,
            words.measure,
            words.model_se,
            words.uncorrected,
            words.infit_square,
            words.infit_z,
            words.outfit_square,
            words.outfit_z,
            words.point_measure,
            words.point_measure_expected,
        ]
        .map(|column| Head::number(column).explained("rasch")),
    );
    if with_pairs {
        heads.extend([words.same_score, words.same_score_expected].map(Head::number));
    }
    heads.push(Head::text(words.extreme));
    let mut sorted: Vec<&FacetElement> = of.elements.iter().collect();
    let value = |one: &FacetElement| one.measure.map_or(f64::NEG_INFINITY, |measure| measure.value);
    sorted.sort_by(|a, b| value(b).total_cmp(&value(a)));
    let rows = sorted.into_iter().map(|one| {
        let mut cells = vec![Cell::entity(&scope.names, kind, &one.id)];
        let round = one.round.as_ref().filter(|_| by_round);
        cells.extend(round.map(|round| Cell::entity(&scope.names, EntityKind::Round, round)));
        cells.extend(element_cells(one, decimals));
        if with_pairs {
            cells.extend(pair_cells(one));
        }
        cells.push(if one.extreme { Cell::text(words.extreme_yes) } else { Cell::empty() });
        Row::about(entity_link(kind, &one.id), cells)
    });
    Some(Table::new(heads, rows))
}

fn element_cells(one: &FacetElement, decimals: usize) -> Vec<Cell> {
    let logits = |measure: Option<LogitMeasure>| {
        measure.map_or_else(Cell::empty, |of| Cell::value(of.value, signed(of.value, LOGITS)))
    };
    let deviate = |z: Option<f64>| z.map_or_else(Cell::empty, |z| Cell::value(z, signed(z, 1)));
    let square = |value: Option<f64>| match value {
        Some(value) if !USEFUL.contains(&value) => Cell::maybe_number(Some(value), LOGITS).tone(Tone::Worse),
        value => Cell::maybe_number(value, LOGITS),
    };
    let fit = one.fit.as_ref();
    vec![
        Cell::count(one.n),
        Cell::maybe_number(Some(one.observed_average), decimals),
        Cell::maybe_number(one.fair_average, decimals),
        logits(one.measure),
        Cell::maybe_number(one.measure.and_then(|measure| measure.se), LOGITS),
        logits(one.uncorrected),
        square(fit.map(|fit| fit.infit)),
        deviate(fit.and_then(|fit| fit.infit_z)),
        square(fit.map(|fit| fit.outfit)),
        deviate(fit.and_then(|fit| fit.outfit_z)),
        Cell::maybe_number(fit.and_then(|fit| fit.point_measure), LOGITS),
        Cell::maybe_number(fit.and_then(|fit| fit.point_measure_expected), LOGITS),
    ]
}

/// Shares of equal scores among pairs with colleagues.
fn pair_cells(one: &FacetElement) -> [Cell; 2] {
    let share = |of: Option<f64>| of.map_or_else(Cell::empty, |share| Cell::value(share, percent(share, 1)));
    let pairs = one.agreement.as_ref();
    [share(pairs.map(|of| of.observed / of.pairs)), share(pairs.map(|of| of.expected / of.pairs))]
}

/// Separation, strata and reliability with the elements as a sample and as all there are, with and without extreme ones.
pub fn summary_table(of: &FacetMeasures, language: Language) -> Option<Table> {
    let words = &language.words().facets;
    let summary = of.summary.known()?;
    let mut heads = vec![Head::text(words.spread_of)];
    heads.extend(
        [
            words.elements,
            words.rmse,
            words.adjusted_sd,
            words.separation,
            words.strata,
            words.separation_reliability,
        ]
        .map(Head::number),
    );
    let row = |name: &str, spread: &FacetSpread, of: &RaschSpread| {
        Row::new(vec![
            Cell::text(name),
            Cell::count(spread.n),
            Cell::value(of.rmse, number(of.rmse, LOGITS)),
            Cell::value(of.adjusted_sd, number(of.adjusted_sd, LOGITS)),
            Cell::value(of.separation, number(of.separation, LOGITS)),
            Cell::value(of.strata, number(of.strata, LOGITS)),
            Cell::value(of.reliability, number(of.reliability, LOGITS)),
        ])
    };
    let mut rows = vec![
        row(words.all_sample, &summary.all, &summary.all.sample),
        row(words.all_population, &summary.all, &summary.all.population),
    ];
    if let Some(inner) = &summary.without_extremes {
        rows.push(row(words.inner_sample, inner, &inner.sample));
        rows.push(row(words.inner_population, inner, &inner.population));
    }
    Some(Table::new(heads, rows))
}
