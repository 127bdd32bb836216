//! What an element would be rated with elements of mean measure in all other facets.

use super::curve::{Curve, Location};
use super::fit::RaschFit;
use super::model::Model;
use super::rows::Rows;

/// What the fair average of any element needs.
pub(super) struct FairAverages {
    /// The signed mean measure of the calibrated elements of every facet.
    means: Vec<f64>,
    /// The share of the ratings on every scale.
    shares: Vec<f64>,
}

impl FairAverages {
    /// `is_calibrated` says by facet and code which elements took part in the calibration.
    pub(super) fn new(
        model: &Model,
        rows: &Rows,
        parameters: &[f64],
        is_calibrated: impl Fn(usize, usize) -> bool,
    ) -> Self {
        let mean = |facet: usize| {
            let measures = parameters[model.elements(facet)].iter().enumerate();
            let values: Vec<f64> = measures
                .filter(|(code, _)| is_calibrated(facet, *code))
                .map(|(_, value)| model.signs[facet] * value)
                .collect();
            crate::sum::mean(&values).unwrap_or(0.0)
        };
        let mut shares = vec![0.0; model.scales.len()];
        for row in 0..rows.len() {
            shares[rows.scale(model, row)] += rows.weight(row);
        }
        let total: f64 = shares.iter().sum();
        shares.iter_mut().for_each(|share| *share /= total);
        Self { means: (0..model.n_facets()).map(mean).collect(), shares }
    }

    /// Where scales differ, those of the element itself, or a mean over all of them, weighted by their ratings. `value` says
    /// what a category of a scale stands for.
    pub(super) fn of(
        &self,
        (model, parameters, curves): (&Model, &[f64], &[Curve]),
        facet: usize,
        code: usize,
        value: impl Fn(usize, usize) -> f64,
    ) -> f64 {
        let others: f64 = self.means.iter().enumerate().filter(|(f, _)| *f != facet).map(|(_, m)| m).sum();
        let eta = others + model.signs[facet] * parameters[model.offsets[facet] + code];
        let on_scale = |scale: usize| -> f64 {
            let mut probabilities = vec![0.0; curves[scale].len()];
            curves[scale].fill_only(Location::new(eta), &mut probabilities);
            probabilities.iter().enumerate().map(|(category, p)| p * value(scale, category)).sum()
        };
        if model.scale_facet == Some(facet) && !curves[code].scores.is_empty() {
            return on_scale(code);
        }
        let used = self.shares.iter().enumerate().filter(|(_, share)| **share > 0.0);
        used.map(|(scale, share)| share * on_scale(scale)).sum()
    }
}

impl RaschFit {
    /// The fair averages of a facet's elements with categories that stand for other values than their ratings: `value` is
    /// asked for by the code of the element a scale belongs to (`None` if there is one scale) and the rating. `None` for
    /// elements without a measure; empty if there is no such facet.
    ///
    /// Source: Linacre, A User's Guide to Facets, Table 7, fair average by mean measures.
    pub fn fair_averages(&self, facet: usize, value: impl Fn(Option<u32>, u32) -> f64) -> Vec<Option<f64>> {
        let Some(elements) = self.facets.get(facet) else { return Vec::new() };
        let fair = FairAverages::new(&self.model, &self.rows, &self.parameters, |facet, code| {
            self.facets[facet][code].status.is_calibrated()
        });
        let own = |scale: usize| self.model.scale_facet.map(|_| scale as u32);
        let of = |code: usize| {
            fair.of((&self.model, &self.parameters, &self.curves), facet, code, |scale, category| {
                value(own(scale), self.model.scales[scale].values[category])
            })
        };
        let measured = elements.iter().enumerate();
        measured.map(|(code, element)| element.measure.map(|_| of(code))).collect()
    }

    /// What measures and their conditional standard errors were multiplied by to correct their bias; 1 without a
    /// correction. Divided by it they are those of maximum likelihood, as Facets prints them.
    pub fn bias_factor(&self) -> f64 {
        self.shrink
    }
}
