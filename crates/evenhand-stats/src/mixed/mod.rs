//! Linear mixed models with crossed and nested random effects, by penalised least squares.
//!
//! The order of reading: [`data`] and [`design`] (what is fitted), [`cross_products`] and [`engine`] (the
//! penalised least-squares solution at given variance ratios), [`criterion`] and [`minimise`] (the search for the
//! ratios), [`fit`] (the answer), and what can be asked of it: [`effects`], [`covariance`], [`profile`],
//! [`bootstrap`], [`severity`].
//!
//! Sources: Bates, Maechler, Bolker & Walker (2015), Fitting linear mixed-effects models using lme4, for the
//! formulation; Gilmour, Thompson & Cullis (1995) for the average information.

mod bootstrap;
mod bounded_step;
mod convergence;
mod covariance;
mod criterion;
mod cross_products;
mod data;
mod design;
mod effects;
mod engine;
mod fit;
mod minimise;
mod profile;
mod response;
mod satterthwaite;
mod search;
mod severity;
mod small_cholesky;
mod start;
mod variance_component;

pub use bootstrap::BootstrapIntervals;
pub use convergence::Convergence;
pub use covariance::Uncertainty;
pub use criterion::Criterion;
pub use data::{Factor, InteractionCodes, MixedData, interaction_codes};
pub use effects::RandomEffect;
pub use fit::{Intervals, MixedFit, MixedOptions, mixed_model};
pub use severity::{EvaluatorSeverity, linear_severity};
pub use variance_component::VarianceComponent;
