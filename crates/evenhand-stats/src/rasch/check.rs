//! Refuses data that no model could be fitted to.

use super::data::{GroupAnchors, RaschData, RaschFacet};
use super::options::RaschOptions;
use crate::undefined::Undefined;

/// The most categories of a scale.
const MAX_CATEGORIES: usize = 256;

/// The largest measure an anchor may have, in logits.
const MAX_ANCHOR: f64 = 100.0;

/// # Errors
/// See [`rasch`](super::rasch).
pub(super) fn check(data: &RaschData<'_>, options: &RaschOptions) -> Result<(), Undefined> {
    let n = data.ratings.len();
    if data.facets.is_empty() {
        return Err(Undefined::InvalidParameter);
    }
    options.check(data.facets.len())?;
    if n < 2 {
        return Err(Undefined::TooFewUnits { needed: 2, found: n });
    }
    if n > u32::MAX as usize {
        return Err(Undefined::TooLarge { limit: u32::MAX as usize, found: n });
    }
    if let Some(weights) = data.weights {
        if weights.len() != n {
            return Err(Undefined::NotComplete);
        }
        if !weights.iter().all(|weight| weight.is_finite() && *weight > 0.0) {
            return Err(Undefined::InvalidWeights);
        }
    }
    let n_elements: usize = data.facets.iter().map(|facet| facet.n_elements).sum();
    if n_elements > (u32::MAX / 2) as usize {
        return Err(Undefined::TooLarge { limit: (u32::MAX / 2) as usize, found: n_elements });
    }
    for (index, facet) in data.facets.iter().enumerate() {
        check_facet(facet, n, index == options.noncentred)?;
    }
    check_categories(data.ratings)
}

fn check_facet(facet: &RaschFacet<'_>, n: usize, noncentred: bool) -> Result<(), Undefined> {
    if facet.codes.len() != n || facet.codes.iter().any(|code| *code as usize >= facet.n_elements) {
        return Err(Undefined::NotComplete);
    }
    let anchored = !facet.anchors.is_empty() || facet.groups.is_some();
    let valid = facet
        .anchors
        .iter()
        .all(|anchor| (anchor.element as usize) < facet.n_elements && anchor.measure.abs() <= MAX_ANCHOR);
    // The level of the ratings would be fixed twice.
    if (noncentred && anchored) || !valid {
        return Err(Undefined::InvalidParameter);
    }
    if let Some(groups) = facet.groups {
        let known = |group: &u32| *group == GroupAnchors::NONE || (*group as usize) < groups.means.len();
        if groups.group_of.len() != facet.n_elements || !groups.group_of.iter().all(known) {
            return Err(Undefined::NotComplete);
        }
        if !groups.means.iter().all(|mean| mean.abs() <= MAX_ANCHOR) {
            return Err(Undefined::InvalidParameter);
        }
    }
    Ok(())
}

/// Counts different ratings, without holding more of them than are allowed.
fn check_categories(ratings: &[u32]) -> Result<(), Undefined> {
    let mut seen: Vec<u32> = Vec::new();
    for rating in ratings {
        if let Err(place) = seen.binary_search(rating) {
            seen.insert(place, *rating);
            if seen.len() > MAX_CATEGORIES {
                return Err(Undefined::TooLarge { limit: MAX_CATEGORIES, found: seen.len() });
            }
        }
    }
    // A gap is walked through step by step.
    match (seen.first(), seen.last()) {
        (Some(low), Some(high)) if (high - low) as usize > MAX_CATEGORIES => {
            Err(Undefined::TooLarge { limit: MAX_CATEGORIES, found: (high - low) as usize })
        }
        _ => Ok(()),
    }
}
