//! The severity of evaluators by the linear engine.

use super::engine::Engine;
use super::fit::MixedFit;
use crate::distribution::Normal;
use crate::estimate::{Estimate, Interval, Level};
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// The variance ratio, relative to the information of an average level, that stands for "unknown": what is left of
/// shrinkage is a billionth.
const DIFFUSE: f64 = 1e9;

/// The severity of one evaluator, in units of the scores, positive = harsher.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EvaluatorSeverity {
    /// Minus the evaluator's random effect, shrunken towards the average evaluator, with its conditional standard
    /// error; `n` is the number of the evaluator's scores.
    pub shrunken: Estimate,
    /// Minus the evaluator's effect as a fixed one, against the mean of all evaluators, every one counting once.
    ///
    /// `None` without scores.
    pub unshrunken: Option<Estimate>,
}

/// The severity of every evaluator from a fit in which `factor` is the evaluator; the other factors separate it from
/// provider level, indicator difficulty and whatever else the model has.
///
/// The unshrunken estimate is the generalised least-squares one of evaluators as fixed effects, the other effects
/// staying random with the variances of the fit. It is computed as the limit of an infinite evaluator
/// variance, and its standard error takes the other variances as known. Intervals are normal.
///
/// # Errors
/// `NotComplete` if there is no such factor; `Aliased` if a covariate is a function of the evaluator.
pub fn linear_severity(
    fit: &MixedFit,
    factor: usize,
    level: Level,
) -> Result<Vec<EvaluatorSeverity>, Undefined> {
    let effects = fit.random_effects();
    let effects = effects.get(factor).ok_or(Undefined::NotComplete)?;
    let unshrunken = unshrunken(fit, factor)?;
    let critical = Normal.critical(level);
    let estimate = |value: f64, se: f64, n: usize| {
        // Without variance between evaluators there is nothing to measure uncertainty by.
        let interval = if se > 0.0 { Interval::around(value, se, critical, level) } else { None };
        Estimate { value, se: Some(se), interval, n }
    };
    let severity = |(effect, free): (&super::effects::RandomEffect, &Option<[f64; 2]>)| EvaluatorSeverity {
        shrunken: estimate(-effect.value, effect.conditional_se, effect.n),
        unshrunken: free.map(|[value, se]| estimate(-value, se, effect.n)),
    };
    Ok(effects.iter().zip(&unshrunken).map(severity).collect())
}

/// The effects as fixed ones against their mean, and their standard errors.
fn unshrunken(fit: &MixedFit, factor: usize) -> Result<Vec<Option<[f64; 2]>>, Undefined> {
    let mut design = fit.engine.design.clone();
    // The levels of the factor take the place of the constant.
    design.columns.remove(0);
    let nodes = design.nodes(factor);
    let engine = Engine::new(design, &fit.engine.response.values)?;
    let mut ratios = fit.solution.ratios.clone();
    ratios[factor] = DIFFUSE / engine.mean_weight(factor);
    let solution = engine.solve(&ratios)?;
    let diagonal = engine.inverse_diagonal(&solution, true);
    let scale = ratios[factor].sqrt();
    let observed = |node: usize| engine.cross.diagonal[node] > 0.0;
    let members = f64::from(fit.engine.design.n_observed[factor] as u32);
    let mean = sum_of(nodes.clone().map(|node| scale * solution.u[node])) / members;
    // The covariance of every effect with the sum of all.
    let ones: Vec<f64> = (0..diagonal.len())
        .map(|node| f64::from(u8::from(nodes.contains(&node) && observed(node))))
        .collect();
    let mut with_sum = engine.inverse_times(&solution, &ones);
    for column in engine.fixed_part(&solution) {
        let column = engine.symbolic.restored(&column);
        let total = sum_of(column.iter().zip(&ones).map(|(value, one)| value * one));
        with_sum.iter_mut().zip(column).for_each(|(value, entry)| *value += total * entry);
    }
    let of_sum = sum_of(with_sum.iter().zip(&ones).map(|(value, one)| value * one));
    let sigma2 = fit.residual.variance.value * ratios[factor];
    let effect = |node: usize| {
        let variance = diagonal[node] - 2.0 * with_sum[node] / members + of_sum / (members * members);
        [scale * solution.u[node] - mean, (sigma2 * variance.max(0.0)).sqrt()]
    };
    Ok(nodes.map(|node| observed(node).then(|| effect(node))).collect())
}
