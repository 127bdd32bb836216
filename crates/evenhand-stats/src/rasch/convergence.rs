//! How well an estimation ended.

/// How the iteration of a many-facet Rasch model stands or ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RaschConvergence {
    /// Whether both figures below are within their tolerances, or the residual is nothing but rounding.
    pub converged: bool,
    /// The number of Newton iterations.
    pub iterations: usize,
    /// The largest difference between an observed and an expected score, over elements and categories, in rating
    /// points and ratings.
    pub largest_residual: f64,
    /// The largest change of a measure or threshold in the last iteration, in logits.
    pub largest_change: f64,
}
