use serde::{Deserialize, Serialize};

/// Which part of the data set a question is about. An empty list means no restriction.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// Round ids.
    pub rounds: Vec<String>,
    /// Provider categories.
    pub categories: Vec<String>,
}

impl Filter {
    /// Whether the filter lets everything pass.
    pub fn is_empty(&self) -> bool {
        self.rounds.is_empty() && self.categories.is_empty()
    }
}
