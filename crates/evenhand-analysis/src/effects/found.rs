//! What a comparison of an evaluator with colleagues gives, before it is adjusted for the number of comparisons.

use evenhand_protocol::{Estimate, Reason};

/// Fewest providers, or score sheets, behind a comparison whose uncertainty comes from leaving them out one by one.
pub(super) const FEWEST: usize = 8;

/// A comparison.
pub(super) struct Found {
    pub(super) own: f64,
    pub(super) panel: f64,
    pub(super) contrast: Estimate,
    pub(super) p: Option<f64>,
}

/// Refuses scores of fewer than [`FEWEST`] different providers; returns their number.
pub(super) fn enough_providers(providers: &[u32]) -> Result<usize, Reason> {
    let mut distinct = providers.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    enough(distinct.len())
}

/// Refuses fewer than [`FEWEST`].
pub(super) fn enough(found: usize) -> Result<usize, Reason> {
    if found < FEWEST {
        Err(Reason::TooFewUnits { needed: FEWEST as u32, found: found as u32 })
    } else {
        Ok(found)
    }
}
