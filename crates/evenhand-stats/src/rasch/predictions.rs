//! What the fitted model says of every rating that took part.

use super::curve::{Curve, Location};
use super::fit::RaschFit;
use super::likelihood::longest;
use super::model::Model;
use super::rows::Rows;
use super::scale::Scale;
use super::tally::Seen;

impl RaschFit {
    /// For every rating of the data what the model expects of it: the mean of `value` over the categories of its scale,
    /// by the code of the element the scale belongs to (`None` if there is one scale) and the rating. `None` for ratings
    /// that did not take part in the calibration; `n` is the number of ratings of the data.
    pub fn expected(&self, n: usize, value: impl Fn(Option<u32>, u32) -> f64) -> Vec<Option<f64>> {
        let own = |scale: usize| self.model.scale_facet.map(|_| scale as u32);
        let of = |(scale, categories): (usize, &Scale)| -> Vec<f64> {
            categories.values.iter().map(|rating| value(own(scale), *rating)).collect()
        };
        let values: Vec<Vec<f64>> = self.model.scales.iter().enumerate().map(of).collect();
        let mut expected = vec![None; n];
        visit(&self.model, &self.rows, &self.parameters, &self.curves, |prediction| {
            let mean =
                prediction.probabilities.iter().zip(&values[prediction.scale]).map(|(p, v)| p * v).sum();
            if let Some(expected) = expected.get_mut(self.rows.source[prediction.row] as usize) {
                *expected = Some(mean);
            }
        });
        expected
    }

    /// For every rating of the data the variance that the model expects of it, in squared steps of the scale, times its
    /// weight: what it says about the location of its elements. `None` as for [`RaschFit::expected`].
    pub fn information(&self, n: usize) -> Vec<Option<f64>> {
        let mut information = vec![None; n];
        visit(&self.model, &self.rows, &self.parameters, &self.curves, |prediction| {
            if let Some(information) = information.get_mut(self.rows.source[prediction.row] as usize) {
                *information = Some(prediction.seen.weight * prediction.seen.moments.variance);
            }
        });
        information
    }

    /// The mean square of all residuals weighted by information, by what is left of the degrees of freedom: 1 where
    /// single ratings vary as the model says. `None` where nothing is left.
    pub fn mean_square(&self) -> Option<f64> {
        let (mut squares, mut information) = (0.0, 0.0);
        visit(&self.model, &self.rows, &self.parameters, &self.curves, |prediction| {
            let seen = prediction.seen;
            let residual = seen.score - seen.moments.mean;
            squares += seen.weight * residual * residual;
            information += seen.weight * seen.moments.variance;
        });
        let left = self.rows.len().checked_sub(self.n_parameters).filter(|left| *left > 0)?;
        (information > 0.0).then(|| squares / information * (self.rows.len() as f64 / left as f64))
    }
}

/// One rating with the probabilities of its categories.
pub(super) struct Prediction<'a> {
    pub(super) row: usize,
    pub(super) scale: usize,
    pub(super) category: usize,
    pub(super) seen: Seen,
    pub(super) probabilities: &'a [f64],
}

/// Calls `visit` for every row, in order.
pub(super) fn visit(
    model: &Model,
    rows: &Rows,
    parameters: &[f64],
    curves: &[Curve],
    mut visit: impl FnMut(Prediction<'_>),
) {
    let mut buffer = vec![0.0; longest(curves)];
    for (row, eta) in rows.locations(model, parameters).into_iter().enumerate() {
        let scale = rows.scale(model, row);
        let curve = &curves[scale];
        let probabilities = &mut buffer[..curve.len()];
        curve.fill_only(Location::new(eta), probabilities);
        let category = usize::from(rows.category[row]);
        let moments = curve.moments(probabilities);
        let seen = Seen { score: curve.scores[category], eta, weight: rows.weight(row), moments };
        visit(Prediction { row, scale, category, seen, probabilities });
    }
}
