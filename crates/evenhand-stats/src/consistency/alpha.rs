//! Cronbach's alpha from pairwise covariances, with what each unit contributes.

use crate::item_covariance::{ItemCovariance, each_pair};
use crate::item_table::ItemTable;
use crate::sum::{mean, sum_of};
use crate::undefined::{Undefined, check_finite};

/// Alpha of the wanted indicators, `k/(k-1) (1 - sum of variances / sum of all covariances)` (Cronbach 1951).
pub(crate) fn raw_alpha(
    covariance: &ItemCovariance,
    wanted: impl Fn(usize) -> bool + Copy,
) -> Result<f64, Undefined> {
    let k = (0..covariance.k).filter(|item| wanted(*item)).count();
    if k < 2 {
        return Err(Undefined::TooFewIndicators { found: k });
    }
    let (all, diagonal) = covariance.sums(wanted);
    // Totals that do not vary leave only rounding.
    if all <= 1e-14 * diagonal {
        return Err(Undefined::NoVariance);
    }
    let alpha = k as f64 / (k - 1) as f64 * (1.0 - diagonal / all);
    check_finite(&[alpha])?;
    Ok(alpha)
}

/// The standard error of `-ln(1 - alpha)` by the jackknife that leaves out one unit at a time.
///
/// `None` at alpha of 1 or beyond, without variation, or where alpha is undefined without one of the units.
pub(crate) fn log_jackknife(table: &ItemTable, covariance: &ItemCovariance, alpha: f64) -> Option<f64> {
    let k = covariance.k as f64;
    let (all, diagonal) = covariance.sums(|_| true);
    let distance = |alpha: f64| (alpha < 1.0).then(|| -libm::log(1.0 - alpha)).filter(|g| g.is_finite());
    distance(alpha)?;
    let without: Vec<f64> = table
        .rows()
        .map(|row| {
            let (mut all, mut diagonal) = (all, diagonal);
            let mut enough = true;
            each_pair(row, covariance.k, |at, a, b| {
                let pair = covariance.pair(at / covariance.k, at % covariance.k);
                enough &= pair.n > 2.0;
                let moved = pair.without(a, b) - pair.covariance();
                let is_variance = at / covariance.k == at % covariance.k;
                all += if is_variance { moved } else { 2.0 * moved };
                diagonal += if is_variance { moved } else { 0.0 };
            });
            let defined = enough && all > 1e-14 * diagonal;
            defined.then(|| k / (k - 1.0) * (1.0 - diagonal / all)).and_then(distance)
        })
        .collect::<Option<_>>()?;
    let n = without.len() as f64;
    let centre = mean(&without)?;
    let squares = sum_of(without.iter().map(|g| (g - centre) * (g - centre)));
    Some(((n - 1.0) / n * squares).sqrt()).filter(|se| *se > 1e-12 && se.is_finite())
}
