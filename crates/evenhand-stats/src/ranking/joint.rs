//! Estimates with their joint distribution, from which their errors can be drawn together.

use crate::linalg::{Square, dot};
use crate::random::Random;
use crate::undefined::{Undefined, check_finite};

/// Estimates whose errors are jointly normal with covariance `sigma2 V`, where `sigma2` is itself an estimate.
#[derive(Debug, Clone)]
pub struct JointEstimates {
    values: Vec<f64>,
    /// `V`.
    relative: Square,
    /// The lower Cholesky factor of `V`, row by row.
    factor: Vec<Vec<f64>>,
    sigma2: f64,
    df: f64,
}

impl JointEstimates {
    /// Estimates `values` with covariance matrix `sigma2` times `relative` (row by row, symmetric), `sigma2` on `df`
    /// degrees of freedom; an infinite `df` stands for a known variance.
    ///
    /// # Errors
    /// `NotComplete` where `relative` is not square in the number of values; `NotFinite`; `NoVariance` where `sigma2`
    /// is not positive or `relative` is not positive definite; `TooFewUnits` where `df` is not positive.
    pub fn new(values: &[f64], relative: &[f64], sigma2: f64, df: f64) -> Result<Self, Undefined> {
        let n = values.len();
        if relative.len() != n * n {
            return Err(Undefined::NotComplete);
        }
        check_finite(values)?;
        check_finite(relative)?;
        check_finite(&[sigma2])?;
        if sigma2 <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        if df.is_nan() || df <= 0.0 {
            return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
        }
        let mut square = Square::zero(n);
        for (at, value) in relative.iter().enumerate() {
            square.add(at / n, at % n, *value);
        }
        let factor = square.lower_factor().ok_or(Undefined::NoVariance)?;
        Ok(Self { values: values.to_vec(), relative: square, factor, sigma2, df })
    }

    /// The estimates.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// Degrees of freedom of the variance.
    pub fn df(&self) -> f64 {
        self.df
    }

    /// The standard error of the difference of two of them.
    pub fn se_of_difference(&self, i: usize, j: usize) -> f64 {
        (self.sigma2 * self.relative_variance_of_difference(i, j)).sqrt()
    }

    pub(super) fn relative_variance_of_difference(&self, i: usize, j: usize) -> f64 {
        let variance = self.relative.get(i, i) + self.relative.get(j, j) - 2.0 * self.relative.get(i, j);
        variance.max(0.0)
    }

    pub(super) fn relative(&self) -> &Square {
        &self.relative
    }

    pub(super) fn sigma2(&self) -> f64 {
        self.sigma2
    }

    /// Errors drawn with covariance `V`, into `errors`; `normal` is room for as many numbers.
    pub(super) fn draw(&self, random: &mut Random, normal: &mut [f64], errors: &mut [f64]) {
        for value in normal.iter_mut() {
            *value = random.normal();
        }
        for (error, row) in errors.iter_mut().zip(&self.factor) {
            *error = dot(row, &normal[..row.len()]);
        }
    }
}
