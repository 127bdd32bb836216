//! Variance components of units, evaluators and residuals by restricted maximum likelihood, for any pattern of scores.

mod design;
mod fit;
mod information;
mod likelihood;

pub use fit::{CrossedComponents, crossed_components, one_way_components};
