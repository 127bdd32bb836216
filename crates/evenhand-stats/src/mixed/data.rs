//! What a mixed model is fitted to.

/// A grouping factor with a random effect for each of its levels.
///
/// Crossed and nested factors look alike: nesting is in the codes. An interaction is a factor of its own, whose
/// codes [`interaction_codes`](crate::interaction_codes) makes.
#[derive(Debug, Clone, Copy)]
pub struct Factor<'a> {
    /// The level of every observation, below `n_levels`.
    pub codes: &'a [u32],
    /// The number of levels. Levels without observations are allowed: nothing is learned about them.
    pub n_levels: usize,
}

/// The data of a linear mixed model `y = b0 + X b + sum over factors of u[level] + e`.
#[derive(Debug, Clone, Copy)]
pub struct MixedData<'a> {
    /// The response, in any unit.
    pub y: &'a [f64],
    /// Prior weights, positive: the residual variance of an observation is `sigma2 / weight`. All 1 if absent.
    pub weights: Option<&'a [f64]>,
    /// The columns of X, in any units, each as long as `y`; the constant is always in the model and not among them.
    pub covariates: &'a [&'a [f64]],
    /// The factors with random effects.
    pub factors: &'a [Factor<'a>],
}

/// The codes of an interaction, with the number of combinations that occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InteractionCodes {
    /// The combination of every observation, numbered in the order of the combined codes.
    pub codes: Vec<u32>,
    /// The number of combinations that occur.
    pub n_levels: usize,
    /// The observation at which each combination first occurs, by which its codes can be looked up.
    pub first: Vec<u32>,
}

/// The codes of the combinations of several factors, such as provider × round or evaluator × indicator.
///
/// Only combinations that occur get a code. Slices of different lengths are read up to the shortest.
///
/// ```
/// let codes = evenhand_stats::interaction_codes(&[&[0, 1, 1, 0], &[5, 5, 2, 5]]);
/// assert_eq!(codes.codes, [0, 2, 1, 0]);
/// assert_eq!((codes.n_levels, codes.first), (3, vec![0, 2, 1]));
/// ```
pub fn interaction_codes(factors: &[&[u32]]) -> InteractionCodes {
    let n = factors.iter().map(|codes| codes.len()).min().unwrap_or(0);
    let mut order: Vec<u32> = (0..n as u32).collect();
    let compare = |a: u32, b: u32| {
        let mut keys = factors.iter().map(|codes| codes[a as usize].cmp(&codes[b as usize]));
        keys.find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    };
    order.sort_by(|a, b| compare(*a, *b));
    let mut codes = vec![0; n];
    let mut first = Vec::new();
    for (position, row) in order.iter().enumerate() {
        if position == 0 || compare(order[position - 1], *row).is_ne() {
            first.push(*row);
        }
        codes[*row as usize] = first.len() as u32 - 1;
    }
    InteractionCodes { codes, n_levels: first.len(), first }
}
