//! Checked data, as the engine keeps them.

use super::data::MixedData;
use crate::sum::variance;
use crate::undefined::{Undefined, check_finite};

/// The most columns of fixed effects.
const MAX_COLUMNS: usize = 1_000;

/// The most levels of all factors together, and the most observations.
const MAX_SIZE: usize = 60_000_000;

/// The codes, columns and weights of a model; the response lives apart, since a bootstrap changes it.
#[derive(Debug, Clone)]
pub(super) struct Design {
    pub(super) codes: Vec<Vec<u32>>,
    pub(super) n_levels: Vec<usize>,
    /// The number of levels with observations.
    pub(super) n_observed: Vec<usize>,
    /// The first node of each factor: nodes are levels, numbered through all factors.
    pub(super) offsets: Vec<usize>,
    pub(super) n_nodes: usize,
    /// The columns of fixed effects, the constant first where there is one.
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) weights: Option<Vec<f64>>,
    pub(super) n: usize,
}

impl Design {
    /// Checks the data of a model.
    ///
    /// # Errors
    /// See [`mixed_model`](crate::mixed_model).
    pub(super) fn new(data: &MixedData<'_>) -> Result<Self, Undefined> {
        let n = data.y.len();
        check(data, n)?;
        let mut offsets = Vec::with_capacity(data.factors.len());
        let mut n_nodes = 0;
        for factor in data.factors {
            offsets.push(n_nodes);
            n_nodes = factor.n_levels.saturating_add(n_nodes);
        }
        if n_nodes.max(n) > MAX_SIZE {
            return Err(Undefined::TooLarge { limit: MAX_SIZE, found: n_nodes.max(n) });
        }
        let mut columns = vec![vec![1.0; n]];
        columns.extend(data.covariates.iter().map(|column| column.to_vec()));
        Ok(Self {
            codes: data.factors.iter().map(|factor| factor.codes.to_vec()).collect(),
            n_levels: data.factors.iter().map(|factor| factor.n_levels).collect(),
            n_observed: observed_levels(data)?,
            offsets,
            n_nodes,
            columns,
            weights: data.weights.map(<[f64]>::to_vec),
            n,
        })
    }

    pub(super) fn n_factors(&self) -> usize {
        self.codes.len()
    }

    pub(super) fn n_columns(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn weight(&self, row: usize) -> f64 {
        self.weights.as_ref().map_or(1.0, |weights| weights[row])
    }

    /// The nodes of a factor.
    pub(super) fn nodes(&self, factor: usize) -> std::ops::Range<usize> {
        self.offsets[factor]..self.offsets[factor] + self.n_levels[factor]
    }

    /// The node of a factor that a row belongs to.
    pub(super) fn node(&self, factor: usize, row: usize) -> usize {
        self.offsets[factor] + self.codes[factor][row] as usize
    }

    /// A value for each node from one for each factor.
    pub(super) fn by_node(&self, by_factor: &[f64]) -> Vec<f64> {
        let mut values = Vec::with_capacity(self.n_nodes);
        for (value, n_levels) in by_factor.iter().zip(&self.n_levels) {
            values.resize(values.len() + n_levels, *value);
        }
        values
    }
}

fn check(data: &MixedData<'_>, n: usize) -> Result<(), Undefined> {
    let columns = data.covariates.iter().chain(data.weights.iter());
    let same_length = columns.clone().all(|column| column.len() == n)
        && data.factors.iter().all(|factor| factor.codes.len() == n);
    let in_range =
        |factor: &super::data::Factor<'_>| factor.codes.iter().all(|code| (*code as usize) < factor.n_levels);
    if !same_length || !data.factors.iter().all(in_range) {
        return Err(Undefined::NotComplete);
    }
    check_finite(data.y)?;
    for column in columns {
        check_finite(column)?;
    }
    if data.weights.is_some_and(|weights| weights.iter().any(|weight| *weight <= 0.0)) {
        return Err(Undefined::NotFinite);
    }
    let n_columns = data.covariates.len() + 1;
    if n_columns > MAX_COLUMNS {
        return Err(Undefined::TooLarge { limit: MAX_COLUMNS, found: n_columns });
    }
    if n < n_columns + 2 {
        return Err(Undefined::TooFewUnits { needed: n_columns + 2, found: n });
    }
    if variance(data.y).ok_or(Undefined::NotFinite)? == 0.0 {
        return Err(Undefined::NoVariance);
    }
    Ok(())
}

/// The number of levels with observations of each factor: more than one and fewer than there are observations.
fn observed_levels(data: &MixedData<'_>) -> Result<Vec<usize>, Undefined> {
    let count = |(index, factor): (usize, &super::data::Factor<'_>)| {
        let mut seen = vec![false; factor.n_levels];
        for code in factor.codes {
            seen[*code as usize] = true;
        }
        match seen.iter().filter(|seen| **seen).count() {
            0 | 1 => Err(Undefined::OneLevel { factor: index }),
            levels if levels >= data.y.len() => {
                Err(Undefined::Saturated { factor: index, levels, observations: data.y.len() })
            }
            levels => Ok(levels),
        }
    };
    data.factors.iter().enumerate().map(count).collect()
}
