//! How well a facet's elements are told apart.

use crate::sum::{mean, sum_of, variance};
use crate::undefined::{Undefined, check_finite};

/// The spread of measures beside their errors, with the elements as a population or as a sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasureSpread {
    /// The standard deviation of the measures.
    pub sd: f64,
    /// The standard deviation without error: `sqrt(sd^2 - rmse^2)`, 0 if the errors are larger than the spread.
    pub adjusted_sd: f64,
    /// Separation G: the adjusted standard deviation in units of the error.
    pub separation: f64,
    /// Statistically distinct levels: `(4 G + 1) / 3`.
    pub strata: f64,
    /// The share of the measures' variance that is not error: `G^2 / (1 + G^2)`.
    pub reliability: f64,
}

impl MeasureSpread {
    /// The spread of measures with a variance and a mean square error, both positive.
    fn new(variance: f64, rmse: f64) -> Self {
        let adjusted_sd = (variance - rmse * rmse).max(0.0).sqrt();
        let separation = adjusted_sd / rmse;
        let square = separation * separation;
        Self {
            sd: variance.sqrt(),
            adjusted_sd,
            separation,
            strata: (4.0 * separation + 1.0) / 3.0,
            reliability: square / (1.0 + square),
        }
    }
}

/// How well measures are told apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Separation {
    /// The number of measures.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// The root mean square of their standard errors.
    pub rmse: f64,
    /// With the elements as all there are: variance over n.
    pub population: MeasureSpread,
    /// With the elements as a sample: variance over n - 1.
    pub sample: MeasureSpread,
}

/// Separation, strata and reliability of measures with standard errors.
///
/// Source: Wright & Masters (1982), Rating Scale Analysis, p. 91 to 106; Fisher (1992) for strata.
///
/// ```
/// let separation = evenhand_stats::separation(&[-1.0, 0.0, 1.0], &[0.3, 0.3, 0.3])?;
/// assert!((separation.sample.adjusted_sd - 0.91_f64.sqrt()).abs() < 1e-15);
/// assert!((separation.sample.reliability - 0.91).abs() < 1e-15);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NotComplete` if the slices differ in length, `TooFewUnits` for fewer than two measures, `NotFinite`, `Negative` and
/// `NoVariance` if all standard errors are 0.
pub fn separation(measures: &[f64], standard_errors: &[f64]) -> Result<Separation, Undefined> {
    if measures.len() != standard_errors.len() {
        return Err(Undefined::NotComplete);
    }
    check_finite(measures)?;
    check_finite(standard_errors)?;
    if standard_errors.iter().any(|se| *se < 0.0) {
        return Err(Undefined::Negative);
    }
    let n = measures.len();
    let (Some(mean), Some(variance)) = (mean(measures), variance(measures)) else {
        return Err(Undefined::TooFewUnits { needed: 2, found: n });
    };
    let rmse = (sum_of(standard_errors.iter().map(|se| se * se)) / n as f64).sqrt();
    if rmse == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let population = variance * ((n - 1) as f64 / n as f64);
    Ok(Separation {
        n,
        mean,
        rmse,
        population: MeasureSpread::new(population, rmse),
        sample: MeasureSpread::new(variance, rmse),
    })
}
