//! The input of agreement on incomplete data: which evaluator gave which unit which score.

use std::borrow::Cow;

use crate::undefined::{Undefined, check_finite};

/// Scores of units by evaluators, incomplete or not, sorted by unit and then evaluator.
///
/// A missing score is a row that is not there; a unit may have any number of evaluators from one on.
/// Everything is checked when a value is made, so that no statistic has to check again: scores are finite, no
/// evaluator scores a unit twice, and no unit is empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Ratings<'a> {
    /// The code of each unit, ascending.
    unit_codes: Vec<u32>,
    /// Where each unit's rows begin, and the number of rows at the end.
    starts: Vec<usize>,
    /// For each row the position of its evaluator in `evaluator_codes`.
    evaluators: Vec<u32>,
    /// The code of each evaluator, ascending.
    evaluator_codes: Vec<u32>,
    values: Cow<'a, [f64]>,
}

/// The scores of one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitRatings<'a> {
    /// The positions of the evaluators in [`Ratings::evaluator_codes`], ascending.
    pub evaluators: &'a [u32],
    /// Their scores, in the same order.
    pub values: &'a [f64],
}

impl<'a> Ratings<'a> {
    /// Ratings from one (unit code, evaluator code, value) triple per score, given as three slices.
    ///
    /// The values are borrowed where the triples are sorted by unit and evaluator; otherwise a sorted copy is made,
    /// so the order of the rows changes nothing.
    ///
    /// # Errors
    /// `NotComplete` if the slices differ in length, `TooFewUnits` without any row, `NotFinite`, and `Duplicate` if
    /// an evaluator scores a unit twice.
    pub fn new(units: &[u32], evaluators: &[u32], values: &'a [f64]) -> Result<Self, Undefined> {
        if units.len() != values.len() || evaluators.len() != values.len() {
            return Err(Undefined::NotComplete);
        }
        check_finite(values)?;
        let keys = || units.iter().zip(evaluators);
        if keys().zip(keys().skip(1)).all(|(a, b)| a < b) {
            return Self::sorted(units, evaluators, Cow::Borrowed(values));
        }
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_unstable_by_key(|row| (units[*row], evaluators[*row]));
        let pick = |codes: &[u32]| order.iter().map(|row| codes[*row]).collect::<Vec<u32>>();
        let (units, evaluators) = (pick(units), pick(evaluators));
        let keys = || units.iter().zip(&evaluators);
        if keys().zip(keys().skip(1)).any(|(a, b)| a == b) {
            return Err(Undefined::Duplicate);
        }
        Self::sorted(&units, &evaluators, Cow::Owned(order.iter().map(|row| values[*row]).collect()))
    }

    /// Ratings of a complete table, row by row: `scores[unit * k + evaluator]`.
    ///
    /// # Errors
    /// `NotComplete` if the length is not `n_units * k`; else as [`Ratings::new`].
    pub fn complete(scores: &'a [f64], n_units: usize, k: usize) -> Result<Self, Undefined> {
        if n_units.checked_mul(k) != Some(scores.len()) {
            return Err(Undefined::NotComplete);
        }
        let units: Vec<u32> = (0..scores.len()).map(|row| (row / k) as u32).collect();
        let evaluators: Vec<u32> = (0..scores.len()).map(|row| (row % k) as u32).collect();
        Self::new(&units, &evaluators, scores)
    }

    /// The checked rows, sorted and without duplicates.
    fn sorted(units: &[u32], evaluators: &[u32], values: Cow<'a, [f64]>) -> Result<Self, Undefined> {
        if values.is_empty() {
            return Err(Undefined::TooFewUnits { needed: 1, found: 0 });
        }
        let mut evaluator_codes = evaluators.to_vec();
        evaluator_codes.sort_unstable();
        evaluator_codes.dedup();
        let position = |code: &u32| evaluator_codes.partition_point(|other| other < code) as u32;
        let evaluators = evaluators.iter().map(position).collect();
        let mut unit_codes = Vec::new();
        let mut starts = Vec::new();
        for (row, unit) in units.iter().enumerate() {
            if unit_codes.last() != Some(unit) {
                unit_codes.push(*unit);
                starts.push(row);
            }
        }
        starts.push(units.len());
        Ok(Self { unit_codes, starts, evaluators, evaluator_codes, values })
    }

    /// The number of units with at least one score.
    pub fn n_units(&self) -> usize {
        self.unit_codes.len()
    }

    /// The number of evaluators with at least one score.
    pub fn n_evaluators(&self) -> usize {
        self.evaluator_codes.len()
    }

    /// The number of scores.
    pub fn n_ratings(&self) -> usize {
        self.values.len()
    }

    /// The code of each unit, ascending.
    pub fn unit_codes(&self) -> &[u32] {
        &self.unit_codes
    }

    /// The code of each evaluator, ascending.
    pub fn evaluator_codes(&self) -> &[u32] {
        &self.evaluator_codes
    }

    /// All scores, by unit and then evaluator.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The units in the order of their codes.
    pub fn units(&self) -> impl Iterator<Item = UnitRatings<'_>> {
        self.starts.windows(2).map(|ends| UnitRatings {
            evaluators: &self.evaluators[ends[0]..ends[1]],
            values: &self.values[ends[0]..ends[1]],
        })
    }

    /// The number of scores of every unit.
    pub fn panel_sizes(&self) -> impl Iterator<Item = usize> {
        self.starts.windows(2).map(|ends| ends[1] - ends[0])
    }

    /// Where each unit's rows begin, and the number of rows at the end.
    pub(crate) fn starts(&self) -> &[usize] {
        &self.starts
    }

    /// For each row the position of its evaluator.
    pub(crate) fn evaluators(&self) -> &[u32] {
        &self.evaluators
    }
}
