//! Scores as categories: the distinct values in ascending order, and which of them each score is.

use crate::undefined::{Undefined, check_finite};

/// Distinct values in ascending order, with the category of every score.
#[derive(Debug, Clone)]
pub(crate) struct Categories {
    /// The distinct values, ascending.
    pub(crate) values: Vec<f64>,
    /// The position of every score's value in `values`.
    pub(crate) of: Vec<u32>,
}

impl Categories {
    /// The values that occur among finite scores.
    pub(crate) fn observed(scores: &[f64]) -> Self {
        // Values travel with their rows, as looking them up while sorting misses the cache on large tables.
        let mut order: Vec<(f64, u32)> = scores.iter().copied().zip(0..).collect();
        order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut values: Vec<f64> = Vec::new();
        let mut of = vec![0; scores.len()];
        for (value, row) in order {
            // Compared with ==, so that 0 and -0 are one category.
            if values.last() != Some(&value) {
                values.push(value);
            }
            of[row as usize] = (values.len() - 1) as u32;
        }
        Self { values, of }
    }

    /// The categories of a scale that is known, of which some may not occur.
    ///
    /// `NotOnScale` if a score is none of them.
    pub(crate) fn of_scale(scores: &[f64], scale: &[f64]) -> Result<Self, Undefined> {
        check_finite(scale)?;
        let mut values = scale.to_vec();
        values.sort_unstable_by(f64::total_cmp);
        values.dedup();
        let of = scores
            .iter()
            .map(|score| {
                let at = values.partition_point(|value| value < score);
                if values.get(at) == Some(score) { Ok(at as u32) } else { Err(Undefined::NotOnScale) }
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { values, of })
    }

    /// The number of categories.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }
}
