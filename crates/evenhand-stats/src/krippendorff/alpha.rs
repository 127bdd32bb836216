//! Krippendorff's alpha with its interval.

use super::metric::Metric;
use super::statistic::AlphaStatistic;
use crate::estimate::{Estimate, Level};
use crate::ratings::Ratings;
use crate::resampling::{Resampling, Studentised, Transform, UnitStatistic, studentised_interval};
use crate::undefined::{Undefined, check_finite};

/// The most distinct values with which the ratio metric is resampled; above it there is no interval.
const MAX_RESAMPLED_RATIOS: usize = 2_000;

/// Krippendorff's alpha with the disagreements it compares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KrippendorffAlpha {
    /// Alpha: 1 for perfect agreement, 0 for what chance would give, negative below; `n` is the number of units with
    /// two or more scores.
    pub alpha: Estimate,
    /// The mean disagreement within units, in squared units of the metric.
    pub observed: f64,
    /// The mean disagreement of all pairs of pairable scores.
    pub expected: f64,
    /// The number of pairable scores.
    pub n_ratings: usize,
    /// The number of units with one score, which say nothing about agreement and are left out.
    pub n_single: usize,
}

/// Krippendorff's alpha, `1 - observed / expected disagreement`, with missing scores taken natively.
///
/// Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, section D. The cost of nominal, ordinal and
/// interval alpha is linear in the number of scores once their distinct values are sorted; that of ratio alpha is
/// linear with a factor of about 120.
///
/// The standard error is the infinitesimal jackknife over units. The interval is a bootstrap over units, studentised on
/// the scale of `-ln(1 - alpha)`, with the expected disagreement (and the ranks of ordinal alpha) computed anew from
/// each resample. Krippendorff's own bootstrap draws pairs of scores as if they were independent, which they are not
/// within a unit; percentiles over units in turn cover too seldom with few units. Evaluators are held fixed: the
/// interval says how alpha would vary with other units, not with another panel. It is absent for a perfect alpha, for
/// fewer than two units, without resampling, and for ratio alpha of more than 2,000 distinct values.
///
/// ```
/// use evenhand_stats::{Level, Metric, Ratings, krippendorff_alpha};
/// let scores = [1., 1., 2., 2., 3., 3., 4., 2.];
/// let ratings = Ratings::complete(&scores, 4, 2)?;
/// let alpha = krippendorff_alpha(&ratings, Metric::Interval, None, Level::P95)?;
/// assert!((alpha.alpha.value - 0.5333333333333333).abs() < 1e-12);
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `OneEvaluator` if no unit has two scores, `NoVariance` if all pairable scores are equal, `Negative` for ratio alpha
/// of negative scores, `NotFinite` where squares overflow.
pub fn krippendorff_alpha(
    ratings: &Ratings,
    metric: Metric,
    resampling: Option<Resampling>,
    level: Level,
) -> Result<KrippendorffAlpha, Undefined> {
    let statistic = AlphaStatistic::new(ratings, metric)?;
    let n_units = statistic.n_units();
    let ones = vec![1.0; n_units];
    let parts = statistic.parts(&ones, false);
    let found = statistic.with_se(&ones).ok_or(Undefined::NotFinite)?;
    check_finite(&[found.value])?;
    let resampled = metric != Metric::Ratio || statistic.pairable.values.len() <= MAX_RESAMPLED_RATIOS;
    let interval = resampling
        .filter(|_| resampled && n_units >= 2)
        .and_then(|resampling| studentised_interval(&statistic, Transform::LogDistance, resampling, level));
    let se = found.se.is_finite().then_some(found.se);
    Ok(KrippendorffAlpha {
        alpha: Estimate { value: found.value, se, interval, n: n_units },
        observed: parts.within / parts.n,
        expected: parts.between / (parts.n * (parts.n - 1.0)),
        n_ratings: statistic.pairable.category.len(),
        n_single: ratings.n_units() - n_units,
    })
}
