//! Ratings that the model would not expect.

use super::fit::RaschFit;
use super::predictions::visit;

/// A rating far from what the measures of its elements let expect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnexpectedRating {
    /// The position of the rating in the data.
    pub row: usize,
    /// The rating.
    pub observed: u32,
    /// The expected rating.
    pub expected: f64,
    /// Observed less expected, in steps of the scale.
    pub residual: f64,
    /// The residual over its standard deviation.
    pub standardised: f64,
}

impl RaschFit {
    /// The ratings whose standardised residual is at least `least` in size, the largest first, at most `limit`.
    ///
    /// Ratings of extreme elements are never among them: they did not take part in the calibration.
    pub fn unexpected(&self, least: f64, limit: usize) -> Vec<UnexpectedRating> {
        let mut found = Vec::new();
        visit(&self.model, &self.rows, &self.parameters, &self.curves, |prediction| {
            let seen = prediction.seen;
            let residual = seen.score - seen.moments.mean;
            let standardised = residual / seen.moments.variance.sqrt();
            let curve = &self.curves[prediction.scale];
            if standardised.is_finite() && standardised.abs() >= least {
                found.push(UnexpectedRating {
                    row: self.rows.source[prediction.row] as usize,
                    observed: self.model.scales[prediction.scale].values[prediction.category],
                    expected: curve.mean_rating(prediction.probabilities),
                    residual,
                    standardised,
                });
            }
        });
        found.sort_by(|a, b| b.standardised.abs().total_cmp(&a.standardised.abs()).then(a.row.cmp(&b.row)));
        found.truncate(limit);
        found
    }
}
