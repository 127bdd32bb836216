//! The loaded data set: what it holds, and how its ids are called.

use std::sync::Arc;

use evenhand_protocol::{DatasetSummary, Loaded};
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
