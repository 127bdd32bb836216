//! Severity by evaluator and round from the additive linear model.
//!
//! The model of all rounds (see [`crate::purified`]) gives the differences between the rounds of one evaluator, everybody
//! who does not drift being as severe in all of them: the scale of the rounds is that of all common evaluators together,
//! and its uncertainty is in the standard errors.

use evenhand_protocol::{CountOf, Reason};
use evenhand_stats::{DriftOptions, GroupEffects, Severity, SeverityTable, framed_drift};

use super::Model;
use super::parts::Parts;
use super::track::{Counts, Engine};
use crate::Design;
use crate::convert::reason;

/// Severities against the evaluator's own mean over the rounds that can be compared.
pub(super) fn engine(design: &Design, parts: &Parts) -> Result<Engine, Reason> {
    let factor = design.scale_factor();
    let purified = design.purified().map_err(Clone::clone)?;
    let n_evaluators = design.metadata().evaluators.len();
    let rounds: Vec<u32> = (0..design.metadata().rounds.len() as u32).collect();
    let mut counts = Counts::default();
    for (one, part) in parts.codes.iter().zip(&parts.fit.component_of_evaluator) {
        if let Some(part) = part {
            counts.add(one.evaluator, parts.rounds[*part as usize], one.n_sheets);
        }
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
    let of = CountOf::ScoreSheets;
    Ok(Engine { model: Model::Linear, evaluators, rounds, counts, of, why_not, dependence: None })
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
