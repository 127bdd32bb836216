use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Action, Choice, Problem, ProblemCode};

/// How often a value was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct FoundCount {
    /// As written.
    pub found: String,
    /// How often.
    pub count: u32,
}

/// How often a kind of problem occurred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ProblemCount {
    /// What kind.
    pub code: ProblemCode,
    /// How many instances in all.
    pub count: u32,
    /// What was done about them.
    pub action: Action,
    /// The most frequent values found, the most frequent first; at most [`QualityReport::VALUES`].
    #[serde(default)]
    pub found: Vec<FoundCount>,
}

/// Scores that there are and scores that there would be without gaps.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
pub struct Coverage {
    /// Scores in the table.
    pub scored: u32,
    /// Scores if every score sheet of the round were complete.
    pub expected: u32,
}

/// Where scores are missing.
///
/// A round expects of each of its score sheets one score per indicator that the round uses at all.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct MissingMap {
    /// Round ids in order: the rows of both maps.
    pub rounds: Vec<String>,
    /// Indicator ids in order.
    pub indicators: Vec<String>,
    /// Evaluator ids in order.
    pub evaluators: Vec<String>,
    /// Rounds × indicators, row by row; expected is 0 where the round does not use the indicator.
    pub by_indicator: Vec<Coverage>,
    /// Rounds × evaluators, row by row; expected is 0 where the evaluator took no part.
    pub by_evaluator: Vec<Coverage>,
}

/// How two rounds hang together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct CommonEvaluators {
    /// The earlier round.
    pub first: String,
    /// The later round.
    pub second: String,
    /// Evaluators who scored in both.
    pub evaluators: u32,
    /// Providers that were scored in both.
    pub providers: u32,
}

/// Evaluators and providers that are compared with each other, directly or through others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DesignSubset {
    /// Evaluator ids.
    pub evaluators: Vec<String>,
    /// Provider ids.
    pub providers: Vec<String>,
    /// Rounds in which they score.
    pub rounds: Vec<String>,
}

/// Whether everything can be compared with everything.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct DesignCheck {
    /// Every pair of rounds, in order.
    pub pairs: Vec<CommonEvaluators>,
    /// The subsets that no score connects, the largest first; one where all hang together.
    pub subsets: Vec<DesignSubset>,
}

/// What was wrong with the input and what was done about it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct QualityReport {
    /// Rows read from score tables.
    pub rows_read: u64,
    /// Scores in the table after leaving out bad rows.
    pub scores_kept: u64,
    /// Instances by kind, most severe kind first.
    pub counts: Vec<ProblemCount>,
    /// Instances in input order, at most [`QualityReport::LISTED`] per kind; [`crate::Request::Problems`] gives the rest.
    pub problems: Vec<Problem>,
    /// What the user chose to be done about problems.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// Where scores are missing.
    #[serde(default)]
    pub missing: MissingMap,
    /// Whether everything can be compared with everything.
    #[serde(default)]
    pub design: DesignCheck,
}

impl QualityReport {
    /// How many instances of each kind are listed one by one in the report.
    pub const LISTED: usize = 200;
    /// How many instances of each kind are kept to be asked for; beyond, they are only counted.
    pub const KEPT: usize = 100_000;
    /// How many of the values found are counted by kind.
    pub const VALUES: usize = 20;
}

/// Some consecutive instances of a kind of problem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ProblemPage {
    /// What kind.
    pub code: ProblemCode,
    /// Index of the first one.
    pub from: u32,
    /// How many are kept in all.
    pub total: u32,
    /// The instances.
    pub problems: Vec<Problem>,
}
