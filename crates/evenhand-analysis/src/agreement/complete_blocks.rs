//! Complete panels: providers scored by the very same evaluators on the same occasion of a round.

use std::collections::BTreeMap;

use evenhand_stats::{Block, MeanSquares, Repeats, Undefined, pooled_mean_squares};

use super::panel_scores::{PanelScores, Run};
use crate::Design;

/// A complete panel: which evaluators scored, on which occasion of which round.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Signature {
    round: u32,
    occasion: u32,
    source: u32,
    evaluators: Vec<u32>,
}

/// A complete table of two or more units by two or more evaluators.
pub(super) struct CompleteBlock {
    /// Row by row: `scores[unit * k + evaluator]`.
    pub(super) scores: Vec<f64>,
    pub(super) n_units: usize,
    pub(super) k: usize,
    providers: Vec<u32>,
    evaluators: Vec<u32>,
}

/// The complete panels of some scores.
pub(super) struct CompleteBlocks(pub(super) Vec<CompleteBlock>);

impl CompleteBlocks {
    pub(super) fn new(design: &Design, scores: &PanelScores) -> Self {
        let mut groups: BTreeMap<Signature, Vec<Run>> = BTreeMap::new();
        for run in scores.runs().filter(|run| run.values.len() >= 2) {
            let panel = &design.panels()[run.panel];
            let signature = Signature {
                round: design.units()[panel.unit].round,
                occasion: panel.occasion,
                source: panel.source,
                evaluators: run.evaluators.to_vec(),
            };
            groups.entry(signature).or_default().push(run);
        }
        let provider = |run: &Run| design.units()[design.panels()[run.panel].unit].provider;
        let blocks = groups.into_iter().filter(|(_, runs)| runs.len() >= 2);
        Self(
            blocks
                .map(|(signature, runs)| CompleteBlock {
                    scores: runs.iter().flat_map(|run| run.values).copied().collect(),
                    n_units: runs.len(),
                    k: signature.evaluators.len(),
                    providers: runs.iter().map(provider).collect(),
                    evaluators: signature.evaluators,
                })
                .collect(),
        )
    }

    /// Units over all blocks.
    pub(super) fn n_units(&self) -> usize {
        self.0.iter().map(|block| block.n_units).sum()
    }

    /// The mean squares pooled over the blocks.
    ///
    /// Over several rounds the same providers and evaluators return: the degrees of freedom behind the intervals are
    /// divided by how often, so the intervals err on the wide side.
    pub(super) fn mean_squares(&self, design: &Design) -> Result<MeanSquares, Undefined> {
        let views: Vec<Block> = self
            .0
            .iter()
            .map(|block| Block { scores: &block.scores, n_units: block.n_units, k: block.k })
            .collect();
        pooled_mean_squares(&views).map(|ms| ms.discounted(&self.repeats(design)))
    }

    /// How often the same providers, evaluators and pairs of them come back, of several rounds above all.
    fn repeats(&self, design: &Design) -> Repeats {
        let metadata = design.metadata();
        let mut providers = vec![false; metadata.providers.len()];
        let mut evaluators = vec![false; metadata.evaluators.len()];
        let mut pairs: Vec<u64> = Vec::new();
        let (mut n_units, mut n_seats) = (0usize, 0usize);
        for block in &self.0 {
            n_units += block.providers.len();
            n_seats += block.evaluators.len();
            for &provider in &block.providers {
                providers[provider as usize] = true;
                pairs.extend(block.evaluators.iter().map(|&e| (u64::from(provider) << 32) | u64::from(e)));
            }
            for &evaluator in &block.evaluators {
                evaluators[evaluator as usize] = true;
            }
        }
        let n_pairs = pairs.len();
        pairs.sort_unstable();
        pairs.dedup();
        let distinct = |seen: &[bool]| seen.iter().filter(|&&seen| seen).count();
        let ratio = |all: usize, distinct: usize| all as f64 / distinct.max(1) as f64;
        Repeats {
            units: ratio(n_units, distinct(&providers)),
            evaluators: ratio(n_seats, distinct(&evaluators)),
            pairs: ratio(n_pairs, pairs.len()),
        }
    }
}
