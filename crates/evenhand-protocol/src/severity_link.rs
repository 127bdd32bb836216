use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::Estimate;

/// What puts the severities of two rounds on one scale: the evaluators common to both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct SeverityLink {
    /// Both round ids; the same where parts of one round that share no evaluator are linked through other rounds.
    pub rounds: [String; 2],
    /// What is taken off severities of the second to compare them with the first.
    pub shift: Estimate,
    /// Evaluators whose differences make the link.
    pub kept: Vec<String>,
    /// Common evaluators who moved too far from the others to count.
    pub dropped: Vec<String>,
    /// Whether there are enough of the former.
    pub strong: bool,
}

/// Two rounds that are not linked, or weakly, and how many more evaluators they would need in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct MissingLink {
    /// Both round ids; the same twice for parts of one round that share no evaluator.
    pub rounds: [String; 2],
    /// Evaluators that make the link now.
    pub common: u32,
    /// How many more evaluators of either would have had to score in the other as well for changes to be seen at all.
    pub to_compare: u32,
    /// How many more for the link to be strong.
    pub to_be_strong: u32,
    /// Whether they are not linked at all, not even through other rounds, so that nothing is compared.
    pub unlinked: bool,
}
