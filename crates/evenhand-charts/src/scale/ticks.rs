//! Round tick values: steps of 1, 2 or 5 times a power of ten, and their labels.

use crate::number_format::{NumberStyle, format_number, format_scientific, format_signed};

/// No axis gets more ticks than this, whatever is asked.
const MOST_TICKS: i64 = 200;

/// A step of 1, 2 or 5 times a power of ten, exact where floating point allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TickStep {
    mantissa: u8,
    exponent: i32,
}

impl TickStep {
    /// The step that cuts `lo..hi` into about `count` parts (Heckbert 1990, with the thresholds of d3).
    pub(crate) fn covering(lo: f64, hi: f64, count: usize) -> Self {
        let raw = (hi - lo) / count.max(1) as f64;
        if !raw.is_finite() || raw <= 0.0 {
            return Self { mantissa: 1, exponent: 0 };
        }
        let exponent = libm::floor(libm::log10(raw)) as i32;
        let share = raw / power_of_ten(exponent);
        let (mantissa, exponent) = match share {
            s if s >= 7.071_067_811_865_475 => (1, exponent + 1),
            s if s >= 3.162_277_660_168_379_5 => (5, exponent),
            s if s >= std::f64::consts::SQRT_2 => (2, exponent),
            _ => (1, exponent),
        };
        Self { mantissa, exponent }
    }

    /// The same step, but at least 1, for counts and ranks.
    pub(crate) fn at_least_one(self) -> Self {
        if self.exponent < 0 { Self { mantissa: 1, exponent: 0 } } else { self }
    }

    /// The size of the step.
    pub(crate) fn size(self) -> f64 {
        self.times(1)
    }

    /// `k` steps from zero; divides for negative exponents so that 3 × 0.1 is 0.3.
    fn times(self, k: i64) -> f64 {
        let whole = k as f64 * f64::from(self.mantissa);
        if self.exponent < 0 {
            whole / power_of_ten(-self.exponent)
        } else {
            whole * power_of_ten(self.exponent)
        }
    }

    /// The multiples of the step within `lo..=hi`, allowing for rounding at both ends.
    pub(crate) fn within(self, lo: f64, hi: f64) -> Vec<f64> {
        let (first, last) = (self.round_up(lo), self.round_down(hi));
        (first..=last.min(first.saturating_add(MOST_TICKS))).map(|k| self.times(k)).collect()
    }

    /// The smallest range of whole steps that covers `lo..=hi`.
    pub(crate) fn around(self, lo: f64, hi: f64) -> (f64, f64) {
        let down = libm::floor(lo / self.size() + 1e-9) as i64;
        let up = libm::ceil(hi / self.size() - 1e-9) as i64;
        (self.times(down), self.times(up))
    }

    fn round_up(self, value: f64) -> i64 {
        libm::ceil(value / self.size() - 1e-9) as i64
    }

    fn round_down(self, value: f64) -> i64 {
        libm::floor(value / self.size() + 1e-9) as i64
    }

    /// The label of a tick: as many decimals as the step needs, powers of ten for extreme magnitudes.
    ///
    /// `largest` is the largest absolute value on the axis, so that all its labels look alike.
    pub(crate) fn label(self, value: f64, largest: f64, style: NumberStyle) -> String {
        let decimals = |exponent: i32| usize::try_from(-exponent).unwrap_or(0);
        if style == NumberStyle::Percent && self.exponent >= -8 {
            return format!("{}%", format_number(value * 100.0, decimals(self.exponent + 2)));
        }
        if largest > 0.0 && (self.exponent < -6 || largest >= 1e9) {
            let top = libm::floor(libm::log10(largest) + 1e-9) as i32;
            return format_scientific(value, top, decimals(self.exponent - top).min(15));
        }
        match style {
            NumberStyle::Signed => signed(value, decimals(self.exponent)),
            _ => format_number(value, decimals(self.exponent)),
        }
    }
}

/// A signed label whose zero has no decimals: `−0.5`, `0`, `+0.5`.
fn signed(value: f64, decimals: usize) -> String {
    if value == 0.0 { "0".to_owned() } else { format_signed(value, decimals) }
}

/// Powers of ten, exact up to 10²².
fn power_of_ten(exponent: i32) -> f64 {
    const EXACT: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    let exact = usize::try_from(exponent).ok().and_then(|k| EXACT.get(k));
    exact.copied().unwrap_or_else(|| libm::pow(10.0, f64::from(exponent)))
}
