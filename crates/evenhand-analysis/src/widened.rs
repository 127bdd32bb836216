//! Intervals for units that come back.

use evenhand_protocol::{Estimate, Interval};

/// The scale on which an interval is widened: the one on which its coefficient varies evenly.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Evenly {
    /// As it is; the interval is cut at 1.
    Plain,
    /// -ln(1 - x): alpha, Kendall's W, intraclass correlations of means.
    Complement,
    /// ln((1 + (k - 1) x) / (1 - x)): intraclass correlations of single scores in panels of k.
    FRatio(f64),
}

impl Evenly {
    fn forth(self, x: f64) -> f64 {
        match self {
            Self::Plain => x,
            Self::Complement => -libm::log(1.0 - x),
            Self::FRatio(k) => libm::log((1.0 + (k - 1.0) * x) / (1.0 - x)),
        }
    }

    fn back(self, z: f64) -> f64 {
        match self {
            Self::Plain => z.min(1.0),
            Self::Complement => 1.0 - libm::exp(-z),
            Self::FRatio(k) => {
                let f = libm::exp(z);
                (f - 1.0) / (f + k - 1.0)
            }
        }
    }
}

/// The estimate with its standard error and interval longer by the square root of how often units come back.
/// An end that the widening would push out of the range of real numbers leaves no interval.
pub(crate) fn widened(mut estimate: Estimate, repeats: f64, evenly: Evenly) -> Estimate {
    if repeats <= 1.0 {
        return estimate;
    }
    let factor = repeats.sqrt();
    let centre = evenly.forth(estimate.value);
    let further = |end: f64| evenly.back(centre + factor * (evenly.forth(end) - centre));
    estimate.se = estimate.se.map(|se| se * factor);
    estimate.interval = estimate.interval.and_then(|ends| {
        let (low, high) = (further(ends.low), further(ends.high));
        (low.is_finite() && high.is_finite()).then_some(Interval { low, high, ..ends })
    });
    estimate
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{CountOf, Method};

    use super::*;

    fn estimate() -> Estimate {
        let interval = Some(Interval { low: 0.5, high: 0.8, level: 0.95 });
        let (of, method) = (CountOf::ProviderOccasions, Method::AlphaBootstrap);
        Estimate { value: 0.7, se: Some(0.1), interval, n: 20, of, method }
    }

    #[test]
    fn nothing_changes_where_nobody_comes_back() {
        for evenly in [Evenly::Plain, Evenly::Complement, Evenly::FRatio(3.0)] {
            assert_eq!(widened(estimate(), 1.0, evenly), estimate());
        }
    }

    #[test]
    fn four_times_the_same_units_double_the_distance_on_the_scale() {
        for evenly in [Evenly::Plain, Evenly::Complement, Evenly::FRatio(3.0)] {
            let wide = widened(estimate(), 4.0, evenly);
            let ends = wide.interval.map(|ends| (evenly.forth(ends.low), evenly.forth(ends.high)));
            let reach = |end: f64| 2.0 * (evenly.forth(end) - evenly.forth(0.7)) + evenly.forth(0.7);
            let expected = (reach(0.5), reach(0.8));
            assert!(ends.is_some_and(|ends| (ends.0 - expected.0).abs() < 1e-12));
            assert!(ends.is_some_and(|ends| (ends.1 - expected.1).abs() < 1e-12));
            assert_eq!(wide.se, Some(0.2));
        }
    }
}
