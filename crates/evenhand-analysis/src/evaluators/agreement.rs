//! Intraclass correlations of the composites on complete panels.

use std::collections::BTreeMap;
use std::ops::Range;

use evenhand_protocol::{Agreement, CountOf, Method, Outcome, Reason};
use evenhand_stats::{Block, Repeats, icc, pooled_mean_squares};

use crate::convert::{estimate, reason};
use crate::{Design, LEVEL, Sheet};

/// A complete panel: which evaluators scored, on which occasion of which round.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Signature {
    round: u32,
    occasion: u32,
    source: u32,
    evaluators: Vec<u32>,
}

/// Agreement within the given units.
///
/// Real panels rarely have every evaluator score every provider.
/// Providers scored by the very same evaluators on the same occasion of a round form a complete table of their own;
/// the mean squares of all such tables are pooled.
/// A provider whose panel nobody else shares adds nothing and is counted in `n_units_all` only.
/// Over several rounds the same providers and evaluators return: the degrees of freedom behind the intervals are
/// divided by how often, so the intervals err on the wide side.
pub(crate) fn agreement(design: &Design, units: Range<usize>) -> Outcome<Agreement> {
    let Some(panels) = panel_range(design, units) else {
        return Outcome::Undefined(Reason::NothingSelected);
    };
    let n_units_all = panels.len() as u32;
    let blocks = complete_blocks(design, panels.clone());
    if panels.clone().all(|panel| design.panels()[panel].sheets.len() < 2) {
        return Outcome::Undefined(Reason::OneEvaluator);
    }
    if blocks.is_empty() {
        return Outcome::Undefined(Reason::NoCompletePanel);
    }
    let views: Vec<Block> = blocks
        .iter()
        .map(|block| Block { scores: &block.scores, n_units: block.n_units, k: block.k })
        .collect();
    let repeats = repeats(design, &blocks);
    let set = match pooled_mean_squares(&views).and_then(|ms| icc(&ms.discounted(&repeats), LEVEL)) {
        Ok(set) => set,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let tag = |from| estimate(from, CountOf::ProviderOccasions, Method::IccAnova);
    Outcome::Known(Agreement {
        icc_1: tag(&set.icc_1),
        icc_a_1: tag(&set.icc_a_1),
        icc_c_1: tag(&set.icc_c_1),
        icc_1_k: tag(&set.icc_1_k),
        icc_a_k: tag(&set.icc_a_k),
        icc_c_k: tag(&set.icc_c_k),
        k: set.mean_squares.k,
        n_panels: blocks.len() as u32,
        n_units: blocks.iter().map(|block| block.n_units as u32).sum(),
        n_units_all,
    })
}

fn panel_range(design: &Design, units: Range<usize>) -> Option<Range<usize>> {
    let units = design.units().get(units)?;
    Some(units.first()?.panels.start..units.last()?.panels.end)
}

struct OwnedBlock {
    scores: Vec<f64>,
    n_units: usize,
    k: usize,
    providers: Vec<u32>,
    evaluators: Vec<u32>,
}

/// How often the same providers, evaluators and pairs of them come back in the blocks, of several rounds above all.
fn repeats(design: &Design, blocks: &[OwnedBlock]) -> Repeats {
    let metadata = design.metadata();
    let mut providers = vec![false; metadata.providers.len()];
    let mut evaluators = vec![false; metadata.evaluators.len()];
    let mut pairs: Vec<u64> = Vec::new();
    let (mut n_units, mut n_seats) = (0usize, 0usize);
    for block in blocks {
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

fn complete_blocks(design: &Design, panels: Range<usize>) -> Vec<OwnedBlock> {
    let mut groups: BTreeMap<Signature, Vec<usize>> = BTreeMap::new();
    for index in panels {
        let panel = &design.panels()[index];
        let sheets: Vec<&Sheet> = design.counting_sheets(panel).collect();
        if sheets.len() < 2 {
            continue;
        }
        let signature = Signature {
            round: design.units()[panel.unit].round,
            occasion: panel.occasion,
            source: panel.source,
            evaluators: sheets.iter().map(|sheet| sheet.evaluator).collect(),
        };
        groups.entry(signature).or_default().push(index);
    }
    groups
        .into_iter()
        .filter(|(_, panels)| panels.len() >= 2)
        .map(|(signature, panels)| OwnedBlock {
            scores: panels
                .iter()
                .flat_map(|&panel| design.counting_sheets(&design.panels()[panel]))
                .map(|sheet| sheet.composite)
                .collect(),
            n_units: panels.len(),
            k: signature.evaluators.len(),
            providers: panels
                .iter()
                .map(|&panel| design.units()[design.panels()[panel].unit].provider)
                .collect(),
            evaluators: signature.evaluators,
        })
        .collect()
}
