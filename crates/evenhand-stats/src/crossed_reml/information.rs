//! The expected information of the variances, which stays regular where a component is 0.

use super::likelihood::{Inverse, Variances};
use crate::linalg::{Square, dot};

/// Half of `tr(P V_k P V_l)` for the crossproducts V of unit, evaluator and residual (Searle, Casella & McCulloch 1992,
/// section 6.6).
///
/// Only the traces of unit and evaluator are computed; those with the residual follow from `P = P V P`. `ones` is the
/// product of the inverse with a vector of ones, `size` its sum, and `traces` are those of P with each component.
pub(super) fn expected_information(
    inverse: &Inverse,
    ones: &[f64],
    size: f64,
    traces: Variances,
) -> [[f64; 3]; 3] {
    let design = inverse.design;
    let [unit, evaluator, residual] = inverse.variances;
    let (of_unit, of_evaluator) = (design.by_unit(ones), design.by_evaluator(ones));
    // What the inverse makes of the two directions that the mean takes out.
    let with_unit = inverse.times(&design.of_units(&of_unit));
    let with_evaluator = inverse.times(&design.of_evaluators(&of_evaluator));
    let (n_unit, n_evaluator) = (dot(&of_unit, &of_unit), dot(&of_evaluator, &of_evaluator));
    let less =
        |both: f64, projected: f64, a: f64, b: f64| both - 2.0 * projected / size + a * b / (size * size);
    let uu = less(unit_squares(inverse), dot(&of_unit, &design.by_unit(&with_unit)), n_unit, n_unit);
    let squares: Vec<f64> = inverse.d.iter().map(|d| d * d).collect();
    let pairs = design.pairs(&squares);
    let uv = less(
        inner_product(&product(&inverse.inner, &pairs), &inverse.inner),
        dot(&of_evaluator, &design.by_evaluator(&with_unit)),
        n_unit,
        n_evaluator,
    );
    let among = product(&inverse.inner, &inverse.cross);
    let vv = less(
        inner_product(&among, &among),
        dot(&of_evaluator, &design.by_evaluator(&with_evaluator)),
        n_evaluator,
        n_evaluator,
    );
    let ue = (traces[0] - unit * uu - evaluator * uv) / residual;
    let ve = (traces[1] - unit * uv - evaluator * vv) / residual;
    let ee = (traces[2] - unit * ue - evaluator * ve) / residual;
    [[uu, uv, ue], [uv, vv, ve], [ue, ve, ee]].map(|row| row.map(|value| 0.5 * value))
}

/// The sum of squares of the units' crossproduct of the inverse, `diag(m d) - D Z'TZ D` with T the evaluators' part.
fn unit_squares(inverse: &Inverse) -> f64 {
    let design = inverse.design;
    let evaluator = inverse.variances[1];
    let sizes = || design.units().zip(&inverse.d).map(|(rows, d)| (rows.len() as f64, *d));
    let alone: f64 = sizes().map(|(m, d)| m * d * m * d).sum();
    let weights: Vec<f64> = sizes().map(|(m, d)| evaluator * m * d * d * d).collect();
    let shared = design.sum_over_pairs(&weights, &inverse.inner);
    let squares: Vec<f64> = inverse.d.iter().map(|d| d * d).collect();
    let both = product(&inverse.inner, &design.pairs(&squares));
    // The trace of a square is the sum of products with the transpose.
    let trace: f64 =
        (0..both.size).map(|i| (0..both.size).map(|j| both.get(i, j) * both.get(j, i)).sum::<f64>()).sum();
    alone - 2.0 * shared + evaluator * evaluator * trace
}

/// The product of two symmetric matrices.
fn product(a: &Square, b: &Square) -> Square {
    let mut product = Square::zero(a.size);
    for i in 0..a.size {
        for j in 0..a.size {
            product.add(i, j, dot(a.row(i), b.row(j)));
        }
    }
    product
}

/// The sum of the products of corresponding elements.
fn inner_product(a: &Square, b: &Square) -> f64 {
    (0..a.size).map(|i| dot(a.row(i), b.row(i))).sum()
}
