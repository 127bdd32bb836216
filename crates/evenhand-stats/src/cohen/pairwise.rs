//! Kappa of every pair of evaluators who share units.

use super::kappa::{CohenKappa, cohen_kappa};
use super::two_raters::TwoRaters;
use crate::agreement_weights::AgreementWeights;
use crate::categories::Categories;
use crate::estimate::Level;
use crate::ratings::Ratings;
use crate::undefined::Undefined;

/// The kappa of two evaluators over the units that both scored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairKappa {
    /// The code of the first evaluator.
    pub first: u32,
    /// The code of the second evaluator, which is higher.
    pub second: u32,
    /// The number of units both scored.
    pub n_shared: usize,
    /// Their kappa, or why it has no value.
    pub kappa: Result<CohenKappa, Undefined>,
}

/// Kappa for all pairs of evaluators who share at least one unit, in the order of their codes.
///
/// All pairs use the same categories, those of `scale` or else those that occur anywhere in the ratings, so that
/// weighted kappas can be compared between pairs. The cost is the number of evaluators times the number of scores.
///
/// # Errors
/// `OneEvaluator` if no two evaluators share a unit; `NotOnScale`; `TooLarge` above 2,000 categories.
pub fn pairwise_kappa(
    ratings: &Ratings,
    scale: Option<&[f64]>,
    weights: AgreementWeights,
    level: Level,
) -> Result<Vec<PairKappa>, Undefined> {
    let categories = match scale {
        None => Categories::observed(ratings.values()),
        Some(scale) => Categories::of_scale(ratings.values(), scale)?,
    };
    // Each evaluator's (unit, category), ascending by unit because the ratings are.
    let mut columns: Vec<Vec<(u32, u32)>> = vec![Vec::new(); ratings.n_evaluators()];
    let mut row = 0;
    for (unit, scores) in ratings.units().enumerate() {
        for evaluator in scores.evaluators {
            columns[*evaluator as usize].push((unit as u32, categories.of[row]));
            row += 1;
        }
    }
    let codes = ratings.evaluator_codes();
    let mut pairs = Vec::new();
    for (a, first) in columns.iter().enumerate() {
        for (b, second) in columns.iter().enumerate().skip(a + 1) {
            let shared = shared(first, second);
            let n_shared = shared.len();
            if n_shared == 0 {
                continue;
            }
            let table = TwoRaters::from_categories(categories.values.clone(), shared)?;
            let kappa = cohen_kappa(&table, weights, level);
            pairs.push(PairKappa { first: codes[a], second: codes[b], n_shared, kappa });
        }
    }
    if pairs.is_empty() { Err(Undefined::OneEvaluator) } else { Ok(pairs) }
}

/// The categories of two evaluators on the units in both lists, which are ascending.
fn shared(first: &[(u32, u32)], second: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    let mut rest = second.iter().peekable();
    for (unit, category) in first {
        while rest.next_if(|(other, _)| other < unit).is_some() {}
        if let Some((_, other)) = rest.next_if(|(other, _)| other == unit) {
            pairs.push((*category, *other));
        }
    }
    pairs
}
