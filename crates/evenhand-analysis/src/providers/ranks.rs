//! The ranks of a round's providers: those that they most probably have.

use evenhand_protocol::RankInterval;
use evenhand_stats::{
    Combination, JointEstimates, LikelyRanks, PopulationDraws, joint_rank_intervals, rank_intervals,
};

use super::adjustment::Adjustment;
use crate::LEVEL;

/// A range of ranks for each of these composites, which must be comparable.
///
/// It is the one that the true rank most probably lies in, where the providers can be taken for a population; else a
/// confidence set. A joint distribution is missing where there are too many providers or no residual variance.
pub(super) fn ranks(
    adjustment: &Adjustment,
    combinations: &[&Combination],
    joint: Option<&JointEstimates>,
    draws: Option<&PopulationDraws>,
) -> Vec<RankInterval> {
    if let Some(draws) = draws {
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
