//! How large panels are, and how much they overlap.

use crate::ratings::Ratings;

/// What averaging over panels does to evaluator and residual variance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Overlap {
    /// The harmonic mean of the panel sizes.
    pub(super) k: f64,
    /// The share of evaluator variance that is left in differences between the means of two units: from 0 where all
    /// units have the same evaluators to 1 / k where no two have any in common.
    pub(super) q: f64,
}

/// ten Hove, Jorgensen & van der Ark (2022), Updated guidelines on selecting an intraclass correlation coefficient:
/// `q = 1 / k - sum over pairs of different units of (shared evaluators / (k_i k_j)) / (n (n - 1))`.
///
/// The sum over pairs is one over evaluators: with `s` the sum and `t` the sum of squares of 1 / k_i over an evaluator's
/// units it is `s^2 - t`.
pub(super) fn overlap(ratings: &Ratings) -> Overlap {
    let n = ratings.n_units() as f64;
    let mut sums = vec![(0.0, 0.0); ratings.n_evaluators()];
    let mut reciprocals = 0.0;
    for unit in ratings.units() {
        let share = 1.0 / unit.values.len() as f64;
        reciprocals += share;
        for evaluator in unit.evaluators {
            let (sum, squares) = &mut sums[*evaluator as usize];
            *sum += share;
            *squares += share * share;
        }
    }
    let shared: f64 = sums.iter().map(|(sum, squares)| sum * sum - squares).sum();
    let q = reciprocals / n - if n > 1.0 { shared / (n * (n - 1.0)) } else { 0.0 };
    Overlap { k: n / reciprocals, q: q.max(0.0) }
}
