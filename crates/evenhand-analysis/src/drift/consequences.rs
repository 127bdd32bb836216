//! What drift did to providers: composites, ranks and passes as they were and without the drift.
//!
//! The drift alone is taken off, not the severity that an evaluator has all along: from the change point on the shift,
//! and of those who go up and down what each round differs from their mean. So the first rounds stay as they were.

use std::collections::BTreeSet;

use evenhand_protocol::{
    DecidedProvider, DriftClass, DriftConsequence, DriftEffect, Estimate, EvaluatorDrift, Method,
    SeverityTrack,
};
use evenhand_stats::{mean, mean_ranks};

use super::track::normal_estimate;
use crate::Design;
use crate::distinct::distinct;

/// The consequences by evaluator, in the order given, and by provider.
pub(super) struct Consequences {
    pub(super) effects: Vec<Option<DriftEffect>>,
    pub(super) providers: Vec<DriftConsequence>,
}

/// What a drifting evaluator took off the composites of a round.
#[derive(Clone, Copy)]
struct Taken {
    /// Normalised points, positive where scores were lower.
    points: f64,
    se: f64,
}

pub(super) fn consequences(
    design: &Design,
    codes: &[u32],
    evaluators: &[EvaluatorDrift],
    pass_mark: f64,
) -> Consequences {
    let mut taken: Vec<Vec<Option<Taken>>> = vec![Vec::new(); design.metadata().evaluators.len()];
    for (code, evaluator) in codes.iter().zip(evaluators) {
        if let Some(track) = evaluator.linear.known() {
            taken[*code as usize] = by_round(design, track);
        }
    }
    let base: Vec<Option<Composite>> = composites(design, |_, _| None);
    let all = composites(design, |evaluator, round| of(&taken, evaluator, round));
    let base_ranks = ranks(design, &base);
    let effect = |(code, evaluator): (&u32, &EvaluatorDrift)| {
        let track = evaluator.linear.known().filter(|track| track.class != DriftClass::Stable)?;
        let alone = |other: u32, round| if other == *code { of(&taken, other, round) } else { None };
        effect(design, track, [&base, &composites(design, alone)], &base_ranks, pass_mark)
    };
    let effects = codes.iter().zip(evaluators).map(effect).collect();
    Consequences { effects, providers: providers(design, &taken, [&base, &all], &base_ranks, pass_mark) }
}

fn of(taken: &[Vec<Option<Taken>>], evaluator: u32, round: u32) -> Option<Taken> {
    taken[evaluator as usize].get(round as usize).copied().flatten()
}

/// What an evaluator took off in each round, by code; empty for those who do not drift.
fn by_round(design: &Design, track: &SeverityTrack) -> Vec<Option<Taken>> {
    let points = 1.0 / design.scale_factor();
    let rounds = &design.metadata().rounds;
    let Some(shift) = track.change_point.as_ref().filter(|_| track.class != DriftClass::Stable) else {
        return Vec::new();
    };
    let mut by_round = vec![None; rounds.len()];
    let mut since = false;
    for (code, round) in rounds.iter().enumerate() {
        since |= round.id == shift.from_round;
        let Some(severity) = track.severities.iter().find(|one| one.round == round.id) else { continue };
        let (value, estimate) = match track.class {
            DriftClass::Erratic => (severity.severity.value - track.target, &severity.severity),
            _ if since => (shift.change.value, &shift.change),
            _ => continue,
        };
        by_round[code] = Some(Taken { points: points * value, se: points * estimate.se.unwrap_or(0.0) });
    }
    by_round
}

/// The composite of a unit with the standard error of what was added to it.
#[derive(Clone, Copy)]
struct Composite {
    value: f64,
    se: f64,
    /// Whether anything was.
    changed: bool,
}

impl Composite {
    /// With its interval; `n` score sheets are behind it.
    fn estimate(&self, n: u32) -> Estimate {
        normal_estimate(self.value, self.se, n, Method::DriftRemoved)
    }
}

/// Composites with what was taken given back: means of panel means, as the raw composites are.
fn composites(design: &Design, taken: impl Fn(u32, u32) -> Option<Taken>) -> Vec<Option<Composite>> {
    let mut composites = Vec::with_capacity(design.units().len());
    for unit in design.units() {
        let panels: Vec<_> = design.panels()[unit.panels.clone()]
            .iter()
            .map(|panel| design.counting_sheets(panel).collect::<Vec<_>>())
            .filter(|sheets| !sheets.is_empty())
            .collect();
        let mut errors: Vec<(u32, f64)> = Vec::new();
        let mut changed = false;
        let means: Vec<f64> = panels
            .iter()
            .map(|sheets| {
                let share = 1.0 / sheets.len() as f64;
                let mut values = Vec::with_capacity(sheets.len());
                for sheet in sheets {
                    let given = taken(sheet.evaluator, unit.round);
                    values.push(sheet.composite + given.map_or(0.0, |taken| taken.points));
                    if let Some(given) = given {
                        changed = true;
                        // The same error comes with every panel of the evaluator, so it adds up before it is squared.
                        let error = given.se * share / panels.len() as f64;
                        match errors.iter_mut().find(|(evaluator, _)| *evaluator == sheet.evaluator) {
                            Some((_, sum)) => *sum += error,
                            None => errors.push((sheet.evaluator, error)),
                        }
                    }
                }
                mean(&values).unwrap_or(0.0)
            })
            .collect();
        let se = evenhand_stats::sum(&errors.iter().map(|(_, se)| se * se).collect::<Vec<f64>>()).sqrt();
        composites.push(mean(&means).map(|value| Composite { value, se, changed }));
    }
    composites
}

fn effect(
    design: &Design,
    track: &SeverityTrack,
    [base, alone]: [&[Option<Composite>]; 2],
    base_ranks: &[f64],
    pass_mark: f64,
) -> Option<DriftEffect> {
    let shift = track.change_point.clone()?;
    let ranks_alone = ranks(design, alone);
    let (mut touched, mut moved, mut decisions) = (vec![], vec![], Vec::new());
    for (unit, info) in design.units().iter().enumerate() {
        let (Some(was), Some(without)) = (base[unit], alone[unit].filter(|one| one.changed)) else {
            continue;
        };
        touched.push(info.provider);
        let would_pass = without.value >= pass_mark;
        if would_pass != (was.value >= pass_mark) {
            decisions.push(Decision {
                provider: info.provider,
                would_pass,
                sure: is_sure(&without.estimate(0), pass_mark),
                distance: (without.value - pass_mark).abs(),
            });
        }
        if base_ranks[unit] != ranks_alone[unit] {
            moved.push(info.provider);
        }
    }
    let count = |which: &dyn Fn(&&Decision) -> bool| {
        distinct(decisions.iter().filter(which).map(|decision| decision.provider)).len() as u32
    };
    Some(DriftEffect {
        shift,
        n_providers: distinct(touched).len() as u32,
        n_would_pass: count(&|one| one.would_pass),
        n_surely_pass: count(&|one| one.would_pass && one.sure),
        n_would_fail: count(&|one| !one.would_pass),
        n_surely_fail: count(&|one| !one.would_pass && one.sure),
        n_rank_changed: distinct(moved).len() as u32,
        decided: decided(design, decisions),
    })
}

/// A decision about a provider that would have been another without the drift.
struct Decision {
    provider: u32,
    would_pass: bool,
    sure: bool,
    /// From the pass mark, without the drift.
    distance: f64,
}

/// The providers, each once, the surest first.
fn decided(design: &Design, mut decisions: Vec<Decision>) -> Vec<DecidedProvider> {
    decisions.sort_by(|a, b| b.sure.cmp(&a.sure).then(b.distance.total_cmp(&a.distance)));
    let mut seen = BTreeSet::new();
    decisions.retain(|decision| seen.insert(decision.provider));
    let told = |decision: &Decision| DecidedProvider {
        provider: design.metadata().providers[decision.provider as usize].id.clone(),
        sure: decision.sure,
    };
    decisions.iter().map(told).collect()
}

/// Whether the interval of a composite lies on one side of the mark.
fn is_sure(composite: &Estimate, pass_mark: f64) -> bool {
    composite.interval.is_some_and(|ends| ends.low >= pass_mark || ends.high < pass_mark)
}

/// The rank of every unit in its round, 1 for the highest; ties share the mean rank.
fn ranks(design: &Design, composites: &[Option<Composite>]) -> Vec<f64> {
    let value = |unit: usize| composites[unit].map_or(f64::NEG_INFINITY, |composite| composite.value);
    let mut ranks = vec![0.0; composites.len()];
    for round in design.rounds() {
        let units = design.units_of_round(round);
        let values: Vec<f64> = units.clone().map(value).collect();
        ranks[units].copy_from_slice(&mean_ranks(&values));
    }
    ranks
}

fn providers(
    design: &Design,
    taken: &[Vec<Option<Taken>>],
    [base, all]: [&[Option<Composite>]; 2],
    base_ranks: &[f64],
    pass_mark: f64,
) -> Vec<DriftConsequence> {
    let ranks_without = ranks(design, all);
    let metadata = design.metadata();
    let mut consequences = Vec::new();
    for (unit, info) in design.units().iter().enumerate() {
        let (Some(was), Some(without)) = (base[unit], all[unit].filter(|one| one.changed)) else { continue };
        let sheets = || design.panels()[info.panels.clone()].iter().flat_map(|p| design.counting_sheets(p));
        let evaluators = sheets().map(|sheet| sheet.evaluator);
        let drifting = distinct(evaluators.filter(|evaluator| of(taken, *evaluator, info.round).is_some()));
        let without_drift = without.estimate(sheets().count() as u32);
        consequences.push(DriftConsequence {
            round: metadata.rounds[info.round as usize].id.clone(),
            provider: metadata.providers[info.provider as usize].id.clone(),
            evaluators: drifting.iter().map(|code| metadata.evaluators[*code as usize].id.clone()).collect(),
            composite: was.value,
            rank: base_ranks[unit],
            rank_without_drift: ranks_without[unit],
            passed: was.value >= pass_mark,
            would_pass: without.value >= pass_mark,
            sure: is_sure(&without_drift, pass_mark),
            without_drift,
        });
    }
    consequences
}
