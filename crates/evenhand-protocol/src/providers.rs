use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Estimate, Finding, Outcome};

/// Do the providers really differ, and have they really changed?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ProvidersAnswer {
    /// League tables, in round order.
    pub rounds: Vec<RoundLeague>,
    /// Sets of rounds and providers linked through common evaluators; more than one means limited comparison.
    pub linked_subsets: Vec<LinkedSubset>,
    /// What to say about it, most consequential first.
    pub findings: Vec<Finding>,
}

/// A part of the design that shares no evaluator with the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct LinkedSubset {
    /// Evaluators in it.
    pub n_evaluators: u32,
    /// Provider × round occasions in it.
    pub n_units: u32,
    /// Rounds it touches.
    pub rounds: Vec<String>,
}

/// The league table of one round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RoundLeague {
    /// Round id.
    pub round: String,
    /// Mean adjusted composite of the round's providers.
    pub mean: Option<f64>,
    /// Share of pairs of providers whose adjusted composites differ by more than the 95% bound of their difference.
    pub separated_share: Option<f64>,
    /// Rows, highest adjusted composite first.
    pub rows: Vec<ProviderRow>,
}

impl RoundLeague {
    /// Whether the ranges of ranks are likely ranges, not confidence sets.
    pub fn has_likely_ranks(&self) -> bool {
        self.rows.iter().any(|row| row.rank.known().is_some_and(|rank| rank.probability.is_some()))
    }
}

/// A rank with the range that the true one lies in.
///
/// There are two kinds. A *likely* range holds the true rank with a probability as near to 95% as whole ranks allow,
/// the providers of a round taken for a population; on average over the providers 95% of such ranges are right. A
/// *confidence set* is right with at least 95% whatever the true composites are, and mostly wider.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct RankInterval {
    /// Rank, 1 = best; ties share the mean rank.
    pub rank: f64,
    /// Best rank in the range.
    pub low: u32,
    /// Worst rank in it.
    pub high: u32,
    /// The probability that the true rank lies in a likely range; `None` for a confidence set.
    pub probability: Option<f64>,
}

/// One provider in one round. Composites are on the normalised scale from 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ProviderRow {
    /// Provider id.
    pub provider: String,
    /// Evaluators who scored it.
    pub n_evaluators: u32,
    /// Scores it received.
    pub n_scores: u32,
    /// Share of the indicators' weight that was scored.
    pub coverage: f64,
    /// Mean of the evaluators' composites.
    pub raw: Outcome<Estimate>,
    /// The same with each evaluator's severity removed.
    pub adjusted: Outcome<Estimate>,
    /// Rank by raw composite.
    pub rank_raw: f64,
    /// Rank by adjusted composite, with its likely range; with its confidence set where the round's providers are too
    /// few or too many to be taken for a population.
    pub rank: Outcome<RankInterval>,
    /// Change of the adjusted composite since the provider's previous round.
    pub change: Outcome<Change>,
}

/// Change since an earlier round.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Change {
    /// The round compared with: the provider's latest earlier one in the selection.
    pub from_round: String,
    /// Adjusted change.
    pub change: Estimate,
    /// Change of the raw composite.
    pub raw_change: f64,
    /// Two-sided p of "no change".
    pub p: f64,
    /// Benjamini-Hochberg adjusted over the providers of the round.
    pub p_adjusted: f64,
    /// Verdict at the adjusted 5% level.
    pub verdict: ChangeVerdict,
}

impl Change {
    /// What the change of the raw composite owes to who scored: raw less adjusted change.
    pub fn who_scored(&self) -> f64 {
        self.raw_change - self.change.value
    }

    /// Whether no change is told although the interval excludes zero: so many providers were tested at once.
    pub fn is_one_of_many(&self) -> bool {
        self.verdict == ChangeVerdict::NoReliableChange
            && self.change.interval.is_some_and(|ends| ends.excludes_zero())
    }
}

/// Whether a change is beyond chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeVerdict {
    /// Higher than before, beyond chance.
    Improved,
    /// Lower than before, beyond chance.
    Declined,
    /// The data cannot tell.
    NoReliableChange,
}
