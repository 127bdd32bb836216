//! Chance agreement of Conger's kappa: every evaluator with marginals of its own.

use super::table::{Table, counts};

/// Each evaluator's shares of the categories, over the units it scored, without the zeros.
struct Marginals {
    at: Vec<Vec<u32>>,
    share: Vec<Vec<f64>>,
}

impl Marginals {
    fn new(table: &Table, weights: &[f64]) -> Self {
        let mut of_evaluator: Vec<Vec<(u32, f64)>> = vec![Vec::new(); table.n_evaluators];
        for (unit, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            for row in table.starts[unit]..table.starts[unit + 1] {
                of_evaluator[table.evaluator[row] as usize].push((table.category[row], *weight));
            }
        }
        let (mut at, mut share) = (Vec::new(), Vec::new());
        for mut scores in of_evaluator {
            scores.sort_by_key(|(category, _)| *category);
            let total: f64 = scores.iter().map(|(_, weight)| weight).sum();
            let groups = scores.chunk_by(|a, b| a.0 == b.0);
            let (k, p) = groups.map(|g| (g[0].0, g.iter().map(|(_, w)| w).sum::<f64>() / total)).unzip();
            at.push(k);
            share.push(p);
        }
        Self { at, share }
    }

    /// The evaluators that scored something, and the sum of their shares by category.
    fn totals(&self, n_categories: usize) -> (f64, Vec<f64>) {
        let mut total = vec![0.0; n_categories];
        for (at, share) in self.at.iter().zip(&self.share) {
            for (k, p) in at.iter().zip(share) {
                total[*k as usize] += p;
            }
        }
        (self.at.iter().filter(|at| !at.is_empty()).count() as f64, total)
    }
}

/// Conger (1980), weighted as in Gwet (2014, section 4.5): the mean over pairs of different evaluators of
/// `sum over k, l of w_kl p_gk p_hl`, where `p_gk` is a share of the units that evaluator g scored.
pub(super) fn expected(table: &Table, weights: &[f64]) -> f64 {
    let marginals = Marginals::new(table, weights);
    let (r, total) = marginals.totals(table.n_categories);
    let credit = table.weighting.apply_all(&total);
    let all: f64 = credit.iter().zip(&total).map(|(credit, p)| credit * p).sum();
    let own: f64 = marginals
        .at
        .iter()
        .zip(&marginals.share)
        .map(|(at, share)| {
            table.weighting.apply(at, share).iter().zip(share).map(|(credit, p)| credit * p).sum::<f64>()
        })
        .sum();
    (all - own) / (r * (r - 1.0))
}

/// Each unit's part in the chance agreement, whose mean over units is the chance agreement (Gwet 2014, section
/// 5.3.3): the linear term of a unit's scores in the evaluators' marginals.
pub(super) fn unit_parts(table: &Table, weights: &[f64]) -> Vec<f64> {
    let n: f64 = weights.iter().sum();
    let marginals = Marginals::new(table, weights);
    let (r, total) = marginals.totals(table.n_categories);
    let credit = table.weighting.apply_all(&total);
    let mut n_scored = vec![0.0; table.n_evaluators];
    for (unit, weight) in weights.iter().enumerate() {
        for evaluator in &table.evaluator[table.starts[unit]..table.starts[unit + 1]] {
            n_scored[*evaluator as usize] += weight;
        }
    }
    // For every evaluator the credit of its categories with the others, and the mean of that over its scores.
    let others: Vec<Vec<f64>> = marginals
        .at
        .iter()
        .zip(&marginals.share)
        .map(|(at, share)| {
            let own = table.weighting.apply(at, share);
            at.iter().zip(own).map(|(k, own)| credit[*k as usize] - own).collect()
        })
        .collect();
    let means: Vec<f64> = others
        .iter()
        .zip(&marginals.share)
        .map(|(credit, share)| credit.iter().zip(share).map(|(credit, p)| credit * p).sum())
        .collect();
    let base: f64 = means.iter().sum();
    let part = |unit: usize| {
        let rows = table.starts[unit]..table.starts[unit + 1];
        let own: f64 = rows
            .map(|row| {
                let g = table.evaluator[row] as usize;
                let position = marginals.at[g].partition_point(|k| *k < table.category[row]);
                n / n_scored[g] * (others[g][position] - means[g])
            })
            .sum();
        (base + own) / (r * (r - 1.0))
    };
    // A unit that does not count may hold a category that no counted unit of its evaluator has.
    (0..table.n_units()).map(|unit| if weights[unit] == 0.0 { 0.0 } else { part(unit) }).collect()
}

/// Whether two or more evaluators scored, without which there is no pair.
pub(super) fn has_pairs(table: &Table) -> bool {
    let (seen, _) = counts(&table.evaluator);
    seen.len() >= 2
}
