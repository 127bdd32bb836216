//! The measures of a facet of the many-facet Rasch model, and how far its elements are apart.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{
    EntityKind, FacetElement, FacetMeasures, FacetSpread, Facets, MeasuredFacet, PinnedChoice, RaschSpread,
};
use evenhand_words::{percent, scale_decimals, signed};

use super::super::of_choice::chosen;
use super::cells::{counted, value, written};
use super::{Made, Scope};

/// Decimals of logits and mean squares.
const LOGITS: usize = 2;

/// The facet chosen, or the evaluators.
fn of<'a>(facets: &'a Facets, choice: &PinnedChoice) -> Option<&'a FacetMeasures> {
    let facet = match chosen(choice, "facet") {
        Some(code) => MeasuredFacet::from_code(code)?,
        None => MeasuredFacet::Evaluators,
    };
    facets.measures.iter().find(|of| of.facet == facet)
}

fn name(facet: MeasuredFacet, scope: &Scope<'_>) -> &'static str {
    let words = &scope.language.words().facets;
    match facet {
        MeasuredFacet::Evaluators => words.of_evaluators,
        MeasuredFacet::Indicators => words.of_indicators,
        MeasuredFacet::Providers => words.of_providers,
    }
}

/// One row per element, the largest measure first.
pub(super) fn measures(facets: &Facets, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let of = of(facets, choice)?;
    let all = scope.language.words();
    let words = &all.facets;
    let (kind, head) = match of.facet {
        MeasuredFacet::Evaluators => (EntityKind::Evaluator, all.evaluators.columns.evaluator),
        MeasuredFacet::Indicators => (EntityKind::Indicator, all.indicators.columns.indicator),
        MeasuredFacet::Providers => (EntityKind::Provider, all.providers.columns.provider),
    };
    let by_round = of.elements.iter().any(|one| one.round.is_some());
    let with_pairs = of.agreement.is_some();
    let mut table = DataTable::new().text_column(head.header);
    if by_round {
        table = table.text_column(all.overview.columns.round.header);
    }
    for column in [
        words.scores,
        words.observed_average,
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
    ] {
        table = table.number_column(column.header);
    }
    if with_pairs {
        table = table.number_column(words.same_score.header).number_column(words.same_score_expected.header);
    }
    table = table.text_column(words.extreme.header);
    let decimals = scale_decimals(&facets.scale);
    let mut sorted: Vec<&FacetElement> = of.elements.iter().collect();
    let size = |one: &FacetElement| one.measure.map_or(f64::NEG_INFINITY, |measure| measure.value);
    sorted.sort_by(|a, b| size(b).total_cmp(&size(a)));
    for one in sorted {
        let mut cells = vec![TableCell::Text(scope.names.name(kind, &one.id))];
        if by_round {
            let round = one.round.as_ref().map(|round| scope.names.name(EntityKind::Round, round));
            cells.push(round.map_or(TableCell::Empty, TableCell::Text));
        }
        cells.extend(element(one, decimals));
        if with_pairs {
            cells.extend(pairs(one));
        }
        cells.push(if one.extreme { TableCell::from(words.extreme_yes) } else { TableCell::Empty });
        table.push(cells);
    }
    Some(Made::whole(table).about(name(of.facet, scope)))
}

fn element(one: &FacetElement, decimals: usize) -> [TableCell; 12] {
    let maybe = |found: Option<f64>, decimals| found.map_or(TableCell::Empty, |found| value(found, decimals));
    let sign = |found: Option<f64>, decimals| {
        found.map_or(TableCell::Empty, |found| written(found, signed(found, decimals)))
    };
    let fit = one.fit.as_ref();
    [
        counted(one.n),
        value(one.observed_average, decimals),
        maybe(one.fair_average, decimals),
        sign(one.measure.map(|measure| measure.value), LOGITS),
        maybe(one.measure.and_then(|measure| measure.se), LOGITS),
        sign(one.uncorrected.map(|measure| measure.value), LOGITS),
        maybe(fit.map(|fit| fit.infit), LOGITS),
        sign(fit.and_then(|fit| fit.infit_z), 1),
        maybe(fit.map(|fit| fit.outfit), LOGITS),
        sign(fit.and_then(|fit| fit.outfit_z), 1),
        maybe(fit.and_then(|fit| fit.point_measure), LOGITS),
        maybe(fit.and_then(|fit| fit.point_measure_expected), LOGITS),
    ]
}

/// Shares of equal scores among pairs with colleagues.
fn pairs(one: &FacetElement) -> [TableCell; 2] {
    let share = |of: Option<f64>| of.map_or(TableCell::Empty, |share| written(share, percent(share, 1)));
    let pairs = one.agreement.as_ref();
    [share(pairs.map(|of| of.observed / of.pairs)), share(pairs.map(|of| of.expected / of.pairs))]
}

/// Separation, strata and reliability of the facet chosen.
pub(super) fn summary(facets: &Facets, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let of = of(facets, choice)?;
    let found = of.summary.known()?;
    let words = &scope.language.words().facets;
    let mut table = DataTable::new().text_column(words.spread_of.header);
    for column in [
        words.elements,
        words.rmse,
        words.adjusted_sd,
        words.separation,
        words.strata,
        words.separation_reliability,
    ] {
        table = table.number_column(column.header);
    }
    let row = |name: &str, spread: &FacetSpread, of: &RaschSpread| {
        let numbers = [of.rmse, of.adjusted_sd, of.separation, of.strata, of.reliability];
        let mut cells = vec![TableCell::from(name), counted(spread.n)];
        cells.extend(numbers.map(|number| value(number, LOGITS)));
        cells
    };
    table.push(row(words.all_sample, &found.all, &found.all.sample));
    table.push(row(words.all_population, &found.all, &found.all.population));
    if let Some(inner) = &found.without_extremes {
        table.push(row(words.inner_sample, inner, &inner.sample));
        table.push(row(words.inner_population, inner, &inner.population));
    }
    Some(Made::whole(table).about(name(of.facet, scope)))
}
