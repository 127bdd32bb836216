//! Studentised bootstrap intervals.

use super::{Resampling, Studentised, bca_interval, quantile};
use crate::estimate::{Interval, Level};

/// The scale on which a statistic is studentised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transform {
    /// As it is: for differences.
    Identity,
    /// `-ln(1 - x)`: for coefficients that cannot exceed 1, whose errors shrink as they come near.
    LogDistance,
}

impl Transform {
    fn forward(self, x: f64) -> f64 {
        match self {
            Self::Identity => x,
            Self::LogDistance => -libm::log(1.0 - x),
        }
    }

    fn backward(self, g: f64) -> f64 {
        match self {
            Self::Identity => g,
            Self::LogDistance => 1.0 - libm::exp(-g),
        }
    }

    /// The derivative of the forward direction.
    fn slope(self, x: f64) -> f64 {
        match self {
            Self::Identity => 1.0,
            Self::LogDistance => 1.0 / (1.0 - x),
        }
    }

    /// Whether the value lies at the end of the scale.
    fn at_end(self, x: f64) -> bool {
        self == Self::LogDistance && 1.0 - x <= 1e-14
    }
}

/// The studentised bootstrap (Efron 1982, section 10.10; Hall 1988) of a transformed statistic, turned back.
///
/// Each resample gives `t = (g* - g) / se(g*)` with the infinitesimal jackknife standard error; the quantiles of t
/// times the standard error of the sample bound g. In simulations of coefficients of agreement from 15 to 60 units this
/// covers 93 to 96% at a nominal 95%, where percentiles cover 86 to 93% and BCa 87 to 94%.
///
/// A resample with perfect agreement has an infinite t. Where so many do that a limit is infinite, as with few
/// disagreements altogether, the answer is the BCa interval. `None` at the end of the scale or without variation.
pub(crate) fn studentised_interval(
    statistic: &impl Studentised,
    transform: Transform,
    resampling: Resampling,
    level: Level,
) -> Option<Interval> {
    let n = statistic.n_units();
    let sample = statistic.with_se(&vec![1.0; n])?;
    if transform.at_end(sample.value) || sample.se <= 1e-14 || !sample.se.is_finite() {
        return None;
    }
    let g = transform.forward(sample.value);
    let se = sample.se * transform.slope(sample.value);
    let mut random = resampling.random();
    let mut weights = vec![0.0; n];
    let mut ratios = Vec::with_capacity(resampling.resamples());
    for _ in 0..resampling.resamples() {
        statistic.resample(&mut random, &mut weights);
        let Some(again) = statistic.with_se(&weights) else { continue };
        let ratio = (transform.forward(again.value) - g) / (again.se * transform.slope(again.value));
        let finite = !transform.at_end(again.value) && ratio.is_finite();
        ratios.push(if finite { ratio } else { f64::INFINITY });
    }
    ratios.sort_unstable_by(f64::total_cmp);
    let high = transform.backward(g - quantile(&ratios, level.tail())? * se);
    let low = transform.backward(g - quantile(&ratios, 1.0 - level.tail())? * se);
    let defined = ratios.len() as f64 >= 0.95 * resampling.resamples() as f64;
    Interval::finite(low, high, level)
        .filter(|_| defined)
        .or_else(|| bca_interval(statistic, resampling, level))
}
