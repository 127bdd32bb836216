//! The normal equations of the evaluators' effects, once the cells are eliminated, and their solution.

use super::component::Components;
use super::design::Design;
use crate::linalg::{Square, dot};
use crate::sum::{Accumulator, sum_of};

/// The normal equations of the evaluators of each component, without the last `held` of them, who are held at zero.
pub(super) fn laplacians(design: &Design, components: &Components, held: usize) -> Vec<Square> {
    let mut matrices: Vec<Square> =
        components.members.iter().map(|m| Square::zero(m.len().saturating_sub(held))).collect();
    for (index, cell) in design.observed() {
        let Some(component) = components.of_cell[index] else { continue };
        let matrix = &mut matrices[component as usize];
        for a in cell.entries {
            let row = components.position[a.evaluator];
            for b in cell.entries {
                let column = components.position[b.evaluator];
                if row <= column && column < matrix.size {
                    matrix.add(row, column, -a.count * b.count / cell.n);
                }
            }
            if row < matrix.size {
                matrix.add(row, row, a.count);
            }
        }
    }
    matrices
}

/// The covariance of effects centred to mean zero, from that of effects with the last one held at zero.
pub(super) fn centred(inverse: &Square) -> Square {
    let size = inverse.size + 1;
    let mut means: Vec<f64> =
        (0..inverse.size).map(|row| sum_of(inverse.row(row).iter().copied()) / size as f64).collect();
    means.push(0.0);
    let grand = sum_of(means.iter().copied()) / size as f64;
    let mut covariance = Square::zero(size);
    for row in 0..size {
        for column in 0..size {
            let held = row + 1 == size || column + 1 == size;
            let value = if held { 0.0 } else { inverse.get(row, column) };
            covariance.add(row, column, value - means[row] - means[column] + grand);
        }
    }
    covariance
}

/// The centred effects: the covariance matrix applied to the sums of scores centred within cells.
pub(super) fn solve(design: &Design, components: &Components, covariances: &[Square]) -> Vec<f64> {
    let sums = centred_sums(design);
    let mut offsets = vec![0.0; design.n_evaluators];
    for (members, covariance) in components.members.iter().zip(covariances) {
        let right: Vec<f64> = members.iter().map(|evaluator| sums[*evaluator]).collect();
        for (position, evaluator) in members.iter().enumerate() {
            offsets[*evaluator] = dot(covariance.row(position), &right);
        }
    }
    offsets
}

/// For every evaluator the sum of scores centred within cells.
pub(super) fn centred_sums(design: &Design) -> Vec<f64> {
    let mut sums = vec![Accumulator::default(); design.n_evaluators];
    for (_, cell) in design.observed() {
        for entry in cell.entries {
            sums[entry.evaluator].add(entry.total - entry.count * cell.mean);
        }
    }
    sums.into_iter().map(Accumulator::get).collect()
}

/// Effects of those evaluators that share a component with another.
pub(super) fn effects(components: &Components, offsets: &[f64]) -> Vec<Option<f64>> {
    let linked = |component: u32| components.members.get(component as usize).is_some_and(|m| m.len() > 1);
    components
        .of_evaluator
        .iter()
        .zip(offsets)
        .map(|(component, offset)| component.filter(|c| linked(*c)).map(|_| *offset))
        .collect()
}
