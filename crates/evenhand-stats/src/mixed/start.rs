//! Variance ratios to start from.

use super::engine::Engine;
use super::small_cholesky::SmallCholesky;
use crate::sparse::dot;
use crate::sum::sum_of;

/// Variance ratios by equating quadratic forms of the least-squares residuals with their expectations: MINQUE(0)
/// (Rao 1971; Searle, Casella & McCulloch 1992, section 11.3). It needs one pass over the cross products, and is good
/// enough to save the search most of its way. Ratios that come out negative start small instead.
pub(super) fn start(engine: &Engine) -> Vec<f64> {
    let k = engine.design.n_factors();
    let small: Vec<f64> = (0..k).map(|factor| 0.1 / engine.mean_weight(factor)).collect();
    let Some(solution) = minque(engine) else {
        return (0..k).map(|factor| 1.0 / engine.mean_weight(factor)).collect();
    };
    let residual = solution[k].max(1e-3 * solution.iter().copied().fold(0.0, f64::max));
    let ratio = |factor: usize| (solution[factor] / residual).clamp(small[factor], 1e4);
    (0..k).map(|factor| if solution[factor] > 0.0 { ratio(factor) } else { small[factor] }).collect()
}

/// The estimates of the variances of the factors and of the residual one; `None` if the equations are singular.
fn minque(engine: &Engine) -> Option<Vec<f64>> {
    let design = &engine.design;
    let k = design.n_factors();
    let mut right: Vec<f64> = (0..k)
        .map(|factor| sum_of(engine.response.zy[design.nodes(factor)].iter().map(|value| value * value)))
        .collect();
    let values = engine.response.values.iter().enumerate();
    right.push(sum_of(values.map(|(row, value)| design.weight(row) * value * value)));
    let mut matrix = equations(engine);
    // Equations in unit scale, since the sizes of the traces differ by orders of magnitude.
    let scale: Vec<f64> = (0..=k).map(|j| matrix[j * (k + 2)].sqrt()).collect();
    for j in 0..=k {
        right[j] /= scale[j];
        for l in 0..=k {
            matrix[j * (k + 1) + l] /= scale[j] * scale[l];
        }
    }
    let solution = SmallCholesky::new(matrix, k + 1, 1e-9)?.solve(&right);
    let solution: Vec<f64> = solution.iter().zip(&scale).map(|(value, scale)| value / scale).collect();
    solution.iter().all(|value| value.is_finite()).then_some(solution)
}

/// The traces `tr(M G_j M G_l)` with `M = W - WX (X'WX)^-1 X'W`, the residual variance being the last, row by row.
///
/// For two factors the trace is the squared norm of `Z_j'M Z_l`, the difference of an entry of `Z'WZ` and a product of
/// rows of the basis; it is summed over the entries that are not zero and, for the products alone, over all.
fn equations(engine: &Engine) -> Vec<f64> {
    let (design, cross) = (&engine.design, &engine.cross);
    let k = design.n_factors();
    let basis = basis(engine);
    let grams: Vec<Vec<f64>> = (0..k).map(|factor| gram(&basis, design.nodes(factor))).collect();
    let at = |node: usize, other: usize| -> f64 { basis.iter().map(|b| b[node] * b[other]).sum() };
    let mut matrix = vec![0.0; (k + 1) * (k + 1)];
    for j in 0..k {
        for node in design.nodes(j) {
            let own = cross.diagonal[node];
            matrix[j * (k + 1) + j] += own * (own - 2.0 * at(node, node));
            for (other, value) in cross.graph.entries(node) {
                let l = design.offsets.partition_point(|offset| *offset <= other) - 1;
                matrix[j * (k + 1) + l] += value * (value - 2.0 * at(node, other));
            }
            matrix[j * (k + 1) + k] += own - at(node, node);
        }
        matrix[k * (k + 1) + j] = matrix[j * (k + 1) + k];
        for l in 0..k {
            matrix[j * (k + 1) + l] += dot(&grams[j], &grams[l]);
        }
    }
    matrix[(k + 1) * (k + 1) - 1] = (design.n - design.n_columns()) as f64;
    matrix
}

/// The inner products of the columns of a basis over some nodes.
fn gram(basis: &[Vec<f64>], nodes: std::ops::Range<usize>) -> Vec<f64> {
    let product = |a: &Vec<f64>, b: &Vec<f64>| dot(&a[nodes.clone()], &b[nodes.clone()]);
    basis.iter().flat_map(|a| basis.iter().map(move |b| product(a, b))).collect()
}

/// The columns of `Z'WX R^-1`, where `R'R = X'WX`.
fn basis(engine: &Engine) -> Vec<Vec<f64>> {
    let mut basis = vec![vec![0.0; engine.design.n_nodes]; engine.design.n_columns()];
    let mut row = vec![0.0; basis.len()];
    for node in 0..engine.design.n_nodes {
        row.iter_mut().zip(&engine.cross.zx).for_each(|(value, column)| *value = column[node]);
        engine.cross.xx_factor.forward(&mut row);
        basis.iter_mut().zip(&row).for_each(|(column, value)| column[node] = *value);
    }
    basis
}
