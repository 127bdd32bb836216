//! Loader's saddle-point expansion: densities without the cancellation of large logarithms.
//!
//! Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.

use std::f64::consts::PI;

/// The natural logarithm of the square root of 2 pi.
const LN_SQRT_2PI: f64 = 0.918_938_533_204_672_741_780_329_736_406;

/// From here on seven terms of Stirling's series are exact to double precision.
const SERIES_FROM: f64 = 15.0;

/// Coefficients of Stirling's series, B(2j) / (2j (2j - 1)), in odd powers of 1/n.
const STIRLING: [f64; 7] =
    [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];

/// The error of Stirling's formula, `ln n! - ln(sqrt(2 pi n) (n / e)^n)`, for real n > 0.
fn stirling_error(n: f64) -> f64 {
    if n < SERIES_FROM {
        return libm::lgamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - LN_SQRT_2PI;
    }
    let inverse = 1.0 / n;
    let square = inverse * inverse;
    STIRLING.iter().rev().fold(0.0, |tail, coefficient| coefficient + square * tail) * inverse
}

/// The deviance part `x ln(x / m) + m - x`, for x, m > 0 and their `distance` x - m.
///
/// The caller passes the distance, because it may know it to more digits than x and m still hold.
fn deviance(x: f64, m: f64, distance: f64) -> f64 {
    if distance.abs() >= 0.1 * (x + m) {
        return x * libm::log(x / m) - distance;
    }
    // Near x = m the two terms cancel; the series in v = (x - m) / (x + m) does not.
    let v = distance / (x + m);
    let square = v * v;
    let mut total = distance * v;
    let mut power = 2.0 * x * v;
    let mut odd = 1.0;
    loop {
        power *= square;
        odd += 2.0;
        let next = total + power / odd;
        if next == total || odd > 1000.0 {
            return next;
        }
        total = next;
    }
}

/// `x^a e^-x / Gamma(a + 1)`, the Poisson probability of a real count a > 0 under mean x > 0.
pub(super) fn poisson(a: f64, x: f64) -> f64 {
    libm::exp(-stirling_error(a) - deviance(a, x, a - x)) / (2.0 * PI * a).sqrt()
}

/// `x^a y^b Gamma(a + b + 1) / (Gamma(a + 1) Gamma(b + 1))` with y = 1 - x: the binomial probability of real
/// counts a, b > 0.
///
/// The caller passes both x and y, because 1 - x loses the digits of whichever is small.
pub(super) fn binomial(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let n = a + b;
    // Equal to a - n x, without the rounding of n x where a is small beside b.
    let distance = a * y - b * x;
    let exponent = stirling_error(n)
        - stirling_error(a)
        - stirling_error(b)
        - deviance(a, n * x, distance)
        - deviance(b, n * y, -distance);
    // The quotient is taken in two steps: the product of a and b may overflow.
    libm::exp(exponent) * (n / (2.0 * PI * a)).sqrt() / b.sqrt()
}
