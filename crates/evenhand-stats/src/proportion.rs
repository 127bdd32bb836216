//! Shares with Wilson's interval.

use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::Undefined;

/// The share of successes among trials with the score interval of Wilson (1927), which stays within 0 and 1 and exists
/// for shares of 0 and 1 too; `n` is the number of trials.
///
/// ```
/// use evenhand_stats::{Level, proportion};
/// // Newcombe (1998), table I: 15 of 148 gives .0624 to .1605.
/// let share = proportion(15, 148, Level::P95)?;
/// assert!(share.interval.is_some_and(|i| (i.low - 0.0624).abs() < 5e-5 && (i.high - 0.1605).abs() < 5e-5));
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `TooFewUnits` without trials; `InvalidParameter` for more successes than trials.
pub fn proportion(successes: usize, trials: usize, level: Level) -> Result<Estimate, Undefined> {
    if trials == 0 {
        return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
    }
    if successes > trials {
        return Err(Undefined::InvalidParameter);
    }
    let n = trials as f64;
    let p = successes as f64 / n;
    let z = Normal.critical(level);
    let centre = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    let interval = Interval::finite((centre - half).max(0.0), (centre + half).min(1.0), level);
    Ok(Estimate { value: p, se: Some((p * (1.0 - p) / n).sqrt()), interval, n: trials })
}

/// The difference of two independent shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareDifference {
    /// First minus second; `n` is the number of all trials.
    pub difference: Estimate,
    /// The two-sided p of equal shares, by the score test; `None` where all or none of the trials succeed.
    pub p: Option<f64>,
}

/// The difference of two independent shares, each given as `[successes, trials]`.
///
/// The interval combines the Wilson limits of both (Newcombe 1998, Interval estimation for the difference between
/// independent proportions, method 10); p is that of the score test, Pearson's chi-squared without correction.
///
/// # Errors
/// As [`proportion`] of either.
pub fn share_difference(
    first: [usize; 2],
    second: [usize; 2],
    level: Level,
) -> Result<ShareDifference, Undefined> {
    let (a, b) = (proportion(first[0], first[1], level)?, proportion(second[0], second[1], level)?);
    let value = a.value - b.value;
    let interval = a.interval.zip(b.interval).and_then(|(x, y)| {
        let below = libm::hypot(a.value - x.low, y.high - b.value);
        let above = libm::hypot(x.high - a.value, b.value - y.low);
        Interval::finite(value - below, value + above, level)
    });
    let n = first[1] + second[1];
    let pooled = (first[0] + second[0]) as f64 / n as f64;
    let spread = pooled * (1.0 - pooled) * (1.0 / first[1] as f64 + 1.0 / second[1] as f64);
    let p = (spread > 0.0).then(|| 2.0 * Normal.sf((value / spread.sqrt()).abs()));
    let se = a.se.zip(b.se).map(|(a, b)| libm::hypot(a, b));
    Ok(ShareDifference { difference: Estimate { value, se, interval, n }, p })
}
