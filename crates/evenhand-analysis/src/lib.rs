//! Turns a score table and a question into an answer.
//!
//! The flow is one way: [`evenhand_table::Selection`] → [`Design`] (score sheets, panels, units) → the answers of
//! [`evenhand_protocol`].
//! The numbers come from `evenhand-stats`; what is computed of what, and what is left out and why, is decided here.
//!
//! Missing scores: nothing is imputed. A composite is taken over the indicators that were scored, its coverage beside
//! it; statistics that need complete rows say how many units they left out.

mod agreement;
mod conflicts;
mod convert;
mod design;
mod distinct;
mod drift;
mod effects;
mod evaluators;
mod facets;
mod fitted;
mod generalizability;
mod indicators;
mod overview;
mod progress;
mod providers;
mod purified;
mod rasch;
mod scorecards;
mod session;
mod structure;
mod turnover;
mod widened;

pub use agreement::agreement;
pub use conflicts::conflicts;
pub use design::{Design, Panel, Sheet, UnitOfDesign};
pub use drift::drift;
pub use effects::effects;
pub use evaluators::evaluators;
pub use facets::facets;
pub use generalizability::generalizability;
pub use indicators::indicators;
pub use overview::overview;
pub use progress::{Cancelled, Listener};
pub use providers::{providers, standing};
pub use scorecards::{ScorecardSources, scorecards};
pub use session::{Computed, Session};
pub use structure::structure;
pub use turnover::turnover;

use evenhand_stats::Level;

/// Confidence level of every interval.
pub(crate) const LEVEL: Level = Level::P95;

/// Adjusted p below which a difference or a change is spoken of.
pub(crate) const ALPHA: f64 = 0.05;
