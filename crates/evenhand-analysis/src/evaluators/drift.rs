//! Whether an evaluator's severity changed between rounds: the verdict of the linear model of drift (see
//! [`crate::drift`]), which the answer about drift tells as well.

use std::collections::BTreeSet;

use evenhand_protocol::{DriftAnswer, DriftClass, Outcome, Reason};

use crate::Design;

/// What is told of all evaluators.
pub(super) struct Drifts {
    /// The providers that count for an evaluator in a round, by evaluator code: rounds and providers, ascending.
    scored: Vec<BTreeSet<(u32, u32)>>,
}

impl Drifts {
    pub(super) fn new(design: &Design) -> Self {
        let mut scored = vec![BTreeSet::new(); design.metadata().evaluators.len()];
        for sheet in design.panels().iter().flat_map(|panel| design.counting_sheets(panel)) {
            scored[sheet.evaluator as usize].insert((design.round_of(sheet), design.provider_of(sheet)));
        }
        Self { scored }
    }

    /// The verdict on one evaluator code.
    pub(super) fn answer(&self, design: &Design, evaluator: u32) -> Outcome<DriftAnswer> {
        self.try_answer(design, evaluator).into()
    }

    fn try_answer(&self, design: &Design, evaluator: u32) -> Result<DriftAnswer, Reason> {
        let effects = &design.purified().map_err(Clone::clone)?.test(evaluator)?.effects;
        let verdict = design.linear_drift()?.verdict(design, evaluator)?;
        let shift = verdict.shift.ok_or(Reason::NoVariance)?;
        // Of those who go up and down every round that was compared counts, of the others those since the change.
        let rounds = &design.metadata().rounds;
        let first = match verdict.class {
            DriftClass::Erratic => 0,
            _ => effects.groups.iter().position(|&r| rounds[r as usize].id == shift.from_round).unwrap_or(0),
        };
        let touched = &effects.groups[first..];
        let providers: BTreeSet<u32> = self.scored[evaluator as usize]
            .iter()
            .filter(|(round, _)| touched.contains(round))
            .map(|(_, provider)| *provider)
            .collect();
        Ok(DriftAnswer {
            class: verdict.class,
            f: effects.f,
            df1: effects.df1 as f64,
            df2: effects.df2 as f64,
            p: verdict.p,
            p_adjusted: verdict.p_adjusted,
            n_rounds: verdict.n_rounds,
            from_round: shift.from_round,
            change: shift.change,
            n_providers: providers.len() as u32,
        })
    }
}
