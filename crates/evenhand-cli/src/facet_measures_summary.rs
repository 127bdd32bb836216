//! The measures of every facet for a terminal, as Facets prints them in Table 7.

use evenhand_protocol::{
    EntityKind, FacetElement, FacetMeasures, FacetSummary, Facets, LogitMeasure, MeasuredFacet, Outcome,
    RaschSpread,
};
use evenhand_words::{
    Language, NO_VALUE, Names, count, exact_agreement, facet_tests, number, percent, reason, scale_decimals,
    signed,
};

use crate::text_table::TextTable;

/// For every facet the elements with the largest measures and the summary of all.
pub fn facet_measures(language: Language, facets: &Facets, names: &dyn Names, listed: usize) -> String {
    let words = &language.words().facets;
    let mut text = String::new();
    for of in &facets.measures {
        let heading = match of.facet {
            MeasuredFacet::Evaluators => words.of_evaluators,
            MeasuredFacet::Indicators => words.of_indicators,
            MeasuredFacet::Providers => words.of_providers,
        };
        text.push_str(&format!(
            "{}: {heading}\n{}",
            words.measures_heading,
            elements(language, facets, of, names, listed)
        ));
        text.push_str(&summary(language, of));
    }
    text
}

fn elements(
    language: Language,
    facets: &Facets,
    of: &FacetMeasures,
    names: &dyn Names,
    listed: usize,
) -> String {
    let all = language.words();
    let words = &all.facets;
    let name = match of.facet {
        MeasuredFacet::Evaluators => all.evaluators.columns.evaluator,
        MeasuredFacet::Indicators => all.indicators.columns.indicator,
        MeasuredFacet::Providers => all.providers.columns.provider,
    };
    let columns = [
        words.scores,
        words.observed_average,
        words.fair_average,
        words.measure,
        words.model_se,
        words.infit_square,
        words.infit_z,
        words.outfit_square,
        words.outfit_z,
        words.point_measure,
    ];
    let mut heads = vec![name.header];
    heads.extend(columns.map(|column| column.header));
    let mut table = TextTable::new(heads);
    let mut sorted: Vec<&FacetElement> = of.elements.iter().collect();
    let value = |one: &FacetElement| one.measure.map_or(f64::NEG_INFINITY, |measure| measure.value);
    sorted.sort_by(|a, b| value(b).total_cmp(&value(a)));
    let known = |value: Option<f64>, decimals: usize| {
        value.map_or_else(|| NO_VALUE.to_owned(), |value| number(value, decimals))
    };
    let deviate = |value: Option<f64>| value.map_or_else(|| NO_VALUE.to_owned(), |value| signed(value, 1));
    let decimals = scale_decimals(&facets.scale);
    for one in sorted.into_iter().take(listed) {
        let kind = match of.facet {
            MeasuredFacet::Evaluators => EntityKind::Evaluator,
            MeasuredFacet::Indicators => EntityKind::Indicator,
            MeasuredFacet::Providers => EntityKind::Provider,
        };
        let mut name = names.name(kind, &one.id);
        if let Some(round) = &one.round {
            name.push_str(&format!(" · {}", names.name(EntityKind::Round, round)));
        }
        if one.extreme {
            name.push_str(&format!(" ({})", words.extreme_yes));
        }
        table.push(vec![
            name,
            count(one.n),
            number(one.observed_average, decimals),
            known(one.fair_average, decimals),
            one.measure.map_or_else(|| NO_VALUE.to_owned(), |measure| signed(measure.value, 2)),
            known(one.measure.and_then(|LogitMeasure { se, .. }| se), 2),
            known(one.fit.map(|fit| fit.infit), 2),
            deviate(one.fit.and_then(|fit| fit.infit_z)),
            known(one.fit.map(|fit| fit.outfit), 2),
            deviate(one.fit.and_then(|fit| fit.outfit_z)),
            known(one.fit.and_then(|fit| fit.point_measure), 2),
        ]);
    }
    table.render()
}

fn summary(language: Language, of: &FacetMeasures) -> String {
    let mut lines = match &of.summary {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(FacetSummary { all, .. }) => {
            let mut lines = vec![spread(language, &all.sample)];
            lines.extend(facet_tests(language, all));
            lines
        }
    };
    lines.extend(of.agreement.as_ref().map(|agreement| exact_agreement(language, agreement)));
    lines.iter().map(|line| format!("  {line}\n")).collect::<String>() + "\n"
}

fn spread(language: Language, of: &RaschSpread) -> String {
    let words = &language.words().facets;
    let figures = [
        (words.rmse, number(of.rmse, 2)),
        (words.adjusted_sd, number(of.adjusted_sd, 2)),
        (words.separation, number(of.separation, 2)),
        (words.strata, number(of.strata, 2)),
        (words.separation_reliability, percent(of.reliability, 0)),
    ];
    let told = figures.map(|(column, value)| format!("{} {value}", column.header));
    told.join(" · ")
}
