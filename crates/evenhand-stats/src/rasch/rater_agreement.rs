//! How often evaluators give the same rating, and how often the model says they would.

use std::cmp::Ordering;

use super::curve::Location;
use super::fit::RaschFit;
use crate::undefined::Undefined;

/// Agreements among pairs of ratings.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AgreementCount {
    /// The number of pairs.
    pub opportunities: f64,
    /// The number of pairs of equal ratings.
    pub observed: f64,
    /// The number that is expected if all ratings follow the model, independently of each other.
    pub expected: f64,
}

impl AgreementCount {
    /// Agreement beyond what the model expects, as a share of what is left: `(O - E) / (N - E)`, Linacre's Rasch kappa;
    /// near 0 for evaluators who rate independently. `None` without pairs or where none is left.
    pub fn kappa(&self) -> Option<f64> {
        let left = self.opportunities - self.expected;
        (left > 0.0).then(|| (self.observed - self.expected) / left)
    }

    fn add(&mut self, other: Self) {
        self.opportunities += other.opportunities;
        self.observed += other.observed;
        self.expected += other.expected;
    }
}

/// Exact agreement among the elements of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct RaterAgreement {
    /// Over all pairs.
    pub total: AgreementCount,
    /// For every element the pairs it is part of.
    pub elements: Vec<AgreementCount>,
}

impl RaschFit {
    /// Counts the exact agreements of the elements of a facet: pairs of ratings by two of them under the same
    /// elements of all other facets. Weights do not count, nor do ratings of extreme elements.
    ///
    /// Time and memory are linear in the ratings times the categories, however large the panels.
    /// Source: Linacre, A User's Guide to Facets, Table 7, agreement statistics.
    ///
    /// # Errors
    /// `NotComplete` if there is no such facet.
    pub fn rater_agreement(&self, facet: usize) -> Result<RaterAgreement, Undefined> {
        if facet >= self.model.n_facets() {
            return Err(Undefined::NotComplete);
        }
        let same = |a: u32, b: u32| self.compare_contexts(facet, a, b) == Ordering::Equal;
        let node = |row: u32| self.rows.nodes[facet][row as usize];
        let mut order: Vec<u32> = (0..self.rows.len() as u32).collect();
        order.sort_by(|a, b| self.compare_contexts(facet, *a, *b).then(node(*a).cmp(&node(*b))));
        let values = self.all_values();
        let etas = self.rows.locations(&self.model, &self.parameters);
        let mut agreement = RaterAgreement {
            total: AgreementCount::default(),
            elements: vec![AgreementCount::default(); self.model.elements(facet).len()],
        };
        for context in order.chunk_by(|a, b| same(*a, *b)).filter(|rows| rows.len() > 1) {
            let shares: Vec<Share> = context
                .chunk_by(|a, b| node(*a) == node(*b))
                .map(|rows| self.share(rows, &values, &etas))
                .collect();
            let all = shares.iter().fold(Share::none(values.len()), |all, share| all.plus(share));
            for (share, rows) in shares.iter().zip(context.chunk_by(|a, b| node(*a) == node(*b))) {
                let count = share.pairs_with(&all.minus(share));
                agreement.elements[node(rows[0]) as usize - self.model.offsets[facet]].add(count);
                agreement.total.add(count);
            }
        }
        // Every pair was met from both sides.
        agreement.total.opportunities *= 0.5;
        agreement.total.observed *= 0.5;
        agreement.total.expected *= 0.5;
        Ok(agreement)
    }

    /// Orders rows by the elements of all facets but one.
    fn compare_contexts(&self, facet: usize, a: u32, b: u32) -> Ordering {
        let others = self.rows.nodes.iter().enumerate().filter(|(other, _)| *other != facet);
        others.fold(Ordering::Equal, |order, (_, nodes)| {
            order.then_with(|| nodes[a as usize].cmp(&nodes[b as usize]))
        })
    }

    /// The ratings of all scales, ascending.
    fn all_values(&self) -> Vec<u32> {
        let mut values: Vec<u32> =
            self.model.scales.iter().flat_map(|scale| scale.values.iter().copied()).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    fn share(&self, rows: &[u32], values: &[u32], etas: &[f64]) -> Share {
        let mut share = Share::none(values.len());
        for row in rows {
            let row = *row as usize;
            let scale = self.rows.scale(&self.model, row);
            let curve = &self.curves[scale];
            let mut probabilities = vec![0.0; curve.len()];
            curve.fill_only(Location::new(etas[row]), &mut probabilities);
            for (p, value) in probabilities.iter().zip(&self.model.scales[scale].values) {
                let place = values.partition_point(|other| other < value);
                share.expected[place] += p;
            }
            let given = self.model.scales[scale].values[usize::from(self.rows.category[row])];
            share.observed[values.partition_point(|other| *other < given)] += 1.0;
            share.n += 1.0;
        }
        share
    }
}

/// The ratings of an evaluator in one context, by rating.
struct Share {
    n: f64,
    observed: Vec<f64>,
    expected: Vec<f64>,
}

impl Share {
    fn none(n_values: usize) -> Self {
        Self { n: 0.0, observed: vec![0.0; n_values], expected: vec![0.0; n_values] }
    }

    fn combined(&self, other: &Self, sign: f64) -> Self {
        let combine =
            |a: &[f64], b: &[f64]| -> Vec<f64> { a.iter().zip(b).map(|(a, b)| a + sign * b).collect() };
        Self {
            n: self.n + sign * other.n,
            observed: combine(&self.observed, &other.observed),
            expected: combine(&self.expected, &other.expected),
        }
    }

    fn plus(&self, other: &Self) -> Self {
        self.combined(other, 1.0)
    }

    fn minus(&self, other: &Self) -> Self {
        self.combined(other, -1.0)
    }

    fn pairs_with(&self, others: &Self) -> AgreementCount {
        let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum();
        AgreementCount {
            opportunities: self.n * others.n,
            observed: product(&self.observed, &others.observed),
            expected: product(&self.expected, &others.expected),
        }
    }
}
