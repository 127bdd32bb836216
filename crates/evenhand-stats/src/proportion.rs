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
