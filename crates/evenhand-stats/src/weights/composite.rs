//! A composite from the means of its indicators.

use crate::sum::Accumulator;

/// The weighted mean of the indicators that have a mean, weights renormalised over them; `None` where these have no
/// positive weight together.
pub fn weighted_composite(means: &[Option<f64>], weights: &[f64]) -> Option<f64> {
    let (mut weighted, mut total) = (Accumulator::default(), Accumulator::default());
    for (mean, weight) in means.iter().zip(weights) {
        if let Some(mean) = mean {
            weighted.add(mean * weight);
            total.add(*weight);
        }
    }
    let composite = weighted.get() / total.get();
    (total.get() > 0.0 && composite.is_finite()).then_some(composite)
}

/// The error variance of a score sheet's composite, `w' S w / (sum w)²`, from the covariance matrix `S` of the
/// indicators' errors (row by row); `None` where the sizes disagree, the weights sum to nothing, or the variance is not
/// positive.
pub fn weighted_error_variance(covariance: &[f64], weights: &[f64]) -> Option<f64> {
    let n = weights.len();
    if n == 0 || covariance.len() != n * n {
        return None;
    }
    let (mut total, mut variance) = (Accumulator::default(), Accumulator::default());
    for (row, first) in covariance.chunks_exact(n).zip(weights) {
        total.add(*first);
        for (value, second) in row.iter().zip(weights) {
            variance.add(first * second * value);
        }
    }
    let variance = variance.get() / (total.get() * total.get());
    (total.get() > 0.0 && variance > 0.0 && variance.is_finite()).then_some(variance)
}
