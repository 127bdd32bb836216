//! Composites and ranks under other weights of the indicators.

mod composite;
mod stability;

pub use composite::{weighted_composite, weighted_error_variance};
pub use stability::{RankStability, StabilityDraws};
