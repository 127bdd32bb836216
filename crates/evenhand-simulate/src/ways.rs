//! The ways of single evaluators: how they differ from everybody in the use of the scale.

use crate::check::CheckedProgramme;
use crate::random::Random;
use crate::scale::Grid;

/// The ways of one evaluator; draws are made only where there is something to draw, so that the ways of one change no
/// score of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ways {
    /// Factor on the distance of every score from the mean level.
    pub(crate) factor: f64,
    /// Points added for providers to which the evaluator is tied.
    pub(crate) partiality: f64,
    halo: f64,
    straight: f64,
    rounding: f64,
    steps: usize,
}

impl Default for Ways {
    fn default() -> Self {
        Self { factor: 1.0, partiality: 0.0, halo: 0.0, straight: 0.0, rounding: 0.0, steps: 1 }
    }
}

impl Ways {
    /// The ways of every evaluator.
    pub(crate) fn all(checked: &CheckedProgramme) -> Vec<Self> {
        let programme = &checked.programme;
        let mut all = vec![Self::default(); checked.total_evaluators()];
        let mut set = |evaluator: usize, change: &dyn Fn(&mut Self)| {
            if let Some(ways) = all.get_mut(evaluator) {
                change(ways);
            }
        };
        for one in &programme.centrality {
            set(one.evaluator, &|ways| ways.factor = one.factor);
        }
        for one in &programme.partiality {
            set(one.evaluator, &|ways| ways.partiality = one.leniency);
        }
        for one in &programme.halo {
            set(one.evaluator, &|ways| ways.halo = one.sd);
        }
        for one in &programme.straight_lining {
            set(one.evaluator, &|ways| ways.straight = one.share);
        }
        for one in &programme.rounding {
            set(one.evaluator, &|ways| {
                ways.rounding = one.share;
                ways.steps = one.steps;
            });
        }
        all
    }

    /// What all scores of a sheet have in common.
    pub(crate) fn halo(self, random: &mut Random) -> f64 {
        if self.halo > 0.0 { random.normal(self.halo) } else { 0.0 }
    }

    /// Whether a sheet has one value on all indicators.
    pub(crate) fn is_straight(self, random: &mut Random) -> bool {
        self.straight > 0.0 && random.happens(self.straight)
    }

    /// The position of a score after rounding, if it is rounded.
    pub(crate) fn rounded(self, position: usize, grid: &Grid, random: &mut Random) -> usize {
        if self.rounding <= 0.0 || !random.happens(self.rounding) {
            return position;
        }
        let steps = self.steps.max(1);
        let nearest = (position + steps / 2) / steps * steps;
        // The last round score may lie below the end of the scale.
        if nearest <= grid.last() { nearest } else { grid.last() / steps * steps }
    }
}
