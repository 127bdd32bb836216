//! Variance components with their uncertainty.

use super::criterion::{ByVariance, Criterion, floors};
use super::engine::Engine;
use super::minimise::Objective;
use super::small_cholesky::SmallCholesky;
use crate::estimate::Estimate;
use crate::undefined::Undefined;

/// A variance component.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceComponent {
    /// The variance in squared units of the response; `n` is the number of observed levels, or of observations for
    /// the residual. The standard error comes from the average information and is absent at the boundary; the
    /// interval is of the kind that was asked for.
    pub variance: Estimate,
    /// The square root of the variance.
    pub sd: f64,
    /// Whether the estimate is zero because it could not be less.
    pub at_boundary: bool,
}

/// The standard errors of all variances, the residual one last, from the average information; variances at
/// the boundary are taken as known, and have none.
pub(super) fn standard_errors(
    engine: &Engine,
    criterion: Criterion,
    variances: &[f64],
    at_boundary: &[bool],
) -> Result<Vec<Option<f64>>, Undefined> {
    let residual = variances.last().copied().unwrap_or(1.0);
    let objective = ByVariance::new(engine, criterion, variances.to_vec());
    let mut inside = variances.to_vec();
    for (variance, floor) in inside.iter_mut().zip(floors(engine)) {
        *variance = variance.max(floor * residual);
    }
    let information = objective.full_slope(&objective.state(&inside)?).information;
    let n = variances.len();
    let free: Vec<usize> = (0..n).filter(|index| at_boundary.get(*index) != Some(&true)).collect();
    // In units of the variances, whose sizes may differ by orders of magnitude. The information is that of the
    // deviance, twice that of the log-likelihood.
    let entry = |i: usize, j: usize| 0.5 * information[i * n + j] * inside[i] * inside[j];
    let matrix = free.iter().flat_map(|i| free.iter().map(move |j| entry(*i, *j))).collect();
    let mut errors = vec![None; n];
    if let Some(cholesky) = SmallCholesky::new(matrix, free.len(), 1e-12) {
        for (index, variance) in free.iter().zip(cholesky.inverse_diagonal()) {
            errors[*index] = Some(variance.sqrt() * inside[*index]);
        }
    }
    Ok(errors)
}
