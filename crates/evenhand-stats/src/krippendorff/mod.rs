//! Krippendorff's alpha: agreement on any scale, with any number of evaluators and any scores missing.

mod alpha;
mod metric;
mod moments;
mod pairable;
mod ratio;
mod statistic;

pub use alpha::{KrippendorffAlpha, krippendorff_alpha};
pub use metric::Metric;
pub(crate) use statistic::AlphaStatistic;
