//! The ranks of a round's providers: those that they most probably have.

use evenhand_protocol::RankInterval;
use evenhand_stats::{
    Combination, JointEstimates, LikelyRanks, joint_rank_intervals, population_draws, rank_intervals,
};

use super::adjustment::Adjustment;
use crate::LEVEL;

/// Draws behind the ranges: the standard error of a probability of 95% is 0.7%.
const DRAWS: usize = 1_000;

/// A range of ranks for each of these composites, which must be comparable.
///
/// It is the one that the true rank most probably lies in, where the providers can be taken for a population; else a
/// confidence set. A joint distribution is missing where there are too many providers or no residual variance.
pub(super) fn ranks(
    adjustment: &Adjustment,
    combinations: &[&Combination],
    joint: Option<&JointEstimates>,
) -> Vec<RankInterval> {
    if let Some(draws) = joint.and_then(|joint| population_draws(joint, DRAWS).ok()) {
        return draws.likely_ranks(LEVEL).iter().map(likely).collect();
    }
    let sets = match joint {
        Some(joint) => joint_rank_intervals(joint, LEVEL),
        None => {
            let values: Vec<f64> = combinations.iter().map(|one| one.value()).collect();
            let se = |a: usize, b: usize| {
                let difference = adjustment.difference(combinations[a], combinations[b]);
                difference.map_or(f64::INFINITY, |difference| difference.se)
            };
            rank_intervals(&values, se, adjustment.df(), LEVEL)
        }
    };
    sets.iter().map(confidence_set).collect()
}

/// A confidence set for a rank.
pub(super) fn confidence_set(set: &evenhand_stats::RankInterval) -> RankInterval {
    RankInterval { rank: set.rank, low: set.low as u32, high: set.high as u32, probability: None }
}

fn likely(set: &LikelyRanks) -> RankInterval {
    let probability = Some(set.probability);
    RankInterval { rank: set.rank, low: set.low as u32, high: set.high as u32, probability }
}
