//! Chance agreement of Gwet's AC1 and AC2.

use super::coefficient::Chance;
use super::table::Table;
use crate::undefined::Undefined;

/// Gwet (2008; 2014, section 4.5): the share of pairs that hard-to-score units would make agree by chance,
/// `sum of weights / (q (q - 1)) * sum over k of p_k (1 - p_k)`.
pub(super) fn chance(table: &Table, weights: &[f64]) -> Result<Chance, Undefined> {
    let shares = table.shares(weights);
    let q = table.n_categories as f64;
    if table.n_categories < 2 {
        return Err(Undefined::NoVariance);
    }
    let factor = table.weighting.total() / (q * (q - 1.0));
    let expected = factor * shares.iter().map(|p| p * (1.0 - p)).sum::<f64>();
    Ok(Chance { expected, of_category: Some(shares.iter().map(|p| factor * (1.0 - p)).collect()) })
}
