//! What can be wrong with a programme's configuration.

use std::error::Error;
use std::fmt;

/// A configuration that cannot be simulated: which field, what was found, what was expected.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum SimulationError {
    /// A count is outside its bounds.
    Count {
        /// The field of [`Programme`](crate::Programme).
        field: &'static str,
        /// The value given.
        found: usize,
        /// The smallest value allowed.
        minimum: usize,
        /// The largest value allowed.
        maximum: usize,
    },
    /// A share is not between 0 and 1.
    Share {
        /// The field of [`Programme`](crate::Programme).
        field: &'static str,
        /// The value given.
        found: f64,
    },
    /// A standard deviation, factor or weight is negative or not finite.
    Negative {
        /// The field of [`Programme`](crate::Programme).
        field: &'static str,
        /// The value given.
        found: f64,
    },
    /// A level or an effect is not a finite number.
    NotFinite {
        /// The field of [`Programme`](crate::Programme).
        field: &'static str,
        /// The value given.
        found: f64,
    },
    /// The score scale has no steps, too many steps, a range that is not a whole number of steps, or more
    /// than six decimals.
    Scale {
        /// The lowest score given.
        min: f64,
        /// The highest score given.
        max: f64,
        /// The step given.
        step: f64,
    },
    /// An effect names a round, provider or evaluator that the programme does not have.
    Index {
        /// The field of [`Programme`](crate::Programme).
        field: &'static str,
        /// The zero-based index given.
        found: usize,
        /// How many there are.
        len: usize,
    },
    /// The list of weights is neither empty nor one positive sum over all indicators.
    Weights {
        /// How many weights were given.
        found: usize,
        /// How many indicators there are.
        expected: usize,
    },
    /// More evaluators would leave in a round than may leave: drifting evaluators stay.
    Turnover {
        /// How many would leave in one round.
        leaving: usize,
        /// How many may leave.
        replaceable: usize,
    },
}

impl fmt::Display for SimulationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { field, found, minimum, maximum } => {
                write!(f, "{field} is {found}, expected {minimum} to {maximum}")
            }
            Self::Share { field, found } => write!(f, "{field} is {found}, expected a share from 0 to 1"),
            Self::Negative { field, found } => {
                write!(f, "{field} is {found}, expected a finite number of at least 0")
            }
            Self::NotFinite { field, found } => write!(f, "{field} is {found}, expected a finite number"),
            Self::Scale { min, max, step } => write!(
                f,
                "the scale {min} to {max} by {step} is not a whole number of steps, from 1 to 100000, \
                 written with at most six decimals"
            ),
            Self::Index { field, found, len } => {
                write!(f, "{field} names index {found}, expected less than {len}")
            }
            Self::Weights { found, expected } => {
                write!(f, "weights has {found} values, expected none or {expected} with a sum above 0")
            }
            Self::Turnover { leaving, replaceable } => write!(
                f,
                "turnover has {leaving} evaluators leave in one round, but only {replaceable} may leave"
            ),
        }
    }
}

impl Error for SimulationError {}
