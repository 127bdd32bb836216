//! Eigenvalues and eigenvectors of a real symmetric matrix.

use super::square::Square;

/// Sweeps after which the off-diagonal part of any matrix of ordinary size has long vanished.
const MAX_SWEEPS: usize = 60;

/// Eigenvalues in descending order with their vectors.
pub(crate) struct Eigen {
    pub(crate) values: Vec<f64>,
    /// `vectors[i]` belongs to `values[i]` and has length 1; its largest component is positive.
    pub(crate) vectors: Vec<Vec<f64>>,
}

/// All eigenvalues and eigenvectors, by cyclic Jacobi rotations (Golub & Van Loan 2013, algorithm 8.5.3).
///
/// Slower than tridiagonal methods from a few hundred rows on, but accurate for small eigenvalues too.
pub(crate) fn symmetric_eigen(matrix: &Square) -> Eigen {
    let n = matrix.size;
    let mut rows: Vec<Vec<f64>> = (0..n).map(|row| matrix.row(row).to_vec()).collect();
    let mut vectors: Vec<Vec<f64>> =
        (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    let size: f64 = rows.iter().flatten().map(|x| x * x).sum();
    for _ in 0..MAX_SWEEPS {
        let off: f64 =
            rows.iter().enumerate().map(|(i, row)| row[..i].iter().map(|x| x * x).sum::<f64>()).sum();
        if off <= 1e-30 * size {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut rows, &mut vectors, p, q);
            }
        }
    }
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|a, b| rows[*b][*b].total_cmp(&rows[*a][*a]));
    Eigen {
        values: order.iter().map(|i| rows[*i][*i]).collect(),
        vectors: order.iter().map(|i| positive(&vectors[*i])).collect(),
    }
}

/// One rotation that makes the element (p, q) zero; `vectors` holds eigenvectors in rows.
fn rotate(rows: &mut [Vec<f64>], vectors: &mut [Vec<f64>], p: usize, q: usize) {
    let off = rows[p][q];
    if off == 0.0 {
        return;
    }
    let tau = (rows[q][q] - rows[p][p]) / (2.0 * off);
    let t = if tau.is_finite() { tau.signum() / (tau.abs() + (1.0 + tau * tau).sqrt()) } else { 0.0 };
    let c = 1.0 / (1.0 + t * t).sqrt();
    let s = t * c;
    let turn = |a: &mut f64, b: &mut f64| {
        let (x, y) = (*a, *b);
        *a = c * x - s * y;
        *b = s * x + c * y;
    };
    for row in rows.iter_mut() {
        let (head, tail) = row.split_at_mut(q);
        turn(&mut head[p], &mut tail[0]);
    }
    for matrix in [rows, vectors] {
        let (head, tail) = matrix.split_at_mut(q);
        for (a, b) in head[p].iter_mut().zip(tail[0].iter_mut()) {
            turn(a, b);
        }
    }
}

/// The vector with the sign that makes its largest component positive.
fn positive(vector: &[f64]) -> Vec<f64> {
    let largest =
        vector.iter().copied().fold(0.0, |best: f64, x| if x.abs() > best.abs() { x } else { best });
    vector.iter().map(|x| if largest < 0.0 { -x } else { *x }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Square, symmetric_eigen};

    fn matrix(values: &[f64]) -> Square {
        let n = values.len().isqrt();
        let mut square = Square::zero(n);
        for (at, value) in values.iter().enumerate() {
            square.add(at / n, at % n, *value);
        }
        square
    }

    #[test]
    fn known_spectra() {
        // The second difference matrix has eigenvalues 2 - 2 cos(i pi / (n + 1)).
        let found = symmetric_eigen(&matrix(&[2., -1., 0., -1., 2., -1., 0., -1., 2.]));
        for (i, value) in found.values.iter().enumerate() {
            let angle = (3 - i) as f64 * std::f64::consts::PI / 4.0;
            assert!((value - (2.0 - 2.0 * libm::cos(angle))).abs() < 1e-14);
        }
        // numpy 1.26, linalg.eigvalsh of the 4 by 4 Hilbert matrix.
        let hilbert: Vec<f64> = (0..16).map(|at| 1.0 / (1 + at / 4 + at % 4) as f64).collect();
        let found = symmetric_eigen(&matrix(&hilbert));
        let expected =
            [1.500_214_280_059_243, 0.169_141_220_221_45, 0.006_738_273_605_760, 0.000_096_702_304_022];
        for (found, expected) in found.values.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-14, "{found}");
        }
    }

    #[test]
    fn vectors_rebuild_the_matrix() {
        let values = [4., 1., -2., 1., 3., 0.5, -2., 0.5, -1.];
        let found = symmetric_eigen(&matrix(&values));
        for (at, value) in values.iter().enumerate() {
            let rebuilt: f64 =
                (0..3).map(|k| found.values[k] * found.vectors[k][at / 3] * found.vectors[k][at % 3]).sum();
            assert!((rebuilt - value).abs() < 1e-13);
        }
    }
}
