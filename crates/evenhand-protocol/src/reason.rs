use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// A value, or the typed reason why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome<T> {
    /// The value.
    Known(T),
    /// Why it is undefined for these data.
    Undefined(Reason),
}

impl<T> Outcome<T> {
    /// The value where it is known.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Undefined(_) => None,
        }
    }

    /// The reason where there is no value.
    pub fn reason(&self) -> Option<&Reason> {
        match self {
            Self::Known(_) => None,
            Self::Undefined(reason) => Some(reason),
        }
    }

    /// Applies `f` to a known value and keeps a reason as it is.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Known(value) => Outcome::Known(f(value)),
            Self::Undefined(reason) => Outcome::Undefined(reason),
        }
    }
}

impl<T> From<Result<T, Reason>> for Outcome<T> {
    fn from(result: Result<T, Reason>) -> Self {
        match result {
            Ok(value) => Self::Known(value),
            Err(reason) => Self::Undefined(reason),
        }
    }
}

/// Why a statistic is undefined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// Fewer units (providers, score sheets) than the statistic needs.
    TooFewUnits {
        /// How many are needed.
        needed: u32,
        /// How many there are.
        found: u32,
    },
    /// Only one evaluator scored; agreement needs two.
    OneEvaluator,
    /// No two providers were scored by the same panel of evaluators, so there is no complete panel.
    NoCompletePanel,
    /// Only this many indicators; internal consistency needs two.
    TooFewIndicators {
        /// How many there are.
        found: u32,
    },
    /// All scores are equal.
    NoVariance,
    /// All scores come from one score sheet, so their mean has no standard error.
    OneCluster,
    /// The values lie in subsets of the design that share no evaluator.
    NotLinked,
    /// The evaluator has no colleague on any panel to be compared with.
    NoColleague,
    /// There is no earlier round to compare with.
    NoEarlierRound,
    /// The provider was not scored in the other round.
    NotScored,
    /// Only one round.
    OneRound,
    /// The data carry no affiliations (evaluators and providers both need one).
    NoAffiliations,
    /// The data declare no conflicts of interest.
    NoConflicts,
    /// No evaluator scored a provider to which it is tied.
    NoTiedScores,
    /// All scores of the round come from one source, or the data name none.
    OneSource,
    /// No score at all passes the filter.
    NothingSelected,
    /// The design is larger than this version computes exactly.
    TooLarge {
        /// The limit.
        limit: u32,
        /// What was found.
        found: u32,
    },
    /// A value was not a finite number.
    NotFinite,
    /// Too many different values to be taken for categories.
    TooManyCategories {
        /// How many may be taken for categories.
        limit: u32,
        /// Different values found.
        found: u32,
    },
    /// The statistic is for the ratings of one indicator, not for composites of several.
    NotForComposites,
    /// A value is negative, where the statistic needs a ratio scale.
    Negative,
    /// The iteration did not reach a solution.
    NotConverged,
    /// The indicators have fewer dimensions, or fewer indicators each, than a model of general and special factors needs.
    TooFewDimensions {
        /// How many are needed.
        needed: u32,
        /// How many there are.
        found: u32,
    },
    /// The scale has too few steps for some of its values to be rounder than others.
    CoarseScale {
        /// How many steps are needed.
        needed: u32,
        /// The most steps of an indicator.
        found: u32,
    },
    /// No two evaluators share as many units as are needed.
    TooFewShared {
        /// How many are needed.
        needed: u32,
    },
    /// The design cannot tell providers, evaluators and indicators apart, so their variances cannot be seen.
    Inseparable,
    /// The statistic is about the panels of providers, not about this object of measurement.
    NotForThisObject,
}
