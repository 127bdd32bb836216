//! Are all measures of a facet the same?

use crate::distribution::ChiSquared;
use crate::sum::sum_of;

/// A chi-square test of whether measures differ by no more than their errors, or than a normal distribution would have
/// them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Homogeneity {
    /// The statistic.
    pub chi_squared: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// The probability of a larger one.
    pub p: f64,
}

impl Homogeneity {
    pub(super) fn new(chi_squared: f64, df: f64) -> Option<Self> {
        let p = ChiSquared::new(df)?.sf(chi_squared);
        (chi_squared.is_finite() && p.is_finite()).then_some(Self { chi_squared, df, p })
    }

    /// The fixed-effect test: all measures are the same but for error; `None` for fewer than two.
    ///
    /// Source: Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, p. 123: `sum w d^2 - (sum w d)^2 / sum w`
    /// with `w = 1 / se^2`, on n - 1 degrees of freedom.
    pub(super) fn fixed(measures: &[f64], standard_errors: &[f64]) -> Option<Self> {
        let weights: Vec<f64> = standard_errors.iter().map(|se| 1.0 / (se * se)).collect();
        Self::new(weighted_squares(measures, &weights), measures.len() as f64 - 1.0)
    }

    /// The random-effect test: measures are a sample from a normal distribution; `None` where they vary less than
    /// their errors, or for fewer than three.
    ///
    /// Source: Linacre, A User's Guide to Facets, Table 7: `w = 1 / (v + se^2)` with v the sample variance of the measures
    /// less their mean square error, on n - 2 degrees of freedom.
    pub(super) fn random(measures: &[f64], standard_errors: &[f64]) -> Option<Self> {
        let n = measures.len() as f64;
        let error = sum_of(standard_errors.iter().map(|se| se * se)) / n;
        let spread = crate::sum::variance(measures)? - error;
        if spread <= 0.0 {
            return None;
        }
        let weights: Vec<f64> = standard_errors.iter().map(|se| 1.0 / (spread + se * se)).collect();
        Self::new(weighted_squares(measures, &weights), n - 2.0)
    }
}

/// The weighted sum of squares about the weighted mean.
fn weighted_squares(values: &[f64], weights: &[f64]) -> f64 {
    let total = sum_of(weights.iter().copied());
    let mean = sum_of(values.iter().zip(weights).map(|(value, weight)| value * weight)) / total;
    sum_of(values.iter().zip(weights).map(|(value, weight)| weight * (value - mean) * (value - mean)))
}
