//! Standard errors that count the uncertainty of all other measures.

use super::constraints::Constraints;
use super::curve::{Curve, Location};
use super::likelihood::longest;
use super::model::Model;
use super::rows::Rows;
use crate::sparse::{Factor, Graph, Symbolic};
use crate::undefined::Undefined;

/// The variances of all measures from the inverse of the whole information matrix, by parameter.
///
/// The matrix is made regular by counting one element of each centred facet twice, factorised sparsely, and its inverse
/// carried over to centred facets: `P V P'`, with P taking the mean of every centred facet off its elements and adding
/// it to the noncentred one.
///
/// # Errors
/// `TooLarge` if the factor would be, `NotFinite` if the matrix is singular all the same.
pub(super) fn joint_variances(
    model: &Model,
    rows: &Rows,
    constraints: &Constraints,
    curves: &[Curve],
    parameters: &[f64],
    diagonal: &[f64],
    noncentred: usize,
) -> Result<Vec<f64>, Undefined> {
    let centred: Vec<Centred> =
        constraints.columns().filter_map(|column| Centred::of(model, &column)).collect();
    let symbolic = Symbolic::new(&Graph::new(
        model.n_parameters(),
        &entries(model, rows, constraints, curves, parameters),
    ))?;
    let scale = |(d, fixed): (&f64, &bool)| if *fixed || *d <= 0.0 { 1.0 } else { 1.0 / d.sqrt() };
    let scales: Vec<f64> = diagonal.iter().zip(&constraints.fixed).map(scale).collect();
    let mut extra = vec![0.0; model.n_parameters()];
    for facet in &centred {
        let most = |best: usize, node: &usize| if diagonal[*node] > diagonal[best] { *node } else { best };
        let heaviest = facet.members.iter().fold(facet.members[0], most);
        extra[heaviest] = diagonal[heaviest];
    }
    let factor = Factor::new(&symbolic, &extra, &scales)?;
    let mut variances = factor.selected_inverse(&symbolic);
    variances.iter_mut().zip(&scales).for_each(|(variance, scale)| *variance *= scale * scale);
    let means: Vec<Vec<f64>> =
        centred.iter().map(|facet| facet.covariances(&symbolic, &factor, &scales)).collect();
    let mean_of = |facet: &Centred, vector: &[f64]| {
        facet.members.iter().map(|node| vector[*node]).sum::<f64>() / facet.members.len() as f64
    };
    for (facet, mean) in centred.iter().zip(&means) {
        let own = mean_of(facet, mean);
        facet.members.iter().for_each(|node| variances[*node] += own - 2.0 * mean[*node]);
    }
    let sign = |facet: &Centred| model.signs[noncentred] * model.signs[facet.facet];
    for node in model.elements(noncentred).filter(|node| !constraints.fixed[*node]) {
        for (facet, mean) in centred.iter().zip(&means) {
            variances[node] += 2.0 * sign(facet) * mean[node];
            for other in &centred {
                variances[node] += sign(facet) * sign(other) * mean_of(other, mean);
            }
        }
    }
    Ok(variances)
}

/// A facet whose mean is 0.
struct Centred {
    facet: usize,
    members: Vec<usize>,
}

impl Centred {
    fn of(model: &Model, column: &[f64]) -> Option<Self> {
        let members: Vec<usize> = (0..column.len()).filter(|node| column[*node] > 0.0).collect();
        let first = *members.first()?;
        let facet = model.offsets.partition_point(|offset| *offset <= first) - 1;
        Some(Self { facet, members })
    }

    /// The covariances of all parameters with the mean of the facet.
    fn covariances(&self, symbolic: &Symbolic, factor: &Factor, scales: &[f64]) -> Vec<f64> {
        let mut mean = vec![0.0; scales.len()];
        self.members.iter().for_each(|node| mean[*node] = scales[*node] / self.members.len() as f64);
        let mut x = symbolic.permuted(mean);
        factor.forward(symbolic, &mut x);
        factor.backward(symbolic, &mut x);
        let mut x = symbolic.restored(&x);
        x.iter_mut().zip(scales).for_each(|(value, scale)| *value *= scale);
        x
    }
}

/// The entries of the information matrix off its diagonal.
fn entries(
    model: &Model,
    rows: &Rows,
    constraints: &Constraints,
    curves: &[Curve],
    parameters: &[f64],
) -> Vec<(u32, u32, f64)> {
    let locations: Vec<Location> = rows.locations(model, parameters).into_iter().map(Location::new).collect();
    let mut buffer = vec![0.0; longest(curves)];
    let n = model.n_parameters();
    let mut sums = Sums { values: vec![0.0; n], seen: vec![false; n], touched: Vec::new() };
    let mut entries = Vec::new();
    let free = |node: usize| !constraints.fixed[node];
    for (facet, nodes) in rows.nodes.iter().enumerate() {
        for (node, own) in by_element(model, facet, nodes) {
            if !free(node) {
                continue;
            }
            for row in own {
                let scale = rows.scale(model, row);
                let (curve, weight) = (&curves[scale], rows.weight(row));
                let probabilities = &mut buffer[..curve.len()];
                curve.fill_only(locations[row], probabilities);
                let moments = curve.moments(probabilities);
                for (other, nodes) in rows.nodes.iter().enumerate().skip(facet + 1) {
                    let sign = model.signs[facet] * model.signs[other];
                    sums.add(nodes[row] as usize, sign * weight * moments.variance);
                }
                for (k, threshold) in model.thresholds(scale).enumerate() {
                    let value = weight * probabilities[k] * (curve.scores[k] - moments.mean);
                    sums.add(threshold, -model.signs[facet] * value);
                }
            }
            sums.drain(|other, value| {
                if free(other) {
                    entries.push((node as u32, other as u32, value));
                }
            });
        }
    }
    between_categories(model, rows, curves, &locations, |row, column, value| {
        if free(row) && free(column) {
            entries.push((row as u32, column as u32, value));
        }
    });
    entries
}

/// Calls `entry` with the information shared by every two categories of every scale.
fn between_categories(
    model: &Model,
    rows: &Rows,
    curves: &[Curve],
    locations: &[Location],
    mut entry: impl FnMut(usize, usize, f64),
) {
    let mut products: Vec<Vec<f64>> =
        curves.iter().map(|curve| vec![0.0; curve.len() * curve.len()]).collect();
    let mut buffer = vec![0.0; longest(curves)];
    for (row, location) in locations.iter().enumerate() {
        let scale = rows.scale(model, row);
        let n = curves[scale].len();
        curves[scale].fill_only(*location, &mut buffer[..n]);
        for j in 0..n {
            for k in 0..j {
                products[scale][j * n + k] -= rows.weight(row) * buffer[j] * buffer[k];
            }
        }
    }
    for (scale, products) in products.iter().enumerate() {
        let (first, n) = (model.thresholds(scale).start, curves[scale].len());
        for j in 0..n {
            for k in 0..j {
                entry(first + j, first + k, products[j * n + k]);
            }
        }
    }
}

/// Sums by parameter of which few are not 0.
struct Sums {
    values: Vec<f64>,
    seen: Vec<bool>,
    touched: Vec<usize>,
}

impl Sums {
    fn add(&mut self, parameter: usize, value: f64) {
        if !self.seen[parameter] {
            self.seen[parameter] = true;
            self.touched.push(parameter);
        }
        self.values[parameter] += value;
    }

    fn drain(&mut self, mut entry: impl FnMut(usize, f64)) {
        for parameter in self.touched.drain(..) {
            self.seen[parameter] = false;
            entry(parameter, std::mem::replace(&mut self.values[parameter], 0.0));
        }
    }
}

/// The elements of a facet that have rows, each with its rows in order.
fn by_element(model: &Model, facet: usize, nodes: &[u32]) -> Vec<(usize, Vec<usize>)> {
    let elements = model.elements(facet);
    let mut rows = vec![Vec::new(); elements.len()];
    for (row, node) in nodes.iter().enumerate() {
        rows[*node as usize - elements.start].push(row);
    }
    elements.zip(rows).filter(|(_, rows)| !rows.is_empty()).collect()
}
