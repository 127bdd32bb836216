//! How far evaluators are off from one round to the next without drifting.

use evenhand_protocol::Interval;
use evenhand_stats::{FisherF, GroupEffects, StudentT};

use crate::LEVEL;

/// Who moves further than all but this share of those who are as unsteady as the others drifts.
const DRIFTS: f64 = 1e-5;

/// The variance between rounds that evaluators have without drifting, with what is not known of it.
///
/// Every evaluator has the variance at which it moves as much as half of all would. Their median is the estimate. A few dozen evaluators leave it open within
/// a factor of two or more, and where it is small against the error of a round, the estimate is as often 0 as not. An
/// interval that took it for known would be too narrow whenever it happens to be low, and too wide as often. So what is
/// known is kept as a distribution: the true variance lies between two neighbours of the sorted variances with the
/// probability that so many of the evaluators are below a median (the confidence distribution of a sign test; Thompson
/// 1936, Schweder & Hjort 2016, section 3.4).
#[derive(Debug, Clone)]
pub(super) struct Unsteadiness {
    /// Variances and their probabilities, ascending.
    levels: Vec<(f64, f64)>,
    median: f64,
}

impl Unsteadiness {
    /// From the tests of equal effects in all rounds, one per evaluator.
    ///
    /// Evaluators who move as fewer than one in 100,000 would who are as unsteady as half of the others drift, and are left out.
    pub(super) fn new<'a>(tests: impl Iterator<Item = &'a GroupEffects>) -> Self {
        let mut movements: Vec<Movement> = tests.filter_map(Movement::new).collect();
        loop {
            let found = Self::of(movements.iter().map(|movement| movement.own).collect());
            let before = movements.len();
            movements.retain(|movement| movement.p(found.median) >= DRIFTS);
            if movements.len() == before {
                return found;
            }
        }
    }

    /// From the variances of evaluators who do not drift.
    fn of(mut own: Vec<f64>) -> Self {
        own.sort_by(f64::total_cmp);
        let n = own.len();
        let at = |k: usize| own.get(k).copied().unwrap_or(0.0);
        if n == 0 {
            return Self { levels: vec![(0.0, 1.0)], median: 0.0 };
        }
        let median = f64::midpoint(at((n - 1) / 2), at(n / 2));
        let mut levels = Vec::with_capacity(n + 1);
        // Binomial probabilities, by the logarithm of the binomial coefficient.
        let mut log_chance = -(n as f64) * core::f64::consts::LN_2;
        for k in 0..=n {
            let low = if k == 0 { 0.0 } else { at(k - 1) };
            let high = at(k.min(n - 1));
            levels.push((f64::midpoint(low, high), libm::exp(log_chance)));
            log_chance += libm::log((n - k) as f64 / (k + 1) as f64);
        }
        Self { levels, median }
    }

    /// The estimate: the median of the evaluators' variances.
    pub(super) fn median(&self) -> f64 {
        self.median
    }

    /// The mean of what the variance may be.
    pub(super) fn mean(&self) -> f64 {
        evenhand_stats::sum(&self.levels.iter().map(|(value, chance)| value * chance).collect::<Vec<f64>>())
    }

    /// The interval of a value whose variance is `own`, with `df` degrees of freedom, and `times` this variance: the
    /// quantiles of Student's t mixed over what the variance may be. `None` where nothing varies.
    pub(super) fn interval(&self, value: f64, own: f64, df: f64, times: f64) -> Option<Interval> {
        let t = StudentT::new(df)?;
        let scales: Vec<(f64, f64)> =
            self.levels.iter().map(|(level, chance)| ((own + times * level).sqrt(), *chance)).collect();
        let beyond = |reach: f64| {
            let tail =
                |(scale, chance): &(f64, f64)| if *scale > 0.0 { chance * t.sf(reach / scale) } else { 0.0 };
            evenhand_stats::sum(&scales.iter().map(tail).collect::<Vec<f64>>())
        };
        let largest = scales.iter().map(|(scale, _)| *scale).fold(0.0, f64::max);
        let (mut low, mut high) = (0.0, largest * t.critical(LEVEL));
        // The tail at 0 is half of the probability that there is any variation at all.
        if largest <= 0.0 || beyond(0.0) <= LEVEL.tail() {
            return None;
        }
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if beyond(middle) > LEVEL.tail() {
                low = middle;
            } else {
                high = middle;
            }
        }
        Some(Interval { low: value - high, high: value + high, level: LEVEL.get() })
    }
}

/// How far an evaluator's effects are apart.
struct Movement {
    f: f64,
    distribution: FisherF,
    /// What a variance of 1 adds to the expectation of F.
    per_variance: f64,
    /// The variance at which half of all evaluators with such sheets would move less than this one; 0 where it moves less
    /// than half of the steady ones.
    own: f64,
}

impl Movement {
    fn new(effects: &GroupEffects) -> Option<Self> {
        let distribution = FisherF::new(effects.df1 as f64, effects.df2 as f64)?;
        let per_variance = effects.f_per_variance().ok().filter(|per| *per > 0.0)?;
        let own = ((effects.f / distribution.quantile(0.5)? - 1.0) / per_variance).max(0.0);
        Some(Self { f: effects.f, distribution, per_variance, own })
    }

    /// The probability that somebody who is off with this variance moves further.
    fn p(&self, variance: f64) -> f64 {
        self.distribution.sf(self.f / (1.0 + variance * self.per_variance))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn known(levels: &[f64]) -> Unsteadiness {
        let chance = 1.0 / levels.len() as f64;
        Unsteadiness { levels: levels.iter().map(|level| (*level, chance)).collect(), median: levels[0] }
    }

    #[test]
    fn a_variance_that_is_known_gives_the_interval_of_t() {
        let found = known(&[3.0]).interval(1.0, 1.0, 30.0, 1.0).unwrap();
        // R: qt(0.975, 30) = 2.042272; the standard error is 2.
        assert!((found.high - (1.0 + 2.0 * 2.042_272)).abs() < 1e-5, "{found:?}");
        assert!((found.low + found.high - 2.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_not_known_widens_the_interval() {
        let sure = known(&[2.0]).interval(0.0, 0.0, 1e6, 1.0).unwrap().high;
        let open = known(&[0.0, 4.0]).interval(0.0, 0.0, 1e6, 1.0).unwrap().high;
        // Half of the time nothing varies, else with a standard deviation of 2: R: 2 * qnorm(0.95) = 3.289707.
        assert!((open - 3.289_707).abs() < 1e-4 && open > sure, "{open} {sure}");
        assert_eq!(known(&[0.0]).interval(0.0, 0.0, 10.0, 1.0), None);
    }

    #[test]
    fn the_true_variance_lies_between_two_evaluators_as_often_as_a_coin_says() {
        let found = Unsteadiness::of(vec![3.0, 1.0, 0.0, 8.0]);
        assert_eq!(found.median(), 2.0);
        // One, four, six, four and one of sixteen.
        let expected = [(0.0, 1.0), (0.5, 4.0), (2.0, 6.0), (5.5, 4.0), (8.0, 1.0)];
        for ((level, chance), (expected_level, sixteenths)) in found.levels.iter().zip(expected) {
            assert_eq!(*level, expected_level);
            assert!((chance - sixteenths / 16.0).abs() < 1e-12, "{chance}");
        }
    }
}
