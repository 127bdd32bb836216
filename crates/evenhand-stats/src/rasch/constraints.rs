//! What fixes the frame of reference: anchors, group anchors and centred facets.

use super::data::{GroupAnchors, RaschData};
use super::element::ElementStatus;
use super::extremes::Trimmed;
use super::model::Model;
use super::options::RaschOptions;
use crate::sum::sum_of;

/// No group.
const NONE: u32 = u32::MAX;

/// The parameters that are fixed, and the groups of parameters whose means are.
#[derive(Debug, Clone)]
pub(super) struct Constraints {
    pub(super) fixed: Vec<bool>,
    /// The group of every parameter.
    group_of: Vec<u32>,
    /// The number of parameters of every group that are not fixed.
    sizes: Vec<f64>,
    /// The mean of every group.
    means: Vec<f64>,
}

impl Constraints {
    /// The constraints of the model: elements that are not calibrated keep out, anchors stay, facets without anchors but
    /// the noncentred one have mean 0, and the thresholds of every scale sum to 0.
    pub(super) fn new(
        data: &RaschData<'_>,
        options: &RaschOptions,
        trimmed: &Trimmed,
        model: &Model,
    ) -> Self {
        let mut constraints = Self {
            fixed: vec![false; model.n_parameters()],
            group_of: vec![NONE; model.n_parameters()],
            sizes: Vec::new(),
            means: Vec::new(),
        };
        for (index, facet) in data.facets.iter().enumerate() {
            let elements = model.elements(index);
            for (fixed, status) in constraints.fixed[elements.clone()].iter_mut().zip(&trimmed.status[index])
            {
                *fixed = *status != ElementStatus::Calibrated;
            }
            if let Some(groups) = facet.groups {
                constraints.group(elements, &groups);
            } else if index != options.noncentred && facet.anchors.is_empty() {
                let group_of = vec![0; facet.n_elements];
                constraints.group(elements, &GroupAnchors { group_of: &group_of, means: &[0.0] });
            }
        }
        for scale in 0..model.scales.len() {
            // The sum up to the lowest category is 0 by definition, that up to the highest because thresholds sum to 0.
            let thresholds = model.thresholds(scale);
            if let Some(last) = thresholds.clone().last() {
                constraints.fixed[thresholds.start] = true;
                constraints.fixed[last] = true;
            }
        }
        constraints
    }

    fn group(&mut self, elements: std::ops::Range<usize>, groups: &GroupAnchors<'_>) {
        let first = self.means.len();
        self.means.extend_from_slice(groups.means);
        self.sizes.resize(self.means.len(), 0.0);
        for (parameter, group) in elements.zip(groups.group_of) {
            if *group != GroupAnchors::NONE && !self.fixed[parameter] {
                let group = first + *group as usize;
                self.group_of[parameter] = group as u32;
                self.sizes[group] += 1.0;
            }
        }
    }

    /// The number of parameters that the data determine.
    pub(super) fn n_free(&self) -> usize {
        let free = self.fixed.iter().filter(|fixed| !**fixed).count();
        free - self.sizes.iter().filter(|size| **size > 0.0).count()
    }

    /// Projects a change of the parameters on what the constraints allow.
    pub(super) fn project(&self, vector: &mut [f64]) {
        for (value, fixed) in vector.iter_mut().zip(&self.fixed) {
            if *fixed {
                *value = 0.0;
            }
        }
        let means = self.means_of(vector);
        self.shift(vector, &means.iter().map(|mean| -mean).collect::<Vec<f64>>());
    }

    /// Moves every group to its mean.
    pub(super) fn satisfy(&self, parameters: &mut [f64]) {
        let means = self.means_of(parameters);
        let shifts: Vec<f64> = self.means.iter().zip(&means).map(|(want, have)| want - have).collect();
        self.shift(parameters, &shifts);
    }

    /// The groups as vectors: 1 for every member.
    pub(super) fn columns(&self) -> impl Iterator<Item = Vec<f64>> + '_ {
        (0..self.sizes.len())
            .filter(|group| self.sizes[*group] > 0.0)
            .map(|group| self.group_of.iter().map(|of| f64::from(u8::from(*of == group as u32))).collect())
    }

    fn means_of(&self, vector: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.sizes.len()];
        for (value, group) in vector.iter().zip(&self.group_of) {
            if *group != NONE {
                sums[*group as usize] += value;
            }
        }
        sums.iter().zip(&self.sizes).map(|(sum, size)| sum / size.max(1.0)).collect()
    }

    fn shift(&self, vector: &mut [f64], shifts: &[f64]) {
        for (value, group) in vector.iter_mut().zip(&self.group_of) {
            if *group != NONE {
                *value += shifts[*group as usize];
            }
        }
    }
}

/// The inner product of two vectors in the fixed order of sums.
pub(super) fn inner(x: &[f64], y: &[f64]) -> f64 {
    sum_of(x.iter().zip(y).map(|(x, y)| x * y))
}
