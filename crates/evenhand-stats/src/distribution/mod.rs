//! Probability distributions: cumulative and upper-tail probabilities and quantiles.
//!
//! All four are built on the regularised incomplete gamma and beta functions, in arithmetic that does not depend
//! on the platform. In ordinary ranges the relative error is about 1e-12 or better, small tails included.

mod beta;
mod chi_squared;
mod fisher_f;
mod gamma;
mod normal;
mod saddle_point;
mod solve;
mod student_t;

pub use chi_squared::ChiSquared;
pub use fisher_f::FisherF;
pub use normal::Normal;
pub use student_t::StudentT;

/// Degrees of freedom are any positive finite number.
fn valid_df(df: f64) -> bool {
    df > 0.0 && df.is_finite()
}

/// A probability a quantile can be asked for lies strictly between 0 and 1.
fn valid_probability(p: f64) -> bool {
    p > 0.0 && p < 1.0
}
