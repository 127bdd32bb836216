//! The sections of the pages that show answers, in their order: for the list on the page and for the search.

use evenhand_protocol::Page;
use evenhand_words::Words;

/// Words picked out of all.
pub type Label = fn(&'static Words) -> &'static str;

/// A part of a page.
pub struct PageSection {
    /// The page.
    pub page: Page,
    /// The name of the part, or of its first card, in addresses and for tests.
    pub name: &'static str,
    /// Its heading.
    pub heading: Label,
    /// What else it may be searched for.
    pub terms: Label,
}

const fn of(page: Page, name: &'static str, heading: Label, terms: Label) -> PageSection {
    PageSection { page, name, heading, terms }
}

/// All sections.
pub const SECTIONS: &[PageSection] = &[
    of(Page::Overview, "card-rounds", |w| w.overview.by_round, |w| w.section_terms.rounds),
    of(Page::Overview, "card-links", |w| w.overview.links_heading, |w| w.section_terms.links),
    of(Page::Evaluators, "card-severity", |w| w.evaluators.severity_heading, |w| w.section_terms.severity),
    of(Page::Evaluators, "card-drift", |w| w.evaluators.drift_heading, |w| w.section_terms.drift),
    of(
        Page::Evaluators,
        "card-agreement-by-round",
        |w| w.evaluators.agreement_heading,
        |w| w.section_terms.agreement,
    ),
    of(Page::Evaluators, "scorecards-detail", |w| w.scorecards.heading, |w| w.section_terms.scorecards),
    of(Page::Evaluators, "drift-detail", |w| w.drift.heading, |w| w.section_terms.drift_detail),
    of(Page::Evaluators, "facets-detail", |w| w.facets.heading, |w| w.section_terms.facets),
    of(
        Page::Evaluators,
        "linear-severity",
        |w| w.generalizability.severity_heading,
        |w| w.section_terms.linear_severity,
    ),
    of(Page::Evaluators, "agreement-detail", |w| w.agreement.heading, |w| w.section_terms.agreement_detail),
    of(Page::Evaluators, "effects-detail", |w| w.effects.heading, |w| w.section_terms.effects),
    of(
        Page::Evaluators,
        "card-affiliation",
        |w| w.evaluators.affiliation_heading,
        |w| w.section_terms.affiliation,
    ),
    of(Page::Evaluators, "conflicts-detail", |w| w.conflicts.heading, |w| w.section_terms.conflicts),
    of(Page::Evaluators, "turnover-detail", |w| w.turnover.heading, |w| w.section_terms.turnover),
    of(
        Page::Indicators,
        "card-reliability-by-round",
        |w| w.indicators.reliability_heading,
        |w| w.section_terms.reliability,
    ),
    of(Page::Indicators, "card-item-rest", |w| w.indicators.items_heading, |w| w.section_terms.item_rest),
    of(Page::Indicators, "card-floor-ceiling", |w| w.indicators.scales_heading, |w| w.section_terms.scales),
    of(Page::Indicators, "structure-detail", |w| w.structure.heading, |w| w.section_terms.structure),
    of(
        Page::Indicators,
        "generalizability",
        |w| w.generalizability.heading,
        |w| w.section_terms.generalizability,
    ),
    of(Page::Providers, "card-league", |w| w.providers.league_heading, |w| w.section_terms.league),
    of(Page::Providers, "standing", |w| w.standing.heading, |w| w.section_terms.standing),
    of(Page::Providers, "card-change", |w| w.providers.change_heading, |w| w.section_terms.change),
];

/// The sections of a page.
pub fn sections_of(page: Page) -> impl Iterator<Item = &'static PageSection> {
    SECTIONS.iter().filter(move |section| section.page == page)
}
