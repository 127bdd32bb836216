//! One common factor by minimum residuals.

use crate::item_covariance::Correlations;
use crate::undefined::Undefined;

const MAX_ROUNDS: usize = 20_000;

/// Loadings that minimise the sum of squared residual correlations off the diagonal (Harman & Jones 1966).
///
/// Given the others, the best loading of an indicator is a regression through the origin; rounds of these go down to the
/// minimum. A loading is kept within -1 and 1, where the minimum would make a variance negative (a Heywood case). The
/// sign is that of a positive sum.
pub(super) fn one_factor(correlations: &Correlations) -> Result<Vec<f64>, Undefined> {
    let k = correlations.n_items();
    if k < 3 {
        // Two indicators have one correlation for two loadings.
        return Err(Undefined::TooFewIndicators { found: k });
    }
    // The centroid of the correlations is not far from the factor.
    let total = (correlations.total() - k as f64).abs().max(1e-3).sqrt();
    let mut loadings: Vec<f64> = (0..k)
        .map(|i| (correlations.matrix().row(i).iter().sum::<f64>() - 1.0) / total)
        .map(|loading| loading.clamp(-0.95, 0.95))
        .collect();
    for _ in 0..MAX_ROUNDS {
        let mut moved: f64 = 0.0;
        for i in 0..k {
            let others = || (0..k).filter(|j| *j != i);
            let size: f64 = others().map(|j| loadings[j] * loadings[j]).sum();
            if size <= 1e-12 {
                return Err(Undefined::NotConverged);
            }
            let fit: f64 = others().map(|j| correlations.get(i, j) * loadings[j]).sum();
            let next = (fit / size).clamp(-1.0, 1.0);
            moved = moved.max((next - loadings[i]).abs());
            loadings[i] = next;
        }
        if moved < 1e-12 {
            let sign = if loadings.iter().sum::<f64>() < 0.0 { -1.0 } else { 1.0 };
            return Ok(loadings.iter().map(|loading| sign * loading).collect());
        }
    }
    Err(Undefined::NotConverged)
}
