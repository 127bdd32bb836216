//! A small system of linear equations.

/// The solution of `A x = b` for a matrix given row by row, by elimination with partial pivoting; `None` if the matrix
/// is singular to working precision.
pub(super) fn solve(mut matrix: Vec<f64>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let n = right.len();
    let size = matrix.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    for column in 0..n {
        let pivot = (column..n)
            .max_by(|a, b| matrix[a * n + column].abs().total_cmp(&matrix[b * n + column].abs()))
            .filter(|row| matrix[row * n + column].abs() > 1e-12 * size)?;
        for k in 0..n {
            matrix.swap(column * n + k, pivot * n + k);
        }
        right.swap(column, pivot);
        for row in column + 1..n {
            let factor = matrix[row * n + column] / matrix[column * n + column];
            for k in column..n {
                matrix[row * n + k] -= factor * matrix[column * n + k];
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| matrix[row * n + k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row * n + row];
    }
    right.iter().all(|value| value.is_finite()).then_some(right)
}
