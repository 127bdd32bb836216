//! Linear combinations of cells, merged and split by what their value and variance need.

use crate::sum::sum_of;
use crate::undefined::Undefined;

/// What a combination of cells is made of: its value, `sum of a_c^2 / n_c`, and its coefficients by evaluator, by
/// component and by cell, each ascending.
pub(super) struct Parts {
    pub(super) value: f64,
    pub(super) own: f64,
    pub(super) weights: Vec<(usize, f64)>,
    pub(super) by_component: Vec<(usize, f64)>,
    pub(super) cells: Vec<(usize, f64)>,
}

/// Refuses a comparison (coefficients that sum to zero) that does not balance within every component.
pub(super) fn refuse_comparison_between_components(parts: &Parts) -> Result<(), Undefined> {
    let size = sum_of(parts.cells.iter().map(|(_, coefficient)| coefficient.abs()));
    let vanishes = |sum: f64| sum.abs() <= 1e-9 * size;
    let is_comparison = vanishes(sum_of(parts.cells.iter().map(|(_, coefficient)| *coefficient)));
    if is_comparison && !parts.by_component.iter().all(|(_, sum)| vanishes(*sum)) {
        return Err(Undefined::NotLinked);
    }
    Ok(())
}

/// Pairs in ascending order of their index, with the values of equal indices added.
pub(super) fn merged(pairs: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let mut sorted = pairs.to_vec();
    sorted.sort_by_key(|(index, _)| *index);
    sorted.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, sum_of(same.iter().map(|(_, v)| *v)))).collect()
}
