//! The scores behind the variance components, with products by their incidence matrices.

use crate::linalg::Square;
use crate::ratings::Ratings;
use crate::sum::{mean, variance};
use crate::undefined::Undefined;

/// The most evaluators: their matrices then take 8 MB each.
const MAX_EVALUATORS: usize = 1_000;

/// Scores by unit, about their mean.
pub(super) struct Design {
    pub(super) y: Vec<f64>,
    pub(super) starts: Vec<usize>,
    pub(super) evaluator: Vec<u32>,
    pub(super) n_evaluators: usize,
    /// The variance of the scores.
    pub(super) variance: f64,
}

impl Design {
    /// The ratings as a design; with `crossed` false evaluators are not told apart.
    pub(super) fn new(ratings: &Ratings, crossed: bool) -> Result<Self, Undefined> {
        let n_units = ratings.n_units();
        if n_units < 2 {
            return Err(Undefined::TooFewUnits { needed: 2, found: n_units });
        }
        if ratings.n_ratings() == n_units {
            return Err(Undefined::OneEvaluator);
        }
        let n_evaluators = if crossed { ratings.n_evaluators() } else { 0 };
        if crossed && n_evaluators > MAX_EVALUATORS {
            return Err(Undefined::TooLarge { limit: MAX_EVALUATORS, found: n_evaluators });
        }
        if crossed && n_evaluators == ratings.n_ratings() {
            // Every score has an evaluator of its own, whose effect cannot be told from the residual.
            return Err(Undefined::NotLinked);
        }
        let mean = mean(ratings.values()).ok_or(Undefined::NotFinite)?;
        let variance = variance(ratings.values()).ok_or(Undefined::NotFinite)?;
        if variance <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        Ok(Self {
            y: ratings.values().iter().map(|value| value - mean).collect(),
            starts: ratings.starts().to_vec(),
            evaluator: ratings.evaluators().to_vec(),
            n_evaluators,
            variance,
        })
    }

    pub(super) fn n_units(&self) -> usize {
        self.starts.len() - 1
    }

    /// The rows of every unit.
    pub(super) fn units(&self) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
        self.starts.windows(2).map(|ends| ends[0]..ends[1])
    }

    /// Sums of a row vector by unit.
    pub(super) fn by_unit(&self, x: &[f64]) -> Vec<f64> {
        self.units().map(|rows| x[rows].iter().sum()).collect()
    }

    /// Sums of a row vector by evaluator.
    pub(super) fn by_evaluator(&self, x: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.n_evaluators];
        if self.n_evaluators > 0 {
            for (evaluator, x) in self.evaluator.iter().zip(x) {
                sums[*evaluator as usize] += x;
            }
        }
        sums
    }

    /// The row vector of numbers that belong to units.
    pub(super) fn of_units(&self, x: &[f64]) -> Vec<f64> {
        self.units().zip(x).flat_map(|(rows, x)| std::iter::repeat_n(*x, rows.len())).collect()
    }

    /// The row vector of numbers that belong to evaluators.
    pub(super) fn of_evaluators(&self, x: &[f64]) -> Vec<f64> {
        if self.n_evaluators == 0 {
            return vec![0.0; self.y.len()];
        }
        self.evaluator.iter().map(|evaluator| x[*evaluator as usize]).collect()
    }

    /// The sum over units of a weight times the matrix of its pairs of evaluators.
    pub(super) fn pairs(&self, weights: &[f64]) -> Square {
        let mut pairs = Square::zero(self.n_evaluators);
        if self.n_evaluators > 0 {
            for (rows, weight) in self.units().zip(weights) {
                let panel = &self.evaluator[rows];
                for a in panel {
                    for b in panel {
                        pairs.add(*a as usize, *b as usize, *weight);
                    }
                }
            }
        }
        pairs
    }

    /// The sum over units of a weight times the sum of a matrix over the unit's pairs of evaluators.
    pub(super) fn sum_over_pairs(&self, weights: &[f64], matrix: &Square) -> f64 {
        if self.n_evaluators == 0 {
            return 0.0;
        }
        let of_unit = |panel: &[u32]| -> f64 {
            panel
                .iter()
                .map(|a| {
                    let row = matrix.row(*a as usize);
                    panel.iter().map(|b| row[*b as usize]).sum::<f64>()
                })
                .sum()
        };
        self.units().zip(weights).map(|(rows, weight)| weight * of_unit(&self.evaluator[rows])).sum()
    }
}
