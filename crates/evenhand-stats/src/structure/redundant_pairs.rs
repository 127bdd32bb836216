//! Pairs of indicators that say almost the same.

use crate::correlation::pearson_estimate;
use crate::estimate::{Estimate, Level};
use crate::item_table::ItemTable;
use crate::undefined::Undefined;

/// Two indicators whose correlation reaches the threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RedundantPair {
    /// The column of the first indicator.
    pub first: usize,
    /// The column of the second indicator, which is higher.
    pub second: usize,
    /// Their correlation with Fisher's interval; `n` is the number of units that have both.
    pub correlation: Estimate,
    /// Whether the whole interval lies beyond the threshold.
    pub certain: bool,
}

/// The pairs of indicators whose correlation is at least `threshold` in magnitude, the strongest first.
///
/// Pairs whose correlation is undefined, as where an indicator does not vary, are not among them.
///
/// # Errors
/// `InvalidParameter` for a threshold outside 0 to 1.
pub fn redundant_pairs(
    table: &ItemTable,
    threshold: f64,
    level: Level,
) -> Result<Vec<RedundantPair>, Undefined> {
    if !(0.0..=1.0).contains(&threshold) {
        return Err(Undefined::InvalidParameter);
    }
    let mut pairs = Vec::new();
    for first in 0..table.n_items() {
        for second in first + 1..table.n_items() {
            let both = table.rows().filter(|row| !row[first].is_nan() && !row[second].is_nan());
            let (x, y): (Vec<f64>, Vec<f64>) = both.map(|row| (row[first], row[second])).unzip();
            let Ok(correlation) = pearson_estimate(&x, &y, level) else { continue };
            if correlation.value.abs() >= threshold {
                let certain = correlation.interval.map_or(correlation.value.abs() >= 1.0, |interval| {
                    interval.low >= threshold || interval.high <= -threshold
                });
                pairs.push(RedundantPair { first, second, correlation, certain });
            }
        }
    }
    pairs.sort_by(|a, b| b.correlation.value.abs().total_cmp(&a.correlation.value.abs()));
    Ok(pairs)
}
