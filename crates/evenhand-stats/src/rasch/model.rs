//! The parameters of the model and where they are kept.

use super::curve::Curve;
use super::data::RaschData;
use super::extremes::{KEPT, Trimmed};
use super::options::{RaschOptions, ScaleModel, Unobserved};
use super::scale::Scale;

/// Where the parameters are: first the measures of all elements, facet by facet, then for every scale the sums of
/// its thresholds up to each category.
#[derive(Debug, Clone)]
pub(super) struct Model {
    /// The first parameter of each facet, and the number of elements at the end.
    pub(super) offsets: Vec<usize>,
    /// 1 for a facet whose measures raise ratings, -1 for one whose measures lower them.
    pub(super) signs: Vec<f64>,
    /// The scales: one for all ratings, or one for each element of the facet below.
    pub(super) scales: Vec<Scale>,
    /// The first parameter of each scale, and the number of parameters at the end.
    pub(super) scale_starts: Vec<usize>,
    /// The facet whose elements have scales of their own.
    pub(super) scale_facet: Option<usize>,
}

impl Model {
    pub(super) fn new(data: &RaschData<'_>, options: &RaschOptions, trimmed: &Trimmed) -> Self {
        let mut offsets = vec![0];
        for facet in data.facets {
            offsets.push(offsets[offsets.len() - 1] + facet.n_elements);
        }
        let scale_facet = match options.model {
            ScaleModel::RatingScale => None,
            ScaleModel::PartialCredit { facet } => Some(facet),
        };
        let keep = options.unobserved == Unobserved::Keep;
        let scales: Vec<Scale> =
            observed(data, scale_facet, trimmed).into_iter().map(|values| Scale::new(values, keep)).collect();
        let mut scale_starts = vec![offsets[offsets.len() - 1]];
        for scale in &scales {
            scale_starts.push(scale_starts[scale_starts.len() - 1] + scale.len());
        }
        let signs = data.facets.iter().map(|facet| facet.orientation.sign()).collect();
        Self { offsets, signs, scales, scale_starts, scale_facet }
    }

    pub(super) fn n_facets(&self) -> usize {
        self.signs.len()
    }

    pub(super) fn n_elements(&self) -> usize {
        self.scale_starts[0]
    }

    pub(super) fn n_parameters(&self) -> usize {
        self.scale_starts[self.scales.len()]
    }

    /// The parameters of a facet.
    pub(super) fn elements(&self, facet: usize) -> std::ops::Range<usize> {
        self.offsets[facet]..self.offsets[facet + 1]
    }

    /// The parameters of a scale.
    pub(super) fn thresholds(&self, scale: usize) -> std::ops::Range<usize> {
        self.scale_starts[scale]..self.scale_starts[scale + 1]
    }

    /// The scales with these parameters.
    pub(super) fn curves(&self, parameters: &[f64]) -> Vec<Curve> {
        let curve = |index: usize| Curve::new(&self.scales[index], &parameters[self.thresholds(index)]);
        (0..self.scales.len()).map(curve).collect()
    }
}

/// The different ratings of every scale among the rows that take part, ascending.
fn observed(data: &RaschData<'_>, scale_facet: Option<usize>, trimmed: &Trimmed) -> Vec<Vec<u32>> {
    let n_scales = scale_facet.map_or(1, |facet| data.facets[facet].n_elements);
    let mut values = vec![Vec::new(); n_scales];
    for (row, rating) in data.ratings.iter().enumerate() {
        if trimmed.round_of[row] == KEPT {
            let scale = scale_facet.map_or(0, |facet| data.facets[facet].codes[row] as usize);
            // Scales are short, so that a search through one costs less than sorting all ratings.
            let values: &mut Vec<u32> = &mut values[scale];
            if let Err(place) = values.binary_search(rating) {
                values.insert(place, *rating);
            }
        }
    }
    values
}
