//! The regularised incomplete gamma function, for the chi-squared distribution.

use super::saddle_point::poisson;

/// Enough terms for shapes up to about 1e9; the series and the fraction stop long before at ordinary shapes.
const MAX_TERMS: usize = 500_000;

/// Replaces a denominator of exactly zero in the continued fraction (Lentz's algorithm as modified by Thompson
/// & Barnett 1986).
const TINY: f64 = 1e-300;

/// The lower and upper tails `(P(a, x), Q(a, x))` for a > 0 and x >= 0, each accurate where it is small.
///
/// Source: Abramowitz & Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction).
pub(super) fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    if x < a + 1.0 {
        let lower = (poisson(a, x) * series(a, x)).min(1.0);
        (lower, 1.0 - lower)
    } else {
        let upper = (poisson(a, x) * a * fraction(a, x)).min(1.0);
        (1.0 - upper, upper)
    }
}

/// `sum over j of x^j / ((a + 1) ... (a + j))`.
fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0;
    let mut total = 1.0;
    let mut denominator = a;
    for _ in 0..MAX_TERMS {
        denominator += 1.0;
        term *= x / denominator;
        total += term;
        if term < total * 1e-17 {
            break;
        }
    }
    total
}

/// The continued fraction `1 / (x + 1 - a - 1(1 - a) / (x + 3 - a - ...))`.
fn fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / away_from_zero(b);
    let mut value = d;
    for i in 1..MAX_TERMS {
        let i = i as f64;
        let numerator = -i * (i - a);
        b += 2.0;
        d = 1.0 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
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
