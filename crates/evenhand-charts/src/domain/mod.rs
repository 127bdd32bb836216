//! The charts of the dashboard, one per file: an answer of the engine in, a [`Scene`](crate::Scene) out.
//!
//! Each is a short composition of marks.
//! Its words come from `evenhand-words`, its tooltips name the value, the interval and what both rest on,
//! and its table holds every number behind it.
//! Where a value is undefined the chart has a gap and the table the reason; where nothing can be drawn the
//! scene is a sentence that says why.

mod affiliation_dots;
mod agreement_by_round;
mod by_round;
mod context;
mod drift_lines;
mod drift_track;
mod empty;
mod estimate_table;
mod interval_marks;
mod phrases;
mod poles;
mod reach;
mod severity_caterpillar;

pub use affiliation_dots::affiliation_dots;
pub use agreement_by_round::agreement_by_round;
pub use context::Context;
pub use drift_lines::drift_lines;
pub use severity_caterpillar::severity_caterpillar;
