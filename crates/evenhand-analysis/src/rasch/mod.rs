//! Scores as ratings of a many-facet Rasch model, for every answer that asks one.

mod categories;
mod dependence;
mod fitted;
mod measured;

pub(crate) use categories::Categories;
pub(crate) use dependence::Dependence;
pub(crate) use fitted::{MOST_SCORES, fitted, options};
pub(crate) use measured::{EVALUATORS, INDICATORS, Measured, UNITS};
