//! The probabilities of the categories of one scale.

use super::scale::Scale;

/// Exponents up to this size stay far from the largest double.
const SAFE: f64 = 600.0;

/// The largest location that is told from infinity.
pub(super) const FAR: f64 = 300.0;

/// A scale with its thresholds: category k has probability proportional to `exp(score(k) eta - tau(k))`, with tau the
/// sum of the thresholds up to k.
#[derive(Debug, Clone)]
pub(super) struct Curve {
    pub(super) scores: Vec<f64>,
    /// The rating that each category stands for.
    pub(super) ratings: Vec<f64>,
    pub(super) tau: Vec<f64>,
    gaps: Vec<u32>,
    /// `exp(-tau)`.
    coefficients: Vec<f64>,
    /// The largest exponent apart from the location, and the range of the scores.
    largest_tau: f64,
    range: f64,
}

impl Curve {
    pub(super) fn new(scale: &Scale, tau: &[f64]) -> Self {
        let scores = scale.scores();
        Self {
            tau: tau.to_vec(),
            gaps: scale.gaps.clone(),
            coefficients: tau.iter().map(|tau| libm::exp(-tau)).collect(),
            largest_tau: crate::sum::magnitude(tau),
            ratings: scale.values.iter().map(|value| f64::from(*value)).collect(),
            range: scores.last().copied().unwrap_or(0.0),
            scores,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.scores.len()
    }

    /// How far from 0 the furthest threshold lies.
    pub(super) fn largest_threshold(&self) -> f64 {
        let step = |k: usize| (self.tau[k] - self.tau[k - 1]) / (self.scores[k] - self.scores[k - 1]);
        (1..self.len()).map(|k| step(k).abs()).fold(0.0, f64::max)
    }

    /// Fills in the probabilities at a location and returns the logarithm of what they were divided by.
    pub(super) fn fill(&self, location: Location, probabilities: &mut [f64]) -> f64 {
        let total = self.fill_relative(location, probabilities);
        let inverse = 1.0 / total.sum;
        probabilities.iter_mut().for_each(|p| *p *= inverse);
        libm::log(total.sum) + total.shift
    }

    /// The same without the logarithm, which costs as much as all the rest.
    pub(super) fn fill_only(&self, location: Location, probabilities: &mut [f64]) {
        let inverse = 1.0 / self.fill_relative(location, probabilities).sum;
        probabilities.iter_mut().for_each(|p| *p *= inverse);
    }

    fn fill_relative(&self, location: Location, out: &mut [f64]) -> Total {
        if location.eta.abs() * self.range + self.largest_tau >= SAFE {
            return self.fill_far(location.eta, out);
        }
        let (mut power, mut sum) = (1.0, 0.0);
        for ((out, gap), coefficient) in out.iter_mut().zip(&self.gaps).zip(&self.coefficients) {
            for _ in 0..*gap {
                power *= location.exp;
            }
            *out = power * coefficient;
            sum += *out;
        }
        Total { sum, shift: 0.0 }
    }

    fn fill_far(&self, eta: f64, out: &mut [f64]) -> Total {
        let exponent = |k: usize| self.scores[k] * eta - self.tau[k];
        let shift = (0..self.len()).map(exponent).fold(f64::NEG_INFINITY, f64::max);
        let mut sum = 0.0;
        for (k, out) in out.iter_mut().enumerate() {
            *out = libm::exp(exponent(k) - shift);
            sum += *out;
        }
        Total { sum, shift }
    }

    /// The mean rating, in the units of the ratings.
    pub(super) fn mean_rating(&self, probabilities: &[f64]) -> f64 {
        probabilities.iter().zip(&self.ratings).map(|(p, rating)| p * rating).sum()
    }

    /// The mean and the central moments of the score.
    pub(super) fn moments(&self, probabilities: &[f64]) -> Moments {
        let mean: f64 = probabilities.iter().zip(&self.scores).map(|(p, score)| p * score).sum();
        let (mut variance, mut fourth) = (0.0, 0.0);
        for (p, score) in probabilities.iter().zip(&self.scores) {
            let square = (score - mean) * (score - mean);
            variance += p * square;
            fourth += p * square * square;
        }
        Moments { mean, variance, fourth }
    }
}

/// A location on the scale, with its exponential.
#[derive(Debug, Clone, Copy)]
pub(super) struct Location {
    pub(super) eta: f64,
    pub(super) exp: f64,
}

impl Location {
    pub(super) fn new(eta: f64) -> Self {
        let eta = eta.clamp(-FAR, FAR);
        Self { eta, exp: libm::exp(eta) }
    }
}

struct Total {
    sum: f64,
    shift: f64,
}

/// The expected score with its variance and fourth central moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moments {
    pub(super) mean: f64,
    pub(super) variance: f64,
    pub(super) fourth: f64,
}
