//! Whether an evaluator's severity changed between rounds.
//!
//! Plain deviations from the panel cannot tell: they move when the colleagues change.
//! The composites are therefore fitted as `panel + evaluator` over all rounds, and each evaluator is tested for an
//! effect of its own in every round (partial F test).
//! A drifting evaluator makes its colleagues seem to drift the other way; the model is purified of the drifting ones
//! before the others are judged (see [`crate::purified`]).
//! A movement of all evaluators together cannot be seen in any of this.

use evenhand_protocol::{CountOf, DriftAnswer, DriftClass, Method, Outcome, Reason};
use evenhand_stats::GroupEffects;

use crate::convert::t_estimate;
use crate::distinct::distinct;
use crate::{ALPHA, Design};

/// The tests of all evaluators, adjusted together.
pub(super) struct Drifts {
    /// Points of the scale of deviations per point of the normalised scale.
    factor: f64,
}

impl Drifts {
    pub(super) fn new(design: &Design) -> Self {
        Self { factor: design.scale_factor() }
    }

    /// The verdict on one evaluator code.
    pub(super) fn answer(&self, design: &Design, evaluator: u32) -> Outcome<DriftAnswer> {
        self.try_answer(design, evaluator).into()
    }

    fn try_answer(&self, design: &Design, evaluator: u32) -> Result<DriftAnswer, Reason> {
        let test = design.purified().map_err(Clone::clone)?.test(evaluator)?;
        let effects = &test.effects;
        let split = best_split(effects).ok_or(Reason::NoVariance)?;
        let from_round = effects.groups[split.at];
        let n = effects.counts.iter().sum::<f64>() as u32;
        // The model speaks of scores, severity of the opposite.
        let change = t_estimate(
            -split.change * self.factor,
            split.se * self.factor,
            effects.df2 as f64,
            n,
            CountOf::ScoreSheets,
            Method::ChangePoint,
        );
        let class = if test.p_adjusted >= ALPHA {
            DriftClass::Stable
        } else if change.interval.is_some_and(|i| i.low > 0.0) {
            DriftClass::Harsher
        } else if change.interval.is_some_and(|i| i.high < 0.0) {
            DriftClass::MoreLenient
        } else {
            DriftClass::Erratic
        };
        Ok(DriftAnswer {
            class,
            f: effects.f,
            df1: effects.df1 as f64,
            df2: effects.df2 as f64,
            p: effects.p,
            p_adjusted: test.p_adjusted,
            from_round: design.metadata().rounds[from_round as usize].id.clone(),
            change,
            n_providers_after: providers_since(design, evaluator, from_round),
        })
    }
}

/// Providers an evaluator scored from a round on.
fn providers_since(design: &Design, evaluator: u32, round: u32) -> u32 {
    let first = design.units().partition_point(|unit| unit.round < round);
    let Some(first_panel) = design.units().get(first).map(|unit| unit.panels.start) else { return 0 };
    let providers = design.panels()[first_panel..]
        .iter()
        .filter(|panel| design.sheets()[panel.sheets.clone()].iter().any(|s| s.evaluator == evaluator))
        .map(|panel| design.units()[panel.unit].provider);
    distinct(providers).len() as u32
}

struct Split {
    /// Index of the first round after the change.
    at: usize,
    /// Mean effect after minus mean effect before, score sheets counting alike.
    change: f64,
    se: f64,
}

/// The split of the rounds into before and after with the largest t ratio; the earliest of equals.
fn best_split(effects: &GroupEffects) -> Option<Split> {
    let n = effects.counts.len();
    let mut best: Option<Split> = None;
    for at in 1..n {
        let total = |part: &[f64]| part.iter().sum::<f64>();
        let (before, after) = (total(&effects.counts[..at]), total(&effects.counts[at..]));
        let weights: Vec<f64> = (0..n)
            .map(|i| if i < at { -effects.counts[i] / before } else { effects.counts[i] / after })
            .collect();
        let contrast = effects.contrast(&weights).ok()?;
        let ratio = |change: f64, se: f64| (change / se).abs();
        let larger = best.as_ref().is_none_or(|b| ratio(contrast.value, contrast.se) > ratio(b.change, b.se));
        if contrast.se > 0.0 && larger {
            best = Some(Split { at, change: contrast.value, se: contrast.se });
        }
    }
    best
}
