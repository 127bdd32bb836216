//! How far an indicator tells the best units from the worst.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{mean, variance};
use crate::undefined::Undefined;

/// The share in each of the two groups that makes their difference most sensitive (Kelley 1939).
const TAIL: f64 = 0.27;

/// The mean score of the upper 27% of units less that of the lower 27%, as a share of the range of the scale.
///
/// `units` holds each unit's total and its score of the indicator. Units whose total equals that at the cut belong to the
/// group, so that their order does not matter. The interval is Welch's (1947). `n` is the number of units in both groups.
pub(super) fn discrimination(units: &[(f64, f64)], range: f64, level: Level) -> Result<Estimate, Undefined> {
    let size = (TAIL * units.len() as f64).ceil() as usize;
    if size < 2 {
        return Err(Undefined::TooFewUnits { needed: 4, found: units.len() });
    }
    let mut totals: Vec<f64> = units.iter().map(|(total, _)| *total).collect();
    totals.sort_unstable_by(f64::total_cmp);
    let (low, high) = (totals[size - 1], totals[totals.len() - size]);
    if low >= high {
        return Err(Undefined::NoVariance);
    }
    let group = |wanted: &dyn Fn(f64) -> bool| -> Vec<f64> {
        units.iter().filter(|(total, _)| wanted(*total)).map(|(_, score)| *score / range).collect()
    };
    let (upper, lower) = (group(&|total| total >= high), group(&|total| total <= low));
    let part = |scores: &[f64]| -> Option<(f64, f64)> {
        Some((mean(scores)?, variance(scores)? / scores.len() as f64))
    };
    let ((above, spread_above), (below, spread_below)) =
        part(&upper).zip(part(&lower)).ok_or(Undefined::NotFinite)?;
    let value = above - below;
    let spread = spread_above + spread_below;
    let df = spread * spread
        / (spread_above * spread_above / (upper.len() - 1) as f64
            + spread_below * spread_below / (lower.len() - 1) as f64);
    let se = spread.sqrt();
    let interval = StudentT::new(df).and_then(|t| Interval::around(value, se, t.critical(level), level));
    Ok(Estimate { value, se: Some(se), interval, n: upper.len() + lower.len() })
}
