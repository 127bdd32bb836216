//! A G study: what the scores vary by.

use super::facet_set::FacetSet;
use crate::sum::sum_of;
use crate::undefined::{Undefined, check_finite};

/// The variance component of an effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FacetComponent {
    /// The facets in the effect's index.
    pub facets: FacetSet,
    /// The variance in squared units of the scores; a negative estimate counts as 0.
    pub variance: f64,
}

/// A component with its share of the variance of a single score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComponentShare {
    /// The facets in the effect's index.
    pub facets: FacetSet,
    /// The variance, not negative.
    pub variance: f64,
    /// Its part of the total in percent.
    pub percent: f64,
}

/// All components of a design with their shares.
#[derive(Debug, Clone, PartialEq)]
pub struct GStudy {
    /// The components in the order given.
    pub components: Vec<ComponentShare>,
    /// Their sum: the variance of a single score.
    pub total: f64,
}

/// The share of each component in the variance of a single score.
///
/// # Errors
/// `NotFinite` for such a variance, `NoVariance` if all are 0.
pub fn g_study(components: &[FacetComponent]) -> Result<GStudy, Undefined> {
    check_finite(&components.iter().map(|component| component.variance).collect::<Vec<f64>>())?;
    let total = sum_of(components.iter().map(|component| component.variance.max(0.0)));
    check_finite(&[total])?;
    if total <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let share = |component: &FacetComponent| {
        let variance = component.variance.max(0.0);
        ComponentShare { facets: component.facets, variance, percent: 100.0 * variance / total }
    };
    Ok(GStudy { components: components.iter().map(share).collect(), total })
}
