//! Chance agreement of Fleiss' kappa, generalised to weights and missing scores.

use super::coefficient::Chance;
use super::table::Table;
use crate::undefined::Undefined;

/// Fleiss (1971), generalised as in Gwet (2014, section 4.5): `sum over k, l of w_kl p_k p_l`.
pub(super) fn chance(table: &Table, weights: &[f64]) -> Result<Chance, Undefined> {
    let shares = table.shares(weights);
    let credit = table.weighting.apply_all(&shares);
    let expected = credit.iter().zip(&shares).map(|(credit, p)| credit * p).sum();
    Ok(Chance { expected, of_category: Some(credit) })
}
