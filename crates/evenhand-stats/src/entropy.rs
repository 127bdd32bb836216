//! How much information scores carry.

use crate::categories::Categories;
use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::{Undefined, check_finite};

/// The entropy of the distribution of scores over their distinct values, in bits: 0 where all are equal, the logarithm
/// of their number where all values are equally frequent.
///
/// The plug-in value with the correction of Miller (1955), `(m - 1) / (2 n ln 2)` for m values that occur, its
/// large-sample standard error (Basharin 1959) and the normal interval, cut at 0; `n` is the number of scores. There is
/// no interval where the values are all equal or equally frequent, as the standard error is then 0.
///
/// # Errors
/// `TooFewUnits` below two scores; `NotFinite`.
pub fn entropy(scores: &[f64], level: Level) -> Result<Estimate, Undefined> {
    check_finite(scores)?;
    if scores.len() < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: scores.len() });
    }
    let categories = Categories::observed(scores);
    let mut counts = vec![0.0; categories.len()];
    for category in &categories.of {
        counts[*category as usize] += 1.0;
    }
    let n = scores.len() as f64;
    let plug_in: f64 = counts.iter().map(|count| -count / n * libm::log2(count / n)).sum();
    let squares: f64 = counts.iter().map(|count| count / n * square(libm::log2(count / n))).sum();
    let correction = (counts.len() - 1) as f64 / (2.0 * n * std::f64::consts::LN_2);
    let value = plug_in + correction;
    let se = ((squares - plug_in * plug_in).max(0.0) / n).sqrt();
    let around = Interval::around(value, se, Normal.critical(level), level);
    let interval = around.filter(|_| se > 1e-9).map(|i| Interval { low: i.low.max(0.0), ..i });
    Ok(Estimate { value, se: Some(se), interval, n: scores.len() })
}

fn square(x: f64) -> f64 {
    x * x
}
