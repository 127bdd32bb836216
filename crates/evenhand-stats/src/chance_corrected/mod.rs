//! Agreement corrected for chance, on incomplete data: Gwet's family of coefficients.

mod brennan_prediger;
mod coefficient;
mod conger;
mod fleiss;
mod gwet;
mod set;
mod statistic;
mod table;

pub use coefficient::ChanceCorrected;
pub use set::{AgreementOptions, AgreementSet, agreement_set};
pub use statistic::Coefficient;
pub(crate) use statistic::CoefficientStatistic;
