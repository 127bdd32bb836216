//! What fit statistics and correlations are made of, summed over some ratings.

use super::curve::Moments;
use super::fit_statistics::{ElementFit, MeanSquare};

/// One rating as the model sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) score: f64,
    pub(super) eta: f64,
    pub(super) weight: f64,
    pub(super) moments: Moments,
}

/// Sums over ratings.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub(super) n: usize,
    pub(super) weight: f64,
    pub(super) observed: f64,
    pub(super) expected: f64,
    pub(super) information: f64,
    /// Squared residuals, as they are and over their variances.
    squares: f64,
    standardised: f64,
    /// Variances of both kinds of squared residuals.
    squares_variance: f64,
    standardised_variance: f64,
    eta: f64,
    eta_eta: f64,
    score_score: f64,
    score_eta: f64,
    expected_eta: f64,
    expected_expected: f64,
}

impl Tally {
    pub(super) fn add(&mut self, seen: Seen) {
        let Seen { score, eta, weight, moments } = seen;
        let residual = score - moments.mean;
        self.n += 1;
        self.weight += weight;
        self.observed += weight * score;
        self.expected += weight * moments.mean;
        self.information += weight * moments.variance;
        self.squares += weight * residual * residual;
        self.squares_variance += weight * (moments.fourth - moments.variance * moments.variance);
        if moments.variance > 0.0 {
            self.standardised += weight * (residual * residual / moments.variance);
            self.standardised_variance +=
                weight * (moments.fourth / (moments.variance * moments.variance) - 1.0);
        }
        self.eta += weight * eta;
        self.eta_eta += weight * eta * eta;
        self.score_score += weight * score * score;
        self.score_eta += weight * score * eta;
        self.expected_eta += weight * moments.mean * eta;
        self.expected_expected += weight * moments.mean * moments.mean;
    }

    /// Information-weighted mean square of the residuals (Wright & Masters 1982, p. 100).
    pub(super) fn infit(&self) -> Option<MeanSquare> {
        MeanSquare::new(self.squares, self.information, self.squares_variance)
    }

    /// Mean square of the standardised residuals (Wright & Masters 1982, p. 99).
    pub(super) fn outfit(&self) -> Option<MeanSquare> {
        MeanSquare::new(self.standardised, self.weight, self.standardised_variance)
    }

    pub(super) fn fit(&self) -> Option<ElementFit> {
        Some(ElementFit {
            infit: self.infit()?,
            outfit: self.outfit()?,
            point_measure: self.point_measure(),
            point_measure_expected: self.point_measure_expected(),
        })
    }

    /// The correlation of ratings with locations.
    fn point_measure(&self) -> Option<f64> {
        let covariance = self.centred(self.score_eta, self.observed, self.eta);
        let score = self.centred(self.score_score, self.observed, self.observed);
        correlation(covariance, score, self.eta_variance()?)
    }

    /// Its expected value: residuals add variance to the scores, but on average no covariance.
    fn point_measure_expected(&self) -> Option<f64> {
        let covariance = self.centred(self.expected_eta, self.expected, self.eta);
        let expected = self.centred(self.expected_expected, self.expected, self.expected);
        correlation(covariance, expected + self.information, self.eta_variance()?)
    }

    /// The variation of the locations; `None` if it is nothing but rounding.
    fn eta_variance(&self) -> Option<f64> {
        let variance = self.centred(self.eta_eta, self.eta, self.eta);
        (variance > 1e-12 * self.eta_eta).then_some(variance)
    }

    fn centred(&self, product: f64, first: f64, second: f64) -> f64 {
        product - first * second / self.weight
    }
}

fn correlation(covariance: f64, first: f64, second: f64) -> Option<f64> {
    (first > 0.0 && second > 0.0).then(|| (covariance / (first * second).sqrt()).clamp(-1.0, 1.0))
}
