//! Rounds, providers, indicators and evaluators as things that are spoken of and linked to.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A round.
    Round,
    /// A provider.
    Provider,
    /// An indicator.
    Indicator,
    /// An evaluator.
    Evaluator,
}

impl EntityKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Round, Self::Provider, Self::Indicator, Self::Evaluator];

    /// The kind as links have it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Round => "round",
            Self::Provider => "provider",
            Self::Indicator => "indicator",
            Self::Evaluator => "evaluator",
        }
    }
}

/// A round, provider, indicator or evaluator that is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct EntityRef {
    /// What it is.
    pub kind: EntityKind,
    /// Its id.
    pub id: String,
}

impl EntityRef {
    /// What a link leads to; `None` where it is none.
    pub fn of_link(link: &str) -> Option<Self> {
        let (code, id) = link.split_once(':')?;
        let kind = EntityKind::ALL.into_iter().find(|kind| kind.code() == code)?;
        Some(Self { kind, id: id.to_owned() })
    }
}

/// The link of an entity by kind and id, such as `evaluator:E017`.
pub fn entity_link(kind: EntityKind, id: &str) -> String {
    format!("{}:{id}", kind.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_back() {
        for kind in EntityKind::ALL {
            let link = entity_link(kind, "A: 1");
            assert_eq!(EntityRef::of_link(&link), Some(EntityRef { kind, id: "A: 1".to_owned() }));
        }
        assert_eq!(EntityRef::of_link("section:drift"), None);
        assert_eq!(EntityRef::of_link("evaluator"), None);
    }
}
