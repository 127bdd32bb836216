//! Seeded score tables with a known truth: sample data set, tests, benchmarks.
//!
//! A [`Programme`] says how many rounds, providers, indicators and evaluators there are, how panels are made
//! up and what is true about everyone. [`Programme::check`] is the only door; [`simulate`] then draws the
//! scores, and [`Simulated::files`] writes them as an analyst would have them. [`sample_programme`] is the
//! data set shown to a new user, and [`large_programme`] a design of any size for benchmarks.
//!
//! The same programme and seed give the same bits natively and in WebAssembly: one PCG generator per purpose,
//! `libm` for every function that is not plain arithmetic, and no clock, thread, file or hash order.
//!
//! ```
//! use evenhand_simulate::{Drift, DriftKind, Programme, simulate};
//!
//! let harsher = Drift { evaluator: 2, kind: DriftKind::Shift { from_round: 2, by: 12.0 } };
//! let programme = Programme { drift: vec![harsher], ..Programme::default() };
//! let simulated = simulate(&programme.check()?, 1);
//! assert_eq!(simulated.scores.len(), 4 * 20 * 8 * 3);
//! let severity = |round| simulated.truth.severity(2, round).unwrap_or_default();
//! assert!((severity(2) - severity(1) - 12.0).abs() < 5.0);
//! # Ok::<(), evenhand_simulate::SimulationError>(())
//! ```

mod check;
mod csv;
mod effects;
mod error;
mod files;
mod large;
mod panels;
mod programme;
mod random;
mod sample;
mod sample_chinese;
mod sample_english;
mod scale;
mod simulate;
mod tables;
mod truth;
mod truth_files;
mod ways;

pub use check::CheckedProgramme;
pub use error::SimulationError;
pub use files::NamedFile;
pub use large::large_programme;
pub use programme::{
    Centrality, Drift, DriftKind, Halo, IndicatorDrift, Language, Partiality, Programme, ProviderTrend,
    Rounding, ScoreScale, Spreads, StraightLining,
};
pub use sample::{SAMPLE_SEED, sample_programme, sample_settings};
pub use simulate::{ScoreRow, Simulated, simulate};
pub use tables::{EvaluatorEntry, IndicatorEntry, ProviderEntry, RoundEntry, Tables};
pub use truth::Truth;
