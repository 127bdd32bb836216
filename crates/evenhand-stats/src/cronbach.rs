//! Cronbach's alpha: the internal consistency of a set of indicators.

use crate::correlation::{fisher_interval, pearson, pearson_estimate};
use crate::distribution::FisherF;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{magnitude, mean, sum_of, variance, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// Cronbach's alpha of a complete table, with what each indicator contributes.
#[derive(Debug, Clone, PartialEq)]
pub struct CronbachAlpha {
    /// Alpha of the raw scores with its interval; `n` is the number of units. It can be negative.
    pub alpha: Estimate,
    /// Alpha of the indicators scaled to equal variance, from their mean correlation.
    pub standardised: Result<f64, Undefined>,
    /// The number of units (rows).
    pub n_units: usize,
    /// The number of indicators (columns).
    pub n_indicators: usize,
    /// The standard error of measurement `SD sqrt(1 - alpha)`, where SD is that of the unit's mean over
    /// indicators: in units of the scores, not of their total.
    pub sem: f64,
    /// One entry per indicator, in column order.
    pub items: Vec<ItemStatistics>,
}

/// How one indicator relates to the others.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemStatistics {
    /// The correlation of the indicator with the total of the others (corrected item-total correlation), with
    /// Fisher's interval; `n` is the number of units.
    pub item_rest: Result<Estimate, Undefined>,
    /// Alpha of the remaining indicators; needs at least two of them.
    pub alpha_if_deleted: Result<f64, Undefined>,
    /// The mean score.
    pub mean: f64,
    /// The standard deviation of the scores, with n - 1 in the denominator.
    pub sd: f64,
}

/// Cronbach's alpha of a complete table of units by indicators, row by row:
/// `scores[unit * n_indicators + indicator]`.
///
/// Alpha is `k/(k-1) (1 - sum of variances / variance of the total)` (Cronbach 1951, eq. 2). Its interval is
/// `1 - (1 - alpha) F` at the quantiles of F with n - 1 and (n - 1)(k - 1) degrees of freedom (Feldt 1965; Feldt,
/// Woodruff & Salih 1987). Standardised alpha is `k r / (1 + (k - 1) r)` with the mean inter-indicator
/// correlation r.
///
/// # Errors
/// `NotComplete` if the length is not `n_units * n_indicators`; `TooFewIndicators` below two indicators;
/// `TooFewUnits` below two units; `NotFinite`; `NoVariance` if all units have the same total.
pub fn cronbach_alpha(
    scores: &[f64],
    n_units: usize,
    n_indicators: usize,
    level: Level,
) -> Result<CronbachAlpha, Undefined> {
    if n_units.checked_mul(n_indicators) != Some(scores.len()) {
        return Err(Undefined::NotComplete);
    }
    if n_indicators < 2 {
        return Err(Undefined::TooFewIndicators { found: n_indicators });
    }
    if n_units < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: n_units });
    }
    check_finite(scores)?;
    let columns: Vec<Vec<f64>> = (0..n_indicators)
        .map(|column| scores.iter().skip(column).step_by(n_indicators).copied().collect())
        .collect();
    let variances = variances(&columns)?;
    let total: Vec<f64> = scores.chunks_exact(n_indicators).map(|row| sum_of(row.iter().copied())).collect();
    let alpha = raw_alpha(&variances, &total, magnitude(scores))?;
    let total_variance = variance(&total).ok_or(Undefined::NotFinite)?;
    Ok(CronbachAlpha {
        alpha: Estimate {
            value: alpha,
            se: None,
            interval: feldt_interval(alpha, n_units, n_indicators, level),
            n: n_units,
        },
        standardised: standardised_alpha(&columns),
        n_units,
        n_indicators,
        sem: (total_variance * (1.0 - alpha).max(0.0)).sqrt() / n_indicators as f64,
        items: items(&columns, &variances, &total, level)?,
    })
}

impl CronbachAlpha {
    /// The same estimates with intervals for `n_distinct` independent units.
    ///
    /// Where units repeat (a provider in several rounds) they are not independent, and intervals that count them all
    /// are far too short. Counting each distinct unit once is the limit of full correlation between repeats, so the
    /// intervals err on the wide side. Fewer than two distinct units leave no interval.
    #[must_use]
    pub fn for_distinct_units(mut self, n_distinct: usize, level: Level) -> Self {
        self.alpha.interval = if n_distinct < 2 {
            None
        } else {
            feldt_interval(self.alpha.value, n_distinct, self.n_indicators, level)
        };
        for item in &mut self.items {
            if let Ok(item_rest) = &mut item.item_rest {
                item_rest.interval = fisher_interval(item_rest.value, n_distinct, level);
            }
        }
        self
    }
}

/// The variance of every column.
fn variances(columns: &[Vec<f64>]) -> Result<Vec<f64>, Undefined> {
    columns.iter().map(|column| variance(column).ok_or(Undefined::NotFinite)).collect()
}

/// Alpha from the variances of the indicators and the totals of the units.
fn raw_alpha(variances: &[f64], total: &[f64], size: f64) -> Result<f64, Undefined> {
    let k = variances.len() as f64;
    let total_variance = variance(total).ok_or(Undefined::NotFinite)?;
    if without_rounding(total_variance, variances.len(), size) == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let alpha = k / (k - 1.0) * (1.0 - sum_of(variances.iter().copied()) / total_variance);
    check_finite(&[alpha])?;
    Ok(alpha)
}

/// The interval of Feldt (1965); absent at alpha = 1, where the data show no error to measure uncertainty by.
pub(crate) fn feldt_interval(
    alpha: f64,
    n_units: usize,
    n_indicators: usize,
    level: Level,
) -> Option<Interval> {
    let error = 1.0 - alpha;
    if error <= 0.0 {
        return None;
    }
    let df1 = (n_units - 1) as f64;
    let df2 = df1 * (n_indicators - 1) as f64;
    let lower = FisherF::new(df1, df2)?.quantile(level.tail())?;
    // The upper quantile is the reciprocal of a lower one, which keeps the digits of a small tail.
    let upper = 1.0 / FisherF::new(df2, df1)?.quantile(level.tail())?;
    Interval::finite(1.0 - error * upper, 1.0 - error * lower, level)
}

/// Alpha of the correlation matrix.
fn standardised_alpha(columns: &[Vec<f64>]) -> Result<f64, Undefined> {
    let k = columns.len() as f64;
    let mut correlations = Vec::new();
    for (j, y) in columns.iter().enumerate() {
        for x in columns.iter().take(j) {
            correlations.push(pearson(x, y)?);
        }
    }
    let r = mean(&correlations).ok_or(Undefined::TooFewIndicators { found: columns.len() })?;
    let denominator = 1.0 + (k - 1.0) * r;
    // The standardised total has variance k times this; below it is rounding.
    if denominator <= 1e-14 { Err(Undefined::NoVariance) } else { Ok(k * r / denominator) }
}

/// The statistics of every indicator.
fn items(
    columns: &[Vec<f64>],
    variances: &[f64],
    total: &[f64],
    level: Level,
) -> Result<Vec<ItemStatistics>, Undefined> {
    let size = columns.iter().map(|column| magnitude(column)).fold(0.0, f64::max);
    columns
        .iter()
        .enumerate()
        .map(|(item, column)| {
            let rest: Vec<f64> = total.iter().zip(column).map(|(total, score)| total - score).collect();
            let other_variances: Vec<f64> =
                variances.iter().enumerate().filter(|(other, _)| *other != item).map(|(_, v)| *v).collect();
            Ok(ItemStatistics {
                item_rest: pearson_estimate(column, &rest, level),
                alpha_if_deleted: if other_variances.len() < 2 {
                    Err(Undefined::TooFewIndicators { found: other_variances.len() })
                } else {
                    raw_alpha(&other_variances, &rest, size)
                },
                mean: mean(column).ok_or(Undefined::NotFinite)?,
                sd: variance(column).ok_or(Undefined::NotFinite)?.sqrt(),
            })
        })
        .collect()
}
