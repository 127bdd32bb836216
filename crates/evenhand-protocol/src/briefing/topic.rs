use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Answer, Finding, Marks, Question, ScorecardPolicy};

/// A [`Question`] without what the reader chose for it.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "as the question of the same name")]
pub enum Topic {
    Overview,
    Evaluators,
    Indicators,
    Providers,
    Agreement,
    Structure,
    Generalizability,
    Effects,
    Standing,
    Drift,
    Facets,
    Conflicts,
    Turnover,
    Scorecards,
}

impl Topic {
    /// All of them, in the order of [`Question::ALL`].
    pub const ALL: [Self; 14] = [
        Self::Overview,
        Self::Evaluators,
        Self::Indicators,
        Self::Providers,
        Self::Agreement,
        Self::Structure,
        Self::Generalizability,
        Self::Effects,
        Self::Standing,
        Self::Drift,
        Self::Facets,
        Self::Conflicts,
        Self::Turnover,
        Self::Scorecards,
    ];

    /// The question, with what the reader chose where it needs that.
    pub fn question(self, marks: Marks, policy: ScorecardPolicy) -> Question {
        match self {
            Self::Overview => Question::Overview,
            Self::Evaluators => Question::Evaluators,
            Self::Indicators => Question::Indicators,
            Self::Providers => Question::Providers,
            Self::Agreement => Question::Agreement,
            Self::Structure => Question::Structure,
            Self::Generalizability => Question::Generalizability,
            Self::Effects => Question::Effects,
            Self::Standing => Question::Standing(marks),
            Self::Drift => Question::Drift(marks),
            Self::Facets => Question::Facets,
            Self::Conflicts => Question::Conflicts,
            Self::Turnover => Question::Turnover,
            Self::Scorecards => Question::Scorecards(policy),
        }
    }
}

impl Question {
    /// The question without what the reader chose for it.
    pub fn topic(self) -> Topic {
        match self {
            Self::Overview => Topic::Overview,
            Self::Evaluators => Topic::Evaluators,
            Self::Indicators => Topic::Indicators,
            Self::Providers => Topic::Providers,
            Self::Agreement => Topic::Agreement,
            Self::Structure => Topic::Structure,
            Self::Generalizability => Topic::Generalizability,
            Self::Effects => Topic::Effects,
            Self::Standing(_) => Topic::Standing,
            Self::Drift(_) => Topic::Drift,
            Self::Facets => Topic::Facets,
            Self::Conflicts => Topic::Conflicts,
            Self::Turnover => Topic::Turnover,
            Self::Scorecards(_) => Topic::Scorecards,
        }
    }
}

impl Answer {
    /// What it says, most consequential first.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Overview(answer) => &answer.findings,
            Self::Evaluators(answer) => &answer.findings,
            Self::Indicators(answer) => &answer.findings,
            Self::Providers(answer) => &answer.findings,
            Self::Agreement(answer) => &answer.findings,
            Self::Structure(answer) => &answer.findings,
            Self::Generalizability(answer) => &answer.findings,
            Self::Effects(answer) => &answer.findings,
            Self::Standing(answer) => &answer.findings,
            Self::Drift(answer) => &answer.findings,
            Self::Facets(answer) => &answer.findings,
            Self::Conflicts(answer) => &answer.findings,
            Self::Turnover(answer) => &answer.findings,
            Self::Scorecards(answer) => &answer.findings,
        }
    }
}
