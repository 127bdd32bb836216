//! Kendall's coefficient of concordance: do evaluators put the units in the same order?

use crate::distribution::ChiSquared;
use crate::estimate::{Estimate, Level};
use crate::ratings::Ratings;
use crate::resampling::{
    Linearised, Resampling, Studentised, Transform, UnitStatistic, studentised_interval,
};
use crate::undefined::Undefined;

/// Kendall's W with its test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KendallW {
    /// W, corrected for ties: 1 for the same order by all, 0 for none in common; `n` is the number of units.
    pub w: Estimate,
    /// W without the correction for ties, which is never larger.
    pub uncorrected: f64,
    /// `m (n - 1) W` of the corrected W.
    pub chi_squared: f64,
    /// Its degrees of freedom, n - 1.
    pub df: usize,
    /// The probability of a value at least as large if every order were equally likely; rough below eight units.
    pub p: f64,
    /// The number of evaluators, m.
    pub n_evaluators: usize,
    /// The number of units that not all evaluators scored, which are left out.
    pub n_dropped: usize,
}

/// Kendall's W of the units that all evaluators scored, each evaluator ranking the units by its scores.
///
/// W is the sum of squares of the units' rank sums over the largest it could be, `m^2 (n^3 - n) / 12` less m times the
/// correction for ties (Kendall 1948, Rank Correlation Methods, chapter 6). The interval is a bootstrap over units,
/// ranked anew in every resample and studentised on the scale of `-ln(1 - W)`.
///
/// # Errors
/// `OneEvaluator` below two evaluators; `TooFewUnits` below three complete units; `NoVariance` if every evaluator gives
/// all units the same score.
pub fn kendall_w(
    ratings: &Ratings,
    resampling: Option<Resampling>,
    level: Level,
) -> Result<KendallW, Undefined> {
    let m = ratings.n_evaluators();
    if m < 2 {
        return Err(Undefined::OneEvaluator);
    }
    let complete: Vec<&[f64]> =
        ratings.units().filter(|unit| unit.values.len() == m).map(|unit| unit.values).collect();
    let n = complete.len();
    if n < 3 {
        return Err(Undefined::TooFewUnits { needed: 3, found: n });
    }
    let concordance = Concordance::new(&complete, m);
    let parts = concordance.parts(&vec![1.0; n]);
    let value = parts.w().ok_or(Undefined::NoVariance)?;
    let uncorrected = 12.0 * parts.of_sums / ((m * m) as f64 * (n as f64 * n as f64 * n as f64 - n as f64));
    let chi_squared = (m * (n - 1)) as f64 * value;
    let p = ChiSquared::new((n - 1) as f64).ok_or(Undefined::NotFinite)?.sf(chi_squared);
    let found = concordance.with_se(&vec![1.0; n]);
    let interval = resampling
        .and_then(|resampling| studentised_interval(&concordance, Transform::LogDistance, resampling, level));
    Ok(KendallW {
        w: Estimate { value, se: found.map(|found| found.se), interval, n },
        uncorrected,
        chi_squared,
        df: n - 1,
        p,
        n_evaluators: m,
        n_dropped: ratings.n_units() - n,
    })
}

/// Units in the order of every evaluator's scores, so that ranks for other weights take one pass.
struct Concordance {
    n: usize,
    /// For each evaluator the units in ascending order, with a mark where a new value begins.
    orders: Vec<Vec<(u32, bool)>>,
}

/// Sums of squares of ranks about their mean.
struct Parts {
    /// Of the units' rank sums.
    of_sums: f64,
    /// Of the ranks, over all evaluators.
    of_ranks: f64,
    n_evaluators: f64,
    /// For every unit its rank sum and the sum of its squared ranks, about the mean.
    units: Vec<(f64, f64)>,
}

impl Parts {
    fn w(&self) -> Option<f64> {
        (self.of_ranks > 0.0).then(|| self.of_sums / (self.n_evaluators * self.of_ranks))
    }
}

impl Concordance {
    fn new(rows: &[&[f64]], m: usize) -> Self {
        let orders = (0..m)
            .map(|evaluator| {
                let score = |unit: &u32| rows[*unit as usize][evaluator];
                let mut order: Vec<u32> = (0..rows.len() as u32).collect();
                order.sort_by(|a, b| score(a).total_cmp(&score(b)));
                let fresh = |at: usize| at == 0 || score(&order[at]) != score(&order[at - 1]);
                order.iter().enumerate().map(|(at, unit)| (*unit, fresh(at))).collect()
            })
            .collect();
        Self { n: rows.len(), orders }
    }

    /// Midranks about their mean where unit u counts `weights[u]` times.
    fn parts(&self, weights: &[f64]) -> Parts {
        let total: f64 = weights.iter().sum();
        let mut units = vec![(0.0, 0.0); self.n];
        for order in &self.orders {
            let mut below = -0.5 * total;
            for tied in order.chunk_by(|_, next| !next.1) {
                let count: f64 = tied.iter().map(|(unit, _)| weights[*unit as usize]).sum();
                let rank = below + 0.5 * count;
                below += count;
                for (unit, _) in tied {
                    let (sum, squares) = &mut units[*unit as usize];
                    *sum += rank;
                    *squares += rank * rank;
                }
            }
        }
        let weighted =
            |part: fn(&(f64, f64)) -> f64| units.iter().zip(weights).map(|(u, w)| w * part(u)).sum();
        Parts {
            of_sums: weighted(|(sum, _)| sum * sum),
            of_ranks: weighted(|(_, squares)| *squares),
            n_evaluators: self.orders.len() as f64,
            units,
        }
    }

    /// The derivative of W by each unit's weight through its own squares; how ranks shift is left out.
    fn influence_of(parts: &Parts) -> Option<Vec<f64>> {
        let w = parts.w()?;
        let m = parts.n_evaluators;
        Some(
            parts.units.iter().map(|(sum, squares)| (sum * sum / m - w * squares) / parts.of_ranks).collect(),
        )
    }
}

impl UnitStatistic for Concordance {
    fn n_units(&self) -> usize {
        self.n
    }

    fn value(&self, weights: &[f64]) -> Option<f64> {
        self.parts(weights).w()
    }

    fn influence(&self) -> Option<Vec<f64>> {
        Self::influence_of(&self.parts(&vec![1.0; self.n]))
    }
}

impl Studentised for Concordance {
    fn linearised(&self, weights: &[f64]) -> Option<Linearised> {
        let parts = self.parts(weights);
        Some(Linearised { value: parts.w()?, slopes: Self::influence_of(&parts)? })
    }
}
