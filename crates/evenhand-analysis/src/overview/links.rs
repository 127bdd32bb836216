//! Which evaluators took part in which round, and whom two rounds have in common.

use evenhand_protocol::RoundLink;

use crate::Design;

/// Evaluators × rounds: who scored when.
pub(super) struct Presence {
    rounds: Vec<u32>,
    /// One row per round of the selection, one flag per evaluator code.
    present: Vec<Vec<bool>>,
}

impl Presence {
    pub(super) fn new(design: &Design) -> Self {
        let rounds = design.rounds();
        let mut present = vec![vec![false; design.metadata().evaluators.len()]; rounds.len()];
        for sheet in design.sheets() {
            let index = rounds.partition_point(|&round| round < design.round_of(sheet));
            present[index][sheet.evaluator as usize] = true;
        }
        Self { rounds, present }
    }

    pub(super) fn count(&self, index: usize) -> u32 {
        self.present[index].iter().filter(|&&present| present).count() as u32
    }

    /// Evaluators of a round who scored in no earlier one; none in the first round, where the word has no meaning.
    pub(super) fn newcomers(&self, index: usize) -> u32 {
        if index == 0 {
            return 0;
        }
        let earlier = |evaluator: usize| self.present[..index].iter().any(|round| round[evaluator]);
        (0..self.present[index].len())
            .filter(|&evaluator| self.present[index][evaluator] && !earlier(evaluator))
            .count() as u32
    }

    pub(super) fn links(&self, design: &Design) -> Vec<RoundLink> {
        let id = |index: usize| design.metadata().rounds[self.rounds[index] as usize].id.clone();
        let mut links = Vec::new();
        for from in 0..self.rounds.len() {
            for to in from..self.rounds.len() {
                let common =
                    self.present[from].iter().zip(&self.present[to]).filter(|(a, b)| **a && **b).count();
                links.push(RoundLink { from: id(from), to: id(to), n_evaluators: common as u32 });
            }
        }
        links
    }
}
