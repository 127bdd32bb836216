//! Chance agreement of Brennan & Prediger's coefficient.

use super::coefficient::Chance;
use super::table::Table;
use crate::undefined::Undefined;

/// Brennan & Prediger (1981), weighted as in Gwet (2014, section 4.5): every category equally likely.
pub(super) fn chance(table: &Table) -> Result<Chance, Undefined> {
    let q = table.n_categories as f64;
    Ok(Chance { expected: table.weighting.total() / (q * q), of_category: None })
}
