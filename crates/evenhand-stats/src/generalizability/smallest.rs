//! The smallest designs that are dependable enough.

use super::d_study::{SurfacePoint, Universe, d_study_surface};
use super::g_study::FacetComponent;
use crate::undefined::Undefined;

/// Which coefficient has to reach the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DStudyCoefficient {
    /// E-rho², for decisions that compare objects with each other.
    Relative,
    /// Phi, for decisions that compare objects with a standard.
    Absolute,
}

impl DStudyCoefficient {
    fn of(self, point: &SurfacePoint) -> f64 {
        match self {
            Self::Relative => point.study.e_rho2,
            Self::Absolute => point.study.phi,
        }
    }
}

/// The designs that reach a target and cannot be made smaller.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallestDesigns {
    /// The designs of which no size can be lowered, in the order of their sizes; empty if none reaches the target.
    pub minimal: Vec<SurfacePoint>,
    /// The one with the fewest scores for each object; of several the one with fewer levels of the first facets.
    pub fewest_scores: Option<SurfacePoint>,
}

/// The smallest numbers of levels, up to a largest for each facet, with which a coefficient reaches a target.
///
/// `largest[f]` is the most levels of facet f to consider, from 1 on; a facet of the object counts once, and a
/// fixed facet keeps its number. Coefficients never fall as sizes grow, so all that reach the target lie above
/// the minimal designs (Brennan 2001, section 4.1).
///
/// # Errors
/// Those of [`d_study_surface`].
pub fn smallest_designs(
    components: &[FacetComponent],
    universe: &Universe,
    largest: &[usize],
    coefficient: DStudyCoefficient,
    target: f64,
) -> Result<SmallestDesigns, Undefined> {
    let sizes = |(facet, largest): (usize, &usize)| -> Vec<usize> {
        if universe.object.contains(facet) {
            vec![1]
        } else if universe.fixed.contains(facet) {
            vec![*largest]
        } else {
            (1..=*largest).collect()
        }
    };
    let lists: Vec<Vec<usize>> = largest.iter().enumerate().map(sizes).collect();
    let lists: Vec<&[usize]> = lists.iter().map(Vec::as_slice).collect();
    let mut minimal: Vec<SurfacePoint> = Vec::new();
    for point in d_study_surface(components, universe, &lists)? {
        // Points come in the order of their sizes, so only earlier ones can lie below this one.
        let reaches = coefficient.of(&point) >= target;
        if reaches && !minimal.iter().any(|smaller| below(smaller, &point)) {
            minimal.push(point);
        }
    }
    let scores = |point: &SurfacePoint| point.sizes.iter().fold(1_usize, |n, size| n.saturating_mul(*size));
    let fewest_scores = minimal.iter().min_by_key(|point| scores(point)).cloned();
    Ok(SmallestDesigns { minimal, fewest_scores })
}

fn below(smaller: &SurfacePoint, point: &SurfacePoint) -> bool {
    smaller.sizes.iter().zip(&point.sizes).all(|(a, b)| a <= b)
}
