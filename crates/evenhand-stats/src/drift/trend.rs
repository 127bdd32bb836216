//! The trend of an evaluator's severity over rounds, and how it scatters around it.

use super::table::Severity;
use crate::distribution::{ChiSquared, Normal};
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// How much severity varies around its trend beyond the errors of its estimates.
///
/// Source for the question: Leckie & Baird (2011), Rater effects on essay scoring: individual severity is unstable even
/// where the mean does not drift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instability {
    /// The variance around the trend, 0 where the estimates scatter less than their errors.
    pub variance: f64,
    /// The weighted sum of squared deviations from the trend.
    pub q: f64,
    /// Its degrees of freedom.
    pub df: f64,
    /// The probability of a larger sum if severity follows the trend exactly.
    pub p: f64,
}

/// A straight line through an evaluator's severities.
#[derive(Debug, Clone, PartialEq)]
pub struct SeverityTrend {
    /// The change of severity per round with its normal interval; the count is that of rounds. Its error includes the
    /// instability.
    pub slope: Estimate,
    /// The two-sided probability of a steeper line where there is no trend.
    pub p: f64,
    /// The scatter around the line.
    pub instability: Instability,
}

/// The trend over rounds, in the order and distance of their codes, of severities in one frame.
///
/// A random-effects regression: the scatter's variance by moments (DerSimonian & Laird 1986, extended to a covariate by
/// Thompson & Sharp 1999, method 3), then least squares with weights `1 / (se^2 + variance)`.
///
/// # Errors
/// `TooFewUnits` for fewer than three rounds.
pub fn severity_trend(severities: &[Severity], level: Level) -> Result<SeverityTrend, Undefined> {
    trend_over(severities, level, |severity| f64::from(severity.round))
}

/// The same with the time of every severity.
pub(super) fn trend_over(
    severities: &[Severity],
    level: Level,
    time: impl Fn(&Severity) -> f64,
) -> Result<SeverityTrend, Undefined> {
    let n = severities.len();
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    let weights = |variance: f64| -> Vec<f64> {
        severities.iter().map(|severity| 1.0 / (severity.se * severity.se + variance)).collect()
    };
    let fixed = Line::through(severities, &weights(0.0), &time)?;
    let df = n as f64 - 2.0;
    let variance = ((fixed.q - df) / fixed.trace).max(0.0);
    let p = ChiSquared::new(df).map_or(1.0, |chi_squared| chi_squared.sf(fixed.q));
    let line = Line::through(severities, &weights(variance), &time)?;
    let z = line.slope / line.se;
    Ok(SeverityTrend {
        slope: Estimate {
            value: line.slope,
            se: Some(line.se),
            interval: Interval::around(line.slope, line.se, Normal.critical(level), level),
            n,
        },
        p: (2.0 * Normal.sf(z.abs())).min(1.0),
        instability: Instability { variance, q: fixed.q, df, p },
    })
}

/// A weighted least-squares line.
struct Line {
    slope: f64,
    se: f64,
    /// The weighted sum of squared deviations.
    q: f64,
    /// The expected growth of q with the variance of the scatter: the trace of the residual projection times W.
    trace: f64,
}

impl Line {
    fn through(
        severities: &[Severity],
        weights: &[f64],
        x: impl Fn(&Severity) -> f64,
    ) -> Result<Self, Undefined> {
        let pairs = || severities.iter().zip(weights);
        let total = sum_of(weights.iter().copied());
        let mean_x = sum_of(pairs().map(|(s, w)| w * x(s))) / total;
        let mean_y = sum_of(pairs().map(|(s, w)| w * s.value)) / total;
        let spread = sum_of(pairs().map(|(s, w)| w * (x(s) - mean_x) * (x(s) - mean_x)));
        if spread <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let slope = sum_of(pairs().map(|(s, w)| w * (x(s) - mean_x) * (s.value - mean_y))) / spread;
        let deviation = |s: &Severity| s.value - mean_y - slope * (x(s) - mean_x);
        let leverage = |s: &Severity, w: f64| w * (1.0 / total + (x(s) - mean_x) * (x(s) - mean_x) / spread);
        Ok(Self {
            slope,
            se: 1.0 / spread.sqrt(),
            q: sum_of(pairs().map(|(s, w)| w * deviation(s) * deviation(s))),
            trace: sum_of(pairs().map(|(s, w)| w * (1.0 - leverage(s, *w)))),
        })
    }
}
