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
/// Source: DiDonato & Morris (1992), Algorithm 708, eq. 9 (continued fraction); Abramowitz & Stegun (1964), 26.5.2
/// (symmetry).
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

/// `x^a y^b / B(a, b)` divided by the continued fraction.
fn one_tail(a: f64, b: f64, x: f64, y: f64) -> f64 {
    // 1 / B(a, b) is the binomial coefficient times a b / (a + b).
    let factor = binomial(a, b, x, y) * (b / (a + b)) * a;
    (factor / fraction(a, b, x, y)).clamp(0.0, 1.0)
}

/// The even part of the continued fraction of I_x(a, b), by the modified Lentz algorithm.
///
/// Its terms are written with `a y - b x`, the distance from the mean, so nothing cancels for large a or b.
fn fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let distance = a * y - b * x;
    let mut value = away_from_zero(a * (distance + 1.0) / (a + 1.0));
    let mut c = value;
    let mut d = 0.0;
    for m in 1..MAX_TERMS {
        let m = m as f64;
        let step = a + 2.0 * m - 1.0;
        let shared = m * (b - m) * x / step;
        let numerator = (a + m - 1.0) * (a + b + m - 1.0) / step * x * shared;
        let denominator = m + shared + (a + m) * (distance + 1.0 + m * (1.0 + y)) / (a + 2.0 * m + 1.0);
        d = 1.0 / away_from_zero(denominator + numerator * d);
        c = away_from_zero(denominator + numerator / c);
        let factor = c * d;
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
