use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{DatasetSummary, QualityReport};

/// A data set that was loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Loaded {
    /// What it holds.
    pub summary: DatasetSummary,
    /// What was wrong with the input.
    pub quality: QualityReport,
}
