//! The reliable change index.

use crate::distribution::Normal;
use crate::sum::{sum, variance};
use crate::undefined::{Undefined, check_finite};

/// The standard error of measurement of a set of scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasurementError {
    /// The standard error of measurement, in units of the scores.
    pub sem: f64,
    /// Share of the variance of the scores that is not error; 0 where the errors are as large as the differences.
    pub reliability: f64,
    /// The number of scores.
    pub n: usize,
}

/// A change in units of what measurement error alone would make of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReliableChange {
    /// The change over the standard error of a difference.
    pub index: f64,
    /// Two-sided p of "no change".
    pub p: f64,
    /// Whether it is beyond measurement error: `|index| > 1.96`.
    pub reliable: bool,
}

impl MeasurementError {
    /// From the spread of the scores and their reliability: `sd sqrt(1 - reliability)`.
    ///
    /// # Errors
    /// `InvalidParameter` unless `sd` is not negative and the reliability lies between 0 and 1.
    pub fn from_reliability(sd: f64, reliability: f64, n: usize) -> Result<Self, Undefined> {
        check_finite(&[sd, reliability])?;
        if sd < 0.0 || !(0.0..=1.0).contains(&reliability) {
            return Err(Undefined::InvalidParameter);
        }
        Ok(Self { sem: sd * (1.0 - reliability).sqrt(), reliability, n })
    }

    /// From scores and the standard error of each: the error variance is the mean of the squared standard errors, and
    /// the reliability its complement as a share of the variance of the scores.
    ///
    /// # Errors
    /// `NotComplete` where the slices differ in length; `NotFinite`; `TooFewUnits` below 2; `NoVariance` where all
    /// standard errors are 0.
    pub fn from_errors(scores: &[f64], ses: &[f64]) -> Result<Self, Undefined> {
        let n = scores.len();
        if ses.len() != n {
            return Err(Undefined::NotComplete);
        }
        check_finite(scores)?;
        check_finite(ses)?;
        let total = variance(scores).ok_or(Undefined::TooFewUnits { needed: 2, found: n })?;
        let squares: Vec<f64> = ses.iter().map(|se| se * se).collect();
        let error = sum(&squares) / n as f64;
        if error <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let reliability = if total > 0.0 { (1.0 - error / total).max(0.0) } else { 0.0 };
        Ok(Self { sem: error.sqrt(), reliability, n })
    }

    /// The reliable change index `change / (sem sqrt 2)`.
    /// Source: Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59, page 14.
    pub fn reliable_change(&self, change: f64) -> ReliableChange {
        let index = change / (self.sem * std::f64::consts::SQRT_2);
        ReliableChange { index, p: 2.0 * Normal.sf(index.abs()), reliable: index.abs() > 1.96 }
    }
}
