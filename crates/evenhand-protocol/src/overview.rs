use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome};

/// The three questions side by side, round by round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct OverviewAnswer {
    /// How much passes the filter.
    pub selection: SelectionCounts,
    /// One row per round, in round order.
    pub rounds: Vec<OverviewRow>,
    /// Evaluators common to each pair of rounds, each unordered pair once, and each round with itself.
    pub links: Vec<RoundLink>,
    /// Most consequential findings over the three questions.
    pub findings: Vec<Finding>,
}

/// What passes the filter, counted.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
pub struct SelectionCounts {
    /// Scores.
    pub n_scores: u32,
    /// Rounds that hold some of them.
    pub n_rounds: u32,
    /// Providers that have some of them.
    pub n_providers: u32,
    /// Indicators that were scored.
    pub n_indicators: u32,
    /// Evaluators who gave some of them.
    pub n_evaluators: u32,
}

/// One round at a glance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct OverviewRow {
    /// Round id.
    pub round: String,
    /// Scores in it.
    pub n_scores: u32,
    /// Providers scored.
    pub n_providers: u32,
    /// Evaluators who scored.
    pub n_evaluators: u32,
    /// Evaluators who scored in no earlier round of the selection.
    pub n_new_evaluators: u32,
    /// ICC(A,1): can one evaluator stand for another?
    pub icc_a_1: Outcome<Estimate>,
    /// ICC(A,k): can this panel stand for another?
    pub icc_a_k: Outcome<Estimate>,
    /// Cronbach alpha.
    pub alpha: Outcome<Estimate>,
    /// Mean adjusted composite.
    pub mean: Option<f64>,
    /// Share of pairs of providers that can be told apart.
    pub separated_share: Option<f64>,
    /// Providers that improved beyond chance since their previous round.
    pub n_improved: u32,
    /// Providers that declined beyond chance.
    pub n_declined: u32,
    /// Providers whose change could be tested.
    pub n_compared: u32,
}

/// Evaluators in common between two rounds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundLink {
    /// Earlier round.
    pub from: String,
    /// Later round (or the same).
    pub to: String,
    /// Evaluators in both.
    pub n_evaluators: u32,
}
