//! The scores that can be paired: those of units with two or more.

use crate::categories::Categories;
use crate::ratings::Ratings;
use crate::undefined::Undefined;

/// Pairable scores by unit, as positions among their distinct values.
pub(super) struct Pairable {
    /// The distinct values, ascending.
    pub(super) values: Vec<f64>,
    /// For every score the position of its value.
    pub(super) category: Vec<u32>,
    /// Where each unit's scores begin.
    pub(super) starts: Vec<usize>,
    /// The position in the ratings of every unit that is kept.
    pub(super) units: Vec<usize>,
}

impl Pairable {
    /// Leaves out units with one score.
    pub(super) fn new(ratings: &Ratings) -> Result<Self, Undefined> {
        let mut scores = Vec::with_capacity(ratings.n_ratings());
        let (mut starts, mut units) = (vec![0], Vec::new());
        for (position, unit) in ratings.units().enumerate().filter(|(_, unit)| unit.values.len() >= 2) {
            scores.extend_from_slice(unit.values);
            starts.push(scores.len());
            units.push(position);
        }
        if units.is_empty() {
            return Err(Undefined::OneEvaluator);
        }
        let categories = Categories::observed(&scores);
        if categories.len() < 2 {
            return Err(Undefined::NoVariance);
        }
        Ok(Self { values: categories.values, category: categories.of, starts, units })
    }

    pub(super) fn n_units(&self) -> usize {
        self.units.len()
    }

    /// The value positions of one unit's scores.
    pub(super) fn of_unit(&self, unit: usize) -> &[u32] {
        &self.category[self.starts[unit]..self.starts[unit + 1]]
    }

    /// How often each value occurs, every unit counting `weights[unit]` times.
    pub(super) fn counts(&self, weights: &[f64]) -> Vec<f64> {
        let mut counts = vec![0.0; self.values.len()];
        for (unit, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            for category in self.of_unit(unit) {
                counts[*category as usize] += weight;
            }
        }
        counts
    }
}
