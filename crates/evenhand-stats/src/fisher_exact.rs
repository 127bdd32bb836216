//! Fisher's exact test of two shares.

use crate::undefined::Undefined;

/// Tables as likely as the observed one count as at least as extreme, whatever rounding says.
const TIES: f64 = 1.0 + 1e-7;

/// The two-sided p of equal shares, each given as `[successes, trials]`: the probability, given all margins, of tables no
/// more likely than the one observed (Fisher 1935; Freeman & Halton 1951).
///
/// It never errs more often than it says, however rare the successes are. `None` where all or none of the trials
/// succeed, as there is only one table then.
///
/// ```
/// use evenhand_stats::fisher_exact;
/// // Fisher (1935), The logic of inductive inference: 10 of 13 against 2 of 17. R 4.3 fisher.test: p = 0.0005367.
/// let p = fisher_exact([10, 13], [2, 17])?;
/// assert!(p.is_some_and(|p| (p - 0.0005367).abs() < 5e-8));
/// # Ok::<(), evenhand_stats::Undefined>(())
/// ```
///
/// # Errors
/// `TooFewUnits` without trials of either; `InvalidParameter` for more successes than trials.
pub fn fisher_exact(first: [usize; 2], second: [usize; 2]) -> Result<Option<f64>, Undefined> {
    for [successes, trials] in [first, second] {
        if trials == 0 {
            return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
        }
        if successes > trials {
            return Err(Undefined::InvalidParameter);
        }
    }
    let (a, n) = (first[0], first[1]);
    let successes = a + second[0];
    let all = n + second[1];
    if successes == 0 || successes == all {
        return Ok(None);
    }
    let (low, high) = (successes.saturating_sub(second[1]), successes.min(n));
    let logs: Vec<f64> =
        (low..=high).map(|x| log_choose(n, x) + log_choose(second[1], successes - x)).collect();
    let most = logs.iter().fold(f64::NEG_INFINITY, |most, log| most.max(*log));
    let weights: Vec<f64> = logs.iter().map(|log| libm::exp(log - most)).collect();
    let limit = weights[a - low] * TIES;
    let extreme: f64 = weights.iter().filter(|weight| **weight <= limit).sum();
    Ok(Some((extreme / weights.iter().sum::<f64>()).min(1.0)))
}

fn log_choose(n: usize, k: usize) -> f64 {
    let log_factorial = |n: usize| libm::lgamma(n as f64 + 1.0);
    log_factorial(n) - log_factorial(k) - log_factorial(n - k)
}
