use std::fmt;

use evenhand_protocol::{Filter, FilterField};

use crate::{ScoreTable, Unit};

/// The part of a table that passes a filter by round and category: whole provider × round units, in table order.
#[derive(Debug, Clone)]
pub struct Selection<'a> {
    table: &'a ScoreTable,
    units: Vec<&'a Unit>,
}

/// A filter names something that the data set does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterError {
    /// What it was taken for.
    pub field: FilterField,
    /// As written.
    pub found: String,
}

impl fmt::Display for FilterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.field {
            FilterField::Round => "round",
            FilterField::Category => "provider category",
            FilterField::Dimension => "dimension",
            FilterField::Source => "source",
            FilterField::Group => "group of evaluators",
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

    /// The units whose round and provider pass `filter`. Its other fields choose within units: they are the matter of
    /// [`ScoreTable::part`], which also checks the filter.
    pub fn new(table: &'a ScoreTable, filter: &Filter) -> Self {
        let metadata = table.metadata();
        let rounds: Vec<bool> =
            metadata.rounds.iter().map(|info| filter.passes(FilterField::Round, &info.id)).collect();
        let category =
            |name: &Option<String>| filter.passes(FilterField::Category, name.as_deref().unwrap_or_default());
        let providers: Vec<bool> = metadata.providers.iter().map(|info| category(&info.category)).collect();
        let passes = |unit: &&Unit| rounds[unit.round as usize] && providers[unit.provider as usize];
        Self { table, units: table.units().iter().filter(passes).collect() }
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
