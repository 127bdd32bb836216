//! The linear scale: from numbers to pixels, with round ticks.

use super::Tick;
use super::ticks::TickStep;
use crate::number_format::NumberStyle;

/// Domains are kept within this magnitude so that no difference overflows.
const LARGEST: f64 = 1e300;

/// A linear map from a domain of numbers to a range of pixels.
///
/// The domain is always a proper interval: a constant one is widened, a missing one is 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearScale {
    lo: f64,
    hi: f64,
    range: (f64, f64),
    reversed: bool,
    clamped: bool,
    whole: bool,
}

impl LinearScale {
    /// The scale from `lo` to `hi`, in any order.
    #[must_use]
    pub fn new(lo: f64, hi: f64) -> Self {
        Self::fit([lo, hi])
    }

    /// The scale that covers all finite values; infinite and missing ones are ignored.
    #[must_use]
    pub fn fit(values: impl IntoIterator<Item = f64>) -> Self {
        let finite = values.into_iter().filter(|v| v.is_finite());
        let (lo, hi) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), v| (lo.min(v), hi.max(v)));
        let (lo, hi) = proper(lo, hi);
        Self { lo, hi, range: (0.0, 1.0), reversed: false, clamped: false, whole: false }
    }

    /// The scale widened, when needed, to cover this value, such as zero for bars or a target.
    #[must_use]
    pub fn including(self, value: f64) -> Self {
        if !value.is_finite() {
            return self;
        }
        let value = value.clamp(-LARGEST, LARGEST);
        Self { lo: self.lo.min(value), hi: self.hi.max(value), ..self }
    }

    /// The scale widened to reach equally far on both sides of a centre.
    #[must_use]
    pub fn symmetric_about(self, centre: f64) -> Self {
        if !centre.is_finite() {
            return self;
        }
        let reach = (self.hi - centre).abs().max((centre - self.lo).abs());
        let (lo, hi) = proper(centre - reach, centre + reach);
        Self { lo, hi, ..self }
    }

    /// The scale widened at both ends by this share of its length.
    #[must_use]
    pub fn padded(self, share: f64) -> Self {
        let pad = (self.hi - self.lo) * if share.is_finite() { share.max(0.0) } else { 0.0 };
        Self { lo: (self.lo - pad).max(-LARGEST), hi: (self.hi + pad).min(LARGEST), ..self }
    }

    /// The scale widened to begin and end on round ticks.
    #[must_use]
    pub fn nice(mut self) -> Self {
        // Widening can call for a larger step, which widens again; two rounds settle it (as in d3).
        for _ in 0..2 {
            let (lo, hi) = self.step(8).around(self.lo, self.hi);
            if lo.is_finite() && hi.is_finite() && lo <= self.lo && hi >= self.hi {
                (self.lo, self.hi) = (lo, hi);
            }
        }
        self
    }

    /// The scale with large values where small ones were, as for ranks with 1 at the top.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { reversed: !self.reversed, ..self }
    }

    /// The scale that draws values outside the domain at its nearest end.
    #[must_use]
    pub fn clamped(self) -> Self {
        Self { clamped: true, ..self }
    }

    /// The scale with ticks at whole numbers only, for counts and ranks.
    #[must_use]
    pub fn whole_numbers(self) -> Self {
        Self { whole: true, ..self }
    }

    /// The scale onto the pixels from `from` (the domain's start) to `to` (its end).
    #[must_use]
    pub fn onto(self, from: f64, to: f64) -> Self {
        Self { range: (from, to), ..self }
    }

    /// The domain as (smallest, largest).
    #[must_use]
    pub fn domain(&self) -> (f64, f64) {
        (self.lo, self.hi)
    }

    /// The pixel of a value; not finite when the value is not.
    #[must_use]
    pub fn map(&self, value: f64) -> f64 {
        if !value.is_finite() {
            return f64::NAN;
        }
        let share = (value - self.lo) / (self.hi - self.lo);
        let share = if self.clamped { share.clamp(0.0, 1.0) } else { share };
        let share = if self.reversed { 1.0 - share } else { share };
        self.range.0 + share * (self.range.1 - self.range.0)
    }

    /// The value at a pixel.
    #[must_use]
    pub fn invert(&self, pixel: f64) -> f64 {
        let share = (pixel - self.range.0) / (self.range.1 - self.range.0);
        let share = if self.reversed { 1.0 - share } else { share };
        self.lo + share * (self.hi - self.lo)
    }

    /// About `count` ticks at round values within the domain, with labels in a style.
    #[must_use]
    pub fn ticks(&self, count: usize, style: NumberStyle) -> Vec<Tick> {
        let step = self.step(count);
        let largest = self.lo.abs().max(self.hi.abs());
        let values = step.within(self.lo, self.hi).into_iter();
        values.map(|v| Tick { value: v, at: self.map(v), label: step.label(v, largest, style) }).collect()
    }

    fn step(&self, count: usize) -> TickStep {
        let step = TickStep::covering(self.lo, self.hi, count);
        if self.whole { step.at_least_one() } else { step }
    }
}

/// A proper interval: bounded, ordered and not so short that its ticks could not be told apart.
fn proper(lo: f64, hi: f64) -> (f64, f64) {
    if lo > hi || lo.is_nan() || hi.is_nan() {
        return (0.0, 1.0);
    }
    let (lo, hi) = (lo.clamp(-LARGEST, LARGEST), hi.clamp(-LARGEST, LARGEST));
    let size = lo.abs().max(hi.abs());
    if hi - lo > size * 1e-10 && hi - lo > 1e-290 {
        return (lo, hi);
    }
    let reach = if size < 1e-280 { 0.5 } else { (size * 0.05).max(if size >= 1.0 { 0.5 } else { 0.0 }) };
    ((lo - reach).max(-LARGEST), (hi + reach).min(LARGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lo: f64, hi: f64, count: usize, expected: &str) {
        let ticks = LinearScale::new(lo, hi).ticks(count, NumberStyle::Plain);
        let labels: Vec<String> = ticks.into_iter().map(|t| t.label).collect();
        assert_eq!(labels.join(" "), expected);
    }

    #[test]
    fn ticks_are_round_and_their_labels_have_the_decimals_they_need() {
        check(0.0, 1.0, 5, "0.0 0.2 0.4 0.6 0.8 1.0");
        check(0.0, 100.0, 4, "0 20 40 60 80 100");
        check(-1.0, 1.0, 4, "−1.0 −0.5 0.0 0.5 1.0");
        check(0.1, 0.3, 4, "0.10 0.15 0.20 0.25 0.30");
        check(2019.0, 2024.0, 5, "2019 2020 2021 2022 2023 2024");
        check(0.0, 50_000.0, 5, "0 10\u{2009}000 20\u{2009}000 30\u{2009}000 40\u{2009}000 50\u{2009}000");
        check(97.3, 99.1, 3, "97.5 98.0 98.5 99.0");
        check(1.0, 0.0, 2, "0.0 0.5 1.0");
    }

    #[test]
    fn extreme_domains_are_labelled_with_powers_of_ten() {
        check(0.0, 4e-9, 4, "0 1×10⁻⁹ 2×10⁻⁹ 3×10⁻⁹ 4×10⁻⁹");
        check(-2e12, 2e12, 4, "−2×10¹² −1×10¹² 0 1×10¹² 2×10¹²");
        check(0.0, 1.5e9, 3, "0 0.5×10⁹ 1.0×10⁹ 1.5×10⁹");
    }

    #[test]
    fn degenerate_domains_are_widened() {
        check(3.0, 3.0, 2, "2.5 3.0 3.5");
        check(0.0, 0.0, 2, "\u{2212}0.5 0.0 0.5");
        check(f64::NAN, f64::INFINITY, 2, "0.0 0.5 1.0");
        check(1000.0, 1000.0, 4, "960 980 1000 1020 1040");
        for (lo, hi) in [(1e16, 1e16 + 2.0), (f64::MIN, f64::MAX), (5e-324, 1e-323), (-1e300, -1e300)] {
            let scale = LinearScale::new(lo, hi).nice();
            let ticks = scale.ticks(5, NumberStyle::Plain);
            assert!((2..=12).contains(&ticks.len()), "{lo} {hi}: {}", ticks.len());
            assert!(ticks.iter().all(|t| t.at.is_finite() && !t.label.is_empty()));
        }
        assert_eq!(LinearScale::fit([]).domain(), (0.0, 1.0));
    }

    #[test]
    fn many_domains_get_a_sensible_number_of_distinct_ticks() {
        for exponent in -12..=12 {
            for (lo, hi) in [(0.0, 1.0), (-3.7, 8.2), (5.01, 5.97), (-9.9, -1.3), (0.0, 7.0)] {
                for count in 2..=10 {
                    let size = libm::pow(10.0, f64::from(exponent));
                    let ticks = LinearScale::new(lo * size, hi * size).ticks(count, NumberStyle::Plain);
                    let n = ticks.len();
                    assert!(n >= 1 && n <= count * 2 + 1, "{lo}e{exponent} {hi} {count}: {n}");
                    assert!(ticks.windows(2).all(|w| w[0].value < w[1].value && w[0].label != w[1].label));
                }
            }
        }
    }

    #[test]
    fn styles_of_labels() {
        let labels = |scale: LinearScale, style| -> Vec<String> {
            scale.ticks(2, style).into_iter().map(|t| t.label).collect()
        };
        assert_eq!(labels(LinearScale::new(-0.5, 0.5), NumberStyle::Signed), ["−0.5", "0", "+0.5"]);
        assert_eq!(labels(LinearScale::new(0.0, 1.0), NumberStyle::Percent), ["0%", "50%", "100%"]);
        assert_eq!(labels(LinearScale::new(1.0, 3.0).whole_numbers(), NumberStyle::Plain), ["1", "2", "3"]);
    }

    #[test]
    fn nice_including_symmetric_and_padded() {
        assert_eq!(LinearScale::new(0.13, 0.97).nice().domain(), (0.1, 1.0));
        assert_eq!(LinearScale::new(2.0, 7.0).including(0.0).domain(), (0.0, 7.0));
        assert_eq!(LinearScale::new(-1.0, 3.0).symmetric_about(0.0).domain(), (-3.0, 3.0));
        assert_eq!(LinearScale::new(0.0, 10.0).padded(0.1).domain(), (-1.0, 11.0));
    }

    #[test]
    fn map_and_invert() {
        let scale = LinearScale::new(0.0, 10.0).onto(100.0, 300.0);
        assert_eq!(scale.map(5.0), 200.0);
        assert_eq!(scale.invert(200.0), 5.0);
        assert!(scale.map(f64::INFINITY).is_nan());
        assert_eq!(scale.clone().reversed().map(2.0), 260.0);
        assert_eq!(scale.clamped().map(99.0), 300.0);
    }
}
