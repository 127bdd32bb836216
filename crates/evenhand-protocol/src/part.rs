use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// The part of the selected scores that a statistic is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Part {
    /// All of them.
    All,
    /// One round, by its id.
    Round(String),
    /// One indicator, by its id.
    Indicator(String),
    /// The indicators of one dimension, by its name.
    Dimension(String),
    /// The evaluators of one qualification, by its name.
    Qualification(String),
    /// The evaluators of one group, by its name.
    Group(String),
}

impl Part {
    /// Its name in briefings: the kind, and which one.
    pub fn key(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Round(id) => format!("round:{id}"),
            Self::Indicator(id) => format!("indicator:{id}"),
            Self::Dimension(name) => format!("dimension:{name}"),
            Self::Qualification(name) => format!("qualification:{name}"),
            Self::Group(name) => format!("group:{name}"),
        }
    }
}
