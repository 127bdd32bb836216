//! What the reader measures the providers by, wherever it is asked for.

use evenhand_protocol::Marks;
use leptos::prelude::*;

/// The pass mark and the top, set on one page and used on all.
#[derive(Clone, Copy)]
pub struct ReaderMarks(pub RwSignal<Marks>);

impl ReaderMarks {
    /// The default marks.
    pub fn new() -> Self {
        Self(RwSignal::new(Marks::DEFAULT))
    }

    /// The pass mark in points of the normalised scale.
    pub fn pass(self) -> Signal<f64> {
        Signal::derive(move || self.0.get().pass_points())
    }

    /// Sets the pass mark, in points of the normalised scale.
    pub fn set_pass(self, mark: f64) {
        self.0.update(|marks| marks.pass = (10.0 * mark).round() as u16);
    }
}
