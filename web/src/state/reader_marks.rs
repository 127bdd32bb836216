//! What the reader measures providers and evaluators by, wherever it is asked for: in the address, as filters are.

use evenhand_protocol::{Marks, ScorecardPolicy};
use leptos::prelude::*;

use super::Router;

/// The pass mark, the grade bands and the top, set on one page and used on all.
#[derive(Clone, Copy)]
pub struct ReaderMarks(Router);

impl ReaderMarks {
    /// The marks in the address.
    pub fn new(router: Router) -> Self {
        Self(router)
    }

    /// The marks; follows them.
    pub fn get(self) -> Marks {
        self.0.marks.get()
    }

    /// Changes them.
    pub fn update(self, change: impl FnOnce(&mut Marks)) {
        self.0.go(|route| change(&mut route.marks));
    }

    /// The pass mark in points of the normalised scale.
    pub fn pass(self) -> Signal<f64> {
        Signal::derive(move || self.get().pass_points())
    }

    /// Sets the pass mark, in points of the normalised scale.
    pub fn set_pass(self, mark: f64) {
        self.update(|marks| marks.pass = (10.0 * mark).round() as u16);
    }
}

/// The thresholds of the scorecards: what one section sets, all use.
#[derive(Clone, Copy)]
pub struct ReaderPolicy(Router);

impl ReaderPolicy {
    /// The policy in the address.
    pub fn new(router: Router) -> Self {
        Self(router)
    }

    /// The policy; follows it.
    pub fn get(self) -> ScorecardPolicy {
        self.0.policy.get()
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut ScorecardPolicy)) {
        self.0.go(|route| {
            change(&mut route.policy);
            route.policy = route.policy.ordered();
        });
    }

    /// Another policy in its place.
    pub fn set(self, policy: ScorecardPolicy) {
        self.update(|now| *now = policy);
    }
}
