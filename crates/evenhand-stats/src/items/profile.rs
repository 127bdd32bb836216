//! The statistics of every indicator of a table.

use super::discrimination::discrimination;
use crate::consistency::raw_alpha;
use crate::correlation::pearson_estimate;
use crate::entropy::entropy;
use crate::estimate::{Estimate, Level};
use crate::item_covariance::ItemCovariance;
use crate::item_table::ItemTable;
use crate::proportion::proportion;
use crate::sum::{mean, variance};
use crate::undefined::{Undefined, check_finite};

/// The ends of an indicator's scale, in units of its scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemScale {
    /// The lowest possible score.
    pub min: f64,
    /// The highest possible score.
    pub max: f64,
}

/// What the scores of one indicator are like.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemProfile {
    /// The number of scores.
    pub n: usize,
    /// The share of units without a score.
    pub missing: Estimate,
    /// The mean score.
    pub mean: f64,
    /// The standard deviation, with n - 1 in the denominator.
    pub sd: f64,
    /// The mean over the highest possible score: high where the indicator is easy.
    pub difficulty: Result<f64, Undefined>,
    /// The share of scores at the lowest possible score.
    pub floor: Estimate,
    /// The share of scores at the highest possible score.
    pub ceiling: Estimate,
    /// The entropy of the scores, in bits.
    pub entropy: Result<Estimate, Undefined>,
    /// Upper minus lower 27% of units by their mean over all indicators, as a share of the scale.
    pub discrimination: Result<Estimate, Undefined>,
    /// The correlation with the mean of the unit's other scores.
    pub item_rest: Result<Estimate, Undefined>,
    /// Alpha of the other indicators, from pairwise covariances.
    pub alpha_if_deleted: Result<f64, Undefined>,
}

/// The statistics of every indicator, in column order.
///
/// Where scores are missing, a unit's total is the mean of the scores it has. Floor, ceiling and missing shares have
/// Wilson intervals; the discrimination index is that of Kelley (1939); the item-rest correlation has Fisher's interval.
///
/// # Errors
/// `NotComplete` unless there is one scale per indicator; `InvalidParameter` for a scale without range; `TooFewUnits` if
/// two indicators have fewer than three units in common.
pub fn item_profiles(
    table: &ItemTable,
    scales: &[ItemScale],
    level: Level,
) -> Result<Vec<ItemProfile>, Undefined> {
    if scales.len() != table.n_items() {
        return Err(Undefined::NotComplete);
    }
    for scale in scales {
        check_finite(&[scale.min, scale.max])?;
        if scale.max <= scale.min {
            return Err(Undefined::InvalidParameter);
        }
    }
    let covariance = ItemCovariance::of(table)?;
    let totals = table.unit_means(None);
    scales
        .iter()
        .enumerate()
        .map(|(item, scale)| profile(table, &covariance, &totals, item, *scale, level))
        .collect()
}

fn profile(
    table: &ItemTable,
    covariance: &ItemCovariance,
    totals: &[Option<f64>],
    item: usize,
    scale: ItemScale,
    level: Level,
) -> Result<ItemProfile, Undefined> {
    let scores = table.present(item);
    let n = scores.len();
    let mean = mean(&scores).ok_or(Undefined::NotFinite)?;
    let at = |end: f64| proportion(scores.iter().filter(|score| **score == end).count(), n, level);
    let with = |totals: &[Option<f64>]| -> Vec<(f64, f64)> {
        let scored = totals.iter().enumerate().filter_map(|(unit, total)| Some((unit, (*total)?)));
        scored.filter_map(|(unit, total)| Some((total, table.score(unit, item)?))).collect()
    };
    let (rest, own): (Vec<f64>, Vec<f64>) = with(&table.unit_means(Some(item))).into_iter().unzip();
    Ok(ItemProfile {
        n,
        missing: proportion(table.n_units() - n, table.n_units(), level)?,
        mean,
        sd: variance(&scores).ok_or(Undefined::NotFinite)?.sqrt(),
        difficulty: if scale.max == 0.0 { Err(Undefined::InvalidParameter) } else { Ok(mean / scale.max) },
        floor: at(scale.min)?,
        ceiling: at(scale.max)?,
        entropy: entropy(&scores, level),
        discrimination: discrimination(&with(totals), scale.max - scale.min, level),
        item_rest: pearson_estimate(&own, &rest, level),
        alpha_if_deleted: raw_alpha(covariance, |other| other != item),
    })
}
