//! A composite from the means of its indicators.

use crate::distribution::StudentT;
use crate::estimate::Level;
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

/// Half the width of the 95% interval of a composite under these weights: its unit's `precision` says how many score
/// sheets the composite is worth, `covariance` and its degrees of freedom `df` are those of the errors of one sheet's
/// indicators ([`weighted_error_variance`]).
///
/// `None` where the variance is not known, or the precision is not positive.
pub fn weighted_margin(covariance: &[f64], weights: &[f64], df: f64, precision: f64) -> Option<f64> {
    let sheet = weighted_error_variance(covariance, weights)?;
    let margin = StudentT::new(df)?.critical(Level::P95) * (sheet / precision).sqrt();
    (precision > 0.0 && margin.is_finite()).then_some(margin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_margin_is_that_of_a_mean_of_sheets() {
        let covariance = [4.0, 1.0, 1.0, 9.0];
        let margin = weighted_margin(&covariance, &[1.0, 1.0], 10.0, 5.0).unwrap();
        // t(10) at 97.5% is 2.228139 (any table of the t distribution); the variance is 15 / 4 / 5 = 0.75.
        assert!((margin - 2.228_139 * 0.866_025_4).abs() < 1e-6, "{margin}");
        assert_eq!(weighted_margin(&covariance, &[1.0, 1.0], 10.0, 0.0), None);
        assert_eq!(weighted_margin(&covariance, &[0.0, 0.0], 10.0, 5.0), None);
    }
}
