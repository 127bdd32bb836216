//! Signs of rating effects in one evaluator's scores, each against the rest of the panel.
//!
//! Sources: Saal, Downey & Lahey (1980); Myford & Wolfe (2003, 2004). The functions take scores or residuals; taking the
//! provider's level and the evaluator's severity out of them is the caller's part.

mod against_others;
mod clustered_entropy;
mod digit_preference;
mod halo;
mod low_information;
mod paired_spread;
mod spread;
mod straight_lining;

pub use against_others::{AgainstOthers, against_others};
pub use clustered_entropy::clustered_entropy;
pub use digit_preference::{DigitPreference, digit_preference};
pub use halo::{Halo, halo, mean_correlation};
pub use low_information::{LowInformation, low_information};
pub use paired_spread::{PairedSpread, paired_spread};
pub use spread::{RangeRestriction, SpreadRatio, range_restriction, spread_ratio};
pub use straight_lining::{StraightLining, straight_lining};
