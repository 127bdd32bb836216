//! The number of dimensions that stand out from noise.

use crate::item_covariance::Correlations;
use crate::linalg::{Square, symmetric_eigenvalues};
use crate::random::Random;
use crate::resampling::{Resampling, quantile};
use crate::undefined::Undefined;

/// The most indicators: their eigenvalues are found once per resample.
const MAX_ITEMS: usize = 200;

/// One eigenvalue of the correlation matrix against noise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dimension {
    /// The eigenvalue: the variance of the component in units of one indicator's variance.
    pub eigenvalue: f64,
    /// The mean of the eigenvalues of the same rank of uncorrelated indicators.
    pub noise_mean: f64,
    /// Their 95th percentile.
    pub noise_p95: f64,
}

/// Horn's parallel analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct ParallelAnalysis {
    /// All components, by descending eigenvalue.
    pub dimensions: Vec<Dimension>,
    /// The number of leading eigenvalues above the 95th percentile of noise.
    pub n_dimensions: usize,
}

/// Compares the eigenvalues of a correlation matrix of `n_units` units with those of as many units whose indicators are
/// uncorrelated and normal (Horn 1965; the 95th percentile as of Glorfeld 1995).
///
/// Noise is drawn as Wishart matrices by Bartlett's (1933) decomposition, so the cost does not depend on the number of
/// units.
///
/// # Errors
/// `TooFewUnits` unless there are more units than indicators; `TooLarge` above 200 indicators.
pub fn parallel_analysis(
    correlations: &Correlations,
    n_units: usize,
    resampling: Resampling,
) -> Result<ParallelAnalysis, Undefined> {
    let k = correlations.n_items();
    if k > MAX_ITEMS {
        return Err(Undefined::TooLarge { limit: MAX_ITEMS, found: k });
    }
    if n_units <= k {
        return Err(Undefined::TooFewUnits { needed: k + 1, found: n_units });
    }
    let observed = symmetric_eigenvalues(correlations.matrix());
    let mut random = resampling.random();
    let mut noise = vec![Vec::with_capacity(resampling.resamples()); k];
    for _ in 0..resampling.resamples() {
        let eigenvalues = symmetric_eigenvalues(&noise_correlations(k, n_units - 1, &mut random));
        for (values, value) in noise.iter_mut().zip(eigenvalues) {
            values.push(value);
        }
    }
    let mut dimensions = Vec::with_capacity(k);
    for (eigenvalue, mut noise) in observed.into_iter().zip(noise) {
        noise.sort_unstable_by(f64::total_cmp);
        let noise_mean = crate::sum::mean(&noise).ok_or(Undefined::NotFinite)?;
        let noise_p95 = quantile(&noise, 0.95).ok_or(Undefined::NotFinite)?;
        dimensions.push(Dimension { eigenvalue, noise_mean, noise_p95 });
    }
    let n_dimensions = dimensions.iter().take_while(|d| d.eigenvalue > d.noise_p95).count();
    Ok(ParallelAnalysis { dimensions, n_dimensions })
}

/// The correlation matrix of a Wishart matrix: `LL'` with chi deviates on the diagonal of L and normal ones below.
fn noise_correlations(k: usize, df: usize, random: &mut Random) -> Square {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(k);
    for i in 0..k {
        let mut row: Vec<f64> = (0..i).map(|_| random.normal()).collect();
        row.push(random.chi_squared((df - i) as f64).sqrt());
        let length = row.iter().map(|x| x * x).sum::<f64>().sqrt();
        rows.push(row.iter().map(|x| x / length).collect());
    }
    let mut matrix = Square::zero(k);
    for i in 0..k {
        for j in 0..k {
            matrix.add(i, j, rows[i].iter().zip(&rows[j]).map(|(a, b)| a * b).sum());
        }
    }
    matrix
}
