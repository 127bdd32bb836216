//! The mixed model behind the components.

use evenhand_protocol::{
    CountOf, Effect, LinearSeverity, Method, Outcome, Reason, VarianceComponents, VarianceShare,
};
use evenhand_stats::{
    Factor, Intervals, MixedData, MixedFit, MixedOptions, Undefined, VarianceComponent, linear_severity,
    mixed_model,
};

use super::observations::{Grouping, Observations};
use crate::convert::{estimate, reason};
use crate::{Design, LEVEL};

/// The most scores a model is fitted to; of more, every so many panels are taken.
const MOST_SCORES: usize = 100_000;

/// The most scores for which the likelihood is profiled, which takes a hundred fits.
const MOST_PROFILED: usize = 2_000;

/// A fitted model with what it was fitted to.
pub(super) struct Model {
    pub observations: Observations,
    pub components: VarianceComponents,
    groupings: Vec<Grouping>,
    fit: MixedFit,
}

impl Model {
    /// Fits the model of all effects that the design tells apart.
    pub fn new(design: &Design) -> Result<Self, Reason> {
        let n_rows = design.units().iter().map(|unit| unit.rows.len()).sum::<usize>();
        let observations = Observations::new(design, n_rows.div_ceil(MOST_SCORES));
        let (groupings, confounded) = observations.groupings();
        let has = |effect| groupings.iter().any(|grouping| grouping.effect == effect);
        if !(has(Effect::Provider) || has(Effect::ProviderInRound)) || !has(Effect::Evaluator) {
            return Err(Reason::Inseparable);
        }
        let profiled = observations.y.len() <= MOST_PROFILED;
        let fit = fit(&observations, &groupings, profiled).map_err(|undefined| reason(&undefined))?;
        let effects = groupings.iter().map(|grouping| grouping.effect).chain([Effect::Residual]);
        let parts = fit.components.iter().chain([&fit.residual]);
        let total = parts.clone().map(|part| part.variance.value).sum::<f64>();
        let mut rows: Vec<VarianceShare> =
            effects.zip(parts).map(|(effect, part)| share(effect, part, total, profiled)).collect();
        rows.sort_by_key(|row| row.effect as u8);
        let components = VarianceComponents {
            rows,
            confounded,
            total,
            n_used: observations.y.len() as u32,
            n_scores: n_rows as u32,
        };
        Ok(Self { observations, components, groupings, fit })
    }

    /// The variance of an effect; 0 where the design does not tell it apart.
    pub fn variance(&self, effect: Effect) -> f64 {
        let row = self.components.rows.iter().find(|row| row.effect == effect);
        row.map_or(0.0, |row| row.variance.value)
    }

    /// Severity by evaluator, harshest first.
    pub fn severity(&self, design: &Design) -> Outcome<Vec<LinearSeverity>> {
        let factor = self.groupings.iter().position(|grouping| grouping.effect == Effect::Evaluator);
        let Some(factor) = factor else { return Outcome::Undefined(Reason::Inseparable) };
        let of = match linear_severity(&self.fit, factor, LEVEL) {
            Ok(of) => of,
            Err(undefined) => return Outcome::Undefined(reason(&undefined)),
        };
        let known = &design.metadata().evaluators;
        let first_scores = &self.groupings[factor].levels.first;
        let mut rows: Vec<LinearSeverity> = first_scores
            .iter()
            .map(|row| self.observations.evaluator[*row as usize])
            .zip(of)
            .map(|(code, severity)| LinearSeverity {
                evaluator: known[code as usize].id.clone(),
                shrunken: estimate(&severity.shrunken, CountOf::Scores, Method::RemlPrediction),
                unshrunken: severity
                    .unshrunken
                    .map(|free| estimate(&free, CountOf::Scores, Method::RemlFixed)),
            })
            .collect();
        rows.sort_by(|a, b| {
            b.shrunken.value.total_cmp(&a.shrunken.value).then_with(|| a.evaluator.cmp(&b.evaluator))
        });
        Outcome::Known(rows)
    }
}

fn fit(of: &Observations, groupings: &[Grouping], profiled: bool) -> Result<MixedFit, Undefined> {
    let factors: Vec<Factor<'_>> = groupings
        .iter()
        .map(|grouping| Factor { codes: &grouping.levels.codes, n_levels: grouping.levels.n_levels })
        .collect();
    let data = MixedData { y: &of.y, weights: None, covariates: &[], factors: &factors };
    let intervals = if profiled { Intervals::Profile } else { Intervals::Satterthwaite };
    mixed_model(&data, &MixedOptions { intervals, level: LEVEL, ..MixedOptions::default() })
}

fn share(effect: Effect, part: &VarianceComponent, total: f64, profiled: bool) -> VarianceShare {
    let of = match effect {
        Effect::Residual => CountOf::Scores,
        _ => CountOf::Levels,
    };
    let method = if profiled { Method::RemlProfile } else { Method::RemlSatterthwaite };
    let variance = estimate(&part.variance, of, method);
    let share = if total > 0.0 { part.variance.value / total } else { 0.0 };
    VarianceShare { effect, variance, share, at_boundary: part.at_boundary }
}
