//! Bias-corrected and accelerated bootstrap intervals.

use super::{Resampling, UnitStatistic, quantile};
use crate::distribution::Normal;
use crate::estimate::{Interval, Level};

/// The largest share of resamples that may be undefined.
const MAX_UNDEFINED: f64 = 0.05;

/// The interval of Efron (1987), Better bootstrap confidence intervals: percentiles of the resampled statistic, moved
/// for its median bias and for how its standard error changes with its value.
///
/// `None` where the statistic does not vary or is undefined in more than a twentieth of the resamples.
pub(crate) fn bca_interval(
    statistic: &impl UnitStatistic,
    resampling: Resampling,
    level: Level,
) -> Option<Interval> {
    let n = statistic.n_units();
    let mut random = resampling.random();
    let mut weights = vec![0.0; n];
    let mut replicates: Vec<f64> = (0..resampling.resamples())
        .filter_map(|_| {
            statistic.resample(&mut random, &mut weights);
            statistic.value(&weights)
        })
        .collect();
    if (replicates.len() as f64) < (1.0 - MAX_UNDEFINED) * resampling.resamples() as f64 {
        return None;
    }
    replicates.sort_unstable_by(f64::total_cmp);
    let value = statistic.value(&vec![1.0; n])?;
    from_replicates(&replicates, value, &statistic.influence()?, level)
}

/// The interval from sorted replicates, the estimate, and the influence of every unit on it.
pub(crate) fn from_replicates(
    replicates: &[f64],
    value: f64,
    influence: &[f64],
    level: Level,
) -> Option<Interval> {
    if replicates.first() == replicates.last() {
        return None;
    }
    let b = replicates.len() as f64;
    let below = replicates.partition_point(|replicate| *replicate < value) as f64;
    let up_to = replicates.partition_point(|replicate| *replicate <= value) as f64;
    // Ties count half, and a share of 0 or 1 would put the interval at infinity.
    let share = (0.5 * (below + up_to) / b).clamp(0.5 / b, 1.0 - 0.5 / b);
    let bias = Normal.quantile(share)?;
    let mean = influence.iter().sum::<f64>() / influence.len() as f64;
    let power = |p: i32| -> f64 { influence.iter().map(|l| (0..p).fold(1.0, |x, _| x * (l - mean))).sum() };
    let squares = power(2);
    let acceleration = if squares > 0.0 { power(3) / (6.0 * squares * squares.sqrt()) } else { 0.0 };
    let moved = |z: f64| {
        let shifted = bias + z;
        Normal.cdf(bias + shifted / (1.0 - acceleration * shifted))
    };
    let critical = Normal.critical(level);
    Interval::finite(quantile(replicates, moved(-critical))?, quantile(replicates, moved(critical))?, level)
}
