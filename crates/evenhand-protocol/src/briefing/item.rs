use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::Pinned;
use crate::{Filter, Marks, ScorecardPolicy};

/// Where the statistics behind a sentence stand.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Statistics {
    /// Behind a footnote: small, at the foot of the slide.
    #[default]
    Footnote,
    /// On the slide, below the heading.
    Shown,
    /// Nowhere on the slide; workbook and notes still have them.
    Hidden,
}

/// One item of a briefing, which becomes one slide.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(default)]
pub struct BriefingItem {
    /// Unique within the briefing; chosen by whoever adds it.
    pub id: String,
    /// What it shows.
    pub pinned: Pinned,
    /// The part of the data set it is about.
    pub filter: Filter,
    /// What providers are measured by, where that matters.
    pub marks: Marks,
    /// What evaluators are judged by, where that matters.
    pub policy: ScorecardPolicy,
    /// The reader's own heading, in place of the finding.
    pub heading: Option<String>,
    /// The reader's words on the slide.
    pub annotation: String,
    /// The reader's words beside the slide, for who speaks.
    pub notes: String,
    /// Where the statistics stand.
    pub statistics: Statistics,
    /// What the numbers were when it was pinned ([`super::Slide::fingerprint`]); none where it was not shown yet.
    pub fingerprint: Option<String>,
}
