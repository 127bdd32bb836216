//! Pearson's product-moment correlation.

use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::{magnitude, mean, sum_of, without_rounding};
use crate::undefined::{Undefined, check_finite};

/// The fewest pairs with a correlation: two pairs always lie on a line and say nothing.
const FEWEST_PAIRS: usize = 3;

/// Pearson's correlation of the pairs `(x[i], y[i])`, between -1 and 1.
///
/// Source: Pearson (1895), Note on regression and inheritance in the case of two parents.
///
/// # Errors
/// `NotComplete` if the slices differ in length, `TooFewUnits` below three pairs, `NotFinite`, and `NoVariance`
/// if either variable is constant.
pub fn pearson(x: &[f64], y: &[f64]) -> Result<f64, Undefined> {
    if x.len() != y.len() {
        return Err(Undefined::NotComplete);
    }
    if x.len() < FEWEST_PAIRS {
        return Err(Undefined::TooFewUnits { needed: FEWEST_PAIRS, found: x.len() });
    }
    let x = standardised(x)?;
    let y = standardised(y)?;
    Ok(sum_of(x.iter().zip(&y).map(|(x, y)| x * y)).clamp(-1.0, 1.0))
}

/// Pearson's correlation with the interval of Fisher's z transformation; `n` is the number of pairs.
///
/// The interval is `tanh(atanh(r) -/+ z / sqrt(n - 3))` (Fisher 1921, On the "probable error" of a coefficient of
/// correlation deduced from a small sample). It needs four pairs and a correlation other than 1 or -1, and is
/// absent otherwise.
///
/// # Errors
/// As [`pearson`].
pub fn pearson_estimate(x: &[f64], y: &[f64], level: Level) -> Result<Estimate, Undefined> {
    let r = pearson(x, y)?;
    let n = x.len();
    Ok(Estimate { value: r, se: None, interval: fisher_interval(r, n, level), n })
}

/// Fisher's interval of a correlation from `n` independent pairs; see [`pearson_estimate`].
pub(crate) fn fisher_interval(r: f64, n: usize, level: Level) -> Option<Interval> {
    if n < 4 || r.abs() >= 1.0 {
        return None;
    }
    let half_width = Normal.critical(level) / ((n - 3) as f64).sqrt();
    let z = libm::atanh(r);
    Interval::finite(libm::tanh(z - half_width), libm::tanh(z + half_width), level)
}

/// Deviations from the mean, scaled to a sum of squares of 1.
fn standardised(values: &[f64]) -> Result<Vec<f64>, Undefined> {
    check_finite(values)?;
    // Scaling to the largest magnitude keeps the squares of extreme values from overflowing or vanishing.
    let size = magnitude(values);
    if size == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let scaled: Vec<f64> = values.iter().map(|value| value / size).collect();
    let mean = mean(&scaled).ok_or(Undefined::NotFinite)?;
    let squares = sum_of(scaled.iter().map(|value| (value - mean) * (value - mean)));
    if without_rounding(squares, values.len(), 1.0) == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let norm = squares.sqrt();
    Ok(scaled.iter().map(|value| (value - mean) / norm).collect())
}
