//! The inverse of a dense symmetric positive definite matrix.

use crate::undefined::Undefined;

/// A square matrix, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Square {
    pub(crate) size: usize,
    values: Vec<f64>,
}

impl Square {
    pub(crate) fn zero(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    pub(crate) fn get(&self, row: usize, column: usize) -> f64 {
        self.values[row * self.size + column]
    }

    pub(crate) fn add(&mut self, row: usize, column: usize, value: f64) {
        self.values[row * self.size + column] += value;
    }

    pub(crate) fn row(&self, row: usize) -> &[f64] {
        &self.values[row * self.size..(row + 1) * self.size]
    }

    /// Takes multiples of the rows from `first` on, as many as there are factors, from row `target`, which comes after
    /// them; from column `target` on. One multiple follows the other in every value.
    fn take_rows(&mut self, factors: &[f64], first: usize, target: usize) {
        let n = self.size;
        let (head, tail) = self.values.split_at_mut(target * n);
        let values = &mut tail[target..n];
        let source = |k: usize| &head[(first + k) * n + target..(first + k + 1) * n];
        take_multiples(values, factors, source);
    }

    /// The inverse, by the Cholesky factorisation `A = U'U`; only the upper triangle of A is read.
    ///
    /// The inner loops run along rows and take one multiple after the other, in an order that does not depend on the
    /// width of vector registers. `NotLinked` if A is not positive definite, which for the matrices of the
    /// additive model means that the evaluators are not connected.
    pub(crate) fn inverse(self) -> Result<Self, Undefined> {
        Ok(self.inverse_with_log_det()?.0)
    }

    /// The inverse and the logarithm of the determinant.
    pub(crate) fn inverse_with_log_det(mut self) -> Result<(Self, f64), Undefined> {
        self.factor()?;
        let log_det = 2.0 * (0..self.size).map(|i| libm::log(self.get(i, i))).sum::<f64>();
        self.invert_factor();
        let mut inverse = Self::zero(self.size);
        for i in 0..self.size {
            for j in i..self.size {
                let value = dot(&self.row(i)[j..], &self.row(j)[j..]);
                inverse.add(i, j, value);
                if i != j {
                    inverse.add(j, i, value);
                }
            }
        }
        Ok((inverse, log_det))
    }

    /// The rows of the lower factor of `A = L L'`, each up to its diagonal; only the lower triangle of A is read.
    /// `None` if A is not positive definite.
    pub(crate) fn lower_factor(&self) -> Option<Vec<Vec<f64>>> {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(self.size);
        for i in 0..self.size {
            let mut row: Vec<f64> = Vec::with_capacity(i + 1);
            for j in 0..i {
                let other: &Vec<f64> = &rows[j];
                row.push((self.get(i, j) - dot(&row, &other[..j])) / other[j]);
            }
            let pivot = self.get(i, i) - dot(&row, &row);
            if !pivot.is_finite() || pivot <= 1e-12 * self.get(i, i) {
                return None;
            }
            row.push(pivot.sqrt());
            rows.push(row);
        }
        Some(rows)
    }

    /// Replaces the upper triangle by U.
    ///
    /// Rows are finished a few at a time, so that those below them are read and written once for all of these.
    fn factor(&mut self) -> Result<(), Undefined> {
        let n = self.size;
        let mut factors = [0.0; TOGETHER];
        for first in (0..n).step_by(TOGETHER) {
            let end = (first + TOGETHER).min(n);
            for k in first..end {
                for (factor, above) in factors.iter_mut().zip(first..k) {
                    *factor = self.get(above, k);
                }
                self.take_rows(&factors[..k - first], first, k);
                let pivot = self.get(k, k);
                if pivot <= 0.0 || !pivot.is_finite() {
                    return Err(Undefined::NotLinked);
                }
                let root = pivot.sqrt();
                for value in &mut self.values[k * n + k..(k + 1) * n] {
                    *value /= root;
                }
            }
            for i in end..n {
                for (factor, k) in factors.iter_mut().zip(first..end) {
                    *factor = self.get(k, i);
                }
                self.take_rows(&factors[..end - first], first, i);
            }
        }
        Ok(())
    }

    /// Replaces U by its inverse, from the last row up, and the lower triangle by zeros.
    fn invert_factor(&mut self) {
        let n = self.size;
        let mut row = vec![0.0; n];
        for i in (0..n).rev() {
            row[i..].fill(0.0);
            for first in (i + 1..n).step_by(TOGETHER) {
                let end = (first + TOGETHER).min(n);
                let factors = &self.values[i * n + first..i * n + end];
                let source = |k: usize| &self.values[(first + k) * n + first..(first + k + 1) * n];
                take_multiples(&mut row[first..], factors, source);
            }
            row[i] = 1.0;
            let pivot = self.get(i, i);
            let (before, from) = self.values[i * n..(i + 1) * n].split_at_mut(i);
            before.fill(0.0);
            for (target, value) in from.iter_mut().zip(&row[i..]) {
                *target = value / pivot;
            }
        }
    }
}

/// Rows that are worked on together.
const TOGETHER: usize = 4;

/// Takes from `values` the multiples of as many sources as there are factors, one after the other in every value.
fn take_multiples<'a>(values: &mut [f64], factors: &[f64], source: impl Fn(usize) -> &'a [f64]) {
    if let [a, b, c, d] = *factors {
        if a == 0.0 && b == 0.0 && c == 0.0 && d == 0.0 {
            return;
        }
        let sources = source(0).iter().zip(source(1)).zip(source(2)).zip(source(3));
        for (value, (((p, q), r), s)) in values.iter_mut().zip(sources) {
            *value = *value - a * p - b * q - c * r - d * s;
        }
        return;
    }
    for (k, factor) in factors.iter().enumerate().filter(|(_, factor)| **factor != 0.0) {
        for (value, addend) in values.iter_mut().zip(source(k)) {
            *value -= factor * addend;
        }
    }
}

/// The inner product in four fixed lanes: fast, and the same order of additions everywhere.
pub(crate) fn dot(x: &[f64], y: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let (x_quads, y_quads) = (x.chunks_exact(4), y.chunks_exact(4));
    let rest: f64 = x_quads.remainder().iter().zip(y_quads.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in x_quads.zip(y_quads) {
        for (lane, (x, y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += x * y;
        }
    }
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}
