//! What share of the composite each indicator really decides.

use crate::distribution::StudentT;
use crate::estimate::{Estimate, Interval, Level};
use crate::item_covariance::ItemCovariance;
use crate::item_table::ItemTable;
use crate::resampling::jackknife_se;
use crate::undefined::{Undefined, check_finite};

/// The weight an indicator is given and the one it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffectiveWeight {
    /// The given weight as a share of the sum of all.
    pub nominal: f64,
    /// The share of the composite's variance that goes with the indicator; the shares of all add up to 1 and a single one
    /// can be negative. `n` is the number of units.
    pub effective: Estimate,
}

/// The effective weights `w_i cov(x_i, composite) / var(composite)` of a composite with these weights.
///
/// Scores should be on one scale, as they are in the composite. Covariances are over the units that have both indicators.
/// The standard error is the infinitesimal jackknife over units, the interval takes t on n - 1 degrees of freedom.
/// Source: Wang & Stanley (1970), Differential weighting, section on effective weights.
///
/// # Errors
/// `NotComplete` unless there is one weight per indicator; `InvalidParameter` for weights that are negative or all 0;
/// `TooFewUnits` if two indicators have fewer than three units in common; `NoVariance` if the composite does not vary.
pub fn effective_weights(
    table: &ItemTable,
    weights: &[f64],
    level: Level,
) -> Result<Vec<EffectiveWeight>, Undefined> {
    check_finite(weights)?;
    if weights.len() != table.n_items() {
        return Err(Undefined::NotComplete);
    }
    let total: f64 = weights.iter().sum();
    if total <= 0.0 || weights.iter().any(|weight| *weight < 0.0) {
        return Err(Undefined::InvalidParameter);
    }
    let weights: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
    let covariance = ItemCovariance::of(table)?;
    let k = table.n_items();
    let parts: Vec<f64> = (0..k)
        .map(|i| (0..k).map(|j| weights[i] * weights[j] * covariance.pair(i, j).covariance()).sum())
        .collect();
    let variance: f64 = parts.iter().sum();
    let own: f64 = (0..k).map(|i| weights[i] * weights[i] * covariance.pair(i, i).covariance()).sum();
    if variance <= 1e-14 * own || variance <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let moves: Vec<Vec<f64>> = table.rows().map(|row| moves(row, &weights, &covariance)).collect();
    let n = table.n_units();
    let ones = vec![1.0; n];
    let critical = StudentT::new((n - 1) as f64).ok_or(Undefined::NotFinite)?.critical(level);
    Ok((0..k)
        .map(|i| {
            let value = parts[i] / variance;
            let of_unit = |row: &Vec<f64>| (row[i] - value * row.iter().sum::<f64>()) / variance;
            let influence: Vec<f64> = moves.iter().map(of_unit).collect();
            let se = jackknife_se(&influence, &ones);
            let interval = Interval::around(value, se, critical, level);
            EffectiveWeight { nominal: weights[i], effective: Estimate { value, se: Some(se), interval, n } }
        })
        .collect())
}

/// How one unit moves the part of each indicator in the composite's variance.
fn moves(row: &[f64], weights: &[f64], covariance: &ItemCovariance) -> Vec<f64> {
    let present = |i: usize| !row[i].is_nan();
    (0..row.len())
        .map(|i| {
            (0..row.len())
                .filter(|j| present(i) && present(*j))
                .map(|j| {
                    let (a, b) = (i.min(j), i.max(j));
                    let pair = covariance.pair(a, b);
                    let product = (row[a] - pair.mean_a) * (row[b] - pair.mean_b);
                    weights[i] * weights[j] * (product - pair.covariance()) / pair.n
                })
                .sum()
        })
        .collect()
}
