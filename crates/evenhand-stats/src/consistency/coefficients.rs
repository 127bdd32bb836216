//! Coefficients of internal consistency that need correlations only.

use super::minres::one_factor;
use crate::item_covariance::Correlations;
use crate::undefined::Undefined;

/// McDonald's omega with the factor behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct OmegaTotal {
    /// The share of the variance of the standardised total that the factor explains.
    pub omega: f64,
    /// The loadings of the indicators on it.
    pub loadings: Vec<f64>,
}

/// Alpha of indicators scaled to equal variance, `k r / (1 + (k - 1) r)` with the mean correlation r.
///
/// # Errors
/// `NoVariance` if the standardised totals do not vary.
pub fn standardised_alpha(correlations: &Correlations) -> Result<f64, Undefined> {
    let k = correlations.n_items() as f64;
    let r = (correlations.total() - k) / (k * (k - 1.0));
    let denominator = 1.0 + (k - 1.0) * r;
    if denominator <= 1e-14 { Err(Undefined::NoVariance) } else { Ok(k * r / denominator) }
}

/// Guttman's (1945) lambda-6 of standardised indicators: `1 - sum of (1 - R^2_i) / sum of all correlations`, with the
/// squared multiple correlation of each indicator with the others.
///
/// # Errors
/// `NoVariance` if some indicator is a combination of the others, so that the matrix has no inverse, or if the totals do
/// not vary.
pub fn lambda_6(correlations: &Correlations) -> Result<f64, Undefined> {
    let inverse = correlations.matrix().clone().inverse().map_err(|_| Undefined::NoVariance)?;
    let total = correlations.total();
    let unexplained: f64 = (0..correlations.n_items()).map(|i| 1.0 / inverse.get(i, i)).sum();
    if total <= 1e-14 { Err(Undefined::NoVariance) } else { Ok(1.0 - unexplained / total) }
}

/// McDonald's (1999) omega of standardised indicators from one factor by minimum residuals,
/// `(sum of loadings)^2 / ((sum of loadings)^2 + sum of (1 - loading^2))`.
///
/// # Errors
/// `TooFewIndicators` below three; `NotConverged` where no factor is found.
pub fn omega_total(correlations: &Correlations) -> Result<OmegaTotal, Undefined> {
    let loadings = one_factor(correlations)?;
    let sum: f64 = loadings.iter().sum();
    let unique: f64 = loadings.iter().map(|loading| 1.0 - loading * loading).sum();
    Ok(OmegaTotal { omega: sum * sum / (sum * sum + unique), loadings })
}
