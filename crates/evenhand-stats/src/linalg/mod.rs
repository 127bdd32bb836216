//! Small dense linear algebra, in an order of additions that is the same everywhere.

mod eigen;
mod square;

pub(crate) use eigen::symmetric_eigenvalues;
pub(crate) use square::{Square, dot};
