//! The additive model of composites, purified of evaluators whose effect differs between rounds.
//!
//! Stage by stage: test everyone; let those who drift have an effect of their own in every round; fit again; until
//! nobody new is found.
//! Of several suspects on one panel only the clearest is taken in a stage, since the others may just be its mirror
//! image.
//! The purification of anchors in item response theory does the same (Candell & Drasgow 1988).

use std::collections::BTreeSet;

use evenhand_protocol::Reason;
use evenhand_stats::{AdditiveFit, GroupEffects, additive, benjamini_hochberg};

use crate::convert::reason;
use crate::{ALPHA, Design};

/// No more stages than this; the sample data need two, a season of figure skating five.
const MAX_STAGES: usize = 8;
/// No more evaluators than this, counting one per round for the drifting ones: the time grows with the cube.
const MAX_CODES: usize = 1_200;

/// The last stage.
pub(super) struct Purified {
    tests: Vec<Result<Test, Reason>>,
}

/// The test of one evaluator.
#[derive(Clone)]
pub(super) struct Test {
    pub(super) effects: GroupEffects,
    /// p adjusted over all evaluators who could be tested.
    pub(super) p_adjusted: f64,
}

/// The observations: one composite per score sheet.
struct Sheets {
    panel: Vec<u32>,
    evaluator: Vec<u32>,
    round: Vec<u32>,
    composite: Vec<f64>,
    round_of_panel: Vec<u32>,
    n_evaluators: usize,
}

impl Purified {
    pub(super) fn new(design: &Design) -> Result<Self, Reason> {
        let sheets = Sheets::new(design);
        let mut split: Vec<u32> = Vec::new();
        let mut tests = sheets.stage(&split)?;
        for _ in 0..MAX_STAGES {
            let suspects = sheets.clearest(&suspects(&tests, &split));
            if suspects.is_empty() || sheets.n_codes(split.len() + suspects.len()) > MAX_CODES {
                break;
            }
            split.extend(suspects);
            split.sort_unstable();
            tests = sheets.stage(&split)?;
        }
        Ok(Self { tests })
    }

    pub(super) fn test(&self, evaluator: u32) -> Result<&Test, Reason> {
        self.tests[evaluator as usize].as_ref().map_err(Clone::clone)
    }
}

/// Evaluators who drift and are not split yet, clearest first.
fn suspects(tests: &[Result<Test, Reason>], split: &[u32]) -> Vec<u32> {
    let mut suspects: Vec<(u32, &Test)> = tests
        .iter()
        .enumerate()
        .filter_map(|(evaluator, test)| Some((evaluator as u32, test.as_ref().ok()?)))
        .filter(|(evaluator, test)| test.p_adjusted < ALPHA && !split.contains(evaluator))
        .collect();
    // Where p underflows to 0, the larger F is the clearer case.
    suspects.sort_by(|a, b| {
        a.1.effects.p.total_cmp(&b.1.effects.p).then(b.1.effects.f.total_cmp(&a.1.effects.f))
    });
    suspects.into_iter().map(|(evaluator, _)| evaluator).collect()
}

impl Sheets {
    fn new(design: &Design) -> Self {
        let units = design.units();
        Self {
            panel: design.sheets().iter().map(|sheet| sheet.panel as u32).collect(),
            evaluator: design.sheets().iter().map(|sheet| sheet.evaluator).collect(),
            round: design.sheets().iter().map(|sheet| design.round_of(sheet)).collect(),
            composite: design.sheets().iter().map(|sheet| sheet.composite).collect(),
            round_of_panel: design.panels().iter().map(|panel| units[panel.unit].round).collect(),
            n_evaluators: design.metadata().evaluators.len(),
        }
    }

    fn n_rounds(&self) -> usize {
        self.round.iter().max().map_or(0, |&round| round as usize + 1)
    }

    fn n_codes(&self, n_split: usize) -> usize {
        self.n_evaluators + n_split * self.n_rounds()
    }

    /// Fits the model with the split evaluators as one per round, and tests everyone in it.
    fn stage(&self, split: &[u32]) -> Result<Vec<Result<Test, Reason>>, Reason> {
        let n_rounds = self.n_rounds();
        let code = |at: usize, round: u32| (self.n_evaluators + at * n_rounds) as u32 + round;
        let codes: Vec<u32> = self
            .evaluator
            .iter()
            .zip(&self.round)
            .map(|(evaluator, &round)| match split.binary_search(evaluator) {
                Ok(at) => code(at, round),
                Err(_) => *evaluator,
            })
            .collect();
        let n_panels = self.round_of_panel.len();
        let fit = additive(&self.panel, &codes, &self.composite, n_panels, self.n_codes(split.len()))
            .map_err(|undefined| reason(&undefined))?;
        let effects = (0..self.n_evaluators as u32).map(|evaluator| {
            let result = match split.binary_search(&evaluator) {
                Err(_) => fit.interaction(evaluator as usize, &self.round_of_panel),
                Ok(at) => {
                    let parts = (0..n_rounds as u32).map(|round| (round, code(at, round) as usize));
                    fit.compare(&parts.collect::<Vec<_>>())
                }
            };
            result.map_err(|undefined| self.why(&fit, evaluator, &undefined))
        });
        Ok(adjusted(effects.collect()))
    }

    /// Why an evaluator could not be tested, as the user would say it.
    fn why(&self, fit: &AdditiveFit, evaluator: u32, undefined: &evenhand_stats::Undefined) -> Reason {
        let mut rounds: Vec<u32> = self
            .evaluator
            .iter()
            .zip(&self.round)
            .filter(|(other, _)| **other == evaluator)
            .map(|(_, round)| *round)
            .collect();
        rounds.dedup();
        if rounds.len() == 1 {
            Reason::OneRound
        } else if fit.effects.get(evaluator as usize).copied().flatten().is_none() {
            Reason::NoColleague
        } else {
            reason(undefined)
        }
    }

    /// Of suspects who share a panel, the first in the list.
    fn clearest(&self, suspects: &[u32]) -> Vec<u32> {
        let wanted: BTreeSet<u32> = suspects.iter().copied().collect();
        let mut together: BTreeSet<(u32, u32)> = BTreeSet::new();
        let mut start = 0;
        for panel in self.panel.chunk_by(|a, b| a == b) {
            let members: Vec<u32> = self.evaluator[start..start + panel.len()]
                .iter()
                .copied()
                .filter(|evaluator| wanted.contains(evaluator))
                .collect();
            start += panel.len();
            for (index, &a) in members.iter().enumerate() {
                together.extend(members[index + 1..].iter().flat_map(|&b| [(a, b), (b, a)]));
            }
        }
        let mut taken: Vec<u32> = Vec::new();
        for &suspect in suspects {
            if taken.iter().all(|&other| !together.contains(&(suspect, other))) {
                taken.push(suspect);
            }
        }
        taken
    }
}

fn adjusted(effects: Vec<Result<GroupEffects, Reason>>) -> Vec<Result<Test, Reason>> {
    let p: Vec<f64> = effects.iter().flatten().map(|effects| effects.p).collect();
    let mut p_adjusted = benjamini_hochberg(&p).into_iter();
    effects
        .into_iter()
        .map(|effects| {
            let effects = effects?;
            Ok(Test { effects, p_adjusted: p_adjusted.next().unwrap_or(1.0) })
        })
        .collect()
}
