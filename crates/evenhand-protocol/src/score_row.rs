use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// One score of the loaded table in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ScoreRow {
    /// Round id.
    pub round: String,
    /// Provider id.
    pub provider: String,
    /// Occasion within the round; empty where there is none.
    pub occasion: String,
    /// Source of the score; empty where there is none.
    pub source: String,
    /// Evaluator id.
    pub evaluator: String,
    /// Indicator id.
    pub indicator: String,
    /// The score.
    pub score: f64,
}
