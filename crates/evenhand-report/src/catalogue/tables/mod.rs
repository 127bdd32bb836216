//! Tables of the pages that stand behind no chart.

mod cells;
mod evaluators;
mod providers;

use evenhand_charts::DataTable;
use evenhand_protocol::{Answer, ConflictKind, PinnedChoice, Topic};
use evenhand_words::{Language, Names, Words};

use super::Suppressed;
use super::draw::{chosen, standing_of};

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
];

/// The table of a name.
pub(crate) fn own_table(name: &str) -> Option<&'static OwnTable> {
    OWN_TABLES.iter().find(|table| table.name == name)
}

/// What a table is made with.
pub(super) struct Scope<'a> {
    pub(super) language: Language,
    pub(super) names: &'a dyn Names,
    pub(super) suppressed: &'a Suppressed<'a>,
}

impl OwnTable {
    /// What it is about.
    pub(crate) fn heading(&self, language: Language) -> &'static str {
        (self.heading)(language.words())
    }

    /// Its rows from the answer, and how many groups were left out; `None` where the answer does not have it.
    pub(crate) fn make(
        &self,
        choice: &PinnedChoice,
        answer: &Answer,
        language: Language,
        names: &dyn Names,
        suppressed: &Suppressed<'_>,
    ) -> Option<(DataTable, u64)> {
        let scope = Scope { language, names, suppressed };
        let all = |table| Some((table, 0));
        match (self.name, answer) {
            ("standing", Answer::Standing(answer)) => {
                all(providers::standing(standing_of(answer, choice)?, &scope))
            }
            ("scorecards", Answer::Scorecards(answer)) => all(evaluators::scorecards(answer, &scope)),
            ("evaluator-groups", Answer::Turnover(answer)) => Some(evaluators::groups(answer, &scope)),
            ("agreement-differences", Answer::Agreement(answer)) => {
                Some(evaluators::differences(answer, &scope))
            }
            ("unexpected-scores", Answer::Facets(answer)) => {
                all(evaluators::unexpected(answer.facets.known()?, &scope))
            }
            (name, Answer::Facets(answer)) => {
                let with = name.strip_prefix("interactions-")?;
                let mut tables = answer.facets.known()?.interactions.iter();
                let found = tables.find(|table| table.with.code() == with)?;
                Some(evaluators::interactions(answer.facets.known()?, found, &scope))
            }
            ("drift-links", Answer::Drift(answer)) => all(evaluators::links(answer, &scope)),
            ("drift-providers", Answer::Drift(answer)) => all(providers::drifted(answer, &scope)),
            ("conflict-providers", Answer::Conflicts(answer)) => {
                let kind = chosen(choice, "kind").and_then(ConflictKind::from_code);
                let of = answer.of(kind.unwrap_or(ConflictKind::SameAffiliation))?;
                all(providers::tied(of.consequences.as_ref()?, &scope))
            }
            _ => None,
        }
    }
}
