//! Evaluators in their first round against the colleagues who were there before.

use evenhand_protocol::{CountOf, Method, Newcomers, Outcome, Reason};
use evenhand_stats::{NoiseResidual, clustered_mean, mean, noise_ratio};

use super::model::Model;
use crate::convert::{estimate, negated, outcome, reason, two_sided_p};
use crate::{Design, LEVEL};

/// Fewer newcomers than this give no answer: a standard error over so few is too short.
const MIN_NEWCOMERS: u32 = 3;

/// How newcomers score; undefined where nobody joined after the first round.
pub(super) fn newcomers(design: &Design, model: &Result<Model, Reason>) -> Result<Newcomers, Reason> {
    let rounds = design.rounds();
    if rounds.len() < 2 {
        return Err(Reason::OneRound);
    }
    let mut first = vec![u32::MAX; design.metadata().evaluators.len()];
    for sheet in design.sheets() {
        let first = &mut first[sheet.evaluator as usize];
        *first = (*first).min(design.round_of(sheet));
    }
    let is_new = |evaluator: u32, round: u32| first[evaluator as usize] == round && round != rounds[0];
    let (mut values, mut clusters) = (Vec::new(), Vec::new());
    for panel in design.panels() {
        let round = design.units()[panel.unit].round;
        let (new, stayed): (Vec<_>, Vec<_>) =
            design.counting_sheets(panel).partition(|sheet| is_new(sheet.evaluator, round));
        let Some(level) = mean(&stayed.iter().map(|sheet| sheet.composite).collect::<Vec<f64>>()) else {
            continue;
        };
        for sheet in new {
            values.push((sheet.composite - level) * design.scale_factor());
            clusters.push(sheet.evaluator);
        }
    }
    let n_newcomers = crate::distinct::distinct(clusters.iter().copied()).len() as u32;
    if n_newcomers < MIN_NEWCOMERS {
        return Err(Reason::TooFewUnits { needed: MIN_NEWCOMERS, found: n_newcomers });
    }
    let found = clustered_mean(&values, &clusters, LEVEL).map_err(|why| reason(&why))?;
    let severity = negated(estimate(&found, CountOf::ScoreSheets, Method::NewcomerSeverity));
    let p = severity.se.and_then(|se| two_sided_p(severity.value, se, f64::from(n_newcomers) - 1.0));
    let noise = model.as_ref().map_err(Clone::clone).and_then(|model| {
        let residuals: Vec<NoiseResidual> = model
            .sheets
            .iter()
            .zip(model.residuals())
            .map(|(one, value)| {
                let member = is_new(one.evaluator, one.round);
                // A newcomer and the same evaluator later are two in this comparison.
                let evaluator = 2 * one.evaluator + u32::from(member);
                NoiseResidual { panel: one.panel, evaluator, member, value }
            })
            .collect();
        noise_ratio(&residuals, LEVEL).map_err(|why| reason(&why))
    });
    let (noise_ratio, p_noise) = match noise {
        Ok(noise) => {
            let ratio = estimate(&noise.ratio, CountOf::Evaluators, Method::NoiseRatio);
            (Outcome::Known(ratio), Some(noise.p))
        }
        Err(why) => (Outcome::Undefined(why), None),
    };
    let p = p.ok_or(Reason::NoVariance)?;
    Ok(Newcomers { severity, p, noise_ratio, p_noise, n_newcomers })
}

/// The noise of some evaluators, on the scale of deviations, and its ratio to that of the others.
pub(super) fn noise_of(
    design: &Design,
    model: &Model,
    residuals: &[f64],
    member: impl Fn(u32) -> bool,
) -> Outcome<evenhand_stats::NoiseRatio> {
    let one = |(one, value): (&super::model::Observation, &f64)| NoiseResidual {
        panel: one.panel,
        evaluator: one.evaluator,
        member: member(one.evaluator),
        value: *value * design.scale_factor(),
    };
    let residuals: Vec<NoiseResidual> = model.sheets.iter().zip(residuals).map(one).collect();
    outcome(noise_ratio(&residuals, LEVEL))
}
