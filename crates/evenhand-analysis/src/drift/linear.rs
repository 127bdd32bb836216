//! Severity by evaluator and round from the additive linear model.
//!
//! The model of all rounds (see [`crate::purified`]) gives the differences between the rounds of one evaluator, everybody
//! who does not drift being as severe in all of them: the scale of the rounds is that of all common evaluators together,
//! and its uncertainty is in the standard errors.

use evenhand_protocol::{CountOf, Reason};
use evenhand_stats::{DriftOptions, EvaluatorDrift, GroupEffects, Severity, SeverityTable, framed_drift};

use super::Model;
use super::track::{Counts, Engine, ShiftError};
use crate::Design;
use crate::convert::reason;
use crate::purified::Purified;

/// Severities against the evaluator's own mean over the rounds that can be compared.
///
/// Asked for through [`Design::linear_drift`], which computes it once for all answers.
pub(crate) fn linear_drift(design: &Design) -> Result<Engine, Reason> {
    let factor = design.scale_factor();
    let purified = design.purified().map_err(Clone::clone)?;
    let n_evaluators = design.metadata().evaluators.len();
    let rounds: Vec<u32> = (0..design.metadata().rounds.len() as u32).collect();
    let mut counts = Counts::default();
    for sheet in design.panels().iter().flat_map(|panel| design.counting_sheets(panel)) {
        counts.add(sheet.evaluator, design.round_of(sheet), 1);
    }
    let mut severities = Vec::new();
    let (mut moved, mut why_not) = (Vec::new(), Vec::new());
    for code in 0..n_evaluators as u32 {
        let own = purified.test(code).and_then(|test| {
            let own = severities_of(code, &test.effects, factor)?;
            Ok((own, test.effects.p))
        });
        let (p, why) = match own {
            Ok((own, p)) => {
                severities.extend(own);
                (Some(p), None)
            }
            Err(why) => (None, Some(why)),
        };
        moved.push(p);
        why_not.push(why);
    }
    let evaluators = SeverityTable::new(&severities, n_evaluators, rounds.len())
        .and_then(|table| framed_drift(&table, &moved, &DriftOptions::default()))
        .map_err(|undefined| reason(&undefined))?;
    let shift_errors = evaluators.iter().map(|found| shift_error(purified, found, factor)).collect();
    Ok(Engine {
        model: Model::Linear,
        evaluators,
        rounds,
        counts,
        of: CountOf::ScoreSheets,
        why_not,
        shift_errors,
        dependence: None,
    })
}

/// The error of the sharpest change, or of the only one, as the model has it: with the covariances of the rounds.
fn shift_error(purified: &Purified, found: &EvaluatorDrift, factor: f64) -> Option<ShiftError> {
    let effects = &purified.test(found.evaluator).ok()?.effects;
    let from = match (&found.change_point, effects.groups.as_slice()) {
        (Some(point), _) => point.round,
        (None, [_, second]) => *second,
        _ => return None,
    };
    let after = effects.groups.iter().position(|round| *round == from)?;
    let total = |counts: &[f64]| evenhand_stats::sum(counts);
    let (earlier, later) = (total(&effects.counts[..after]), total(&effects.counts[after..]));
    let weight = |(at, count): (usize, &f64)| if at < after { -count / earlier } else { count / later };
    let weights: Vec<f64> = effects.counts.iter().enumerate().map(weight).collect();
    let se = factor * effects.contrast(&weights).ok()?.se;
    Some(ShiftError { se, df: effects.df2 as f64 })
}

/// The model knows differences between rounds and their errors. They are told as severities of independent errors, whose
/// variances are by sheets as one to another, and for all pairs of rounds together as large as those of the differences.
fn severities_of(code: u32, effects: &GroupEffects, factor: f64) -> Result<Vec<Severity>, Reason> {
    let n = effects.groups.len();
    let undefined = |undefined| reason(&undefined);
    let (mut variances, mut shares) = (0.0, 0.0);
    for first in 0..n {
        for second in first + 1..n {
            let weight = |at: usize| f64::from(u8::from(at == second)) - f64::from(u8::from(at == first));
            let weights: Vec<f64> = (0..n).map(weight).collect();
            let difference = effects.contrast(&weights).map_err(undefined)?;
            variances += difference.se * difference.se;
            shares += 1.0 / effects.counts[first] + 1.0 / effects.counts[second];
        }
    }
    let total: f64 = effects.counts.iter().sum();
    let mut severities = Vec::with_capacity(n);
    for (at, (round, count)) in effects.groups.iter().zip(&effects.counts).enumerate() {
        let weight = |other: usize| f64::from(u8::from(at == other)) - effects.counts[other] / total;
        let weights: Vec<f64> = (0..n).map(weight).collect();
        let value = -factor * effects.contrast(&weights).map_err(undefined)?.value;
        let se = factor * (variances / shares / count).sqrt();
        severities.push(Severity { evaluator: code, round: *round, value, se });
    }
    Ok(severities)
}
