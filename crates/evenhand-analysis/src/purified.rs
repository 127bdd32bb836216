//! The additive model of composites, purified of evaluators whose effect differs between rounds.
//!
//! Stage by stage: test everyone; let those who drift have an effect of their own in every round; fit again; until
//! nobody new is found.
//! Of several suspects on one panel only the clearest is taken in a stage, since the others may just be its mirror
//! image.
//! The purification of anchors in item response theory does the same (Candell & Drasgow 1988).

use std::collections::BTreeSet;

use evenhand_protocol::Reason;
use evenhand_stats::{AdditiveFit, GroupEffects, Undefined, additive, benjamini_hochberg};

use crate::convert::reason;
use crate::{ALPHA, Design};

/// No more stages than this; the sample data need two, two seasons of figure skating three.
const MAX_STAGES: usize = 8;
/// No more evaluators than this, counting one per round for the drifting ones: the time grows with the cube.
const MAX_CODES: usize = 1_200;

/// The last stage: the verdicts, and who has an effect per round.
#[derive(Debug)]
pub(crate) struct Purified {
    /// Evaluator codes present, ascending; the other lists follow it.
    present: Vec<u32>,
    tests: Vec<Result<Test, Reason>>,
    /// Positions in `present` of those with an effect per round, ascending.
    split: Vec<usize>,
    /// Whether the limits of time left suspects in the model.
    pub(crate) incomplete: bool,
}

/// The test of one evaluator.
#[derive(Debug, Clone)]
pub(crate) struct Test {
    pub(crate) effects: GroupEffects,
    /// p adjusted over all evaluators who could be tested.
    pub(crate) p_adjusted: f64,
}

impl Purified {
    pub(crate) fn new(design: &Design) -> Result<Self, Reason> {
        let sheets = Sheets::new(design);
        let mut split: Vec<usize> = Vec::new();
        let mut tests = sheets.stage(&split)?;
        let mut incomplete = true;
        for _ in 0..MAX_STAGES {
            let mut found = sheets.clearest(&suspects(&tests, &split));
            if found.is_empty() {
                incomplete = false;
                break;
            }
            let room = MAX_CODES.saturating_sub(sheets.n_codes(split.len())) / sheets.n_rounds.max(1);
            found.truncate(room);
            if found.is_empty() {
                break;
            }
            split.extend(found);
            split.sort_unstable();
            tests = sheets.stage(&split)?;
        }
        Ok(Self { present: sheets.present, tests, split, incomplete })
    }

    /// The test of an evaluator code.
    pub(crate) fn test(&self, evaluator: u32) -> Result<&Test, Reason> {
        match self.present.binary_search(&evaluator) {
            Ok(at) => self.tests[at].as_ref().map_err(Clone::clone),
            Err(_) => Err(Reason::NoColleague),
        }
    }

    /// Whether an evaluator code has an effect of its own in every round.
    pub(crate) fn is_split(&self, evaluator: u32) -> bool {
        self.present.binary_search(&evaluator).is_ok_and(|at| self.split.binary_search(&at).is_ok())
    }
}

/// Evaluators who drift and are not split yet, clearest first.
fn suspects(tests: &[Result<Test, Reason>], split: &[usize]) -> Vec<usize> {
    let mut suspects: Vec<(usize, &Test)> = tests
        .iter()
        .enumerate()
        .filter_map(|(evaluator, test)| Some((evaluator, test.as_ref().ok()?)))
        .filter(|(evaluator, test)| test.p_adjusted < ALPHA && !split.contains(evaluator))
        .collect();
    // Where p underflows to 0, the larger F is the clearer case.
    suspects.sort_by(|a, b| {
        a.1.effects.p.total_cmp(&b.1.effects.p).then(b.1.effects.f.total_cmp(&a.1.effects.f))
    });
    suspects.into_iter().map(|(evaluator, _)| evaluator).collect()
}

/// The observations, one composite per score sheet, with dense codes of evaluators: only those present take part.
struct Sheets {
    present: Vec<u32>,
    panel: Vec<u32>,
    /// Position in `present`.
    evaluator: Vec<usize>,
    round: Vec<u32>,
    composite: Vec<f64>,
    round_of_panel: Vec<u32>,
    n_rounds: usize,
}

impl Sheets {
    fn new(design: &Design) -> Self {
        let units = design.units();
        let counting: Vec<_> =
            design.panels().iter().flat_map(|panel| design.counting_sheets(panel)).collect();
        let mut present: Vec<u32> = counting.iter().map(|sheet| sheet.evaluator).collect();
        present.sort_unstable();
        present.dedup();
        let evaluator = |code: u32| present.partition_point(|&other| other < code);
        Self {
            panel: counting.iter().map(|sheet| sheet.panel as u32).collect(),
            evaluator: counting.iter().map(|sheet| evaluator(sheet.evaluator)).collect(),
            round: counting.iter().map(|sheet| design.round_of(sheet)).collect(),
            composite: counting.iter().map(|sheet| sheet.composite).collect(),
            round_of_panel: design.panels().iter().map(|panel| units[panel.unit].round).collect(),
            n_rounds: units.iter().map(|unit| unit.round as usize + 1).max().unwrap_or(0),
            present,
        }
    }

    fn n_codes(&self, n_split: usize) -> usize {
        self.present.len() + n_split * self.n_rounds
    }

    /// Fits the model with the split evaluators as one per round, and tests everyone in it.
    fn stage(&self, split: &[usize]) -> Result<Vec<Result<Test, Reason>>, Reason> {
        let code = |at: usize, round: u32| (self.present.len() + at * self.n_rounds) as u32 + round;
        let codes: Vec<u32> = self
            .evaluator
            .iter()
            .zip(&self.round)
            .map(|(evaluator, &round)| match split.binary_search(evaluator) {
                Ok(at) => code(at, round),
                Err(_) => *evaluator as u32,
            })
            .collect();
        let n_panels = self.round_of_panel.len();
        let fit = additive(&self.panel, &codes, &self.composite, n_panels, self.n_codes(split.len()))
            .map_err(|undefined| reason(&undefined))?;
        let effects = (0..self.present.len()).map(|evaluator| {
            let result = match split.binary_search(&evaluator) {
                Err(_) => fit.interaction(evaluator, &self.round_of_panel),
                Ok(at) => {
                    let parts = (0..self.n_rounds as u32).map(|round| (round, code(at, round) as usize));
                    fit.compare(&parts.collect::<Vec<_>>())
                }
            };
            result.map_err(|undefined| self.why(&fit, evaluator, &undefined))
        });
        Ok(adjusted(effects.collect()))
    }

    /// Why an evaluator could not be tested, as the user would say it.
    fn why(&self, fit: &AdditiveFit, evaluator: usize, undefined: &Undefined) -> Reason {
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
        } else if fit.effects.get(evaluator).copied().flatten().is_none() {
            Reason::NoColleague
        } else {
            reason(undefined)
        }
    }

    /// Of suspects who share a panel, the first in the list.
    fn clearest(&self, suspects: &[usize]) -> Vec<usize> {
        let wanted: BTreeSet<usize> = suspects.iter().copied().collect();
        let mut together: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut start = 0;
        for panel in self.panel.chunk_by(|a, b| a == b) {
            let members: Vec<usize> = self.evaluator[start..start + panel.len()]
                .iter()
                .copied()
                .filter(|evaluator| wanted.contains(evaluator))
                .collect();
            start += panel.len();
            for (index, &a) in members.iter().enumerate() {
                together.extend(members[index + 1..].iter().flat_map(|&b| [(a, b), (b, a)]));
            }
        }
        let mut taken: Vec<usize> = Vec::new();
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
