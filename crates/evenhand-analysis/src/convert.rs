//! From the plain numbers of `evenhand-stats` to the documented types of the protocol.

use evenhand_protocol::{CountOf, Estimate, Interval, Method, Outcome, Reason};
use evenhand_stats::{StudentT, Undefined};

use crate::LEVEL;

/// Tags an estimate with what its n counts and how it was computed.
pub(crate) fn estimate(from: &evenhand_stats::Estimate, of: CountOf, method: Method) -> Estimate {
    Estimate {
        value: from.value,
        se: from.se,
        interval: from.interval.map(|i| Interval { low: i.low, high: i.high, level: i.level }),
        n: from.n as u32,
        of,
        method,
    }
}

/// The same estimate as the plain numbers it was made of.
pub(crate) fn to_stats(from: &Estimate) -> evenhand_stats::Estimate {
    evenhand_stats::Estimate {
        value: from.value,
        se: from.se,
        interval: from.interval.map(|i| evenhand_stats::Interval {
            low: i.low,
            high: i.high,
            level: i.level,
        }),
        n: from.n as usize,
    }
}

/// An estimate from a value, its standard error and the degrees of freedom of a t interval.
pub(crate) fn t_estimate(value: f64, se: f64, df: f64, n: u32, of: CountOf, method: Method) -> Estimate {
    Estimate { value, se: Some(se), interval: t_interval(value, se, df), n, of, method }
}

/// The t interval of a value.
pub(crate) fn t_interval(value: f64, se: f64, df: f64) -> Option<Interval> {
    // Without variation there is nothing to measure uncertainty by: no interval, not one of width 0.
    StudentT::new(df).filter(|_| se > 0.0).map(|t| {
        let reach = t.critical(LEVEL) * se;
        Interval { low: value - reach, high: value + reach, level: LEVEL.get() }
    })
}

/// Two-sided p of a t ratio; none without any variation, which is not certainty but lack of evidence.
pub(crate) fn two_sided_p(value: f64, se: f64, df: f64) -> Option<f64> {
    StudentT::new(df).filter(|_| se > 0.0).map(|t| t.two_sided(value / se))
}

/// The negative of an estimate: deviations are positive when scores are high, severities when they are low.
pub(crate) fn negated(mut estimate: Estimate) -> Estimate {
    estimate.value = -estimate.value;
    estimate.interval = estimate.interval.map(|i| Interval { low: -i.high, high: -i.low, level: i.level });
    estimate
}

/// The protocol's reason for a statistic that is undefined.
pub(crate) fn reason(from: &Undefined) -> Reason {
    match *from {
        Undefined::TooFewUnits { needed, found } => {
            Reason::TooFewUnits { needed: needed as u32, found: found as u32 }
        }
        Undefined::OneEvaluator => Reason::OneEvaluator,
        Undefined::TooFewIndicators { found } => Reason::TooFewIndicators { found: found as u32 },
        Undefined::NoVariance => Reason::NoVariance,
        Undefined::OneCluster => Reason::OneCluster,
        Undefined::NotLinked => Reason::NotLinked,
        Undefined::TooLarge { limit, found } => Reason::TooLarge { limit: limit as u32, found: found as u32 },
        Undefined::Negative => Reason::Negative,
        Undefined::TooFewGroups { needed, found } => {
            Reason::TooFewDimensions { needed: needed as u32, found: found as u32 }
        }
        Undefined::NotConverged => Reason::NotConverged,
        _ => Reason::NotFinite,
    }
}

/// A result as an outcome.
pub(crate) fn outcome<T>(result: Result<T, Undefined>) -> Outcome<T> {
    match result {
        Ok(value) => Outcome::Known(value),
        Err(undefined) => Outcome::Undefined(reason(&undefined)),
    }
}
