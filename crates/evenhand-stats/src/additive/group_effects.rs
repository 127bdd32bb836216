//! The effects of one evaluator in several groups of cells (such as rounds), and whether they differ.

use super::fit::Contrast;
use crate::distribution::FisherF;
use crate::linalg::Square;
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// Effects of one evaluator by group, known up to a constant, with the F test of "the same in every group".
#[derive(Debug, Clone)]
pub struct GroupEffects {
    /// The groups that can be compared with each other, ascending.
    pub groups: Vec<u32>,
    /// Observations of the evaluator in each of these groups.
    pub counts: Vec<f64>,
    /// Partial F statistic.
    pub f: f64,
    /// Numerator degrees of freedom: groups less one.
    pub df1: usize,
    /// Residual degrees of freedom of the model with an effect per group.
    pub df2: usize,
    /// p of the F test.
    pub p: f64,
    sigma2: f64,
    /// Effect of each group but the first, less that of the first.
    differences: Vec<f64>,
    /// Covariance of the differences over sigma2.
    covariance: Square,
}

impl GroupEffects {
    /// `precision` is the inverse of the covariance of the differences over sigma2; `residual` is the residual sum
    /// of squares of the model with an effect per group, on `df2` degrees of freedom.
    pub(super) fn new(
        groups: Vec<(u32, f64)>,
        differences: Vec<f64>,
        precision: Square,
        residual: f64,
        df2: usize,
    ) -> Result<Self, Undefined> {
        let df1 = differences.len();
        if df2 == 0 {
            return Err(Undefined::TooFewUnits { needed: df1 + 1, found: df1 });
        }
        let sigma2 = residual / df2 as f64;
        if sigma2 <= 0.0 || !sigma2.is_finite() {
            return Err(Undefined::NoVariance);
        }
        let form = sum_of(
            differences
                .iter()
                .enumerate()
                .map(|(row, d)| d * sum_of(precision.row(row).iter().zip(&differences).map(|(a, e)| a * e))),
        );
        let f = (form / df1 as f64 / sigma2).max(0.0);
        let p = FisherF::new(df1 as f64, df2 as f64).ok_or(Undefined::NotFinite)?.sf(f);
        let covariance = precision.inverse()?;
        let (groups, counts) = groups.into_iter().unzip();
        Ok(Self { groups, counts, f, df1, df2, p, sigma2, differences, covariance })
    }

    /// The sum of weights times effects with its standard error on [`GroupEffects::df2`] degrees of freedom.
    /// One weight per group, summing to zero: only differences are known.
    ///
    /// # Errors
    /// `NotComplete` for another number of weights; `NotLinked` where they do not sum to zero.
    pub fn contrast(&self, weights: &[f64]) -> Result<Contrast, Undefined> {
        if weights.len() != self.groups.len() {
            return Err(Undefined::NotComplete);
        }
        let size = sum_of(weights.iter().map(|w| w.abs()));
        if sum_of(weights.iter().copied()).abs() > 1e-9 * size {
            return Err(Undefined::NotLinked);
        }
        let weights = &weights[1..];
        let value = sum_of(weights.iter().zip(&self.differences).map(|(w, d)| w * d));
        let variance =
            sum_of(weights.iter().enumerate().map(|(row, w)| {
                w * sum_of(self.covariance.row(row).iter().zip(weights).map(|(c, v)| c * v))
            }));
        Ok(Contrast { value, se: (self.sigma2 * variance.max(0.0)).sqrt() })
    }

    /// What a variance of 1, of an effect that every evaluator draws anew in every group, adds to the expectation of
    /// [`GroupEffects::f`], which is about 1 without such a variance. The residual variance grows by it as well, which is
    /// taken off.
    ///
    /// # Errors
    /// `NotLinked` where the differences are not determined.
    pub fn f_per_variance(&self) -> Result<f64, Undefined> {
        let precision = self.covariance.clone().inverse()?;
        // Differences from the first group have the first group's draw in common.
        let all = sum_of((0..precision.size).flat_map(|row| precision.row(row).iter().copied()));
        let own = sum_of((0..precision.size).map(|at| precision.get(at, at)));
        Ok((((own + all) / self.df1 as f64 - 1.0) / self.sigma2).max(0.0))
    }
}
