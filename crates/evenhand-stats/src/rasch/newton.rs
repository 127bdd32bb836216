//! Joint maximum likelihood: all measures and thresholds at once.

use super::conjugate_gradient::{Stop, conjugate_gradient};
use super::constraints::{Constraints, inner};
use super::convergence::RaschConvergence;
use super::information::Information;
use super::likelihood::Evaluation;
use super::model::Model;
use super::options::RaschOptions;
use super::progress::{RaschListener, RaschProgress, Reporter};
use super::rows::Rows;
use crate::sum::magnitude;
use crate::undefined::Undefined;

/// The longest step of one iteration in logits; from further away the curvature tells little.
const LONGEST_STEP: f64 = 3.0;

/// The rounding of a sum of residuals, by the weight of all ratings.
const ROUNDING: f64 = 1e-14;

/// The parameters that maximise the likelihood.
#[derive(Debug, Clone)]
pub(super) struct Solution {
    pub(super) parameters: Vec<f64>,
    pub(super) convergence: RaschConvergence,
    pub(super) evaluation: Evaluation,
}

/// Maximises the likelihood from a start that satisfies the constraints.
///
/// The likelihood belongs to an exponential family, so it is concave and Newton's steps, halved where they go too far,
/// lead to its only maximum. The equations of a step are solved by conjugate gradients, which need no matrix: memory
/// stays linear in the ratings. The curvature is a close approximation (see [`super::information`]), the slope is exact,
/// and so is the maximum.
///
/// # Errors
/// `Cancelled` if the listener asks to stop.
pub(super) fn maximise(
    model: &Model,
    rows: &Rows,
    constraints: &Constraints,
    start: Vec<f64>,
    options: &RaschOptions,
    listener: &mut RaschListener<'_>,
) -> Result<Solution, Undefined> {
    let convergence = RaschConvergence {
        converged: false,
        iterations: 0,
        largest_residual: f64::INFINITY,
        largest_change: f64::INFINITY,
    };
    let now = RaschProgress { convergence, max_iterations: options.max_iterations };
    let mut reporter = Reporter { listener, now };
    let evaluation = Evaluation::new(model, rows, &start);
    let mut solution = Solution { parameters: start, convergence, evaluation };
    let rounding = ROUNDING * (0..rows.len()).map(|row| rows.weight(row)).sum::<f64>();
    loop {
        let mut gradient = solution.evaluation.gradient.clone();
        constraints.project(&mut gradient);
        let convergence = &mut solution.convergence;
        convergence.largest_residual = magnitude(&gradient);
        // Residuals of rounding lead nowhere, and where nothing links some elements they would lead anywhere.
        convergence.converged = convergence.largest_residual <= options.score_tolerance
            && (convergence.largest_change <= options.logit_tolerance
                || convergence.largest_residual <= rounding);
        reporter.now.convergence = *convergence;
        reporter.report()?;
        if convergence.converged || convergence.iterations == options.max_iterations {
            return Ok(solution);
        }
        convergence.iterations += 1;
        // Each step is solved about as well as it is needed: the nearer the maximum, the better.
        let relative = (0.1 * convergence.largest_change).clamp(1e-8, 1e-2);
        let stop = Stop { relative, max_iterations: 1_000 };
        let information = Information::new(model, rows, &solution.evaluation);
        let diagonal = &solution.evaluation.diagonal;
        let mut direction = conjugate_gradient(constraints, diagonal, &gradient, stop, |vector| {
            reporter.report()?;
            Ok(information.times(model, rows, vector))
        })?;
        let longest = magnitude(&direction);
        if longest > LONGEST_STEP {
            direction.iter_mut().for_each(|value| *value *= LONGEST_STEP / longest);
        }
        solution.advance(model, rows, &direction, inner(&gradient, &direction));
    }
}

impl Solution {
    /// Goes as far in a direction as the likelihood rises as it should; `slope` is its slope there.
    fn advance(&mut self, model: &Model, rows: &Rows, direction: &[f64], slope: f64) {
        let before = self.evaluation.log_likelihood;
        let rounding = 1e-12 * before.abs();
        let mut step = 1.0;
        // 40 halvings reach the spacing of doubles; then the step makes no difference.
        for _ in 0..40 {
            let moved: Vec<f64> =
                self.parameters.iter().zip(direction).map(|(value, change)| value + step * change).collect();
            let evaluation = Evaluation::new(model, rows, &moved);
            if evaluation.log_likelihood >= before + 1e-4 * step * slope - rounding {
                self.parameters = moved;
                self.evaluation = evaluation;
                break;
            }
            step *= 0.5;
        }
        self.convergence.largest_change = step * magnitude(direction);
    }
}
