//! Intraclass correlations of incomplete panels.

mod coefficients;
mod fiducial;
mod overlap;

pub use coefficients::{IncompleteIcc, incomplete_icc};
