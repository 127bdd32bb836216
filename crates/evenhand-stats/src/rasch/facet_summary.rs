//! What a facet shows as a whole.

use super::element::RaschElement;
use super::fit::RaschFit;
use super::homogeneity::Homogeneity;
use super::separation::{Separation, separation};
use crate::undefined::Undefined;

/// How far the elements of a facet differ, and how surely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FacetSpread {
    /// Separation, strata and reliability.
    pub separation: Separation,
    /// Whether all measures are the same but for error.
    pub fixed: Option<Homogeneity>,
    /// Whether the measures are a sample from a normal distribution; `None` where they vary less than their errors or
    /// there are fewer than three.
    pub random: Option<Homogeneity>,
}

/// The summary of a facet, with and without its extreme elements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FacetSummary {
    /// Over all elements with a measure.
    pub with_extremes: FacetSpread,
    /// Over the elements that took part in the calibration.
    pub without_extremes: FacetSpread,
}

impl RaschFit {
    /// Compares the elements of a facet.
    ///
    /// # Errors
    /// `NotComplete` if there is no such facet, `NotLinked` if its elements fall into several subsets that cannot be
    /// compared, and as [`separation`].
    pub fn facet_summary(&self, facet: usize) -> Result<FacetSummary, Undefined> {
        let elements = self.facets.get(facet).ok_or(Undefined::NotComplete)?;
        if self.n_subsets[facet] > 1 {
            return Err(Undefined::NotLinked);
        }
        Ok(FacetSummary {
            with_extremes: spread(elements.iter())?,
            without_extremes: spread(elements.iter().filter(|element| element.status.is_calibrated()))?,
        })
    }

    /// Compares the elements of one subset of a facet, none of which is extreme.
    ///
    /// # Errors
    /// `NotComplete` if there is no such facet, and as [`separation`].
    pub fn subset_spread(&self, facet: usize, subset: u32) -> Result<FacetSpread, Undefined> {
        let elements = self.facets.get(facet).ok_or(Undefined::NotComplete)?;
        spread(elements.iter().filter(|element| element.subset == Some(subset)))
    }
}

fn spread<'a>(elements: impl Iterator<Item = &'a RaschElement>) -> Result<FacetSpread, Undefined> {
    let (measures, errors): (Vec<f64>, Vec<f64>) = elements
        .filter_map(|element| element.measure)
        .filter_map(|measure| Some((measure.value, measure.se?)))
        .unzip();
    Ok(FacetSpread {
        separation: separation(&measures, &errors)?,
        fixed: Homogeneity::fixed(&measures, &errors),
        random: Homogeneity::random(&measures, &errors),
    })
}
