//! Control charts of an evaluator's severity.

use super::table::Severity;
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// How control charts are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ControlLimits {
    /// The weight of the newest round in the moving average, above 0 and at most 1.
    pub lambda: f64,
    /// The distance of the average's limits from the target, in its standard errors.
    pub width: f64,
    /// The deviation that the cumulative sums forgive in every round, in standard errors.
    pub allowance: f64,
    /// The height at which a cumulative sum signals, in standard errors.
    pub decision: f64,
}

impl Default for ControlLimits {
    /// EWMA with lambda 0.2 and 2.7 standard errors (Lucas & Saccucci 1990); CUSUM with allowance 0.5 and decision 4
    /// (Montgomery 2013, section 9.1).
    fn default() -> Self {
        Self { lambda: 0.2, width: 2.7, allowance: 0.5, decision: 4.0 }
    }
}

/// One round of the charts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    /// The code of the round.
    pub round: u32,
    /// The exponentially weighted moving average.
    pub ewma: f64,
    /// Its limits.
    pub low: f64,
    /// The upper one.
    pub high: f64,
    /// The cumulative sum towards harsher, in standard errors.
    pub cusum_harsher: f64,
    /// The cumulative sum towards more lenient, in standard errors, not negative.
    pub cusum_lenient: f64,
    /// Whether the average is outside of its limits.
    pub ewma_signal: bool,
    /// Whether a cumulative sum is above its decision height.
    pub cusum_signal: bool,
}

/// The control charts of one evaluator.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlChart {
    /// The severity that deviations are counted from.
    pub target: f64,
    /// The points in the order of rounds.
    pub points: Vec<ChartPoint>,
}

/// EWMA and CUSUM charts of severities in one frame, in the order of rounds, with limits from the standard errors.
///
/// The average starts at the target: the evaluator's weighted mean over all rounds unless one is given, such as the
/// severity of a calibration. With errors that differ by round its variance is
/// `lambda^2 se^2 + (1 - lambda)^2 variance before`. Sources: Roberts (1959); Page (1954).
///
/// # Errors
/// `TooFewUnits` without a round; `InvalidParameter` for limits out of range.
pub fn control_chart(
    severities: &[Severity],
    target: Option<f64>,
    limits: &ControlLimits,
) -> Result<ControlChart, Undefined> {
    let positive = |value: f64| value > 0.0 && value.is_finite();
    let valid = positive(limits.lambda)
        && limits.lambda <= 1.0
        && positive(limits.width)
        && limits.allowance >= 0.0
        && positive(limits.decision)
        && target.is_none_or(f64::is_finite);
    if !valid {
        return Err(Undefined::InvalidParameter);
    }
    if severities.is_empty() {
        return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
    }
    let target = target.unwrap_or_else(|| weighted_mean(severities));
    let (mut ewma, mut variance) = (target, 0.0);
    let (mut harsher, mut lenient) = (0.0_f64, 0.0_f64);
    let points = severities.iter().map(|severity| {
        let left = 1.0 - limits.lambda;
        ewma = limits.lambda * severity.value + left * ewma;
        variance = (limits.lambda * severity.se) * (limits.lambda * severity.se) + left * left * variance;
        let reach = limits.width * variance.sqrt();
        let deviation = (severity.value - target) / severity.se;
        harsher = (harsher + deviation - limits.allowance).max(0.0);
        lenient = (lenient - deviation - limits.allowance).max(0.0);
        ChartPoint {
            round: severity.round,
            ewma,
            low: target - reach,
            high: target + reach,
            cusum_harsher: harsher,
            cusum_lenient: lenient,
            ewma_signal: (ewma - target).abs() > reach,
            cusum_signal: harsher.max(lenient) > limits.decision,
        }
    });
    Ok(ControlChart { target, points: points.collect() })
}

fn weighted_mean(severities: &[Severity]) -> f64 {
    let weight = |severity: &Severity| 1.0 / (severity.se * severity.se);
    sum_of(severities.iter().map(|s| weight(s) * s.value)) / sum_of(severities.iter().map(weight))
}
