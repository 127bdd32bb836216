//! Kappa of two raters, plain and weighted, and of all pairs of evaluators.

mod kappa;
mod pairwise;
mod two_raters;

pub use kappa::{CohenKappa, cohen_kappa};
pub use pairwise::{PairKappa, pairwise_kappa};
pub use two_raters::TwoRaters;
