//! What the change of the mean composite between two rounds is made of.
//!
//! In the additive model the mean composite of a round is the mean level of its providers plus the mean effect of who
//! scored them, to the last digit, as residuals vanish in every panel. The change of either part is divided into what
//! others have come and gone for, and what those of both rounds have changed (Kitagawa 1955), at the mean of both rounds'
//! shares and effects, so that it does not matter which round is called the first.

use std::collections::BTreeMap;

use evenhand_protocol::{ChangeSplit, CountOf, Estimate, Method, Reason, SplitParts};
use evenhand_stats::mean;

use super::model::Model;
use crate::Design;
use crate::convert::reason;

/// One entry per pair of successive rounds.
pub(super) fn splits(design: &Design, model: &Result<Model, Reason>) -> Vec<ChangeSplit> {
    let rounds: Vec<Round> = design.rounds().into_iter().map(|round| Round::new(design, round)).collect();
    rounds
        .windows(2)
        .filter_map(|pair| {
            let [from, to] = [&pair[0], &pair[1]];
            let id = |round: &Round| design.metadata().rounds[round.code as usize].id.clone();
            let (from_mean, mean) = (from.mean?, to.mean?);
            let parts = model.as_ref().map_err(Clone::clone).and_then(|model| parts(model, from, to));
            Some(ChangeSplit {
                from_round: id(from),
                round: id(to),
                from_mean,
                mean,
                raw: mean - from_mean,
                parts: parts.into(),
            })
        })
        .collect()
}

/// A round as the raw mean sees it: every provider counts once, every panel of a provider alike, every sheet of a panel
/// alike.
struct Round {
    code: u32,
    mean: Option<f64>,
    /// The panels of every provider and their shares, which sum to 1 for each.
    providers: BTreeMap<u32, Vec<(usize, f64)>>,
    /// The share of every evaluator.
    evaluators: BTreeMap<u32, f64>,
}

impl Round {
    fn new(design: &Design, code: u32) -> Self {
        let (mut values, mut providers) = (Vec::new(), BTreeMap::new());
        let mut sheets: Vec<(u32, f64)> = Vec::new();
        for unit in &design.units()[design.units_of_round(code)] {
            let filled: Vec<(usize, Vec<(u32, f64)>)> = unit
                .panels
                .clone()
                .map(|at| {
                    let counting = design.counting_sheets(&design.panels()[at]);
                    (at, counting.map(|sheet| (sheet.evaluator, sheet.composite)).collect::<Vec<_>>())
                })
                .filter(|(_, sheets)| !sheets.is_empty())
                .collect();
            let means: Vec<f64> =
                filled.iter().filter_map(|(_, s)| mean(&s.iter().map(|s| s.1).collect::<Vec<_>>())).collect();
            let Some(value) = mean(&means) else { continue };
            values.push(value);
            let share = 1.0 / filled.len() as f64;
            for (_, panel) in &filled {
                sheets.extend(panel.iter().map(|(evaluator, _)| (*evaluator, share / panel.len() as f64)));
            }
            providers
                .insert(unit.provider, filled.into_iter().map(|(at, _)| (at, share)).collect::<Vec<_>>());
        }
        let n = values.len() as f64;
        let mut evaluators: BTreeMap<u32, f64> = BTreeMap::new();
        for (evaluator, share) in sheets {
            *evaluators.entry(evaluator).or_default() += share / n;
        }
        Self { code, mean: mean(&values), providers, evaluators }
    }

    fn n_providers(&self) -> f64 {
        self.providers.len() as f64
    }
}

/// The coefficients of one part: of panels' levels, of evaluators' effects by evaluator and round.
#[derive(Default)]
struct Coefficients {
    panels: Vec<(usize, f64)>,
    evaluators: Vec<((u32, u32), f64)>,
}

fn parts(model: &Model, from: &Round, to: &Round) -> Result<SplitParts, Reason> {
    let (composition, drift, n_common_evaluators) = evaluator_parts(from, to);
    let (mix, change, n_common_providers) = provider_parts(from, to);
    let rounds = [from.code, to.code];
    let told = |part: &Coefficients| told(model, part, rounds);
    Ok(SplitParts {
        composition: told(&composition)?,
        drift: told(&drift)?,
        provider_mix: told(&mix)?,
        provider_change: told(&change)?,
        n_common_evaluators,
        n_common_providers,
        unsteadiness: model.unsteadiness.median().sqrt(),
    })
}

/// Who scored, and what those who scored in both rounds changed.
fn evaluator_parts(from: &Round, to: &Round) -> (Coefficients, Coefficients, u32) {
    let (mut composition, mut drift) = (Coefficients::default(), Coefficients::default());
    let mut common = 0;
    let all: BTreeMap<u32, [Option<f64>; 2]> = joined(&from.evaluators, &to.evaluators);
    for (evaluator, shares) in all {
        let at = |round: &Round| (evaluator, round.code);
        match shares {
            [Some(first), Some(second)] => {
                common += 1;
                let (more, middle) = (second - first, f64::midpoint(first, second));
                composition.evaluators.extend([(at(from), 0.5 * more), (at(to), 0.5 * more)]);
                drift.evaluators.extend([(at(from), -middle), (at(to), middle)]);
            }
            [Some(first), None] => composition.evaluators.push((at(from), -first)),
            [None, Some(second)] => composition.evaluators.push((at(to), second)),
            [None, None] => {}
        }
    }
    (composition, drift, common)
}

/// Which providers were scored, and what those of both rounds changed.
fn provider_parts(from: &Round, to: &Round) -> (Coefficients, Coefficients, u32) {
    let (mut mix, mut change) = (Coefficients::default(), Coefficients::default());
    let (first, second) = (1.0 / from.n_providers(), 1.0 / to.n_providers());
    let (more, middle) = (second - first, f64::midpoint(first, second));
    let mut common = 0;
    let times = |panels: &[(usize, f64)], factor: f64| {
        panels.iter().map(|(at, share)| (*at, share * factor)).collect::<Vec<_>>()
    };
    for (provider, panels) in &from.providers {
        if let Some(later) = to.providers.get(provider) {
            common += 1;
            mix.panels.extend(times(panels, 0.5 * more));
            mix.panels.extend(times(later, 0.5 * more));
            change.panels.extend(times(panels, -middle));
            change.panels.extend(times(later, middle));
        } else {
            mix.panels.extend(times(panels, -first));
        }
    }
    let new = to.providers.iter().filter(|(provider, _)| !from.providers.contains_key(*provider));
    new.for_each(|(_, panels)| mix.panels.extend(times(panels, second)));
    (mix, change, common)
}

fn joined(first: &BTreeMap<u32, f64>, second: &BTreeMap<u32, f64>) -> BTreeMap<u32, [Option<f64>; 2]> {
    let mut all: BTreeMap<u32, [Option<f64>; 2]> = BTreeMap::new();
    first.iter().for_each(|(key, value)| all.entry(*key).or_default()[0] = Some(*value));
    second.iter().for_each(|(key, value)| all.entry(*key).or_default()[1] = Some(*value));
    all
}

/// The value of a part and its standard error: that of the model's residuals, and that of what evaluators are off in a
/// round without drifting, which the model does not know of.
fn told(model: &Model, part: &Coefficients, rounds: [u32; 2]) -> Result<Estimate, Reason> {
    let effects: Vec<(usize, f64)> = part
        .evaluators
        .iter()
        .map(|((evaluator, round), weight)| {
            Ok((model.code(*evaluator, *round).ok_or(Reason::NotLinked)?, *weight))
        })
        .collect::<Result<_, Reason>>()?;
    let influence = model.fit.influence(&part.panels, &effects).map_err(|undefined| reason(&undefined))?;
    let mut squares = Vec::with_capacity(model.sheets.len());
    // What an evaluator is off in a round moves all its sheets, and, in a round looked at, is part of what is estimated.
    let mut off: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    for ((evaluator, round), weight) in &part.evaluators {
        *off.entry((*evaluator, *round)).or_default() -= weight;
    }
    for one in &model.sheets {
        let weight = influence.weight(one.panel as usize, one.code as usize);
        squares.push(weight * weight);
        if !model.drifts(one.code as usize) {
            *off.entry((one.evaluator, one.round)).or_default() += weight;
        }
    }
    let own = model.fit.sigma2 * evenhand_stats::sum(&squares);
    let shared: Vec<f64> = off
        .iter()
        .filter(|((evaluator, round), _)| {
            model.code(*evaluator, *round).is_some_and(|code| !model.drifts(code))
        })
        .map(|(_, weight)| weight * weight)
        .collect();
    let times = evenhand_stats::sum(&shared);
    let df = model.fit.df as f64;
    Ok(Estimate {
        value: influence.value,
        se: Some((own + times * model.unsteadiness.mean()).sqrt()),
        interval: model.unsteadiness.interval(influence.value, own, df, times),
        n: model.sheets.iter().filter(|one| rounds.contains(&one.round)).count() as u32,
        of: CountOf::ScoreSheets,
        method: Method::ChangeSplit,
    })
}
