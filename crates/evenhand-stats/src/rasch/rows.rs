//! The rows that take part in the calibration.

use std::ops::Range;

use super::curve::FAR;
use super::data::{RaschData, RaschFacet};
use super::extremes::{KEPT, Trimmed};
use super::model::Model;

/// The rows that take part, in their order, with codes turned into positions.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    /// For each facet the parameter of every row's element.
    pub(super) nodes: Vec<Vec<u32>>,
    /// The category of every row on its scale.
    pub(super) category: Vec<u16>,
    pub(super) weights: Option<Vec<f64>>,
    /// The position of every row in the data.
    pub(super) source: Vec<u32>,
}

impl Rows {
    pub(super) fn new(data: &RaschData<'_>, model: &Model, trimmed: &Trimmed) -> Self {
        let kept = |row: &u32| trimmed.round_of[*row as usize] == KEPT;
        let source: Vec<u32> = (0..data.ratings.len() as u32).filter(kept).collect();
        let nodes = |(facet, offset): (&RaschFacet<'_>, &usize)| -> Vec<u32> {
            source.iter().map(|row| facet.codes[*row as usize] + *offset as u32).collect()
        };
        let category = |row: &u32| {
            let row = *row as usize;
            let scale = model.scale_facet.map_or(0, |facet| data.facets[facet].codes[row] as usize);
            model.scales[scale].position(data.ratings[row]) as u16
        };
        Self {
            nodes: data.facets.iter().zip(&model.offsets).map(nodes).collect(),
            category: source.iter().map(category).collect(),
            weights: data.weights.map(|w| source.iter().map(|row| w[*row as usize]).collect()),
            source,
        }
    }

    /// The rows that are marked, or `None` if all are.
    pub(super) fn only(&self, marked: &[bool]) -> Option<Self> {
        let kept: Vec<usize> = (0..self.len()).filter(|row| marked[*row]).collect();
        (kept.len() < self.len()).then(|| Self {
            nodes: self.nodes.iter().map(|nodes| kept.iter().map(|row| nodes[*row]).collect()).collect(),
            category: kept.iter().map(|row| self.category[*row]).collect(),
            weights: self.weights.as_ref().map(|w| kept.iter().map(|row| w[*row]).collect()),
            source: kept.iter().map(|row| self.source[*row]).collect(),
        })
    }

    pub(super) fn len(&self) -> usize {
        self.category.len()
    }

    pub(super) fn weight(&self, row: usize) -> f64 {
        self.weights.as_ref().map_or(1.0, |weights| weights[row])
    }

    /// The scale of a row.
    pub(super) fn scale(&self, model: &Model, row: usize) -> usize {
        model.scale_facet.map_or(0, |facet| self.nodes[facet][row] as usize - model.offsets[facet])
    }

    /// The sum of the measures of every row's elements, each with the sign of its facet.
    pub(super) fn linear(&self, model: &Model, parameters: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        self.linear_of(model, parameters, 0..self.len(), &mut sums);
        sums
    }

    /// The same for some rows.
    pub(super) fn linear_of(&self, model: &Model, parameters: &[f64], rows: Range<usize>, sums: &mut [f64]) {
        sums.fill(0.0);
        for (nodes, sign) in self.nodes.iter().zip(&model.signs) {
            for (sum, node) in sums.iter_mut().zip(&nodes[rows.clone()]) {
                *sum += sign * parameters[*node as usize];
            }
        }
    }

    /// Where every row lies on its scale, no further out than what is told from infinity.
    pub(super) fn locations(&self, model: &Model, parameters: &[f64]) -> Vec<f64> {
        let mut locations = self.linear(model, parameters);
        locations.iter_mut().for_each(|eta| *eta = eta.clamp(-FAR, FAR));
        locations
    }

    /// Adds a value of every row to the elements of the row, with the signs of their facets if `signed`.
    pub(super) fn scatter(&self, model: &Model, values: &[f64], signed: bool, sums: &mut [f64]) {
        self.scatter_of(model, values, 0..self.len(), signed, sums);
    }

    /// The same for some rows, the values being theirs.
    pub(super) fn scatter_of(
        &self,
        model: &Model,
        values: &[f64],
        rows: Range<usize>,
        signed: bool,
        sums: &mut [f64],
    ) {
        for (nodes, sign) in self.nodes.iter().zip(&model.signs) {
            let sign = if signed { *sign } else { 1.0 };
            for (value, node) in values.iter().zip(&nodes[rows.clone()]) {
                sums[*node as usize] += sign * value;
            }
        }
    }
}
