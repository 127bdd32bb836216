//! Linear equations by the method of conjugate gradients, within the constraints of the model.

use super::constraints::{Constraints, inner};
use crate::undefined::Undefined;

/// When to stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// The size of what is left over that of the right side, in the norm of the preconditioner.
    pub(super) relative: f64,
    pub(super) max_iterations: usize,
}

/// Solves `P A P x = P b` for a positive semi-definite matrix A given as a product, P being the projection of the
/// constraints; `diagonal` is that of A.
///
/// Where A is singular, of all solutions one without a part that A does not see is found, up to rounding.
/// Source: Hestenes & Stiefel (1952), preconditioned by the diagonal.
///
/// # Errors
/// What the product returns.
pub(super) fn conjugate_gradient(
    constraints: &Constraints,
    diagonal: &[f64],
    b: &[f64],
    stop: Stop,
    mut product: impl FnMut(&[f64]) -> Result<Vec<f64>, Undefined>,
) -> Result<Vec<f64>, Undefined> {
    let precondition = |residual: &[f64]| {
        let mut z: Vec<f64> =
            residual.iter().zip(diagonal).map(|(r, d)| if *d > 0.0 { r / d } else { 0.0 }).collect();
        constraints.project(&mut z);
        z
    };
    let mut residual = b.to_vec();
    constraints.project(&mut residual);
    let mut x = vec![0.0; b.len()];
    let mut z = precondition(&residual);
    let mut direction = z.clone();
    let mut squares = inner(&residual, &z);
    let enough = stop.relative * stop.relative * squares;
    for _ in 0..stop.max_iterations {
        if squares <= enough || squares == 0.0 {
            break;
        }
        let mut image = product(&direction)?;
        constraints.project(&mut image);
        let curvature = inner(&direction, &image);
        if !(curvature > 0.0 && curvature.is_finite()) {
            break;
        }
        let step = squares / curvature;
        for ((x, r), (d, i)) in x.iter_mut().zip(&mut residual).zip(direction.iter().zip(&image)) {
            *x += step * d;
            *r -= step * i;
        }
        z = precondition(&residual);
        let next = inner(&residual, &z);
        let ratio = next / squares;
        squares = next;
        direction.iter_mut().zip(&z).for_each(|(d, z)| *d = z + ratio * *d);
    }
    Ok(x)
}
