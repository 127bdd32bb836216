//! The regularised incomplete beta function, for Student's t and Fisher's F.

use super::saddle_point::binomial;

/// The fraction needs about the square root of the larger parameter; this serves parameters up to about 1e9.
const MAX_TERMS: usize = 200_000;

/// Replaces a denominator of exactly zero in the continued fraction (Lentz's algorithm as modified by Thompson
/// & Barnett 1986).
const TINY: f64 = 1e-300;

/// The tails `(I_x(a, b), I_y(b, a))` for a, b > 0 and y = 1 - x, each accurate where it is small.
///
/// The caller passes both x and y, because 1 - x loses the digits of whichever is small.
/// Source: Abramowitz & Stegun (1964), 26.5.8 (continued fraction) and 26.5.2 (symmetry).
pub(super) fn beta_tails(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    // The fraction converges fast on the near side of the mean only; the symmetry serves the far side.
    if x < (a + 1.0) / (a + b + 2.0) {
        let lower = one_tail(a, b, x, y);
        (lower, 1.0 - lower)
    } else {
        let upper = one_tail(b, a, y, x);
        (1.0 - upper, upper)
    }
}

/// `x^a y^b / (a B(a, b))` times the continued fraction.
fn one_tail(a: f64, b: f64, x: f64, y: f64) -> f64 {
    // 1 / (a B(a, b)) is the binomial coefficient times b / (a + b).
    let factor = binomial(a, b, x, y) * (b / (a + b));
    (factor * fraction(a, b, x)).clamp(0.0, 1.0)
}

/// The continued fraction of I_x(a, b) without its leading factor.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..MAX_TERMS {
        let m = m as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let factor = d * c;
        value *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// Keeps a denominator of the continued fraction from being exactly zero.
fn away_from_zero(value: f64) -> f64 {
    if value.abs() < TINY { TINY } else { value }
}
