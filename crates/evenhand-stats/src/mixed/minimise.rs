//! A projected Newton search for the minimum of a criterion over parameters with lower bounds.

use super::bounded_step::bounded_step;
use crate::undefined::Undefined;

/// What rounding alone may add to the criterion from one point to the next, relative to it. Near the minimum steps are
/// worth less than that, and still right: there the criterion only guards against steps that are plainly wrong.
const SLACK: f64 = 1e-12;

/// The promise, relative to the criterion, that rounding can keep a search from fulfilling.
const ROUNDING: f64 = 1e-11;

/// The most times a step is halved.
const HALVINGS: usize = 40;

/// A criterion with its gradient and a positive semidefinite approximation of its Hessian.
pub(super) trait Objective {
    /// What is known at a point once its value is.
    type State;

    /// The state at a point at or above the bounds.
    fn state(&self, x: &[f64]) -> Result<Self::State, Undefined>;

    fn value(&self, state: &Self::State) -> f64;

    fn slope(&self, state: &Self::State) -> Slope;

    /// The least value of each parameter, positive.
    fn lower(&self) -> &[f64];
}

/// The first and second derivatives of a criterion.
#[derive(Debug, Clone)]
pub(super) struct Slope {
    pub(super) gradient: Vec<f64>,
    /// The approximate Hessian, row by row.
    pub(super) information: Vec<f64>,
}

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) iterations: usize,
    /// The search ends when the next step promises to lower the criterion by less.
    pub(super) tolerance: f64,
}

/// Where a search ended.
#[derive(Debug, Clone)]
pub(super) struct Minimum<S> {
    pub(super) x: Vec<f64>,
    pub(super) state: S,
    pub(super) value: f64,
    pub(super) slope: Slope,
    pub(super) iterations: usize,
    pub(super) evaluations: usize,
    /// The decrease that another step promised at the end.
    pub(super) promise: f64,
    pub(super) converged: bool,
}

/// Searches from a starting point.
///
/// Each step goes to the minimum of the quadratic model within the bounds, and is halved until the criterion falls.
pub(super) fn minimise<O: Objective>(
    objective: &O,
    start: &[f64],
    limits: Limits,
) -> Result<Minimum<O::State>, Undefined> {
    let lower = objective.lower();
    let x: Vec<f64> = start.iter().zip(lower).map(|(x, low)| x.max(*low)).collect();
    let state = objective.state(&x)?;
    let (value, slope) = (objective.value(&state), objective.slope(&state));
    let mut best = Minimum {
        x,
        state,
        value,
        slope,
        iterations: 0,
        evaluations: 1,
        promise: f64::INFINITY,
        converged: false,
    };
    while best.iterations < limits.iterations {
        let step = bounded_step(&best.x, &best.slope, lower);
        let before = best.promise;
        best.promise = promise(&best, &moved(&best.x, &step, 1.0, lower));
        // Once the promise is no more than rounding, a search that stops to improve has arrived.
        let within_rounding = best.promise < ROUNDING * best.value.abs().max(1.0);
        if best.promise < limits.tolerance || (within_rounding && best.promise > 0.25 * before) {
            best.converged = true;
            break;
        }
        best.iterations += 1;
        let (attempts, slack) = if within_rounding { (1, SLACK * best.value.abs()) } else { (HALVINGS, 0.0) };
        if !descend(objective, &mut best, &step, attempts, slack) {
            best.converged = within_rounding;
            break;
        }
    }
    Ok(best)
}

/// Halves the step until it lowers the criterion, or raises it by less than the slack, and moves there; false if no
/// step does.
fn descend<O: Objective>(
    objective: &O,
    best: &mut Minimum<O::State>,
    step: &[f64],
    attempts: usize,
    slack: f64,
) -> bool {
    let mut length = 1.0;
    for _ in 0..attempts {
        let x = moved(&best.x, step, length, objective.lower());
        best.evaluations += 1;
        // A point where the numbers overflow is as bad as one that is too high.
        if let Ok(state) = objective.state(&x) {
            let value = objective.value(&state);
            if value < best.value + slack {
                best.slope = objective.slope(&state);
                (best.x, best.state, best.value) = (x, state, value);
                return true;
            }
        }
        length *= 0.5;
    }
    false
}

fn moved(x: &[f64], step: &[f64], length: f64, lower: &[f64]) -> Vec<f64> {
    x.iter().zip(step).zip(lower).map(|((x, step), low)| (x + length * step).max(*low)).collect()
}

/// The decrease that the gradient promises for a move.
fn promise<S>(best: &Minimum<S>, to: &[f64]) -> f64 {
    let moves = best.x.iter().zip(to).zip(&best.slope.gradient);
    moves.map(|((from, to), gradient)| gradient * (from - to)).sum()
}

/// The parameters at their bounds that would go below them.
pub(super) fn held(x: &[f64], gradient: &[f64], lower: &[f64]) -> Vec<bool> {
    x.iter().zip(gradient).zip(lower).map(|((x, gradient), low)| x <= low && *gradient >= 0.0).collect()
}
