//! Eigenvalues of a real symmetric matrix.

use super::square::Square;

/// Sweeps after which the off-diagonal part of any matrix of ordinary size has long vanished.
const MAX_SWEEPS: usize = 60;

/// All eigenvalues in descending order, by cyclic Jacobi rotations (Golub & Van Loan 2013, algorithm 8.5.3).
///
/// Slower than tridiagonal methods from a few hundred rows on, but accurate for small eigenvalues too.
pub(crate) fn symmetric_eigenvalues(matrix: &Square) -> Vec<f64> {
    let n = matrix.size;
    let mut rows: Vec<Vec<f64>> = (0..n).map(|row| matrix.row(row).to_vec()).collect();
    let size: f64 = rows.iter().flatten().map(|x| x * x).sum();
    for _ in 0..MAX_SWEEPS {
        let off: f64 =
            rows.iter().enumerate().map(|(i, row)| row[..i].iter().map(|x| x * x).sum::<f64>()).sum();
        if off <= 1e-30 * size {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(&mut rows, p, q);
            }
        }
    }
    let mut values: Vec<f64> = (0..n).map(|i| rows[i][i]).collect();
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    values
}

/// One rotation that makes the element (p, q) zero.
fn rotate(rows: &mut [Vec<f64>], p: usize, q: usize) {
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
    let (head, tail) = rows.split_at_mut(q);
    for (a, b) in head[p].iter_mut().zip(tail[0].iter_mut()) {
        turn(a, b);
    }
}

#[cfg(test)]
mod tests {
    use super::{Square, symmetric_eigenvalues};

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
        let found = symmetric_eigenvalues(&matrix(&[2., -1., 0., -1., 2., -1., 0., -1., 2.]));
        for (i, value) in found.iter().enumerate() {
            let angle = (3 - i) as f64 * std::f64::consts::PI / 4.0;
            assert!((value - (2.0 - 2.0 * libm::cos(angle))).abs() < 1e-14);
        }
        // numpy 1.26, linalg.eigvalsh of the 4 by 4 Hilbert matrix.
        let hilbert: Vec<f64> = (0..16).map(|at| 1.0 / (1 + at / 4 + at % 4) as f64).collect();
        let found = symmetric_eigenvalues(&matrix(&hilbert));
        let expected =
            [1.500_214_280_059_243, 0.169_141_220_221_45, 0.006_738_273_605_760, 0.000_096_702_304_022];
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-14, "{found}");
        }
    }

    #[test]
    fn trace_and_squares_are_kept() {
        let values = [4., 1., -2., 1., 3., 0.5, -2., 0.5, -1.];
        let found = symmetric_eigenvalues(&matrix(&values));
        assert!((found.iter().sum::<f64>() - 6.0).abs() < 1e-14);
        let squares: f64 = values.iter().map(|x| x * x).sum();
        assert!((found.iter().map(|x| x * x).sum::<f64>() - squares).abs() < 1e-13);
    }
}
