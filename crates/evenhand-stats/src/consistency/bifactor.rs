//! A general factor and one factor for each dimension.

use super::minres::one_factor;
use crate::clusters::Clusters;
use crate::item_covariance::Correlations;
use crate::undefined::Undefined;

const MAX_ROUNDS: usize = 50_000;

/// Omega hierarchical with the loadings behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct OmegaHierarchical {
    /// The share of the variance of the standardised total that the general factor explains.
    pub hierarchical: f64,
    /// The share that the general and the dimensions' factors explain together.
    pub total: f64,
    /// The loadings on the general factor.
    pub general: Vec<f64>,
    /// The loading of every indicator on the factor of its own dimension.
    pub of_group: Vec<f64>,
}

/// McDonald's (1999) omega hierarchical for dimensions that are given: one code per indicator.
///
/// A bifactor model (Holzinger & Swineford 1937) of standardised indicators, all factors uncorrelated, by minimum
/// residuals: each loading in turn is the regression that minimises the squared residual correlations. It is not the
/// Schmid-Leiman rotation, which finds dimensions of its own. A dimension of two indicators gets two loadings of equal
/// size, as its one correlation cannot tell them apart, and a dimension of one indicator gets none.
///
/// # Errors
/// `NotComplete` unless there is one code per indicator; `TooFewGroups` below three dimensions, with which general and
/// group factors cannot be told apart; `NotConverged`.
pub fn omega_hierarchical(
    correlations: &Correlations,
    groups: &[u32],
) -> Result<OmegaHierarchical, Undefined> {
    let k = correlations.n_items();
    if groups.len() != k {
        return Err(Undefined::NotComplete);
    }
    let n_groups = Clusters::new(groups).len();
    if n_groups < 3 {
        return Err(Undefined::TooFewGroups { needed: 3, found: n_groups });
    }
    let mut model = Bifactor { correlations, groups, general: one_factor(correlations)?, own: vec![0.0; k] };
    for _ in 0..MAX_ROUNDS {
        let moved = (0..k).map(|i| model.update(i)).fold(0.0, f64::max);
        if moved < 1e-11 {
            return Ok(model.finish());
        }
    }
    Err(Undefined::NotConverged)
}

struct Bifactor<'a> {
    correlations: &'a Correlations,
    groups: &'a [u32],
    general: Vec<f64>,
    own: Vec<f64>,
}

impl Bifactor<'_> {
    fn companions(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.groups.len()).filter(move |j| *j != i && self.groups[*j] == self.groups[i])
    }

    /// Improves both loadings of an indicator; how far they moved.
    fn update(&mut self, i: usize) -> f64 {
        let k = self.groups.len();
        let shared =
            |j: usize| if self.groups[j] == self.groups[i] { self.own[i] * self.own[j] } else { 0.0 };
        let others = || (0..k).filter(|j| *j != i);
        let size: f64 = others().map(|j| self.general[j] * self.general[j]).sum();
        let fit: f64 = others().map(|j| self.general[j] * (self.correlations.get(i, j) - shared(j))).sum();
        let general = if size > 1e-12 { (fit / size).clamp(-1.0, 1.0) } else { 0.0 };
        let moved = (general - self.general[i]).abs();
        self.general[i] = general;
        let own = self.own_loading(i);
        let moved = moved.max((own - self.own[i]).abs());
        self.own[i] = own;
        moved
    }

    /// The best loading on the own dimension, given all others.
    fn own_loading(&self, i: usize) -> f64 {
        let rest = |j: usize| self.correlations.get(i, j) - self.general[i] * self.general[j];
        let limit = (1.0 - self.general[i] * self.general[i]).max(0.0).sqrt();
        let companions: Vec<usize> = self.companions(i).collect();
        if let [only] = companions[..] {
            let both = rest(only);
            // The second of the two takes the sign that a negative rest demands.
            let sign = if both < 0.0 && i > only { -1.0 } else { 1.0 };
            return (sign * both.abs().sqrt()).clamp(-limit, limit);
        }
        let size: f64 = companions.iter().map(|j| self.own[*j] * self.own[*j]).sum();
        if size <= 1e-12 {
            // Nothing to regress on yet: start from what the dimension shares beyond the general factor.
            let mean = companions.iter().map(|j| rest(*j)).sum::<f64>() / companions.len().max(1) as f64;
            return mean.max(0.0).sqrt().min(limit);
        }
        let fit: f64 = companions.iter().map(|j| self.own[*j] * rest(*j)).sum();
        (fit / size).clamp(-limit, limit)
    }

    fn finish(self) -> OmegaHierarchical {
        let k = self.groups.len();
        let sum: f64 = self.general.iter().sum();
        let general = sum * sum;
        let mut of_groups = 0.0;
        for i in 0..k {
            let companions: f64 = self.companions(i).map(|j| self.own[j]).sum();
            of_groups += self.own[i] * (self.own[i] + companions);
        }
        let unique: f64 =
            (0..k).map(|i| 1.0 - self.general[i] * self.general[i] - self.own[i] * self.own[i]).sum();
        let total = general + of_groups + unique;
        OmegaHierarchical {
            hierarchical: general / total,
            total: (general + of_groups) / total,
            general: self.general,
            of_group: self.own,
        }
    }
}
