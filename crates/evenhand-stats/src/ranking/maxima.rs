//! Errors drawn together, and the quantiles of the largest differences between them.

use super::joint::JointEstimates;
use crate::estimate::Level;
use crate::random::Random;

/// Errors over their estimated standard deviation: for every unit one per draw.
pub(super) struct ErrorDraws {
    of_unit: Vec<Vec<f64>>,
    n: usize,
}

impl ErrorDraws {
    /// `n` draws of the errors of all units.
    pub(super) fn new(joint: &JointEstimates, n: usize, seed: u64) -> Self {
        let n_units = joint.values().len();
        let mut random = Random::new(seed);
        let (mut normal, mut errors) = (vec![0.0; n_units], vec![0.0; n_units]);
        let mut of_unit = vec![Vec::with_capacity(n); n_units];
        let df = joint.df();
        for _ in 0..n {
            joint.draw(&mut random, &mut normal, &mut errors);
            let scale = if df.is_finite() { (random.chi_squared(df) / df).sqrt() } else { 1.0 };
            for (unit, error) in of_unit.iter_mut().zip(&errors) {
                unit.push(error / scale);
            }
        }
        Self { of_unit, n }
    }

    /// The quantile over draws of the largest weighted difference among these pairs, each with its weight: the order
    /// statistic that keeps the level for a finite number of draws.
    pub(super) fn critical(&self, pairs: impl Iterator<Item = ([usize; 2], f64)>, level: Level) -> f64 {
        let mut maxima = vec![0.0; self.n];
        for ([first, second], weight) in pairs {
            raise(&mut maxima, &self.of_unit[first], &self.of_unit[second], weight);
        }
        let place = libm::ceil(level.get() * (self.n + 1) as f64) as usize;
        match place.checked_sub(1).filter(|place| *place < maxima.len()) {
            Some(place) => *maxima.select_nth_unstable_by(place, f64::total_cmp).1,
            None => f64::INFINITY,
        }
    }
}

/// Raises every maximum to the weighted difference of a draw where that is larger.
fn raise(maxima: &mut [f64], first: &[f64], second: &[f64], weight: f64) {
    for (most, (a, b)) in maxima.iter_mut().zip(first.iter().zip(second)) {
        let size = (a - b).abs() * weight;
        // Written so that it becomes one instruction for several draws.
        *most = if size > *most { size } else { *most };
    }
}
