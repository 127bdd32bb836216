//! How far ranks depend on the choice of weights.

use crate::descending::Descending;
use crate::estimate::Level;
use crate::linalg::dot;
use crate::random::Random;
use crate::undefined::Undefined;

/// Multiplications over all draws: some milliseconds, as the page computes this while a weight is moved.
const WORK: usize = 2_000_000;
/// Draws beyond this change a share by hardly more than a hundredth.
const MOST_DRAWS: usize = 1_000;
/// With fewer the 2.5% ends of the ranks mean nothing.
const LEAST_DRAWS: usize = 200;
/// How close drawn weights stay to those given where a reader asks about other weights: about a tenth of the weight for a
/// tenth of the total.
pub const STABILITY_CONCENTRATION: f64 = 50.0;

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

/// Ranks of units under weights drawn from a Dirichlet distribution, some draws at a time, for a caller that must stay
/// responsive.
///
/// The distribution has the mean `weights` and `concentration` in all: the larger it is, the closer the draws are to the
/// weights. A share `w` has the standard deviation `sqrt(w (1 - w) / (concentration + 1))`. Indicators of weight 0 keep it.
/// A unit's composite is over the indicators it has (see [`weighted_composite`](crate::weighted_composite)), and a unit
/// without a composite ranks last. The seed is fixed. It is the uncertainty analysis of composite indicators by Saisana,
/// Saltelli & Tarantola 2005, Journal of the Royal Statistical Society A 168, for the weights.
#[derive(Debug)]
pub struct StabilityDraws {
    rows: Vec<Row>,
    shares: Vec<f64>,
    concentration: f64,
    random: Random,
    descending: Descending,
    /// The ranks of every unit so far.
    ranks: Vec<Vec<usize>>,
    left: usize,
}

impl StabilityDraws {
    /// Before the first draw; `means` has a row per unit with the mean of every indicator.
    ///
    /// # Errors
    /// `NotComplete` where a row has not one mean per weight; `InvalidParameter` unless `concentration` is positive and
    /// finite; `NotFinite`; `TooFewIndicators` where no weight is positive; `TooFewUnits` without units.
    pub fn new(means: &[&[Option<f64>]], weights: &[f64], concentration: f64) -> Result<Self, Undefined> {
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
        let left = (WORK / (means.len() * (weights.len() + 16))).clamp(LEAST_DRAWS, MOST_DRAWS);
        Ok(Self {
            rows: means.iter().map(|means| Row::new(means)).collect(),
            shares,
            concentration,
            random: Random::new(SEED),
            descending: Descending::new(means.len()),
            ranks: vec![Vec::with_capacity(left); means.len()],
            left,
        })
    }

    /// So many more draws; whether others are left.
    pub fn advance(&mut self, draws: usize) -> bool {
        for _ in 0..draws.min(self.left) {
            let drawn = dirichlet(&self.shares, self.concentration, &mut self.random);
            let total = drawn.iter().sum();
            let composites = self.rows.iter().map(|row| row.composite(&drawn, total));
            for (place, unit) in self.descending.order(composites).enumerate() {
                self.ranks[unit].push(place + 1);
            }
        }
        self.left -= draws.min(self.left);
        self.left > 0
    }

    /// What the draws say of every unit and the `k` highest.
    pub fn summary(self, k: usize) -> Vec<RankStability> {
        self.ranks.into_iter().map(|ranks| summary(ranks, k)).collect()
    }
}

/// The means of a unit's indicators, 0 where there is none.
#[derive(Debug)]
struct Row {
    means: Vec<f64>,
    /// 1 for every indicator with a mean, 0 for the others; `None` where all have one.
    present: Option<Vec<f64>>,
}

impl Row {
    fn new(means: &[Option<f64>]) -> Self {
        let present = means.iter().map(|mean| f64::from(u8::from(mean.is_some()))).collect();
        Self {
            means: means.iter().map(|mean| mean.unwrap_or(0.0)).collect(),
            present: means.iter().any(Option::is_none).then_some(present),
        }
    }

    /// The composite with weights that sum to `total`; below any other where no indicator with a mean has weight.
    fn composite(&self, weights: &[f64], total: f64) -> f64 {
        let total = self.present.as_ref().map_or(total, |present| dot(present, weights));
        if total > 0.0 { dot(&self.means, weights) / total } else { f64::NEG_INFINITY }
    }
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
