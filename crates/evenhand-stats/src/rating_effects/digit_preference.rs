//! Digit preference: values that an evaluator uses more or less than the panel does.

use crate::categories::Categories;
use crate::distribution::ChiSquared;
use crate::estimate::{Estimate, Level};
use crate::proportion::{ShareDifference, proportion, share_difference};
use crate::undefined::{Undefined, check_finite};

/// The smallest expected count of a cell (Cochran 1954).
const SMALLEST_EXPECTED: f64 = 5.0;

/// An evaluator's distribution over the values of the scale, against the panel's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DigitPreference {
    /// Pearson's chi-squared of the two distributions.
    pub chi_squared: f64,
    /// Its degrees of freedom, after neighbouring values with small counts were joined.
    pub df: usize,
    /// The probability of a value at least as large if both used the scale alike.
    pub p: f64,
    /// The share of the evaluator's scores on round values.
    pub own_round: Estimate,
    /// The same of the panel.
    pub panel_round: Estimate,
    /// Evaluator less panel.
    pub difference: ShareDifference,
}

/// Compares how an evaluator and the others use the values of the scale, and the share of multiples of `round_to`.
///
/// Neighbouring values are joined until every expected count is at least 5. A difference in level shows here too, so the
/// share of round values is the sharper sign of digit preference, and the chi-squared tells more after severity is
/// known.
///
/// # Errors
/// `TooFewUnits` if either has no score, or too few for two groups of values; `NotFinite`; `InvalidParameter` unless
/// `round_to` is positive.
pub fn digit_preference(
    own: &[f64],
    panel: &[f64],
    round_to: f64,
    level: Level,
) -> Result<DigitPreference, Undefined> {
    check_finite(own)?;
    check_finite(panel)?;
    if round_to <= 0.0 || !round_to.is_finite() {
        return Err(Undefined::InvalidParameter);
    }
    let fewest = own.len().min(panel.len());
    if fewest == 0 {
        return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
    }
    let cells = joined(own, panel);
    if cells.len() < 2 {
        return Err(Undefined::TooFewUnits { needed: 2 * SMALLEST_EXPECTED as usize, found: fewest });
    }
    let share = own.len() as f64 / (own.len() + panel.len()) as f64;
    let chi_squared: f64 = cells
        .iter()
        .flat_map(|[a, b]| [(a, share * (a + b)), (b, (1.0 - share) * (a + b))])
        .map(|(found, expected)| (found - expected) * (found - expected) / expected)
        .sum();
    let df = cells.len() - 1;
    // A score is round if it is a multiple but for rounding.
    let is_round = |score: &&f64| {
        let multiple = **score / round_to;
        (multiple - multiple.round()).abs() < 1e-9 * multiple.abs().max(1.0)
    };
    let count = |scores: &[f64]| scores.iter().filter(is_round).count();
    Ok(DigitPreference {
        chi_squared,
        df,
        p: ChiSquared::new(df as f64).ok_or(Undefined::NotFinite)?.sf(chi_squared),
        own_round: proportion(count(own), own.len(), level)?,
        panel_round: proportion(count(panel), panel.len(), level)?,
        difference: share_difference([count(own), own.len()], [count(panel), panel.len()], level)?,
    })
}

/// The counts of both over values, neighbours joined until the smaller expected count is large enough.
fn joined(own: &[f64], panel: &[f64]) -> Vec<[f64; 2]> {
    let all = [own, panel].concat();
    let categories = Categories::observed(&all);
    let mut counts = vec![[0.0; 2]; categories.len()];
    for (row, category) in categories.of.iter().enumerate() {
        counts[*category as usize][usize::from(row >= own.len())] += 1.0;
    }
    let smaller = own.len().min(panel.len()) as f64 / all.len() as f64;
    let mut cells: Vec<[f64; 2]> = Vec::new();
    let mut open = [0.0; 2];
    for count in counts {
        open = [open[0] + count[0], open[1] + count[1]];
        if smaller * (open[0] + open[1]) >= SMALLEST_EXPECTED {
            cells.push(open);
            open = [0.0; 2];
        }
    }
    // What is left at the upper end joins the last cell.
    if let Some(last) = cells.last_mut() {
        *last = [last[0] + open[0], last[1] + open[1]];
    }
    cells
}
