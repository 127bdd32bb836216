//! A permutation test of a difference within blocks.

use crate::random::Random;
use crate::sum::sum_of;
use crate::undefined::{Undefined, check_finite};

/// What is matched or not as a whole, such as the scores that one evaluator gave one provider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PermutedUnit {
    /// The block it belongs to, such as the evaluator.
    pub block: u32,
    /// Whether it is matched.
    pub matched: bool,
    /// The sum of its values.
    pub sum: f64,
    /// How many values it holds.
    pub n: f64,
}

/// A difference within blocks and how often chance alone gives one as large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithinPermutation {
    /// Matched less unmatched values, every block compared with itself: the slope that
    /// [`clustered_within_difference`](crate::clustered_within_difference) gives for the single values.
    pub difference: f64,
    /// Two-sided p, `(1 + draws at least as extreme) / (1 + draws)`, which is never 0.
    pub p: f64,
    /// How many random draws were made.
    pub n_permutations: usize,
}

/// Draws at random which units of every block are the matched ones, as many as there are, and counts how often the
/// difference is at least as far from zero as the one found.
///
/// Units stay whole, so that what the values of one unit have in common does not make chance look smaller than it is.
/// Source: Fisher (1935), The design of experiments, section 21; the p of Phipson & Smyth (2010), Permutation p-values
/// should never be zero.
///
/// # Errors
/// `NotFinite`; `InvalidParameter` for a unit without values or no draws; `TooFewUnits` where no block has units of both
/// kinds.
pub fn within_permutation(
    units: &[PermutedUnit],
    n_permutations: usize,
    seed: u64,
) -> Result<WithinPermutation, Undefined> {
    check_finite(&units.iter().flat_map(|unit| [unit.sum, unit.n]).collect::<Vec<f64>>())?;
    if n_permutations == 0 || units.iter().any(|unit| unit.n <= 0.0) {
        return Err(Undefined::InvalidParameter);
    }
    let mut blocks = Blocks::new(units);
    if blocks.blocks.is_empty() {
        return Err(Undefined::TooFewUnits { needed: 2, found: units.len().min(1) });
    }
    let difference = blocks.difference();
    let mut random = Random::new(seed);
    // Draws that give the same difference but for rounding count as at least as extreme.
    let limit = difference.abs() * (1.0 - 1e-9);
    let mut extreme = 0;
    for _ in 0..n_permutations {
        blocks.shuffle(&mut random);
        extreme += usize::from(blocks.difference().abs() >= limit);
    }
    let p = (1 + extreme) as f64 / (1 + n_permutations) as f64;
    Ok(WithinPermutation { difference, p, n_permutations })
}

/// The informative blocks; the first units of each are the matched ones of the moment.
struct Blocks {
    units: Vec<(f64, f64)>,
    blocks: Vec<Block>,
}

struct Block {
    start: usize,
    end: usize,
    n_matched: usize,
    /// Mean of all its values.
    mean: f64,
    /// How many values it holds.
    n: f64,
}

impl Blocks {
    fn new(units: &[PermutedUnit]) -> Self {
        let mut order: Vec<&PermutedUnit> = units.iter().collect();
        order.sort_by_key(|unit| (unit.block, !unit.matched));
        let mut found = Self { units: Vec::with_capacity(units.len()), blocks: Vec::new() };
        for block in order.chunk_by(|a, b| a.block == b.block) {
            let n_matched = block.iter().filter(|unit| unit.matched).count();
            if n_matched == 0 || n_matched == block.len() {
                continue;
            }
            let start = found.units.len();
            found.units.extend(block.iter().map(|unit| (unit.sum, unit.n)));
            let n = sum_of(block.iter().map(|unit| unit.n));
            let mean = sum_of(block.iter().map(|unit| unit.sum)) / n;
            found.blocks.push(Block { start, end: found.units.len(), n_matched, mean, n });
        }
        found
    }

    /// A partial shuffle: every set of so many units is as likely to come first.
    fn shuffle(&mut self, random: &mut Random) {
        for block in &self.blocks {
            for place in block.start..block.start + block.n_matched {
                let other = place + random.below(block.end - place);
                self.units.swap(place, other);
            }
        }
    }

    fn difference(&self) -> f64 {
        let (mut above, mut size) = (0.0, 0.0);
        for block in &self.blocks {
            let (mut sum, mut n) = (0.0, 0.0);
            for (value, count) in &self.units[block.start..block.start + block.n_matched] {
                sum += value;
                n += count;
            }
            above += sum - n * block.mean;
            size += n * (1.0 - n / block.n);
        }
        above / size
    }
}
