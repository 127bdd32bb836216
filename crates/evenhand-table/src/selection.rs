use std::fmt;

use evenhand_protocol::{EntityKind, Filter};

use crate::{ScoreTable, Unit};

/// The part of a table that passes a filter: whole provider × round units, in table order.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    table: &'a ScoreTable,
    units: Vec<&'a Unit>,
}

/// A filter names something that the data set does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// What it was taken for; [`EntityKind::Provider`] stands for a provider category.
    pub kind: EntityKind,
    /// As written.
    pub found: String,
}

impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            EntityKind::Round => "round",
            _ => "provider category",
        };
        write!(f, "the data set has no {what} `{}`", self.found)
    }
}

impl std::error::Error for FilterError {}

impl<'a> Selection<'a> {
    /// Everything.
    pub fn all(table: &'a ScoreTable) -> Self {
        Self { table, units: table.units().iter().collect() }
    }

    /// What passes `filter`.
    ///
    /// # Errors
    /// [`FilterError`] for a round or category that the data set does not have: a misspelt filter must not give the
    /// answer to another question.
    pub fn new(table: &'a ScoreTable, filter: &Filter) -> Result<Self, FilterError> {
        let metadata = table.metadata();
        for round in &filter.rounds {
            if !metadata.rounds.iter().any(|info| info.id == *round) {
                return Err(FilterError { kind: EntityKind::Round, found: round.clone() });
            }
        }
        for category in &filter.categories {
            if !metadata.providers.iter().any(|info| info.category.as_ref() == Some(category)) {
                return Err(FilterError { kind: EntityKind::Provider, found: category.clone() });
            }
        }
        let rounds: Vec<bool> = metadata
            .rounds
            .iter()
            .map(|info| filter.rounds.is_empty() || filter.rounds.contains(&info.id))
            .collect();
        let providers: Vec<bool> = metadata
            .providers
            .iter()
            .map(|info| {
                filter.categories.is_empty()
                    || info.category.as_ref().is_some_and(|category| filter.categories.contains(category))
            })
            .collect();
        let passes = |unit: &&Unit| rounds[unit.round as usize] && providers[unit.provider as usize];
        Ok(Self { table, units: table.units().iter().filter(passes).collect() })
    }

    /// The table selected from.
    pub fn table(&self) -> &'a ScoreTable {
        self.table
    }

    /// Selected units in table order: by round, then provider.
    pub fn units(&self) -> &[&'a Unit] {
        &self.units
    }
}
