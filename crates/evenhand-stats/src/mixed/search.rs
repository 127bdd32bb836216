//! The search for the variance ratios.

use super::convergence::Convergence;
use super::criterion::{Criterion, Profiled};
use super::engine::{Engine, Solution};
use super::minimise::{Limits, Minimum, held, minimise};
use super::start::start;
use crate::undefined::Undefined;

/// The search ends when a step promises to lower the deviance by less.
const LIMITS: Limits = Limits { iterations: 100, tolerance: 1e-13 };

/// The share of a factor's mean information below which the end of a search is tried at zero.
const NEARLY_ZERO: f64 = 1e-5;

/// The optimum of a criterion.
pub(super) struct Found {
    pub(super) solution: Solution,
    pub(super) deviance: f64,
    /// Whether each factor's variance is zero.
    pub(super) at_boundary: Vec<bool>,
    pub(super) convergence: Convergence,
}

/// Searches for the optimum from a good start or, if given, from known ratios; a search that ends with a variance
/// of zero is repeated from another start, and the better end wins.
pub(super) fn search(
    engine: &Engine,
    criterion: Criterion,
    known: Option<&[f64]>,
) -> Result<Found, Undefined> {
    let objective = Profiled::new(engine, criterion);
    let first_start = known.map_or_else(|| start(engine), <[f64]>::to_vec);
    let first = minimise(&objective, &first_start, LIMITS)?;
    let mut evaluations = first.evaluations;
    let mut best = settled(&objective, first)?;
    let restarted = best.1.contains(&true) && known.is_none();
    if restarted {
        // From well inside, with the ratios that were not zero where they ended.
        let again: Vec<f64> = (0..best.1.len())
            .map(|j| if best.1[j] { 1.0 / engine.mean_weight(j) } else { best.0.x[j] })
            .collect();
        let second = minimise(&objective, &again, LIMITS)?;
        evaluations += second.evaluations;
        let second = settled(&objective, second)?;
        if second.0.value < best.0.value - 1e-9 {
            best = second;
        }
    }
    let (minimum, at_boundary) = best;
    let convergence = evidence(engine, &objective, &minimum, &at_boundary, evaluations, restarted);
    Ok(Found { solution: minimum.state, deviance: minimum.value, at_boundary, convergence })
}

/// Tries zero for the ratios that are nearly so, and says which are.
fn settled(
    objective: &Profiled<'_>,
    mut minimum: Minimum<Solution>,
) -> Result<(Minimum<Solution>, Vec<bool>), Undefined> {
    let engine = objective.engine;
    let nearly = |j: usize| minimum.x[j] * engine.mean_weight(j) <= NEARLY_ZERO;
    let zero: Vec<bool> =
        (0..minimum.x.len()).map(|j| nearly(j) && minimum.slope.gradient[j] >= 0.0).collect();
    if !zero.contains(&true) {
        return Ok((minimum, zero));
    }
    let ratios: Vec<f64> =
        minimum.x.iter().zip(&zero).map(|(ratio, zero)| if *zero { 0.0 } else { *ratio }).collect();
    minimum.state = engine.solve(&ratios)?;
    minimum.value = objective.criterion.profiled(engine, &minimum.state);
    Ok((minimum, zero))
}

fn evidence(
    engine: &Engine,
    objective: &Profiled<'_>,
    minimum: &Minimum<Solution>,
    at_boundary: &[bool],
    evaluations: usize,
    restarted: bool,
) -> Convergence {
    let held = held(&minimum.x, &minimum.slope.gradient, &objective.lower);
    let gradients = minimum.x.iter().zip(&minimum.slope.gradient).enumerate();
    let inside = gradients.filter(|(j, _)| !held[*j] && !at_boundary[*j]);
    let boundary = (0..at_boundary.len()).filter(|j| at_boundary[*j]);
    Convergence {
        iterations: minimum.iterations,
        evaluations,
        promise: minimum.promise,
        gradient: inside.map(|(_, (x, gradient))| (x * gradient).abs()).fold(0.0, f64::max),
        boundary_gradients: boundary.map(|j| minimum.slope.gradient[j] / engine.mean_weight(j)).collect(),
        converged: minimum.converged,
        singular: at_boundary.contains(&true),
        restarted,
    }
}
