//! The level of a scale that a coefficient reaches with enough probability.

use super::scale::{BenchmarkScale, ScaleLevel};
use crate::distribution::Normal;
use crate::estimate::{Estimate, Level};
use crate::undefined::Undefined;

/// The probability that a level counts as reached.
const ENOUGH: f64 = 0.95;

/// What a coefficient is worth on a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// The scale.
    pub scale: BenchmarkScale,
    /// The highest level that the coefficient reaches or exceeds with a probability of at least .95.
    pub reached: ScaleLevel,
    /// The level the point estimate lies in, which uncertainty may not support.
    pub of_estimate: ScaleLevel,
    /// For each level of the scale, from the highest, the probability that the coefficient lies in it or above.
    pub cumulative: Vec<f64>,
}

/// Gwet's (2014, chapter 6) cumulative membership probabilities of a benchmark scale.
///
/// The coefficient is taken as normal about its estimate, cut to the range from -1 to 1. Without a standard error its
/// interval gives one for each side, so that a skew interval stays skew.
///
/// ```
/// use evenhand_stats::{BenchmarkScale, Estimate, Grade, benchmark};
/// let kappa = Estimate { value: 0.67, se: Some(0.15), interval: None, n: 20 };
/// let found = benchmark(&kappa, BenchmarkScale::Altman)?;
/// assert_eq!((found.of_estimate.grade, found.reached.grade), (Grade::Good, Grade::Moderate));
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `NoVariance` where the estimate has neither a positive standard error nor an interval, so that nothing is known about
/// how sure it is; `NotFinite`; `InvalidParameter` for an estimate above 1.
pub fn benchmark(estimate: &Estimate, scale: BenchmarkScale) -> Result<Benchmark, Undefined> {
    if !estimate.value.is_finite() {
        return Err(Undefined::NotFinite);
    }
    if estimate.value > 1.0 {
        return Err(Undefined::InvalidParameter);
    }
    let spread = Spread::of(estimate).ok_or(Undefined::NoVariance)?;
    let above = |bound: f64| spread.above(estimate.value, bound);
    let (everything, beyond) = (above(-1.0), above(1.0));
    // An estimate far below -1 leaves nothing in the range; it is in the lowest level for certain.
    let total = everything - beyond;
    let cumulative: Vec<f64> = scale
        .levels()
        .iter()
        .map(|level| match total > 0.0 {
            true => ((above(level.from) - beyond) / total).clamp(0.0, 1.0),
            false => f64::from(u8::from(level.from <= -1.0)),
        })
        .collect();
    let lowest = scale.levels().len() - 1;
    let reached = cumulative.iter().position(|probability| *probability >= ENOUGH).unwrap_or(lowest);
    Ok(Benchmark {
        scale,
        reached: scale.levels()[reached],
        of_estimate: scale.level_of(estimate.value),
        cumulative,
    })
}

/// Standard errors below and above the estimate.
struct Spread {
    low: f64,
    high: f64,
}

impl Spread {
    fn of(estimate: &Estimate) -> Option<Self> {
        if let Some(se) = estimate.se.filter(|se| *se > 0.0) {
            return Some(Self { low: se, high: se });
        }
        let interval = estimate.interval?;
        let critical = Normal.critical(Level::new(interval.level)?);
        let low = (estimate.value - interval.low) / critical;
        let high = (interval.high - estimate.value) / critical;
        (low > 0.0 || high > 0.0).then_some(Self { low, high })
    }

    /// The probability that the coefficient exceeds a bound.
    fn above(&self, value: f64, bound: f64) -> f64 {
        let side = if bound < value { self.low } else { self.high };
        if side > 0.0 { Normal.cdf((value - bound) / side) } else { f64::from(u8::from(bound < value)) }
    }
}
