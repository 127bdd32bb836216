//! Agreement weights of one's own.

use crate::undefined::Undefined;

/// A checked square matrix of agreement weights: symmetric, between 0 and 1, and 1 on the diagonal.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomWeights {
    q: usize,
    matrix: Vec<f64>,
}

impl CustomWeights {
    /// Agreement weights, row by row, for `q` categories in ascending order.
    ///
    /// # Errors
    /// `InvalidWeights` unless there are `q * q` of them, symmetric, between 0 and 1, with 1 on the diagonal.
    pub fn new(q: usize, matrix: &[f64]) -> Result<Self, Undefined> {
        let fits = q > 0 && q.checked_mul(q) == Some(matrix.len());
        let valid = |k: usize, l: usize| {
            let weight = matrix[k * q + l];
            (0.0..=1.0).contains(&weight) && weight == matrix[l * q + k] && (k != l || weight == 1.0)
        };
        if fits && (0..q).all(|k| (0..q).all(|l| valid(k, l))) {
            Ok(Self { q, matrix: matrix.to_vec() })
        } else {
            Err(Undefined::InvalidWeights)
        }
    }

    /// Agreement weights `1 - d / max d` from weights of disagreement d (Cohen 1968), row by row.
    ///
    /// # Errors
    /// `InvalidWeights` if the disagreements are not symmetric, not at least 0, or not 0 for equal categories, or if
    /// all are 0.
    pub fn from_disagreements(q: usize, disagreements: &[f64]) -> Result<Self, Undefined> {
        let largest = disagreements.iter().copied().fold(0.0, f64::max);
        if largest <= 0.0 || !largest.is_finite() {
            return Err(Undefined::InvalidWeights);
        }
        let matrix: Vec<f64> = disagreements.iter().map(|d| 1.0 - d / largest).collect();
        Self::new(q, &matrix)
    }

    /// The number of categories.
    pub fn n_categories(&self) -> usize {
        self.q
    }

    /// The weight of a pair of categories below the number of categories.
    pub(crate) fn get(&self, k: usize, l: usize) -> f64 {
        self.matrix[k * self.q + l]
    }
}
