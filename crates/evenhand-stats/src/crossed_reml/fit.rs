//! The maximum of the restricted likelihood, by average information.

use super::design::Design;
use super::likelihood::{Likelihood, Variances, information_at};
use crate::ratings::Ratings;
use crate::undefined::Undefined;

/// Steps after which the search gives up.
const MAX_STEPS: usize = 200;

/// The smallest residual variance, as a share of the variance of the scores: data without any residual come to rest
/// here.
const RESIDUAL_FLOOR: f64 = 1e-8;

/// Halvings of one step before an EM step takes its place.
const MAX_HALVINGS: usize = 12;

/// Variance components, in squared units of the scores, with their covariance matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrossedComponents {
    /// Between units.
    pub unit: f64,
    /// Between evaluators: differences in severity. 0 in the one-way model, which cannot see it.
    pub evaluator: f64,
    /// Residual: unit by evaluator interaction and error; in the one-way model evaluators too.
    pub residual: f64,
    /// The large-sample covariance matrix of the three, from the expected information; evaluators' row and column are 0
    /// in the one-way model, and all of it where the data show no residual.
    pub covariance: [[f64; 3]; 3],
    /// Minus twice the restricted log-likelihood, without its constant `(n - 1) ln(2 pi)`.
    pub deviance: f64,
    /// The number of steps taken.
    pub n_steps: usize,
}

/// Variance components of `score = mean + unit + evaluator + residual`, all but the mean random, by REML.
///
/// Any pattern of missing scores will do; units with one score count too. On complete data the estimates are those of
/// the analysis of variance where these are not negative; a component whose best value would be negative is 0.
/// Average-information steps (Gilmour, Thompson & Cullis 1995) from equal variances, halved where they do not help, then steps with the
/// expected information and of EM. A step costs one pass over the panels and one inverse of the size of the number of
/// evaluators.
///
/// # Errors
/// `TooFewUnits` below two units; `OneEvaluator` if no unit has two scores; `NotLinked` if evaluator and residual
/// cannot be told apart, as where everybody scored once; `NoVariance`; `TooLarge` above 1,000 evaluators;
/// `NotConverged`.
pub fn crossed_components(ratings: &Ratings) -> Result<CrossedComponents, Undefined> {
    if ratings.n_evaluators() < 2 {
        return Err(Undefined::OneEvaluator);
    }
    fit(&Design::new(ratings, true)?)
}

/// Variance components of `score = mean + unit + residual`, evaluators not told apart, by REML.
///
/// # Errors
/// As [`crossed_components`], but for `NotLinked` and `TooLarge`.
pub fn one_way_components(ratings: &Ratings) -> Result<CrossedComponents, Undefined> {
    fit(&Design::new(ratings, false)?)
}

fn fit(design: &Design) -> Result<CrossedComponents, Undefined> {
    let crossed = design.n_evaluators > 0;
    let share = design.variance / if crossed { 3.0 } else { 2.0 };
    let mut at = [share, if crossed { share } else { 0.0 }, share];
    let mut here = Likelihood::at(design, at)?;
    for step in 1..=MAX_STEPS {
        let (next, there) = step_from(design, at, &here)?;
        let moved = (0..3).map(|k| (next[k] - at[k]).abs()).fold(0.0, f64::max);
        (at, here) = (next, there);
        // Next to a residual of nothing the likelihood is too coarse for the last digits.
        let precision = if at[2] <= 2.0 * RESIDUAL_FLOOR * design.variance { 1e-4 } else { 1e-10 };
        if moved <= precision * design.variance {
            let covariance = covariance_at(design, at)?;
            return Ok(CrossedComponents {
                unit: at[0],
                evaluator: at[1],
                residual: at[2],
                covariance,
                deviance: here.deviance,
                n_steps: step,
            });
        }
    }
    Err(Undefined::NotConverged)
}

/// The covariance matrix of the estimates; 0 where there is no residual to measure it by.
fn covariance_at(design: &Design, at: Variances) -> Result<[[f64; 3]; 3], Undefined> {
    if at[2] <= 2.0 * RESIDUAL_FLOOR * design.variance {
        return Ok([[0.0; 3]; 3]);
    }
    let crossed = design.n_evaluators > 0;
    inverse_of(&information_at(design, at)?, [true, crossed, true]).ok_or(Undefined::NotLinked)
}

/// The next point and its likelihood, which is at least that of this point but for rounding.
fn step_from(
    design: &Design,
    at: Variances,
    here: &Likelihood,
) -> Result<(Variances, Likelihood), Undefined> {
    let crossed = design.n_evaluators > 0;
    let floor = [0.0, 0.0, RESIDUAL_FLOOR * design.variance];
    // A component at its smallest value that the likelihood pulls below stays there.
    let free: [bool; 3] =
        std::array::from_fn(|k| (k != 1 || crossed) && (at[k] > floor[k] || here.score[k] > 0.0));
    let tolerance = 1e-11 * (1.0 + here.deviance.abs());
    let along = |covariance: [[f64; 3]; 3]| -> Option<(Variances, Likelihood)> {
        let direction: Variances =
            std::array::from_fn(|k| (0..3).map(|l| covariance[k][l] * here.score[l]).sum());
        let mut share = 1.0;
        for _ in 0..MAX_HALVINGS {
            let next: Variances = std::array::from_fn(|k| (at[k] + share * direction[k]).max(floor[k]));
            // A point too far out for the arithmetic is no better than one with a lower likelihood.
            if let Ok(there) = Likelihood::at(design, next)
                && there.deviance <= here.deviance + tolerance
            {
                return Some((next, there));
            }
            share *= 0.5;
        }
        None
    };
    if let Some(step) = inverse_of(&here.information, free).and_then(along) {
        return Ok(step);
    }
    // The average information is singular where a component's predictions are all 0; the expected one is not.
    if let Some(step) = information_at(design, at).ok().and_then(|all| inverse_of(&all, free)).and_then(along)
    {
        return Ok(step);
    }
    let levels = [design.n_units() as f64, design.n_evaluators.max(1) as f64, design.y.len() as f64];
    let next: Variances =
        std::array::from_fn(|k| (at[k] + 2.0 * at[k] * at[k] * here.score[k] / levels[k]).max(floor[k]));
    let there = Likelihood::at(design, next)?;
    Ok((next, there))
}

/// The inverse of the rows and columns that are wanted, 0 elsewhere; `None` if it is singular.
fn inverse_of(matrix: &[[f64; 3]; 3], wanted: [bool; 3]) -> Option<[[f64; 3]; 3]> {
    let chosen: Vec<usize> = (0..3).filter(|k| wanted[*k]).collect();
    let mut square = crate::linalg::Square::zero(chosen.len());
    // Scaled to a unit diagonal, so that the test for a singular matrix does not depend on the size of the scores.
    let scale: Vec<f64> = chosen.iter().map(|k| matrix[*k][*k].sqrt()).collect();
    for (i, k) in chosen.iter().enumerate() {
        for (j, l) in chosen.iter().enumerate() {
            square.add(i, j, matrix[*k][*l] / (scale[i] * scale[j]));
        }
    }
    let inverse = square.inverse().ok()?;
    // The diagonal of the inverse is the variance inflation of each component; beyond this it is rounding.
    if (0..inverse.size).any(|i| inverse.get(i, i) > 1e9) {
        return None;
    }
    let mut whole = [[0.0; 3]; 3];
    for (i, k) in chosen.iter().enumerate() {
        for (j, l) in chosen.iter().enumerate() {
            whole[*k][*l] = inverse.get(i, j) / (scale[i] * scale[j]);
        }
    }
    whole.iter().flatten().all(|value| value.is_finite()).then_some(whole)
}
