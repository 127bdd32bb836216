//! How much two categories count as agreeing: from 1 for the same to 0 for the furthest apart.

mod custom;
mod weighting;

pub use custom::CustomWeights;
pub(crate) use weighting::Weighting;

/// The agreement that a pair of categories gets credit for.
///
/// With categories `x_1 < ... < x_q` and range `R = x_q - x_1` (Gwet 2014, section 3.5; Cohen 1968):
/// identity gives 1 to equal categories only; linear `1 - |x_k - x_l| / R`; quadratic `1 - (x_k - x_l)^2 / R^2`;
/// ordinal `1 - C(|k - l| + 1, 2) / C(q, 2)`, from ranks only; ratio
/// `1 - ((x_k - x_l) / (x_k + x_l))^2 / ((x_q - x_1) / (x_q + x_1))^2`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AgreementWeights<'a> {
    /// Only equal categories agree.
    Identity,
    /// Credit falls with the distance of the values.
    Linear,
    /// Credit falls with the squared distance of the values.
    Quadratic,
    /// Credit falls with the number of pairs of categories between, whatever their values.
    Ordinal,
    /// Credit falls with the squared relative distance of the values, which must not be negative.
    Ratio,
    /// A matrix of one's own, in the ascending order of the categories.
    Custom(&'a CustomWeights),
}
