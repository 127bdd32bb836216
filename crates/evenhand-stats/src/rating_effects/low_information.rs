//! Low information: scores that say little because they are nearly always the same.

use crate::distribution::Normal;
use crate::entropy::entropy;
use crate::estimate::{Estimate, Interval, Level};
use crate::undefined::Undefined;

/// The entropy of an evaluator's scores against the panel's, in bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LowInformation {
    /// Of the evaluator's scores.
    pub own: Estimate,
    /// Of the panel's scores.
    pub panel: Estimate,
    /// Evaluator less panel: negative for low information. `n` is the number of all scores.
    pub difference: Estimate,
    /// The two-sided p of no difference by the normal distribution; `None` without variation.
    pub p: Option<f64>,
}

/// Compares the entropy of an evaluator's scores with that of the others' scores.
///
/// Both have the correction of [`entropy`](crate::entropy()) for their number; scores are taken as independent.
///
/// # Errors
/// `TooFewUnits` below two scores of either; `NotFinite`.
pub fn low_information(own: &[f64], panel: &[f64], level: Level) -> Result<LowInformation, Undefined> {
    let (own, panel) = (entropy(own, level)?, entropy(panel, level)?);
    let value = own.value - panel.value;
    let square = |estimate: &Estimate| estimate.se.map_or(0.0, |se| se * se);
    let se = (square(&own) + square(&panel)).sqrt();
    let varies = se > 1e-9;
    let interval = Interval::around(value, se, Normal.critical(level), level).filter(|_| varies);
    Ok(LowInformation {
        own,
        panel,
        difference: Estimate { value, se: Some(se), interval, n: own.n + panel.n },
        p: varies.then(|| 2.0 * Normal.sf((value / se).abs())),
    })
}
