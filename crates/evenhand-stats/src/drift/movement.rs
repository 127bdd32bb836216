//! Whether an evaluator's severity moved at all.

use super::table::Severity;
use crate::benjamini_hochberg::benjamini_hochberg;
use crate::distribution::ChiSquared;
use crate::sum::sum_of;

/// The one test that decides whether an evaluator's severity moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MovementTest {
    /// The probability of severities that differ more between rounds if they are all the same but for error.
    pub p: f64,
    /// The same after Benjamini & Hochberg (1995), over all evaluators tested.
    pub p_adjusted: f64,
}

/// The probability of severities further apart than these if they are the same in all rounds: the weighted sum of squared
/// deviations from their mean on one degree of freedom less than rounds (Cochran 1954); `None` for fewer than two rounds.
pub(super) fn same_in_all_rounds(severities: &[Severity]) -> Option<f64> {
    let weight = |severity: &Severity| 1.0 / (severity.se * severity.se);
    let df = severities.len().checked_sub(1).filter(|df| *df > 0)?;
    let total = sum_of(severities.iter().map(weight));
    let mean = sum_of(severities.iter().map(|s| weight(s) * s.value)) / total;
    let q = sum_of(severities.iter().map(|s| weight(s) * (s.value - mean) * (s.value - mean)));
    ChiSquared::new(df as f64).map(|chi_squared| chi_squared.sf(q))
}

/// Adjusts the tests of all evaluators who could be tested.
pub(super) fn adjusted(p_values: &[Option<f64>]) -> Vec<Option<MovementTest>> {
    let known: Vec<f64> = p_values.iter().flatten().copied().collect();
    let mut adjusted = benjamini_hochberg(&known).into_iter();
    let test = |p: &Option<f64>| {
        let p = (*p)?;
        Some(MovementTest { p, p_adjusted: adjusted.next().unwrap_or(1.0) })
    };
    p_values.iter().map(test).collect()
}
