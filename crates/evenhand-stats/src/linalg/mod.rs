//! Small dense linear algebra, in an order of additions that is the same everywhere.

mod eigen;
mod square;

pub(crate) use eigen::{Eigen, symmetric_eigen};
pub(crate) use square::{Square, dot};
