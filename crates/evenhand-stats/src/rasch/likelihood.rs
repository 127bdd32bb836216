//! The log-likelihood of the ratings and its derivatives.

use super::curve::{Curve, Location};
use super::model::Model;
use super::rows::Rows;
use crate::sum::Accumulator;

/// The log-likelihood at some parameters.
#[derive(Debug, Clone)]
pub(super) struct Evaluation {
    pub(super) log_likelihood: f64,
    /// The slopes: for an element the observed less the expected score, with the sign of its facet; for a category the
    /// expected less the observed number of ratings.
    pub(super) gradient: Vec<f64>,
    /// The diagonal of the information matrix.
    pub(super) diagonal: Vec<f64>,
    /// The location of every row.
    pub(super) locations: Vec<Location>,
    pub(super) curves: Vec<Curve>,
}

impl Evaluation {
    pub(super) fn new(model: &Model, rows: &Rows, parameters: &[f64]) -> Self {
        let curves = model.curves(parameters);
        let locations: Vec<Location> =
            rows.linear(model, parameters).into_iter().map(Location::new).collect();
        let mut evaluation = Self {
            log_likelihood: 0.0,
            gradient: vec![0.0; model.n_parameters()],
            diagonal: vec![0.0; model.n_parameters()],
            locations,
            curves,
        };
        evaluation.pass(model, rows);
        evaluation
    }

    fn pass(&mut self, model: &Model, rows: &Rows) {
        let mut log_likelihood = Accumulator::default();
        let mut residuals = vec![0.0; rows.len()];
        let mut variances = vec![0.0; rows.len()];
        let mut buffer = vec![0.0; longest(&self.curves)];
        for (row, location) in self.locations.iter().enumerate() {
            let scale = rows.scale(model, row);
            let (curve, weight) = (&self.curves[scale], rows.weight(row));
            let probabilities = &mut buffer[..curve.len()];
            let normaliser = curve.fill(*location, probabilities);
            let category = usize::from(rows.category[row]);
            let exponent = curve.scores[category] * location.eta - curve.tau[category];
            log_likelihood.add(weight * (exponent - normaliser));
            let (mut mean, mut square) = (0.0, 0.0);
            let thresholds = model.thresholds(scale);
            let slopes = &mut self.gradient[thresholds.clone()];
            let curvatures = &mut self.diagonal[thresholds];
            for (k, (p, score)) in probabilities.iter().zip(&curve.scores).enumerate() {
                mean += p * score;
                square += p * score * score;
                slopes[k] += weight * p;
                curvatures[k] += weight * p * (1.0 - p);
            }
            slopes[category] -= weight;
            residuals[row] = weight * (curve.scores[category] - mean);
            variances[row] = weight * (square - mean * mean).max(0.0);
        }
        rows.scatter(model, &residuals, true, &mut self.gradient);
        rows.scatter(model, &variances, false, &mut self.diagonal);
        self.log_likelihood = log_likelihood.get();
    }

    /// For every row whether the rating could have been another one.
    pub(super) fn telling(&self, model: &Model, rows: &Rows) -> Vec<bool> {
        let mut buffer = vec![0.0; longest(&self.curves)];
        let mut telling = |(row, location): (usize, &Location)| {
            let curve = &self.curves[rows.scale(model, row)];
            let probabilities = &mut buffer[..curve.len()];
            curve.fill_only(*location, probabilities);
            curve.moments(probabilities).variance > TELLING
        };
        self.locations.iter().enumerate().map(&mut telling).collect()
    }
}

/// The least variance of a rating that says anything of its elements: it is some 14 logits from the nearest threshold.
const TELLING: f64 = 1e-6;

/// The number of categories of the longest scale.
pub(super) fn longest(curves: &[Curve]) -> usize {
    curves.iter().map(Curve::len).max().unwrap_or(0)
}
