//! How a search ended.

/// The evidence that a fit is the optimum.
#[derive(Debug, Clone, PartialEq)]
pub struct Convergence {
    /// Newton steps taken in the search that won.
    pub iterations: usize,
    /// Evaluations of the criterion in all searches.
    pub evaluations: usize,
    /// The decrease in deviance that another step would promise; below 1e-13, or what rounding hides, if the search
    /// converged.
    pub promise: f64,
    /// The largest absolute derivative of the deviance by the logarithm of a variance ratio that is not at its bound.
    pub gradient: f64,
    /// The derivative of the deviance by each variance ratio that is zero, counted in multiples of the ratio at which
    /// the effect of an average level is shrunken by half; not negative at an optimum.
    pub boundary_gradients: Vec<f64>,
    /// Whether the promise fell below its limit, or below what rounding hides, a hundred-billionth of the deviance.
    pub converged: bool,
    /// Whether a variance is zero: a singular fit. Its factor explains nothing beyond chance.
    pub singular: bool,
    /// Whether a second search was made because the first one ended at a bound.
    pub restarted: bool,
}
