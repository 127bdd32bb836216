//! Ranks with a confidence set for each unit alone.

use crate::distribution::{Normal, StudentT};
use crate::estimate::Level;

/// The rank of one unit with its marginal confidence set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankInterval {
    /// The rank by estimate, 1 being the highest value; equal values share the mean of their ranks.
    pub rank: f64,
    /// The best rank in the confidence set.
    pub low: usize,
    /// The worst rank in the confidence set.
    pub high: usize,
}

/// A marginal confidence set for the rank of every unit, in the order of the values.
///
/// A unit's set runs from one more than the number of units significantly above it to n less the number
/// significantly below it (Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91). Each
/// unit is compared with the n - 1 others by two-sided t tests; the bootstrap critical value of the paper is
/// replaced by the Bonferroni one, which needs no joint distribution and is conservative. The level holds for each
/// unit alone, not for all units at once.
///
/// `se_of_difference(i, j)` is the standard error of `values[i] - values[j]`, called once per pair with i < j, and
/// `df` its degrees of freedom; an infinite `df` stands for the normal distribution. A pair is not told apart if
/// its standard error is not positive and finite, if a value is not finite, or if `df` is not positive. The cost
/// is one call per pair.
pub fn rank_intervals(
    values: &[f64],
    se_of_difference: impl Fn(usize, usize) -> f64,
    df: f64,
    level: Level,
) -> Vec<RankInterval> {
    let n = values.len();
    let critical = bonferroni(n.saturating_sub(1), df, level);
    let mut above = vec![0; n];
    let mut below = vec![0; n];
    for (i, first) in values.iter().enumerate() {
        for (j, second) in values.iter().enumerate().skip(i + 1) {
            let difference = first - second;
            let se = se_of_difference(i, j);
            let margin = critical * se;
            // Written so that anything that is not a number counts as not told apart.
            if se > 0.0 && margin.is_finite() && difference.abs() > margin {
                let (winner, loser) = if difference > 0.0 { (i, j) } else { (j, i) };
                above[loser] += 1;
                below[winner] += 1;
            }
        }
    }
    let ranks = mean_ranks(values);
    (0..n).map(|i| RankInterval { rank: ranks[i], low: 1 + above[i], high: n - below[i] }).collect()
}

/// The critical value of each of so many two-sided comparisons; infinite where there is no valid one.
pub(super) fn bonferroni(comparisons: usize, df: f64, level: Level) -> f64 {
    let tail = level.tail() / comparisons.max(1) as f64;
    let lower = if df == f64::INFINITY {
        Normal.quantile(tail)
    } else {
        StudentT::new(df).and_then(|t| t.quantile(tail))
    };
    lower.map_or(f64::INFINITY, |quantile| -quantile)
}

/// Ranks from 1 for the highest value, equal values sharing the mean of their ranks.
pub fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![0.0; values.len()];
    let mut first = 0;
    for tied in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let mean = first as f64 + 0.5 * (tied.len() + 1) as f64;
        for unit in tied {
            ranks[*unit] = mean;
        }
        first += tied.len();
    }
    ranks
}
