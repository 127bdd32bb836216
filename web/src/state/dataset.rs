//! The loaded data set: what it holds, and how its ids are called.

use std::sync::Arc;

use evenhand_protocol::{DatasetSummary, FilterField, Loaded, RoundInfo};
use leptos::prelude::*;

/// The data set in the engine.
#[derive(Clone, Copy)]
pub struct Dataset {
    /// What is loaded, if anything.
    pub loaded: RwSignal<Option<Arc<Loaded>>>,
    /// Counts loads; part of the key of every answer.
    pub serial: RwSignal<u32>,
}

impl Dataset {
    /// Nothing loaded yet.
    pub fn new() -> Self {
        Self { loaded: RwSignal::new(None), serial: RwSignal::new(0) }
    }

    /// Takes the place of what was loaded before.
    pub fn replace(&self, loaded: Loaded) {
        self.loaded.set(Some(Arc::new(loaded)));
        self.serial.update(|serial| *serial = serial.wrapping_add(1));
    }

    /// Reads something from the summary of the data set; `None` while nothing is loaded.
    pub fn with_summary<T>(&self, read: impl FnOnce(&DatasetSummary) -> T) -> Option<T> {
        self.loaded.with(|loaded| loaded.as_ref().map(|loaded| read(&loaded.summary)))
    }
}

/// What a data set can be filtered by: values of a field and the words for them.
pub fn filter_values(summary: &DatasetSummary, field: FilterField) -> Vec<(String, String)> {
    let round = |round: &RoundInfo| {
        let label = round.label.clone().unwrap_or_else(|| round.id.clone());
        (round.id.clone(), label)
    };
    let plain = |names: &[String]| names.iter().map(|name| (name.clone(), name.clone())).collect();
    match field {
        FilterField::Round => summary.rounds.iter().map(round).collect(),
        FilterField::Category => plain(&summary.categories),
        FilterField::Dimension => plain(&summary.dimensions),
        FilterField::Source => plain(&summary.sources),
        FilterField::Group => plain(&summary.groups),
    }
}
