//! What all coefficients of the family share: the correction for chance and its standard error.

use super::table::Table;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::sum_of;
use crate::undefined::{Undefined, check_finite};

/// One coefficient of agreement with what it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChanceCorrected {
    /// The coefficient; `n` is the number of units with at least one score.
    pub estimate: Estimate,
    /// The weighted share of pairs of scores that agree, over units with two or more scores.
    pub observed: f64,
    /// The share that would agree by chance; 0 for percent agreement.
    pub expected: f64,
}

/// The agreement that chance alone would give.
pub(super) struct Chance {
    pub(super) expected: f64,
    /// The part of a score in each category; the mean over a unit's scores is the unit's part. `None` where chance
    /// agreement does not depend on the scores.
    pub(super) of_category: Option<Vec<f64>>,
}

/// The sampled share and the level behind the intervals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sampling {
    pub(super) sampled_share: f64,
    pub(super) level: Level,
}

/// The mean agreement over the units that have one, every unit counting `weights[unit]` times.
pub(super) fn observed(table: &Table, weights: &[f64]) -> Option<f64> {
    let scored = || table.agreement.iter().zip(weights).filter_map(|(a, w)| a.map(|a| (a, w)));
    let total: f64 = scored().map(|(_, w)| w).sum();
    (total > 0.0).then(|| scored().map(|(a, w)| a * w).sum::<f64>() / total)
}

/// The linearised value of every unit, whose mean is the coefficient (Gwet 2014, section 5.3).
pub(super) fn unit_values(table: &Table, observed: f64, expected: f64, chance: Option<&[f64]>) -> Vec<f64> {
    let n = table.n_units() as f64;
    let n_pairs = table.agreement.iter().flatten().count() as f64;
    let rest = 1.0 - expected;
    let coefficient = (observed - expected) / rest;
    (0..table.n_units())
        .map(|unit| {
            let agreement = table.agreement[unit].map_or(0.0, |agreement| agreement - expected);
            let chance = chance.map_or(0.0, |chance| chance[unit] - expected);
            n / n_pairs * agreement / rest - 2.0 * (1.0 - coefficient) * chance / rest
        })
        .collect()
}

/// The coefficient with its standard error and interval.
///
/// `chance` holds each unit's part in the chance agreement, or nothing where that is a constant.
pub(super) fn corrected(
    table: &Table,
    expected: f64,
    chance: Option<&[f64]>,
    sampling: Sampling,
) -> Result<ChanceCorrected, Undefined> {
    let observed = observed(table, &vec![1.0; table.n_units()]).ok_or(Undefined::OneEvaluator)?;
    check_finite(&[observed, expected])?;
    // Where chance alone makes everything agree, the coefficient divides by nothing.
    if 1.0 - expected <= 1e-14 {
        return Err(Undefined::NoVariance);
    }
    let value = (observed - expected) / (1.0 - expected);
    let n = table.n_units();
    let mut estimate = Estimate { value, se: None, interval: None, n };
    if n >= 2 {
        let values = unit_values(table, observed, expected, chance);
        let squares = sum_of(values.iter().map(|x| (x - value) * (x - value)));
        let se = ((1.0 - sampling.sampled_share) * squares / (n * (n - 1)) as f64).sqrt();
        estimate.se = Some(se);
        estimate.interval = interval(value, se, n, sampling.level);
    }
    Ok(ChanceCorrected { estimate, observed, expected })
}

/// Student's t on n - 1 degrees of freedom, cut at 1; absent where nothing varies.
fn interval(value: f64, se: f64, n: usize, level: Level) -> Option<Interval> {
    if se <= 1e-14 {
        return None;
    }
    let critical = StudentT::new((n - 1) as f64)?.critical(level);
    let around = Interval::around(value, se, critical, level)?;
    Some(Interval { high: around.high.min(1.0), ..around })
}
