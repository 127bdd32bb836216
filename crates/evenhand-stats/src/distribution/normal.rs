//! The standard normal distribution.

use std::f64::consts::FRAC_1_SQRT_2;

use super::valid_probability;
use crate::estimate::Level;

/// The standard normal distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Normal;

impl Normal {
    /// The probability of a value at most `x`; `NaN` only for `x` that is `NaN`.
    pub fn cdf(self, x: f64) -> f64 {
        0.5 * libm::erfc(-x * FRAC_1_SQRT_2)
    }

    /// The probability of a value above `x`, accurate where it is small; `NaN` only for `x` that is `NaN`.
    pub fn sf(self, x: f64) -> f64 {
        0.5 * libm::erfc(x * FRAC_1_SQRT_2)
    }

    /// The value that a share `p` of the distribution does not exceed; `None` unless 0 < p < 1.
    ///
    /// Source: Wichura (1988), Algorithm AS 241, routine PPND16; relative accuracy about 1e-16.
    ///
    /// ```
    /// let z = evenhand_stats::Normal.quantile(0.975);
    /// assert!((z.unwrap() - 1.959963984540054).abs() < 1e-15);
    /// ```
    pub fn quantile(self, p: f64) -> Option<f64> {
        if !valid_probability(p) {
            return None;
        }
        let q = p - 0.5;
        if q.abs() <= 0.425 {
            let r = 0.180_625 - q * q;
            return Some(q * polynomial(&CENTRAL.0, r) / polynomial(&CENTRAL.1, r));
        }
        let magnitude = tail_quantile(p.min(1.0 - p));
        Some(if q < 0.0 { -magnitude } else { magnitude })
    }

    /// The number of standard errors that a two-sided interval of this level extends to each side.
    pub fn critical(self, level: Level) -> f64 {
        let tail = level.tail();
        if tail < 0.075 {
            return tail_quantile(tail);
        }
        let q = 0.5 * level.get();
        let r = 0.180_625 - q * q;
        q * polynomial(&CENTRAL.0, r) / polynomial(&CENTRAL.1, r)
    }
}

/// The value exceeded with probability `tail`, for tails below 0.075.
fn tail_quantile(tail: f64) -> f64 {
    let r = (-libm::log(tail)).sqrt();
    if r <= 5.0 {
        polynomial(&MIDDLE.0, r - 1.6) / polynomial(&MIDDLE.1, r - 1.6)
    } else {
        polynomial(&FAR.0, r - 5.0) / polynomial(&FAR.1, r - 5.0)
    }
}

/// The polynomial with these coefficients, constant first.
fn polynomial(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |value, coefficient| value * x + coefficient)
}

/// Numerator and denominator of the rational approximation for |p - 0.5| <= 0.425.
const CENTRAL: ([f64; 8], [f64; 8]) = (
    [
        3.387_132_872_796_366_6,
        1.331_416_678_917_843_8e2,
        1.971_590_950_306_551_4e3,
        1.373_169_376_550_946e4,
        4.592_195_393_154_987e4,
        6.726_577_092_700_87e4,
        3.343_057_558_358_813e4,
        2.509_080_928_730_122_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091e1,
        6.871_870_074_920_579e2,
        5.394_196_021_424_751e3,
        2.121_379_430_158_659_7e4,
        3.930_789_580_009_271e4,
        2.872_908_573_572_194_3e4,
        5.226_495_278_852_854e3,
    ],
);

/// The same for tails down to about 1.4e-11, in sqrt(-ln tail) - 1.6.
const MIDDLE: ([f64; 8], [f64; 8]) = (
    [
        1.423_437_110_749_683_6,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_6,
        1.270_458_252_452_368_4,
        2.417_807_251_774_506e-1,
        2.272_384_498_926_918_4e-2,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        6.897_673_349_851e-1,
        1.481_039_764_274_800_8e-1,
        1.519_866_656_361_645_7e-2,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
);

/// The same for smaller tails, in sqrt(-ln tail) - 5.
const FAR: ([f64; 8], [f64; 8]) = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        2.965_605_718_285_048_7e-1,
        2.653_218_952_657_612_4e-2,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        5.998_322_065_558_88e-1,
        1.369_298_809_227_358e-1,
        1.487_536_129_085_061_5e-2,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);
