//! The measure of one element of a facet.

use super::fit_statistics::ElementFit;

/// How an element came by its measure, or why it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementStatus {
    /// The measure is estimated.
    Calibrated,
    /// The measure was given.
    Anchored,
    /// All ratings are the lowest that were possible: the measure belongs to a score moved inward.
    Lowest,
    /// All ratings are the highest that were possible: the measure belongs to a score moved inward.
    Highest,
    /// The ratings say nothing of the measure, being all on scales of one category or of elements that are extreme
    /// themselves.
    Uninformative,
    /// There is no rating.
    Unobserved,
}

impl ElementStatus {
    /// Whether the element took part in the calibration.
    pub fn is_calibrated(self) -> bool {
        matches!(self, Self::Calibrated | Self::Anchored)
    }

    /// Whether all ratings of the element are the lowest or the highest.
    pub fn is_extreme(self) -> bool {
        matches!(self, Self::Lowest | Self::Highest)
    }
}

/// A measure in logits with what follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschMeasure {
    /// The measure, in logits, in the direction of its facet.
    pub value: f64,
    /// Its standard error with all other measures taken as known; `None` for an anchor that has no information.
    pub se: Option<f64>,
    /// Its standard error with all other measures estimated as well; `None` unless asked for, and for anchored and
    /// extreme elements, unlinked designs and group anchors.
    pub joint_se: Option<f64>,
    /// The rating this element would average with an element of mean measure in every other facet, in the units of
    /// the ratings.
    pub fair_average: f64,
}

/// What is known of one element of a facet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschElement {
    /// How the measure was found, or why there is none.
    pub status: ElementStatus,
    /// The number of ratings.
    pub n: usize,
    /// The sum of their weights.
    pub weight: f64,
    /// Their weighted mean; `None` without ratings.
    pub observed_average: Option<f64>,
    /// The measure; `None` where the status says so.
    pub measure: Option<RaschMeasure>,
    /// The fit of the ratings that took part in the calibration; `None` for extreme elements.
    pub fit: Option<ElementFit>,
    /// The subset of the facet's elements that can be compared with this one; `None` unless it was calibrated.
    pub subset: Option<u32>,
}
