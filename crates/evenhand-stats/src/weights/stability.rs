//! How far ranks depend on the choice of weights.

use super::composite::weighted_composite;
use crate::estimate::Level;
use crate::random::Random;
use crate::undefined::Undefined;

/// Multiplications over all draws: some hundredths of a second.
const WORK: usize = 8_000_000;
/// Draws beyond this change a share by less than two hundredths.
const MOST_DRAWS: usize = 2_000;
/// With fewer the 2.5% ends of the ranks mean nothing.
const LEAST_DRAWS: usize = 200;
/// Any number would do, as long as it is always the same.
const SEED: u64 = 0x7765_6967_6874_7321;

/// The ranks of one unit over many sets of weights.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankStability {
    /// Share of the sets of weights under which the unit is among the `k` highest.
    pub among_highest: f64,
    /// Best rank, but for the best 2.5% of the sets.
    pub low: usize,
    /// Worst rank, but for the worst 2.5%.
    pub high: usize,
    /// Sets of weights drawn.
    pub n_draws: usize,
}

/// Ranks of units under weights drawn from a Dirichlet distribution with mean `weights` and `concentration` in all:
/// the larger it is, the closer the draws are to the weights. A share `w` has the standard deviation
/// `sqrt(w (1 - w) / (concentration + 1))`. Indicators of weight 0 keep it.
///
/// `means` has a row per unit with the mean of every indicator; a unit's composite is over the indicators it has (see
/// [`weighted_composite`]), and a unit without a composite ranks last. The seed is fixed. It is the uncertainty
/// analysis of composite indicators by Saisana, Saltelli & Tarantola 2005, Journal of the Royal Statistical Society A
/// 168, for the weights.
///
/// # Errors
/// `NotComplete` where a row has not one mean per weight; `InvalidParameter` unless `concentration` is positive and
/// finite; `NotFinite`; `TooFewIndicators` where no weight is positive; `TooFewUnits` without units.
pub fn rank_stability(
    means: &[&[Option<f64>]],
    weights: &[f64],
    concentration: f64,
    k: usize,
) -> Result<Vec<RankStability>, Undefined> {
    let shares = shares(weights)?;
    if means.iter().any(|row| row.len() != weights.len()) {
        return Err(Undefined::NotComplete);
    }
    if !(concentration > 0.0 && concentration.is_finite()) {
        return Err(Undefined::InvalidParameter);
    }
    if means.is_empty() {
        return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
    }
    let n_draws = (WORK / (means.len() * (weights.len() + 16))).clamp(LEAST_DRAWS, MOST_DRAWS);
    let mut ranks = vec![Vec::with_capacity(n_draws); means.len()];
    let mut random = Random::new(SEED);
    let mut composites = vec![f64::NEG_INFINITY; means.len()];
    let mut order: Vec<usize> = (0..means.len()).collect();
    for _ in 0..n_draws {
        let drawn = dirichlet(&shares, concentration, &mut random);
        for (composite, row) in composites.iter_mut().zip(means) {
            *composite = weighted_composite(row, &drawn).unwrap_or(f64::NEG_INFINITY);
        }
        order.sort_unstable_by(|a, b| composites[*b].total_cmp(&composites[*a]).then(a.cmp(b)));
        for (place, unit) in order.iter().enumerate() {
            ranks[*unit].push(place + 1);
        }
    }
    Ok(ranks.into_iter().map(|ranks| summary(ranks, k)).collect())
}

fn summary(mut ranks: Vec<usize>, k: usize) -> RankStability {
    let n_draws = ranks.len();
    let reached = ranks.iter().filter(|rank| **rank <= k).count();
    ranks.sort_unstable();
    let cut = (Level::P95.tail() * n_draws as f64) as usize;
    RankStability {
        among_highest: reached as f64 / n_draws as f64,
        low: ranks[cut],
        high: ranks[n_draws - 1 - cut],
        n_draws,
    }
}

fn shares(weights: &[f64]) -> Result<Vec<f64>, Undefined> {
    crate::undefined::check_finite(weights)?;
    let total = crate::sum::sum(&weights.iter().map(|weight| weight.max(0.0)).collect::<Vec<f64>>());
    if total <= 0.0 {
        return Err(Undefined::TooFewIndicators { found: 0 });
    }
    Ok(weights.iter().map(|weight| weight.max(0.0) / total).collect())
}

/// A gamma deviate for every share; their sum does not matter for a weighted mean.
fn dirichlet(shares: &[f64], concentration: f64, random: &mut Random) -> Vec<f64> {
    let gamma = |share: &f64| match share * concentration {
        shape if shape > 0.0 => 0.5 * random.chi_squared(2.0 * shape),
        _ => 0.0,
    };
    shares.iter().map(gamma).collect()
}
