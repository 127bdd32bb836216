//! Signs of rating effects in one evaluator's scores, each against the rest of the panel.
//!
//! Sources: Saal, Downey & Lahey (1980); Myford & Wolfe (2003, 2004). The functions take scores or residuals; taking the
//! provider's level and the evaluator's severity out of them is the caller's part.

mod against_others;
mod clustered_entropy;
mod mean_correlation;
mod paired_spread;

pub use against_others::{AgainstOthers, against_others};
pub use clustered_entropy::clustered_entropy;
pub use mean_correlation::mean_correlation;
pub use paired_spread::{PairedSpread, paired_spread};
