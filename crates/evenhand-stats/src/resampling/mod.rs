//! The bootstrap over units: how an estimate varies when units are drawn anew.

mod bca;
mod studentised;

pub(crate) use bca::bca_interval;
pub(crate) use studentised::{Transform, studentised_interval};

use crate::random::Random;
use crate::undefined::Undefined;

/// How often to resample, and the seed that makes the resamples the same every time.
///
/// ```
/// use evenhand_stats::Resampling;
/// assert!(Resampling::new(999, 1).is_ok());
/// assert!(Resampling::new(10, 1).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resampling {
    resamples: usize,
    seed: u64,
}

impl Resampling {
    /// From 100 to 100,000 resamples.
    ///
    /// # Errors
    /// `InvalidParameter` for another number.
    pub fn new(resamples: usize, seed: u64) -> Result<Self, Undefined> {
        if (100..=100_000).contains(&resamples) {
            Ok(Self { resamples, seed })
        } else {
            Err(Undefined::InvalidParameter)
        }
    }

    /// The number of resamples.
    pub fn resamples(self) -> usize {
        self.resamples
    }

    /// The generator of these resamples.
    pub(crate) fn random(self) -> Random {
        Random::new(self.seed)
    }
}

impl Default for Resampling {
    /// 1,000 resamples of seed 1.
    fn default() -> Self {
        Self { resamples: 1_000, seed: 1 }
    }
}

/// A statistic as a function of how often each unit counts.
pub(crate) trait UnitStatistic {
    /// The number of units.
    fn n_units(&self) -> usize;

    /// The statistic where unit u counts `weights[u]` times; `None` where it is undefined.
    fn value(&self, weights: &[f64]) -> Option<f64>;

    /// The derivative of the statistic by each unit's weight where all units count once.
    fn influence(&self) -> Option<Vec<f64>>;

    /// Draws a resample and writes how often it holds each unit.
    fn resample(&self, random: &mut Random, weights: &mut [f64]) {
        draw(random, weights);
    }
}

/// A statistic with a derivative for every resample, and so a standard error.
pub(crate) trait Studentised: UnitStatistic {
    /// The statistic where unit u counts `weights[u]` times, and its derivative by each unit's weight there.
    fn linearised(&self, weights: &[f64]) -> Option<Linearised>;

    /// The statistic and its infinitesimal jackknife standard error.
    fn with_se(&self, weights: &[f64]) -> Option<WithSe> {
        let found = self.linearised(weights)?;
        Some(WithSe { value: found.value, se: jackknife_se(&found.slopes, weights) })
    }
}

/// A value with its derivative by the weight of each unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Linearised {
    pub(crate) value: f64,
    pub(crate) slopes: Vec<f64>,
}

/// A value with its standard error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WithSe {
    pub(crate) value: f64,
    pub(crate) se: f64,
}

/// Draws as many units as there are, with replacement, and writes how often each was drawn.
pub(crate) fn draw(random: &mut Random, weights: &mut [f64]) {
    weights.fill(0.0);
    let n = weights.len();
    for _ in 0..n {
        weights[random.below(n)] += 1.0;
    }
}

/// The infinitesimal jackknife standard error from the influence of every unit (Efron 1982, section 6.2), the units
/// counting `weights` times, with the factor n / (n - 1).
pub(crate) fn jackknife_se(influence: &[f64], weights: &[f64]) -> f64 {
    let n: f64 = weights.iter().sum();
    let mean = influence.iter().zip(weights).map(|(l, w)| w * l).sum::<f64>() / n;
    let squares: f64 = influence.iter().zip(weights).map(|(l, w)| w * (l - mean) * (l - mean)).sum();
    (squares * n / (n - 1.0)).sqrt()
}

/// The quantile of sorted values at a probability, linear between order statistics (Hyndman & Fan 1996, type 6,
/// which gives the ends to probabilities below 1 / (n + 1)).
pub(crate) fn quantile(sorted: &[f64], probability: f64) -> Option<f64> {
    let n = sorted.len();
    let at = (probability * (n + 1) as f64 - 1.0).clamp(0.0, n.checked_sub(1)? as f64);
    let below = at.floor() as usize;
    let share = at - below as f64;
    let low = *sorted.get(below)?;
    // An infinite neighbour must not turn an exact order statistic into something that is not a number.
    if share == 0.0 { Some(low) } else { Some(low + share * (sorted.get(below + 1)? - low)) }
}
