use std::collections::BTreeMap;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Topic;

/// What the reader chose where a chart, table or figure has a choice ([`super::Pinnable`]), by the name of the choice:
/// `in` (round id), `evaluator`, `provider` and `indicator` (their ids), `unit` (`means`, `sheets` of `consistency`),
/// `object`, `design`, `indicators` and `coefficient` (of `dependability`, with the values of the page's address),
/// `kind` (`same_affiliation`, `declared`), `part` ([`crate::Part::key`]), `effect` ([`crate::RatingEffect::code`]),
/// `facet` ([`crate::MeasuredFacet::code`]), `weights` ([`crate::moved_weights`]), `share` (of the first source in a
/// blend, between 0 and 1). What is left out is as the page has it at first.
pub type Choice = BTreeMap<String, String>;

/// What an item of a briefing shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Pinned {
    /// The title of the briefing.
    #[default]
    Title,
    /// Words of the reader: the heading, and the annotation below it.
    Text,
    /// The three questions with what is said first about each.
    Summary,
    /// A finding, found again by its topic, kind and subjects.
    Finding {
        /// Whose answer holds it.
        topic: Topic,
        /// [`crate::Finding::code`].
        code: String,
        /// [`crate::Finding::subjects`].
        #[serde(default)]
        subjects: Vec<String>,
    },
    /// A chart, by its name on the page.
    Chart {
        /// Such as `severity`.
        name: String,
        /// What the reader chose.
        #[serde(default)]
        choice: Choice,
    },
    /// The table behind a chart, or a table of its own, by name.
    Table {
        /// Such as `severity`.
        name: String,
        /// What the reader chose.
        #[serde(default)]
        choice: Choice,
    },
    /// A key figure, by the name it has on the page.
    Figure {
        /// Such as `icc_a_1`.
        name: String,
        /// What the reader chose.
        #[serde(default)]
        choice: Choice,
    },
    /// What may not be concluded from the answers of some topics.
    Caveats {
        /// The topics.
        topics: Vec<Topic>,
    },
}
