//! Cholesky factorisation of a small dense matrix.

/// The lower factor of a small symmetric positive definite matrix, row by row.
#[derive(Debug, Clone)]
pub(super) struct SmallCholesky {
    size: usize,
    values: Vec<f64>,
}

impl SmallCholesky {
    /// Factorises a matrix given row by row, of which the lower triangle is read; `None` if a pivot is not larger than
    /// `tolerance` times the diagonal it came from.
    pub(super) fn new(mut values: Vec<f64>, size: usize, tolerance: f64) -> Option<Self> {
        for i in 0..size {
            let (above, row) = values.split_at_mut(i * size);
            let row = &mut row[..size];
            let own = row[i];
            for j in 0..i {
                let other = &above[j * size..j * size + size];
                let product: f64 = row[..j].iter().zip(other).map(|(x, y)| x * y).sum();
                row[j] = (row[j] - product) / other[j];
            }
            let pivot = own - row[..i].iter().map(|x| x * x).sum::<f64>();
            // Written so that a pivot that is not a number is refused too.
            let positive = pivot > tolerance * own && pivot > 0.0 && pivot.is_finite();
            if !positive {
                return None;
            }
            row[i] = pivot.sqrt();
            row[i + 1..].fill(0.0);
        }
        Some(Self { size, values })
    }

    fn row(&self, i: usize) -> &[f64] {
        &self.values[i * self.size..(i + 1) * self.size]
    }

    /// Replaces b by the solution of `L x = b`.
    pub(super) fn forward(&self, x: &mut [f64]) {
        for i in 0..self.size {
            let row = self.row(i);
            let product: f64 = row[..i].iter().zip(x.iter()).map(|(l, x)| l * x).sum();
            x[i] = (x[i] - product) / row[i];
        }
    }

    /// Replaces b by the solution of `L' x = b`.
    pub(super) fn backward(&self, x: &mut [f64]) {
        for i in (0..self.size).rev() {
            let row = self.row(i);
            let value = x[i] / row[i];
            x[i] = value;
            for (target, l) in x[..i].iter_mut().zip(row) {
                *target -= l * value;
            }
        }
    }

    /// The solution of `L L' x = b`.
    pub(super) fn solve(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        self.forward(&mut x);
        self.backward(&mut x);
        x
    }

    /// The logarithm of the determinant of the factorised matrix.
    pub(super) fn log_determinant(&self) -> f64 {
        (0..self.size).map(|i| 2.0 * libm::log(self.row(i)[i])).sum()
    }

    /// The diagonal of the inverse of the factorised matrix.
    pub(super) fn inverse_diagonal(&self) -> Vec<f64> {
        (0..self.size)
            .map(|i| {
                let mut unit = vec![0.0; self.size];
                unit[i] = 1.0;
                self.solve(&unit)[i]
            })
            .collect()
    }
}
