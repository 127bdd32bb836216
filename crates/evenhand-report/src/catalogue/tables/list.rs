//! Which tables there are, and what they are about.

use evenhand_protocol::Topic;
use evenhand_words::{Language, Words};

/// A table of its own.
#[derive(Debug, Clone, Copy)]
pub struct OwnTable {
    /// Its name, as on the page.
    pub name: &'static str,
    /// Whose answer it shows.
    pub topic: Topic,
    /// The note that explains its numbers.
    pub note: &'static str,
    heading: fn(&'static Words) -> &'static str,
}

/// All of them.
pub const OWN_TABLES: &[OwnTable] = &[
    OwnTable {
        name: "standing",
        topic: Topic::Standing,
        note: "chances",
        heading: |words| words.standing.table_heading,
    },
    OwnTable {
        name: "scorecards",
        topic: Topic::Scorecards,
        note: "scorecards",
        heading: |words| words.scorecards.heading,
    },
    OwnTable {
        name: "evaluator-groups",
        topic: Topic::Turnover,
        note: "turnover",
        heading: |words| words.turnover.groups_heading,
    },
    OwnTable {
        name: "agreement-differences",
        topic: Topic::Agreement,
        note: "krippendorff-alpha",
        heading: |words| words.agreement.differences_heading,
    },
    OwnTable {
        name: "unexpected-scores",
        topic: Topic::Facets,
        note: "interactions",
        heading: |words| words.facets.unexpected_heading,
    },
    OwnTable {
        name: "interactions-round",
        topic: Topic::Facets,
        note: "interactions",
        heading: |words| words.facets.with_round_heading,
    },
    OwnTable {
        name: "interactions-indicator",
        topic: Topic::Facets,
        note: "interactions",
        heading: |words| words.facets.with_indicator_heading,
    },
    OwnTable {
        name: "interactions-category",
        topic: Topic::Facets,
        note: "interactions",
        heading: |words| words.facets.with_category_heading,
    },
    OwnTable {
        name: "drift-links",
        topic: Topic::Drift,
        note: "drift",
        heading: |words| words.drift.links_heading,
    },
    OwnTable {
        name: "drift-providers",
        topic: Topic::Drift,
        note: "drift",
        heading: |words| words.drift.providers_heading,
    },
    OwnTable {
        name: "conflict-providers",
        topic: Topic::Conflicts,
        note: "conflicts",
        heading: |words| words.conflicts.providers_heading,
    },
    OwnTable {
        name: "what-if",
        topic: Topic::Standing,
        note: "weights",
        heading: |words| words.standing.weights_heading,
    },
    OwnTable {
        name: "voices",
        topic: Topic::Standing,
        note: "composite",
        heading: |words| words.standing.voices_heading,
    },
    OwnTable {
        name: "coefficients",
        topic: Topic::Agreement,
        note: "krippendorff-alpha",
        heading: |words| words.agreement.all_coefficients,
    },
    OwnTable {
        name: "effects-by-round",
        topic: Topic::Effects,
        note: "rating-effects",
        heading: |words| words.effects.by_round_heading,
    },
    OwnTable {
        name: "facet-measures",
        topic: Topic::Facets,
        note: "rasch",
        heading: |words| words.facets.measures_heading,
    },
    OwnTable {
        name: "facet-summary",
        topic: Topic::Facets,
        note: "rasch",
        heading: |words| words.facets.summary_heading,
    },
    OwnTable {
        name: "indicator-own-way",
        topic: Topic::Facets,
        note: "interactions",
        heading: |words| words.sheets.own_way_heading,
    },
    OwnTable {
        name: "provider-rounds",
        topic: Topic::Providers,
        note: "adjusted-composite",
        heading: |words| words.sheets.by_round_heading,
    },
    OwnTable {
        name: "round-members",
        topic: Topic::Turnover,
        note: "turnover",
        heading: |words| words.sheets.evaluators_heading,
    },
    OwnTable {
        name: "round-change",
        topic: Topic::Turnover,
        note: "turnover",
        heading: |words| words.sheets.change_heading,
    },
    OwnTable {
        name: "round-ends",
        topic: Topic::Providers,
        note: "adjusted-composite",
        heading: |words| words.sheets.league_heading,
    },
];

/// The table of a name.
pub(crate) fn own_table(name: &str) -> Option<&'static OwnTable> {
    OWN_TABLES.iter().find(|table| table.name == name)
}

impl OwnTable {
    /// What it is about.
    pub(crate) fn heading(&self, language: Language) -> &'static str {
        (self.heading)(language.words())
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{PINNED_CHARTS, PINNED_FIGURES, PINNED_TABLES};

    use super::*;
    use crate::catalogue::{CHARTS, FIGURES, TABLES, chart, chart_of_table};

    #[test]
    fn whatever_the_pages_pin_is_known_here() {
        for table in PINNED_TABLES {
            assert!(
                own_table(table.name).is_some() || chart(chart_of_table(table.name)).is_some(),
                "{}",
                table.name
            );
        }
        let names = |all: &[evenhand_protocol::Pinnable]| {
            let mut names: Vec<&str> = all.iter().map(|one| one.name).collect();
            names.sort_unstable();
            names
        };
        let sorted = |mut names: Vec<&'static str>| {
            names.sort_unstable();
            names
        };
        assert_eq!(names(PINNED_CHARTS), sorted(CHARTS.iter().map(|chart| chart.name).collect()));
        assert_eq!(names(PINNED_FIGURES), sorted(FIGURES.iter().map(|(name, _)| *name).collect()));
        for name in OWN_TABLES.iter().map(|table| table.name).chain(TABLES.iter().map(|(name, _)| *name)) {
            assert!(PINNED_TABLES.iter().any(|table| table.name == name), "{name} has no pin");
        }
    }

    #[test]
    fn notes_are_on_the_methods_page() {
        for table in OWN_TABLES {
            assert!(evenhand_words::method_note(table.note).is_some(), "{}: {}", table.name, table.note);
        }
    }
}
