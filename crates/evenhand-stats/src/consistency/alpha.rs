//! Cronbach's alpha from pairwise covariances, with what each unit contributes.

use crate::item_covariance::{ItemCovariance, each_pair};
use crate::item_table::ItemTable;
use crate::resampling::{Linearised, Studentised, UnitStatistic};
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

/// Alpha as a function of how often each unit counts.
pub(crate) struct AlphaOfItems<'a>(pub(crate) &'a ItemTable<'a>);

impl AlphaOfItems<'_> {
    /// Alpha and its derivative by each unit's weight, to first order in one over the number of units.
    fn slopes(&self, weights: &[f64]) -> Option<(f64, Vec<f64>)> {
        let covariance = ItemCovariance::new(self.0, weights).ok()?;
        let alpha = raw_alpha(&covariance, |_| true).ok()?;
        let k = covariance.k;
        let (all, diagonal) = covariance.sums(|_| true);
        let factor = k as f64 / (k - 1) as f64 / all;
        let slopes = self.0.rows().map(|row| {
            let mut slope = 0.0;
            each_pair(row, k, |at, a, b| {
                let pair = covariance.pair(at / k, at % k);
                let own = ((a - pair.mean_a) * (b - pair.mean_b) - pair.covariance()) / pair.n;
                slope +=
                    if at / k == at % k { own * (diagonal / all - 1.0) } else { 2.0 * own * diagonal / all };
            });
            slope * factor
        });
        Some((alpha, slopes.collect()))
    }
}

impl UnitStatistic for AlphaOfItems<'_> {
    fn n_units(&self) -> usize {
        self.0.n_units()
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        raw_alpha(&ItemCovariance::new(self.0, weights).ok()?, |_| true).ok()
    }

    fn influence(&self) -> Option<Vec<f64>> {
        Some(self.slopes(&vec![1.0; self.n_units()])?.1)
    }
}

impl Studentised for AlphaOfItems<'_> {
    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        let (value, slopes) = self.slopes(weights)?;
        Some(Linearised { value, slopes })
    }
}
