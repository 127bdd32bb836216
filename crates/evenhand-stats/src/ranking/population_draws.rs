//! What draws of the true values of all units say of each.

use super::likely_ranks::{LikelyRanks, likely_ranks};
use super::marginal::mean_ranks;
use crate::descending::Descending;
use crate::estimate::{Interval, Level};
use crate::sum::{mean, variance};
use crate::undefined::Undefined;

/// Draws of the true values of all units from their joint posterior distribution.
#[derive(Debug, Clone)]
pub struct PopulationDraws {
    /// The posterior mean of the population's standard deviation.
    pub spread: f64,
    /// For every unit its true value in each draw.
    of_unit: Vec<Vec<f64>>,
    /// For every unit in how many draws it has each rank, the best first.
    ranks: Vec<Vec<u32>>,
    /// Ranks by estimate; equal estimates share the mean of theirs.
    by_estimate: Vec<f64>,
}

/// What the draws say of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PopulationSummary {
    /// The posterior mean: the estimate shrunken towards the mean of the population.
    pub mean: f64,
    /// The posterior standard deviation.
    pub sd: f64,
    /// The equal-tailed interval.
    pub interval: Interval,
}

impl PopulationDraws {
    pub(super) fn new(spread: f64, estimates: &[f64], of_unit: Vec<Vec<f64>>) -> Self {
        let ranks = rank_counts(&of_unit);
        Self { spread, of_unit, ranks, by_estimate: mean_ranks(estimates) }
    }

    /// How many draws there are.
    pub fn n_draws(&self) -> usize {
        self.of_unit.first().map_or(0, Vec::len)
    }

    /// Mean, standard deviation and interval of one unit.
    ///
    /// # Errors
    /// `NotComplete` where there is no such unit.
    pub fn summary(&self, unit: usize, level: Level) -> Result<PopulationSummary, Undefined> {
        let mut values = self.of(unit).to_vec();
        let (mean, variance) = mean(&values).zip(variance(&values)).ok_or(Undefined::NotComplete)?;
        values.sort_unstable_by(f64::total_cmp);
        let at = |share: f64| values[((share * values.len() as f64) as usize).min(values.len() - 1)];
        let interval = Interval { low: at(level.tail()), high: at(1.0 - level.tail()), level: level.get() };
        Ok(PopulationSummary { mean, sd: variance.sqrt(), interval })
    }

    /// The probability that one unit's true value is at least `mark`; 0 where there is no such unit.
    pub fn at_least(&self, unit: usize, mark: f64) -> f64 {
        self.share(self.of(unit).iter().filter(|value| **value >= mark).count())
    }

    /// For every unit the probability that its true value is among the `k` highest.
    pub fn among_highest(&self, k: usize) -> Vec<f64> {
        let reached = |ranks: &Vec<u32>| ranks.iter().take(k).map(|count| *count as usize).sum();
        self.ranks.iter().map(|ranks| self.share(reached(ranks))).collect()
    }

    /// For every unit the ranks that it most probably has: the shortest range about its rank by estimate whose
    /// probability is as near to the level as whole ranks allow.
    ///
    /// On average over the units the true rank lies in it with about the level's probability, as they come from the
    /// population; of a single unit of known value that is not promised, which is what the sets of
    /// [`simultaneous_ranks`](crate::simultaneous_ranks) are for. Ranks from their posterior distribution: Laird & Louis
    /// 1989, Journal of Educational Statistics 14; Goldstein & Spiegelhalter 1996, Journal of the Royal Statistical
    /// Society A 159; Shen & Louis 1998, Journal of the Royal Statistical Society B 60.
    pub fn likely_ranks(&self, level: Level) -> Vec<LikelyRanks> {
        let wanted = level.get() * self.n_draws() as f64;
        let of = |(ranks, rank): (&Vec<u32>, &f64)| likely_ranks(ranks, *rank, wanted);
        self.ranks.iter().zip(&self.by_estimate).map(of).collect()
    }

    fn of(&self, unit: usize) -> &[f64] {
        self.of_unit.get(unit).map_or(&[], Vec::as_slice)
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.n_draws().max(1) as f64
    }
}

/// For every unit in how many draws it has each rank.
fn rank_counts(of_unit: &[Vec<f64>]) -> Vec<Vec<u32>> {
    let n = of_unit.len();
    let n_draws = of_unit.first().map_or(0, Vec::len);
    let mut counts = vec![vec![0; n]; n];
    let mut descending = Descending::new(n);
    for draw in 0..n_draws {
        for (place, unit) in descending.order(of_unit.iter().map(|values| values[draw])).enumerate() {
            counts[unit][place] += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::rank_counts;

    #[test]
    fn ranks_are_counted_by_unit() {
        let counts = rank_counts(&[vec![1.0, 5.0, 2.0], vec![3.0, -1.0, 2.0], vec![-2.0, 4.0, 0.0]]);
        assert_eq!(counts, [[2, 1, 0], [1, 1, 1], [0, 1, 2]]);
    }
}
