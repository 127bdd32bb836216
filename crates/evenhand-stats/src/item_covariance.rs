//! Covariances and correlations of indicators, from the units that have both of a pair.

use crate::item_table::ItemTable;
use crate::linalg::Square;
use crate::undefined::{Undefined, check_finite};

/// One pair of indicators over the units that have both, these counting by weight.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Pair {
    /// The weight of these units.
    pub(crate) n: f64,
    pub(crate) mean_a: f64,
    pub(crate) mean_b: f64,
    /// Sums of products about the means.
    pub(crate) squares_a: f64,
    pub(crate) squares_b: f64,
    pub(crate) products: f64,
}

impl Pair {
    /// The covariance, with n - 1 in the denominator.
    pub(crate) fn covariance(&self) -> f64 {
        self.products / (self.n - 1.0)
    }

    /// The covariance without one of the units, of weight 1 and with these scores.
    pub(crate) fn without(&self, a: f64, b: f64) -> f64 {
        let share = self.n / (self.n - 1.0);
        (self.products - share * (a - self.mean_a) * (b - self.mean_b)) / (self.n - 2.0)
    }
}

/// All pairs of indicators, `pairs[a * k + b]` for a <= b.
pub(crate) struct ItemCovariance {
    pub(crate) k: usize,
    pairs: Vec<Pair>,
}

impl ItemCovariance {
    /// The covariances where unit u counts `weights[u]` times.
    ///
    /// `TooFewUnits` if a pair of indicators has fewer than two units in common, counted by weight, as in resamples.
    pub(crate) fn new(table: &ItemTable, weights: &[f64]) -> Result<Self, Undefined> {
        let k = table.n_items();
        let mut pairs = vec![Pair::default(); k * k];
        let rows = || table.rows().zip(weights).filter(|(_, weight)| **weight != 0.0);
        for (row, weight) in rows() {
            each_pair(row, k, |at, a, b| {
                let pair = &mut pairs[at];
                pair.n += weight;
                pair.mean_a += weight * a;
                pair.mean_b += weight * b;
            });
        }
        for pair in &mut pairs {
            pair.mean_a /= pair.n;
            pair.mean_b /= pair.n;
        }
        for (row, weight) in rows() {
            each_pair(row, k, |at, a, b| {
                let pair = &mut pairs[at];
                let (a, b) = (a - pair.mean_a, b - pair.mean_b);
                pair.squares_a += weight * a * a;
                pair.squares_b += weight * b * b;
                pair.products += weight * a * b;
            });
        }
        Self { k, pairs }.with_at_least(2)
    }

    /// The covariances of a table as it is.
    ///
    /// `TooFewUnits` if a pair of indicators has fewer than three units in common.
    pub(crate) fn of(table: &ItemTable) -> Result<Self, Undefined> {
        Self::new(table, &vec![1.0; table.n_units()])?.with_at_least(3)
    }

    /// Refuses pairs with fewer units.
    fn with_at_least(self, needed: usize) -> Result<Self, Undefined> {
        let (a, b) = (0..self.k, |a| a..self.k);
        let fewest = a.flat_map(|a| b(a).map(move |b| (a, b))).map(|(a, b)| self.pair(a, b).n as usize).min();
        match fewest {
            Some(found) if found < needed => Err(Undefined::TooFewUnits { needed, found }),
            _ => Ok(self),
        }
    }

    /// The pair of two indicators, in either order.
    pub(crate) fn pair(&self, a: usize, b: usize) -> &Pair {
        &self.pairs[a.min(b) * self.k + a.max(b)]
    }

    /// The sum of the covariances among the indicators that are wanted, and that of their variances.
    pub(crate) fn sums(&self, wanted: impl Fn(usize) -> bool) -> (f64, f64) {
        let (mut all, mut diagonal) = (0.0, 0.0);
        for a in (0..self.k).filter(|a| wanted(*a)) {
            for b in (0..self.k).filter(|b| wanted(*b)) {
                all += self.pair(a, b).covariance();
            }
            diagonal += self.pair(a, a).covariance();
        }
        (all, diagonal)
    }

    /// The correlations, each over the units that have both.
    pub(crate) fn correlations(&self) -> Result<Correlations, Undefined> {
        let mut matrix = Square::zero(self.k);
        for a in 0..self.k {
            matrix.add(a, a, 1.0);
            for b in a + 1..self.k {
                let pair = self.pair(a, b);
                // What is left of equal scores is rounding.
                let tiny = |squares: f64, mean: f64| squares <= 1e-26 * pair.n * mean * mean;
                if tiny(pair.squares_a, pair.mean_a) || tiny(pair.squares_b, pair.mean_b) {
                    return Err(Undefined::NoVariance);
                }
                let r = (pair.products / (pair.squares_a * pair.squares_b).sqrt()).clamp(-1.0, 1.0);
                check_finite(&[r])?;
                matrix.add(a, b, r);
                matrix.add(b, a, r);
            }
        }
        Ok(Correlations { matrix })
    }
}

/// Calls with the place and the scores of every pair of indicators that a unit has.
pub(crate) fn each_pair(row: &[f64], k: usize, mut call: impl FnMut(usize, f64, f64)) {
    for (a, x) in row.iter().enumerate().filter(|(_, x)| !x.is_nan()) {
        for (b, y) in row.iter().enumerate().skip(a).filter(|(_, y)| !y.is_nan()) {
            call(a * k + b, *x, *y);
        }
    }
}

/// A correlation matrix of indicators.
#[derive(Debug, Clone)]
pub struct Correlations {
    matrix: Square,
}

impl Correlations {
    /// The correlations of a table's indicators, under its policy for missing scores.
    ///
    /// # Errors
    /// `TooFewUnits` if a pair of indicators has fewer than three units in common; `NoVariance` if an indicator does not
    /// vary there.
    pub fn of(table: &ItemTable) -> Result<Self, Undefined> {
        ItemCovariance::of(table)?.correlations()
    }

    /// A published correlation matrix of `k` indicators, row by row.
    ///
    /// # Errors
    /// `NotComplete` unless it is square, symmetric, has 1 on its diagonal and nothing beyond 1 elsewhere;
    /// `TooFewIndicators` below two.
    pub fn from_matrix(k: usize, values: &[f64]) -> Result<Self, Undefined> {
        if k < 2 {
            return Err(Undefined::TooFewIndicators { found: k });
        }
        let valid = |at: usize| {
            let (row, column) = (at / k, at % k);
            let mirrored = values[column * k + row];
            (-1.0..=1.0).contains(&values[at])
                && values[at] == mirrored
                && (row != column || values[at] == 1.0)
        };
        if k.checked_mul(k) != Some(values.len()) || !(0..values.len()).all(valid) {
            return Err(Undefined::NotComplete);
        }
        let mut matrix = Square::zero(k);
        for (at, value) in values.iter().enumerate() {
            matrix.add(at / k, at % k, *value);
        }
        Ok(Self { matrix })
    }

    /// The number of indicators.
    pub fn n_items(&self) -> usize {
        self.matrix.size
    }

    /// The correlation of two indicators below their number; 0 for others.
    pub fn get(&self, a: usize, b: usize) -> f64 {
        if a < self.n_items() && b < self.n_items() { self.matrix.get(a, b) } else { 0.0 }
    }

    /// The sum of all elements.
    pub(crate) fn total(&self) -> f64 {
        (0..self.n_items()).map(|row| self.matrix.row(row).iter().sum::<f64>()).sum()
    }

    pub(crate) fn matrix(&self) -> &Square {
        &self.matrix
    }
}
