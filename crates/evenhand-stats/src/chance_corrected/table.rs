//! Units by categories: how many evaluators put each unit into each category, without the zeros.

use crate::agreement_weights::{AgreementWeights, Weighting};
use crate::categories::Categories;
use crate::ratings::Ratings;
use crate::undefined::Undefined;

/// What the coefficients are computed from.
pub(super) struct Table<'a> {
    pub(super) weighting: Weighting<'a>,
    pub(super) n_categories: usize,
    pub(super) n_evaluators: usize,
    /// The category of every score, in the order of the ratings.
    pub(super) category: Vec<u32>,
    /// The evaluator of every score.
    pub(super) evaluator: Vec<u32>,
    /// Where each unit's scores begin.
    pub(super) starts: Vec<usize>,
    /// For each unit with two or more scores the weighted share of its pairs that agree; else `None`.
    pub(super) agreement: Vec<Option<f64>>,
}

impl<'a> Table<'a> {
    /// Counts the ratings; `scale` lists the categories, or `None` takes those that occur.
    pub(super) fn new(
        ratings: &Ratings,
        scale: Option<&[f64]>,
        weights: AgreementWeights<'a>,
    ) -> Result<Self, Undefined> {
        let categories = match scale {
            None => Categories::observed(ratings.values()),
            Some(scale) => Categories::of_scale(ratings.values(), scale)?,
        };
        let mut table = Self {
            weighting: Weighting::new(weights, &categories.values)?,
            n_categories: categories.len(),
            n_evaluators: ratings.n_evaluators(),
            category: categories.of,
            evaluator: ratings.evaluators().to_vec(),
            starts: ratings.starts().to_vec(),
            agreement: Vec::new(),
        };
        let agreement: Vec<Option<f64>> = (0..table.n_units()).map(|unit| table.agreement_of(unit)).collect();
        table.agreement = agreement;
        if table.agreement.iter().all(Option::is_none) {
            return Err(Undefined::OneEvaluator);
        }
        Ok(table)
    }

    pub(super) fn n_units(&self) -> usize {
        self.starts.len() - 1
    }

    /// The categories of one unit's scores.
    pub(super) fn categories_of(&self, unit: usize) -> &[u32] {
        &self.category[self.starts[unit]..self.starts[unit + 1]]
    }

    /// Gwet (2014), eq. 4.18: the weighted share of a unit's ordered pairs of scores that agree.
    fn agreement_of(&self, unit: usize) -> Option<f64> {
        let scores = self.categories_of(unit);
        let m = scores.len() as f64;
        if scores.len() < 2 {
            return None;
        }
        let (at, count) = counts(scores);
        let credit = self.weighting.apply(&at, &count);
        let agreeing: f64 = credit.iter().zip(&count).map(|(credit, count)| count * (credit - 1.0)).sum();
        Some(agreeing / (m * (m - 1.0)))
    }

    /// The shares of the categories, every unit counting `weights[unit]` times and its scores sharing that.
    pub(super) fn shares(&self, weights: &[f64]) -> Vec<f64> {
        let total: f64 = weights.iter().sum();
        let mut shares = vec![0.0; self.n_categories];
        for (unit, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            let scores = self.categories_of(unit);
            let share = weight / (total * scores.len() as f64);
            for category in scores {
                shares[*category as usize] += share;
            }
        }
        shares
    }

    /// For each unit the mean over its scores of a number that belongs to the category.
    pub(super) fn unit_means(&self, of_category: &[f64]) -> Vec<f64> {
        (0..self.n_units())
            .map(|unit| {
                let scores = self.categories_of(unit);
                scores.iter().map(|k| of_category[*k as usize]).sum::<f64>() / scores.len() as f64
            })
            .collect()
    }
}

/// The distinct categories, ascending, and how often each occurs.
pub(super) fn counts(scores: &[u32]) -> (Vec<u32>, Vec<f64>) {
    let mut sorted = scores.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f64)).unzip()
}
