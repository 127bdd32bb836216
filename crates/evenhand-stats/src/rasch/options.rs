//! What is asked of a many-facet Rasch model.

use super::data::RaschData;
use crate::undefined::Undefined;

/// Which ratings share the thresholds between categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScaleModel {
    /// All ratings share one set of thresholds (Andrich 1978).
    RatingScale,
    /// Every element of a facet has thresholds of its own (Masters 1982).
    PartialCredit {
        /// The position of the facet.
        facet: usize,
    },
}

/// What becomes of a category inside the scale that no calibrated rating falls in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unobserved {
    /// It is taken out: the categories above it move down by one step.
    Renumber,
    /// It stays as a step of the scale that has probability 0; the threshold above it is the mean over the gap.
    Keep,
}

/// A correction of the measures for the bias of joint maximum likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BiasCorrection {
    /// Measures as they are estimated.
    None,
    /// All measures, thresholds and conditional standard errors are multiplied by `(n - p) / n`, with n ratings and p free
    /// parameters, and joint standard errors by the root of it: the ratings vary about the fit by that factor less than
    /// about the truth, so the information is too small by it, and the variance of what is estimated, which is that of the
    /// slopes over the squared information, is the inverse of the information over the factor.
    ///
    /// On complete data of N persons by L dichotomous items that is `(N - 1)(L - 1) / (N L)`, the correction of Wright &
    /// Douglas (1977) for persons and for items. Not with anchors, which fix the unit.
    Shrink,
}

/// How uncertain measures are said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RaschErrors {
    /// Standard errors with all other measures taken as known, as Facets prints them.
    Conditional,
    /// Those, and beside them standard errors from the whole information matrix, which count that all other
    /// measures are estimated too.
    Joint,
}

/// How a many-facet Rasch model is fitted.
///
/// ```
/// use evenhand_stats::{RaschOptions, ScaleModel};
/// let options = RaschOptions { model: ScaleModel::PartialCredit { facet: 2 }, ..RaschOptions::default() };
/// assert_eq!(options.extreme_adjustment, 0.3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschOptions {
    /// Which ratings share thresholds.
    pub model: ScaleModel,
    /// The position of the facet that is not centred: its mean takes up the level of all ratings.
    pub noncentred: usize,
    /// The rating points by which an extreme score is moved inward to have a measure; between 0 and 0.5.
    pub extreme_adjustment: f64,
    /// What becomes of categories that are not observed.
    pub unobserved: Unobserved,
    /// Whether measures are corrected for bias.
    pub bias_correction: BiasCorrection,
    /// Which standard errors are computed.
    pub errors: RaschErrors,
    /// The largest difference between an observed and an expected score that counts as none, in rating points.
    pub score_tolerance: f64,
    /// The largest change of a measure in the last iteration that counts as none, in logits.
    pub logit_tolerance: f64,
    /// The most Newton iterations.
    pub max_iterations: usize,
}

impl Default for RaschOptions {
    fn default() -> Self {
        Self {
            model: ScaleModel::RatingScale,
            noncentred: 0,
            extreme_adjustment: 0.3,
            unobserved: Unobserved::Renumber,
            bias_correction: BiasCorrection::None,
            errors: RaschErrors::Conditional,
            score_tolerance: 1e-6,
            logit_tolerance: 1e-8,
            max_iterations: 100,
        }
    }
}

impl RaschOptions {
    /// Refuses values that no fit could use; `n_facets` is the number of facets of the data.
    pub(super) fn check(&self, n_facets: usize) -> Result<(), Undefined> {
        let positive = |value: f64| value > 0.0 && value.is_finite();
        let facet = match self.model {
            ScaleModel::RatingScale => 0,
            ScaleModel::PartialCredit { facet } => facet,
        };
        let valid = facet < n_facets
            && self.noncentred < n_facets
            && positive(self.extreme_adjustment)
            && self.extreme_adjustment < 0.5
            && positive(self.score_tolerance)
            && positive(self.logit_tolerance)
            && self.max_iterations > 0;
        if valid { Ok(()) } else { Err(Undefined::InvalidParameter) }
    }
}

/// The scale of every rating; empty where all ratings share one.
pub(super) fn scale_codes<'a>(options: &RaschOptions, data: &RaschData<'a>) -> &'a [u32] {
    match options.model {
        ScaleModel::RatingScale => &[],
        ScaleModel::PartialCredit { facet } => data.facets[facet].codes,
    }
}

/// The number of scales.
pub(super) fn n_scales(options: &RaschOptions, data: &RaschData<'_>) -> usize {
    match options.model {
        ScaleModel::RatingScale => 1,
        ScaleModel::PartialCredit { facet } => data.facets[facet].n_elements,
    }
}
