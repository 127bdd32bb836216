//! Central tendency, extremity and range restriction: how widely an evaluator's scores spread.

use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{mean, sum_of, variance};
use crate::undefined::{Undefined, check_finite};

/// The spread of an evaluator's scores against the panel's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadRatio {
    /// The ratio of standard deviations: below 1 for central tendency, above 1 for extremity. `n` is the number of the
    /// evaluator's scores; the standard error is that of the logarithm.
    pub ratio: Estimate,
    /// The two-sided p of equal spread.
    pub p: f64,
    /// The standard deviation of the evaluator's scores.
    pub own_sd: f64,
    /// The standard deviation of the panel's scores.
    pub panel_sd: f64,
}

/// Range restriction: the spread of raw scores and how much of the scale they use.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RangeRestriction {
    /// The spread of the evaluator's raw scores against the panel's.
    pub spread: SpreadRatio,
    /// The share of the scale between the evaluator's lowest and highest score.
    pub own_range: f64,
    /// The same of the panel.
    pub panel_range: f64,
}

/// The ratio of the standard deviation of an evaluator's scores to that of the other evaluators' scores.
///
/// For central tendency and extremity the scores are residuals, from which provider, indicator and severity are taken
/// out; the others' should be of the same providers. The interval is that of Bonett (2006), Robust confidence interval
/// for a ratio of standard deviations: normal on the logarithm, with the pooled kurtosis about trimmed means in the
/// standard error, so that scores need not be normal. Scores are taken as independent.
///
/// # Errors
/// `TooFewUnits` if either has fewer than five scores; `NotFinite`; `NoVariance` if either does not vary.
pub fn spread_ratio(own: &[f64], panel: &[f64], level: Level) -> Result<SpreadRatio, Undefined> {
    let fewest = own.len().min(panel.len());
    if fewest < 5 {
        return Err(Undefined::TooFewUnits { needed: 5, found: fewest });
    }
    check_finite(own)?;
    check_finite(panel)?;
    let (own_variance, panel_variance) = variance(own).zip(variance(panel)).ok_or(Undefined::NotFinite)?;
    if own_variance <= 0.0 || panel_variance <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let kurtosis = pooled_kurtosis(own, panel)?;
    let part = |scores: &[f64]| {
        let n = scores.len() as f64;
        (kurtosis - (n - 3.0) / n) / (n - 1.0)
    };
    // Of the logarithm of the ratio of variances; half of it belongs to that of standard deviations.
    let se = 0.5 * (part(own) + part(panel)).max(0.0).sqrt();
    if se <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let critical = Normal.critical(level);
    let n_over = |scores: &[f64]| scores.len() as f64 / (scores.len() as f64 - critical);
    let log = 0.5 * libm::log(own_variance / panel_variance);
    // Bonett's small-sample adjustment makes the interval symmetric in coverage where the sizes differ.
    let centre = log + 0.5 * libm::log(n_over(own) / n_over(panel));
    let interval =
        Interval::finite(libm::exp(centre - critical * se), libm::exp(centre + critical * se), level);
    Ok(SpreadRatio {
        ratio: Estimate { value: libm::exp(log), se: Some(se), interval, n: own.len() },
        p: 2.0 * Normal.sf((centre / se).abs()),
        own_sd: own_variance.sqrt(),
        panel_sd: panel_variance.sqrt(),
    })
}

/// The spread of raw scores and the part of the scale from `min` to `max` that they use.
///
/// # Errors
/// As [`spread_ratio`], and `InvalidParameter` for a scale without range.
pub fn range_restriction(
    own: &[f64],
    panel: &[f64],
    min: f64,
    max: f64,
    level: Level,
) -> Result<RangeRestriction, Undefined> {
    check_finite(&[min, max])?;
    if max <= min {
        return Err(Undefined::InvalidParameter);
    }
    let range = |scores: &[f64]| {
        let ends = scores.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), score| {
            (low.min(*score), high.max(*score))
        });
        (ends.1 - ends.0) / (max - min)
    };
    Ok(RangeRestriction {
        spread: spread_ratio(own, panel, level)?,
        own_range: range(own),
        panel_range: range(panel),
    })
}

/// Bonett's pooled kurtosis: fourth powers about trimmed means over squares about means.
fn pooled_kurtosis(own: &[f64], panel: &[f64]) -> Result<f64, Undefined> {
    let (mut fourth, mut second) = (0.0, 0.0);
    for scores in [own, panel] {
        let trimmed = trimmed_mean(scores).ok_or(Undefined::NotFinite)?;
        let mean = mean(scores).ok_or(Undefined::NotFinite)?;
        fourth += sum_of(scores.iter().map(|x| {
            let square = (x - trimmed) * (x - trimmed);
            square * square
        }));
        second += sum_of(scores.iter().map(|x| (x - mean) * (x - mean)));
    }
    let kurtosis = (own.len() + panel.len()) as f64 * fourth / (second * second);
    check_finite(&[kurtosis])?;
    Ok(kurtosis)
}

/// The mean without a share `1 / (2 sqrt(n - 4))` at either end.
fn trimmed_mean(scores: &[f64]) -> Option<f64> {
    let n = scores.len();
    let cut = (n as f64 / (2.0 * ((n - 4) as f64).sqrt())).floor() as usize;
    let mut sorted = scores.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    // Five scores would lose two at either end, which leaves the median.
    let cut = cut.min((n - 1) / 2);
    mean(&sorted[cut..n - cut])
}
