//! Why a statistic has no value.

use std::fmt;

/// The reason a statistic is undefined for the data it was given.
///
/// A function that cannot answer returns one of these instead of `NaN` or a zero that looks like a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undefined {
    /// Fewer units (rows, pairs or observations, as the function says) than the statistic needs.
    TooFewUnits {
        /// The smallest number that would do.
        needed: usize,
        /// The number that was given.
        found: usize,
    },
    /// Every unit was scored by one evaluator only, so agreement cannot be seen.
    OneEvaluator,
    /// Fewer than two indicators are left to compare with each other.
    TooFewIndicators {
        /// The number that was left.
        found: usize,
    },
    /// The values do not vary where the statistic divides by their variation.
    NoVariance,
    /// The table is not complete: its length does not agree with the shape that was stated.
    NotComplete,
    /// All values belong to one cluster, so the variation between clusters cannot be seen.
    OneCluster,
    /// What is to be compared is not linked by common evaluators, or was never observed.
    NotLinked,
    /// The problem is larger than the method accepts.
    TooLarge {
        /// The largest accepted size.
        limit: usize,
        /// The size that was given.
        found: usize,
    },
    /// A value is infinite or not a number.
    NotFinite,
    /// A value is negative where the statistic needs a ratio scale.
    Negative,
    /// An evaluator scored the same unit twice.
    Duplicate,
    /// A score is not among the categories of the scale that was given.
    NotOnScale,
    /// Agreement weights are not symmetric, not between 0 and 1, not 1 for equal categories, or of the wrong size.
    InvalidWeights,
    /// A parameter (a number of factors, of resamples, a share) lies outside what the method allows.
    InvalidParameter,
    /// The indicators fall into fewer groups, or smaller ones, than the model needs to be identified.
    TooFewGroups {
        /// The smallest number that would do.
        needed: usize,
        /// The number that was given.
        found: usize,
    },
    /// The iteration did not reach a solution.
    NotConverged,
    /// Only one level of a grouping factor was observed, so the variance between its levels cannot be seen.
    OneLevel {
        /// The position of the factor among those given.
        factor: usize,
    },
    /// A grouping factor has as many levels as there are observations: its effects cannot be told from residuals.
    Saturated {
        /// The position of the factor among those given.
        factor: usize,
        /// The number of its observed levels.
        levels: usize,
        /// The number of observations.
        observations: usize,
    },
    /// The caller asked to stop before there was an answer.
    Cancelled,
    /// Two parts of a model say the same, so that their effects cannot be told apart.
    Aliased,
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFewUnits { needed, found } => {
                write!(f, "too few units: {needed} needed, {found} found")
            }
            Self::OneEvaluator => f.write_str("only one evaluator scored each unit"),
            Self::TooFewIndicators { found } => write!(f, "too few indicators: 2 needed, {found} found"),
            Self::NoVariance => f.write_str("the values do not vary"),
            Self::NotComplete => f.write_str("the table is not complete"),
            Self::OneCluster => f.write_str("all values belong to one cluster"),
            Self::NotLinked => f.write_str("the units are not linked by common evaluators"),
            Self::TooLarge { limit, found } => write!(f, "too large: at most {limit}, {found} found"),
            Self::NotFinite => f.write_str("a value is not finite"),
            Self::Negative => f.write_str("a value is negative on a ratio scale"),
            Self::Duplicate => f.write_str("an evaluator scored the same unit twice"),
            Self::NotOnScale => f.write_str("a score is not on the scale"),
            Self::InvalidWeights => f.write_str("the agreement weights are not valid"),
            Self::InvalidParameter => f.write_str("a parameter is out of range"),
            Self::TooFewGroups { needed, found } => {
                write!(f, "too few groups of indicators: {needed} needed, {found} found")
            }
            Self::NotConverged => f.write_str("the iteration did not converge"),
            Self::OneLevel { factor } => write!(f, "only one level of factor {factor} was observed"),
            Self::Saturated { factor, levels, observations } => {
                write!(
                    f,
                    "factor {factor} has {levels} levels, but there are only {observations} observations"
                )
            }
            Self::Cancelled => f.write_str("stopped before there was an answer"),
            Self::Aliased => f.write_str("two parts of the model cannot be told apart"),
        }
    }
}

impl std::error::Error for Undefined {}

/// Refuses values that are infinite or not a number.
pub(crate) fn check_finite(values: &[f64]) -> Result<(), Undefined> {
    if values.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(Undefined::NotFinite) }
}
