//! The many-facet Rasch model for a terminal: measures, the surest departures of evaluators from their own severity, and
//! the use of the scale.

use evenhand_protocol::{EntityKind, Facets, FacetsAnswer, InteractionTable, InteractionWith, Outcome};
use evenhand_words::{
    Language, NO_VALUE, Names, number, p_value, percent, reason, scale_decimals, signed, step,
};

use crate::facet_measures_summary::facet_measures;
use crate::text_table::TextTable;

/// The measures of every facet, the surest pairs beyond chance, and the steps of the scale where all indicators share one; why there is nothing where
/// there is nothing.
pub fn facets(language: Language, answer: &FacetsAnswer, names: &dyn Names, listed: usize) -> String {
    match &answer.facets {
        Outcome::Undefined(why) => format!("{}\n", reason(language, why)),
        Outcome::Known(facets) => {
            let mut text = facet_measures(language, facets, names, listed);
            text.push_str(&interactions(language, facets, names, listed));
            text.push_str(&steps(language, facets));
            text
        }
    }
}

fn interactions(language: Language, facets: &Facets, names: &dyn Names, listed: usize) -> String {
    let words = language.words();
    let mut text = String::new();
    for found in &facets.interactions {
        let heading = match found.with {
            InteractionWith::Round => words.facets.with_round_heading,
            InteractionWith::Indicator => words.facets.with_indicator_heading,
            InteractionWith::Category => words.facets.with_category_heading,
        };
        text.push_str(&format!("{heading}\n{}", table(language, facets, found, names, listed)));
    }
    text
}

fn table(
    language: Language,
    facets: &Facets,
    found: &InteractionTable,
    names: &dyn Names,
    listed: usize,
) -> String {
    let words = language.words();
    let element = match found.with {
        InteractionWith::Round => words.overview.columns.round.header,
        InteractionWith::Indicator => words.indicators.columns.indicator.header,
        InteractionWith::Category => words.facets.category_of_providers.header,
    };
    let mut table = TextTable::new(vec![
        words.evaluators.columns.evaluator.header,
        element,
        words.facets.points.header,
        words.facets.size.header,
        words.facets.t.header,
        words.facets.p.header,
    ]);
    let beyond = found.terms.iter().take(found.n_beyond_chance as usize);
    for term in beyond.take(listed) {
        let element = match found.with {
            InteractionWith::Round => names.name(EntityKind::Round, &term.with),
            InteractionWith::Indicator => names.name(EntityKind::Indicator, &term.with),
            InteractionWith::Category => term.with.clone(),
        };
        table.push(vec![
            names.name(EntityKind::Evaluator, &term.evaluator),
            element,
            signed(term.points, scale_decimals(&facets.scale)),
            signed(term.size, 2),
            signed(term.t, 1),
            term.p_adjusted.map_or_else(|| NO_VALUE.to_owned(), p_value),
        ]);
    }
    table.render()
}

fn steps(language: Language, facets: &Facets) -> String {
    let words = &language.words().facets;
    let [scale] = facets.scales.as_slice() else { return String::new() };
    let mut table = TextTable::new(vec![
        words.step.header,
        words.share.header,
        words.average.header,
        words.outfit.header,
        words.threshold.header,
        words.most_probable.header,
    ]);
    let known = |value: Option<f64>| value.map_or_else(|| NO_VALUE.to_owned(), |value| number(value, 2));
    for category in &scale.categories {
        table.push(vec![
            step(category.first, category.last),
            percent(category.share, 1),
            number(category.average_measure, 2),
            known(category.outfit),
            known(category.threshold),
            match (category.is_modal, category.most_probable_from) {
                (false, _) => words.never.to_owned(),
                (true, Some(from)) => number(from, 2),
                (true, None) => words.from_bottom.to_owned(),
            },
        ]);
    }
    format!("{}\n{}", words.categories_heading, table.render())
}
