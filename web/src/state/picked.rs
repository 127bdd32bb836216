//! What readers point at and have picked, across the charts and tables of the page.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::Router;

/// Entities such as `evaluator:E017`: the one pointed at, and those picked, in the order of their names.
///
/// What is pointed at in one chart is ringed in all others; what is picked stays marked in charts and tables until it is
/// let go or the page is left.
#[derive(Clone, Copy)]
pub struct Picked {
    /// Pointed at, with the chart in which it is.
    pub pointed: RwSignal<Option<(&'static str, String)>>,
    all: RwSignal<Arc<BTreeSet<String>>>,
    /// Whether tables show the picked rows alone.
    pub only: RwSignal<bool>,
}

impl Picked {
    /// Nothing picked; forgets everything when another page is shown.
    pub fn new(router: Router) -> Self {
        let picked = Self {
            pointed: RwSignal::new(None),
            all: RwSignal::new(Arc::default()),
            only: RwSignal::new(false),
        };
        Effect::new(move || {
            router.page.track();
            picked.clear();
        });
        picked
    }

    /// All that are picked; follows them.
    pub fn all(&self) -> Arc<BTreeSet<String>> {
        self.all.get()
    }

    /// Whether one is picked; follows them.
    pub fn has(&self, entity: &str) -> bool {
        self.all.with(|all| all.contains(entity))
    }

    /// Picks these in the place of those before.
    pub fn pick(&self, entities: BTreeSet<String>) {
        if self.all.with_untracked(|all| **all != entities) {
            self.all.set(Arc::new(entities));
        }
    }

    /// Picks one, or lets it go.
    pub fn turn(&self, entity: &str) {
        let mut next = BTreeSet::clone(&self.all.get_untracked());
        if !next.remove(entity) {
            next.insert(entity.to_owned());
        }
        self.all.set(Arc::new(next));
    }

    /// Lets all go.
    pub fn clear(&self) {
        if self.all.with_untracked(|all| !all.is_empty()) {
            self.all.set(Arc::default());
        }
        if self.only.get_untracked() {
            self.only.set(false);
        }
        if self.pointed.with_untracked(Option::is_some) {
            self.pointed.set(None);
        }
    }
}
