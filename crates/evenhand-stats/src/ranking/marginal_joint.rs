//! Ranks with a confidence set for each unit alone, from the joint distribution of the estimates.

use super::joint::JointEstimates;
use super::marginal::{RankInterval, mean_ranks, rank_intervals};
use super::maxima::ErrorDraws;
use crate::estimate::Level;

/// Comparisons over all draws: some hundredths of a second.
const WORK: usize = 20_000_000;
/// Draws beyond this hardly change a set.
const MOST_DRAWS: usize = 2_000;
/// With fewer draws Bonferroni's critical value is taken.
const LEAST_DRAWS: usize = 400;
/// Rounds of the step-down procedure.
const MOST_STEPS: usize = 4;
/// Any number would do, as long as it is always the same.
const SEED: u64 = 0x6d61_7267_696e_616c;

/// A marginal confidence set for the rank of every unit, in the order of the values.
///
/// Each unit is compared with the others by two-sided tests whose critical value is the quantile of the largest absolute
/// standardised difference between its error and another's, drawn from their joint distribution; units told apart from it
/// are taken out and the rest tested again (step-down). The level holds for each unit alone. Source: Mogstad, Romano,
/// Shaikh & Wilhelm 2024, Review of Economic Studies 91, section 3.
///
/// The seed is fixed. From some 220 units on it is [`rank_intervals`], whose Bonferroni bound is conservative.
pub fn joint_rank_intervals(joint: &JointEstimates, level: Level) -> Vec<RankInterval> {
    let n = joint.values().len();
    let n_draws = (WORK / (n * n).max(1)).min(MOST_DRAWS);
    if n_draws < LEAST_DRAWS || n < 2 {
        return rank_intervals(joint.values(), |i, j| joint.se_of_difference(i, j), joint.df(), level);
    }
    let draws = ErrorDraws::new(joint, n_draws, SEED);
    let ranks = mean_ranks(joint.values());
    (0..n)
        .map(|unit| {
            let (above, below) = apart(joint, &draws, unit, level);
            RankInterval { rank: ranks[unit], low: 1 + above, high: n - below }
        })
        .collect()
}

/// How many units are shown to be above and below one of them.
fn apart(joint: &JointEstimates, draws: &ErrorDraws, unit: usize, level: Level) -> (usize, usize) {
    let values = joint.values();
    let weight = |other| match joint.relative_variance_of_difference(unit, other) {
        variance if variance > 0.0 => 1.0 / variance.sqrt(),
        _ => 0.0,
    };
    let mut open: Vec<f64> = (0..values.len()).map(weight).collect();
    open[unit] = 0.0;
    let sigma = joint.sigma2().sqrt();
    let (mut above, mut below) = (0, 0);
    for _ in 0..MOST_STEPS {
        let weighted = open.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
        let critical = draws.critical(weighted.map(|(other, weight)| ([unit, other], *weight)), level);
        let before = above + below;
        for (other, weight) in open.iter_mut().enumerate() {
            let ratio = (values[other] - values[unit]) * *weight / sigma;
            if ratio.abs() > critical {
                *weight = 0.0;
                if ratio > 0.0 { above += 1 } else { below += 1 }
            }
        }
        if above + below == before {
            break;
        }
    }
    (above, below)
}
