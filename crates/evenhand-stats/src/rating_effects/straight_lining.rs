//! Straight-lining: score sheets with one value on all indicators.

use crate::estimate::{Estimate, Level};
use crate::item_table::ItemTable;
use crate::proportion::{ShareDifference, proportion, share_difference};
use crate::undefined::Undefined;

/// The share of score sheets with one value throughout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StraightLining {
    /// Of the evaluator; `n` is the number of sheets with enough scores.
    pub own: Estimate,
    /// Of the panel.
    pub panel: Estimate,
    /// Evaluator less panel.
    pub difference: ShareDifference,
}

/// The share of an evaluator's score sheets with the same raw score on all indicators, against the panel's.
///
/// Sheets with fewer than `at_least` scores do not count, as few scores are easily equal by chance; three is a sensible
/// number. Where providers are truly alike on all indicators the panel has straight sheets too, which is why the
/// difference counts.
///
/// # Errors
/// `InvalidParameter` for `at_least` below two; `TooFewUnits` if either has no sheet with enough scores.
pub fn straight_lining(
    own: &ItemTable,
    panel: &ItemTable,
    at_least: usize,
    level: Level,
) -> Result<StraightLining, Undefined> {
    if at_least < 2 {
        return Err(Undefined::InvalidParameter);
    }
    let count = |table: &ItemTable| {
        let (mut straight, mut sheets) = (0, 0);
        for row in table.rows() {
            let mut scores = row.iter().filter(|score| !score.is_nan());
            let n = scores.clone().count();
            if n >= at_least {
                sheets += 1;
                let first = scores.next();
                straight += usize::from(scores.all(|score| Some(score) == first));
            }
        }
        (straight, sheets)
    };
    let ((a, n_own), (b, n_panel)) = (count(own), count(panel));
    Ok(StraightLining {
        own: proportion(a, n_own, level)?,
        panel: proportion(b, n_panel, level)?,
        difference: share_difference([a, n_own], [b, n_panel], level)?,
    })
}
