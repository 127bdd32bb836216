//! Units by indicators, with a policy for missing scores.

use std::borrow::Cow;

use crate::undefined::Undefined;

/// What to do with missing scores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// Units with a missing score are left out of everything.
    Listwise,
    /// Every pair of indicators uses the units that have both.
    Pairwise,
}

/// A checked table of units by indicators, row by row; `NaN` marks a missing score at the door and nowhere else.
#[derive(Debug, Clone)]
pub struct ItemTable<'a> {
    scores: Cow<'a, [f64]>,
    n_units: usize,
    n_items: usize,
    n_dropped: usize,
}

impl<'a> ItemTable<'a> {
    /// The table `scores[unit * n_items + item]`, in which `NaN` is a missing score.
    ///
    /// # Errors
    /// `NotComplete` if the length is not `n_units * n_items`; `TooFewIndicators` below two items; `NotFinite` for an
    /// infinite score; `TooFewUnits` if fewer than three units are left.
    pub fn new(
        scores: &'a [f64],
        n_units: usize,
        n_items: usize,
        missing: Missing,
    ) -> Result<Self, Undefined> {
        if n_units.checked_mul(n_items) != Some(scores.len()) {
            return Err(Undefined::NotComplete);
        }
        if n_items < 2 {
            return Err(Undefined::TooFewIndicators { found: n_items });
        }
        if scores.iter().any(|score| score.is_infinite()) {
            return Err(Undefined::NotFinite);
        }
        // A unit without any score says nothing under either policy.
        let keep = |row: &&[f64]| match missing {
            Missing::Listwise => row.iter().all(|score| !score.is_nan()),
            Missing::Pairwise => row.iter().any(|score| !score.is_nan()),
        };
        let kept = scores.chunks_exact(n_items).filter(keep).count();
        if kept < 3 {
            return Err(Undefined::TooFewUnits { needed: 3, found: kept });
        }
        let scores = if kept == n_units {
            Cow::Borrowed(scores)
        } else {
            Cow::Owned(scores.chunks_exact(n_items).filter(keep).flatten().copied().collect())
        };
        Ok(Self { scores, n_units: kept, n_items, n_dropped: n_units - kept })
    }

    /// The number of units that are used.
    pub fn n_units(&self) -> usize {
        self.n_units
    }

    /// The number of indicators.
    pub fn n_items(&self) -> usize {
        self.n_items
    }

    /// The number of units that were left out.
    pub fn n_dropped(&self) -> usize {
        self.n_dropped
    }

    /// Whether no score is missing.
    pub fn is_complete(&self) -> bool {
        self.scores.iter().all(|score| !score.is_nan())
    }

    /// The scores of every unit, `NaN` where missing.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.scores.chunks_exact(self.n_items)
    }

    /// One unit's score of an indicator.
    pub(crate) fn score(&self, unit: usize, item: usize) -> Option<f64> {
        let score = self.scores[unit * self.n_items + item];
        (!score.is_nan()).then_some(score)
    }

    /// The scores of an indicator where it has one.
    pub(crate) fn present(&self, item: usize) -> Vec<f64> {
        (0..self.n_units).filter_map(|unit| self.score(unit, item)).collect()
    }

    /// The mean of the scores of every unit, without one of the indicators if that is asked for.
    pub(crate) fn unit_means(&self, without: Option<usize>) -> Vec<Option<f64>> {
        self.rows()
            .map(|row| {
                let scores =
                    || row.iter().enumerate().filter(|(item, x)| Some(*item) != without && !x.is_nan());
                let n = scores().count();
                (n > 0).then(|| crate::sum::sum_of(scores().map(|(_, x)| *x)) / n as f64)
            })
            .collect()
    }
}
