//! Composites and ranks under other weights of the indicators.

mod composite;
mod stability;

pub use composite::{weighted_composite, weighted_error_variance, weighted_margin};
pub use stability::{RankStability, STABILITY_CONCENTRATION, StabilityDraws};
