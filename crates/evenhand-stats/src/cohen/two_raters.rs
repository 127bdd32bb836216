//! The cross table of two raters.

use crate::categories::Categories;
use crate::undefined::{Undefined, check_finite};

/// The most categories of a cross table, whose standard errors visit all pairs of categories.
const MAX_CATEGORIES: usize = 2_000;

/// How often two raters gave each pair of categories, without the zeros.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoRaters {
    /// The categories, ascending.
    pub(super) values: Vec<f64>,
    /// First rater's category, second rater's category, and the number of units; ascending, each pair once.
    pub(super) cells: Vec<(u32, u32, f64)>,
    /// The number of units.
    pub(super) n: usize,
}

impl TwoRaters {
    /// The cross table of the pairs `(first[i], second[i])`; `scale` lists the categories, or `None` takes those that
    /// occur.
    ///
    /// # Errors
    /// `NotComplete` if the slices differ in length, `TooFewUnits` without pairs, `NotFinite`, `NotOnScale`, and
    /// `TooLarge` above 2,000 categories.
    pub fn from_pairs(first: &[f64], second: &[f64], scale: Option<&[f64]>) -> Result<Self, Undefined> {
        if first.len() != second.len() {
            return Err(Undefined::NotComplete);
        }
        let both = [first, second].concat();
        check_finite(&both)?;
        let categories = match scale {
            None => Categories::observed(&both),
            Some(scale) => Categories::of_scale(&both, scale)?,
        };
        let (a, b) = categories.of.split_at(first.len());
        Self::from_categories(categories.values, a.iter().copied().zip(b.iter().copied()).collect())
    }

    /// The cross table of counts, row by row, the first rater in rows, for categories 1, 2, ..., q.
    ///
    /// # Errors
    /// `NotComplete` unless there are `q * q` counts, `TooFewUnits` if all are zero, `TooLarge` above 2,000 categories.
    pub fn from_counts(q: usize, counts: &[usize]) -> Result<Self, Undefined> {
        if q.checked_mul(q) != Some(counts.len()) {
            return Err(Undefined::NotComplete);
        }
        let values = (1..=q).map(|value| value as f64).collect();
        let present = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let cells = present.map(|(at, count)| ((at / q) as u32, (at % q) as u32, *count as f64)).collect();
        Self::checked(values, cells, counts.iter().sum())
    }

    /// The cross table of pairs of positions among the values.
    pub(super) fn from_categories(values: Vec<f64>, mut pairs: Vec<(u32, u32)>) -> Result<Self, Undefined> {
        pairs.sort_unstable();
        let same = pairs.chunk_by(|a, b| a == b);
        let cells = same.map(|same| (same[0].0, same[0].1, same.len() as f64)).collect();
        Self::checked(values, cells, pairs.len())
    }

    fn checked(values: Vec<f64>, cells: Vec<(u32, u32, f64)>, n: usize) -> Result<Self, Undefined> {
        if n == 0 {
            return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
        }
        if values.len() > MAX_CATEGORIES {
            return Err(Undefined::TooLarge { limit: MAX_CATEGORIES, found: values.len() });
        }
        Ok(Self { values, cells, n })
    }

    /// The shares of the categories by rater.
    pub(super) fn marginals(&self) -> [Vec<f64>; 2] {
        let mut marginals = [vec![0.0; self.values.len()], vec![0.0; self.values.len()]];
        for (row, column, count) in &self.cells {
            marginals[0][*row as usize] += count / self.n as f64;
            marginals[1][*column as usize] += count / self.n as f64;
        }
        marginals
    }
}
