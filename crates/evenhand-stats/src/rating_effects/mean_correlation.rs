//! Halo: indicators that move together in score sheets.

use super::paired_spread::jackknife;
use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::item_covariance::{Correlations, ItemCovariance, each_pair};
use crate::item_table::ItemTable;
use crate::undefined::Undefined;

/// The mean correlation of all pairs of indicators within score sheets (rows), with the jackknife over sheets and its
/// interval by t on n - 1 degrees of freedom; `n` is the number of sheets.
///
/// A sign of halo where the provider's own level on each indicator was taken out (as by subtracting the mean of the other
/// panel members), or good providers alone would make indicators correlate.
///
/// # Errors
/// `TooFewUnits` if two indicators have fewer than three sheets in common; `NoVariance` if an indicator does not vary.
pub fn mean_correlation(table: &ItemTable, level: Level) -> Result<Estimate, Undefined> {
    let covariance = ItemCovariance::of(table)?;
    let correlations = covariance.correlations()?;
    let k = table.n_items();
    let n_pairs = (k * (k - 1) / 2) as f64;
    let value = (correlations.total() - k as f64) / (2.0 * n_pairs);
    let without: Vec<f64> =
        table.rows().map(|row| without(row, &covariance, &correlations) / n_pairs).collect();
    let n = table.n_units();
    let se = jackknife(value, &without).map_or(0.0, |(_, se)| se);
    let interval = StudentT::new((n - 1) as f64)
        .and_then(|t| Interval::around(value, se, t.critical(level), level))
        .filter(|_| se > 1e-14)
        .map(|i| Interval { low: i.low.max(-1.0), high: i.high.min(1.0), ..i });
    Ok(Estimate { value, se: Some(se), interval, n })
}

/// The sum of all correlations without one of the rows.
fn without(row: &[f64], covariance: &ItemCovariance, correlations: &Correlations) -> f64 {
    let k = covariance.k;
    let mut sum = 0.5 * (correlations.total() - k as f64);
    each_pair(row, k, |at, x, y| {
        let (a, b) = (at / k, at % k);
        if a == b {
            return;
        }
        // Sums of squares and products about the means after one observation is taken out.
        let pair = covariance.pair(a, b);
        let share = pair.n / (pair.n - 1.0);
        let (x, y) = (x - pair.mean_a, y - pair.mean_b);
        let squares = [pair.squares_a - share * x * x, pair.squares_b - share * y * y];
        let varies = squares[0] > 1e-12 * pair.squares_a && squares[1] > 1e-12 * pair.squares_b;
        // Where the other scores are all equal this one alone makes the correlation, which then stays as it is.
        if varies {
            let r = (pair.products - share * x * y) / (squares[0] * squares[1]).sqrt();
            sum += r.clamp(-1.0, 1.0) - correlations.get(a, b);
        }
    });
    sum
}
