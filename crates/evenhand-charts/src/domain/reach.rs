//! How far the axis of estimates reaches: all values, and intervals as long as they are of use.

use evenhand_protocol::{Estimate, Outcome};

use super::context::Context;
use super::phrases::{cut_interval, described};
use crate::scale::LinearScale;
use crate::scene::Caption;

/// An interval this many times as wide as the middle one may be drawn to the edge of the chart only.
const WIDE: f64 = 2.0;
/// Where the axis of coefficients begins.
const USEFUL_COEFFICIENT: f64 = 0.4;
/// The lowest value an axis of coefficients reaches to for the sake of an interval.
const LOWEST_COEFFICIENT: f64 = -0.25;

/// The estimate, if it is known and finite.
pub(super) fn finite(outcome: &Outcome<Estimate>) -> Option<&Estimate> {
    outcome.known().filter(|estimate| estimate.value.is_finite())
}

/// The ends of the interval, if it has finite ones.
pub(super) fn ends(estimate: &Estimate) -> Option<(f64, f64)> {
    let interval = estimate.interval?;
    (interval.low.is_finite() && interval.high.is_finite()).then_some((interval.low, interval.high))
}

/// The scale of these estimates. One wide interval, from an evaluator with two score sheets say, must not
/// squeeze all others: it is cut at the edge of the chart, and the values stay inside.
pub(super) fn reach(estimates: &[&Estimate]) -> LinearScale {
    let values = estimates.iter().map(|estimate| estimate.value).filter(|value| value.is_finite());
    let (lo, hi) = LinearScale::fit(values).domain();
    let intervals: Vec<(f64, f64)> = estimates.iter().filter_map(|estimate| ends(estimate)).collect();
    let mut halves: Vec<f64> = intervals.iter().map(|(low, high)| (high - low) / 2.0).collect();
    halves.sort_by(f64::total_cmp);
    let middle = halves.get(halves.len() / 2).copied().unwrap_or(0.0);
    let allowed = (WIDE * middle).max((hi - lo) * 0.5);
    let within =
        intervals.into_iter().flat_map(|(low, high)| [low.max(lo - allowed), high.min(hi + allowed)]);
    let values = estimates.iter().map(|estimate| estimate.value);
    LinearScale::fit(values.chain(within)).clamped()
}

/// Says in the caption what an arrowhead means, where an interval is cut at the ends of the scale.
pub(super) fn explain_cut(
    context: &Context,
    caption: &mut Caption,
    estimates: &[&Estimate],
    scale: &LinearScale,
) {
    let (lo, hi) = scale.domain();
    if estimates.iter().filter_map(|estimate| ends(estimate)).any(|(low, high)| low < lo || high > hi) {
        let note = cut_interval(context.language).to_owned();
        caption.how_to_read = described(context.language, &caption.how_to_read, &[note]);
    }
}

/// The scale of agreement and reliability: from 0.4, as less is of no use, and further down where a value or
/// an interval lies.
pub(super) fn coefficient_scale(estimates: &[&Estimate]) -> LinearScale {
    let lows =
        estimates.iter().filter_map(|estimate| ends(estimate)).map(|(low, _)| low.max(LOWEST_COEFFICIENT));
    let values = estimates.iter().map(|estimate| estimate.value);
    LinearScale::fit(values.chain(lows).chain([USEFUL_COEFFICIENT, 1.0])).clamped()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{CountOf, Interval, Method};

    use super::*;

    fn estimate(value: f64, half: f64) -> Estimate {
        let interval = Some(Interval { low: value - half, high: value + half, level: 0.95 });
        Estimate { value, se: None, interval, n: 3, of: CountOf::ScoreSheets, method: Method::LeaveOneOut }
    }

    #[test]
    fn one_wide_interval_does_not_squeeze_the_others() {
        let mut estimates: Vec<Estimate> = (0..9).map(|k| estimate(f64::from(k) * 0.1, 0.1)).collect();
        let all = |estimates: &[Estimate]| reach(&estimates.iter().collect::<Vec<_>>()).domain();
        assert_eq!(all(&estimates), (-0.1, 0.9));
        estimates.push(estimate(0.5, 12.0));
        let (lo, hi) = all(&estimates);
        assert!(lo > -0.6 && hi < 1.4, "{lo} {hi}");
        estimates.push(estimate(f64::NAN, f64::INFINITY));
        assert_eq!(all(&estimates), (lo, hi));
        assert_eq!(all(&[]), (0.0, 1.0));
    }

    #[test]
    fn coefficients_reach_down_as_far_as_needed() {
        let scale = |value, half| coefficient_scale(&[&estimate(value, half)]).domain();
        assert_eq!(scale(0.7, 0.1), (0.4, 1.0));
        assert_eq!(scale(0.5, 0.25), (0.25, 1.0));
        assert_eq!(scale(0.0, 5.0), (-0.25, 1.0));
        assert_eq!(scale(-0.4, 0.1), (-0.4, 1.0));
    }
}
