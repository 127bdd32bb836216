//! Internal consistency beyond Cronbach's alpha, with missing scores.

mod alpha;
mod bifactor;
mod coefficients;
mod minres;
mod set;

pub(crate) use alpha::raw_alpha;
pub use bifactor::{OmegaHierarchical, omega_hierarchical};
pub use coefficients::{OmegaTotal, lambda_6, omega_total, standardised_alpha};
pub use set::{InternalConsistency, internal_consistency};
