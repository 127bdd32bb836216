//! The additive model with evaluators drawn from a population: severities shrunken towards their mean.

use super::fit::AdditiveFit;
use super::normal_equations::{centred_sums, effects, laplacians, solve};
use crate::linalg::Square;
use crate::sum::sum_of;
use crate::undefined::{Undefined, check_finite};

impl AdditiveFit {
    /// The variance of evaluators' effects between evaluators, never negative: `(u' L u - sigma2 (e - c)) / tr L`, where
    /// `L` are the normal equations of `e` evaluators in `c` components once cells are eliminated.
    ///
    /// Source: Henderson 1953, Biometrics 9, method 3: the reduction in squares due to evaluators after cells, set equal
    /// to its expectation.
    pub fn evaluator_variance(&self) -> f64 {
        let reduction = sum_of(self.offsets.iter().zip(centred_sums(&self.design)).map(|(u, r)| u * r));
        let trace = sum_of(self.design.observed().flat_map(|(_, cell)| {
            cell.entries.iter().map(move |entry| entry.count - entry.count * entry.count / cell.n)
        }));
        let n_evaluators = self.component_of_evaluator.iter().flatten().count();
        let expected = self.sigma2 * (n_evaluators - self.n_components) as f64;
        if trace > 0.0 { ((reduction - expected) / trace).max(0.0) } else { 0.0 }
    }

    /// The same model with evaluators' effects as random draws of this variance around the mean of their component, best
    /// linear unbiased prediction (Henderson 1975): where evaluators hardly differ, hardly anything is adjusted.
    ///
    /// Contrasts and combinations of the new fit have the covariance of their prediction errors. What they estimate is
    /// as before: the score of an average evaluator of the component. `sigma2` and `df` stay those of the fixed fit.
    ///
    /// # Errors
    /// `InvalidParameter` for a negative variance; `NotFinite`.
    pub fn with_random_evaluators(&self, variance: f64) -> Result<Self, Undefined> {
        check_finite(&[variance])?;
        if variance < 0.0 {
            return Err(Undefined::InvalidParameter);
        }
        let covariances = if variance > 0.0 && self.sigma2 > 0.0 {
            self.prediction_covariances(self.sigma2 / variance)?
        } else if variance > 0.0 {
            self.covariances.clone()
        } else {
            self.components.members.iter().map(|members| Square::zero(members.len())).collect()
        };
        let offsets = solve(&self.design, &self.components, &covariances);
        check_finite(&offsets)?;
        let effects = effects(&self.components, &offsets);
        Ok(Self { effects, offsets, covariances, ..self.clone() })
    }

    /// The inverse of `L + ratio I` with its part along the mean of the component taken out, which no comparison and no
    /// level of an average evaluator rests on.
    ///
    /// `L` has nothing along the mean, so a small ratio leaves a nearly singular matrix and a huge part to take out,
    /// which cancels. A multiple of the matrix of ones, of the size of `L`, changes that part alone and keeps it small.
    fn prediction_covariances(&self, ratio: f64) -> Result<Vec<Square>, Undefined> {
        laplacians(&self.design, &self.components, 0)
            .into_iter()
            .map(|mut matrix| {
                let size = matrix.size;
                let trace = sum_of((0..size).map(|at| matrix.get(at, at)));
                let ones = if size > 0 { trace / (size * size) as f64 } else { 0.0 };
                for at in 0..size * size {
                    matrix.add(at / size, at % size, ones);
                }
                (0..size).for_each(|at| matrix.add(at, at, ratio));
                let mut inverse = matrix.inverse()?;
                let along_the_mean = 1.0 / (size as f64 * (ratio + ones * size as f64));
                for at in 0..size * size {
                    inverse.add(at / size, at % size, -along_the_mean);
                }
                Ok(inverse)
            })
            .collect()
    }
}
