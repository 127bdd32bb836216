//! Confidence sets that hold for the ranks of all units at once.

use super::joint::JointEstimates;
use super::marginal::{RankInterval, bonferroni, mean_ranks};
use super::maxima::ErrorDraws;
use crate::estimate::Level;

/// Comparisons per step of the simulation: a tenth of a second or so.
const WORK: usize = 40_000_000;
/// Draws beyond this hardly change a set.
const MOST_DRAWS: usize = 10_000;
/// With fewer draws the critical value is too uncertain, and Bonferroni's is taken.
const LEAST_DRAWS: usize = 400;
/// Rounds of the step-down procedure; each rejects more, and the first few nearly all.
const MOST_STEPS: usize = 4;
/// Any number would do, as long as it is always the same.
const SEED: u64 = 0x7261_6e6b_7365_7473;

/// Simultaneous confidence sets for ranks, and how they were found.
#[derive(Debug, Clone, PartialEq)]
pub struct SimultaneousRanks {
    /// One set per unit, in the order of the values: together they hold all true ranks with the level's probability.
    pub sets: Vec<RankInterval>,
    /// The critical value of the first step, in standard errors of a difference.
    pub critical: f64,
    /// Draws behind it; 0 where the units were too many to simulate and Bonferroni's bound was taken.
    pub n_draws: usize,
}

/// Confidence sets that hold all ranks at once.
///
/// All pairs are tested two-sided; the critical value is the quantile of the largest absolute standardised difference of
/// errors drawn from their joint distribution (multivariate t), which allows for the covariances that common evaluators
/// bring. Pairs told apart are taken out and the rest tested again (step-down); which of a pair is above is read from the
/// sign. A unit's set runs from one more than the units shown to be above it to n less those shown to be below it.
/// Source: Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91, section 3; the step-down of Romano &
/// Wolf 2005. Sets from the joint distribution lie within those that overlapping simultaneous intervals give (Klein,
/// Wright & Wieczorek 2020).
///
/// The seed is fixed, so the same estimates give the same sets. From some 300 units on the critical value is
/// Bonferroni's over all pairs, which is conservative.
pub fn simultaneous_ranks(joint: &JointEstimates, level: Level) -> SimultaneousRanks {
    let n = joint.values().len();
    let n_draws = (WORK / (n * n).max(1)).min(MOST_DRAWS);
    let mut pairs = Pairs::new(joint);
    let (critical, n_draws) = if n_draws < LEAST_DRAWS || n < 2 {
        // Each of n (n - 1) / 2 two-sided comparisons.
        let critical = bonferroni(n * n.saturating_sub(1) / 2, joint.df(), level);
        pairs.reject(critical);
        (critical, 0)
    } else {
        let draws = ErrorDraws::new(joint, n_draws, SEED);
        let mut first = f64::INFINITY;
        for step in 0..MOST_STEPS {
            let critical = pairs.critical(&draws, level);
            if step == 0 {
                first = critical;
            }
            if pairs.reject(critical) == 0 {
                break;
            }
        }
        (first, n_draws)
    };
    SimultaneousRanks { sets: pairs.sets(), critical, n_draws }
}

/// The pairs that are not told apart yet.
struct Pairs<'a> {
    values: &'a [f64],
    /// Row i, column j > i: one over the relative standard error of the difference, 0 where the pair is no longer
    /// tested; the rest is 0.
    open: Vec<f64>,
    sigma: f64,
    above: Vec<usize>,
    below: Vec<usize>,
}

impl<'a> Pairs<'a> {
    fn new(joint: &'a JointEstimates) -> Self {
        let n = joint.values().len();
        let mut open = vec![0.0; n * n];
        for i in 0..n {
            for j in i + 1..n {
                let variance = joint.relative_variance_of_difference(i, j);
                if variance > 0.0 {
                    open[i * n + j] = 1.0 / variance.sqrt();
                }
            }
        }
        let sigma = joint.sigma2().sqrt();
        Self { values: joint.values(), open, sigma, above: vec![0; n], below: vec![0; n] }
    }

    /// The quantile over draws of the largest standardised difference among the open pairs.
    fn critical(&self, draws: &ErrorDraws, level: Level) -> f64 {
        let n = self.values.len();
        let weighted = self.open.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
        draws.critical(weighted.map(|(at, weight)| ([at / n, at % n], *weight)), level)
    }

    /// Tells apart what exceeds the critical value; how many pairs that were.
    fn reject(&mut self, critical: f64) -> usize {
        let n = self.values.len();
        let mut rejected = 0;
        for i in 0..n {
            for j in i + 1..n {
                let weight = self.open[i * n + j];
                let ratio = (self.values[i] - self.values[j]) * weight / self.sigma;
                if weight > 0.0 && ratio.abs() > critical {
                    let (winner, loser) = if ratio > 0.0 { (i, j) } else { (j, i) };
                    self.open[i * n + j] = 0.0;
                    self.above[loser] += 1;
                    self.below[winner] += 1;
                    rejected += 1;
                }
            }
        }
        rejected
    }

    fn sets(&self) -> Vec<RankInterval> {
        let n = self.values.len();
        let set = |(i, rank)| RankInterval { rank, low: 1 + self.above[i], high: n - self.below[i] };
        mean_ranks(self.values).into_iter().enumerate().map(set).collect()
    }
}
