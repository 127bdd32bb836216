//! The diagonal of the inverse of a factorised matrix.

use super::factor::Factor;
use super::kernel::{Dense, Kernel, dot};
use super::symbolic::{Panel, Symbolic};

impl Factor {
    /// The diagonal of `(L L')^-1` by node.
    ///
    /// Only the entries of the inverse where L has entries are computed, from the last panel to the first
    /// (Takahashi, Fagan & Chin 1973; Erisman & Tinney 1975), about twice the work of the factorisation. With J the
    /// columns of a panel, I its rows below, and `Y = L_IJ L_JJ^-1`: `Z_IJ = -Z_II Y` and
    /// `Z_JJ = (L_JJ L_JJ')^-1 - Y' Z_IJ`.
    pub(crate) fn selected_inverse(&self, symbolic: &Symbolic) -> Vec<f64> {
        let mut inverse = vec![0.0; self.values.len()];
        let mut work = Work::default();
        let mut diagonal = vec![0.0; symbolic.len()];
        for panel in symbolic.panels.iter().rev() {
            let (own, later) = inverse[panel.start..].split_at_mut(panel.height() * panel.n_columns);
            work.gather(symbolic, panel, later, panel.values().end);
            work.invert(panel, &self.values[panel.values()], own);
            for (k, value) in own.iter().step_by(panel.height() + 1).take(panel.n_columns).enumerate() {
                diagonal[symbolic.order[panel.first + k] as usize] = *value;
            }
        }
        diagonal
    }
}

/// The side of the squares in which a matrix is mirrored, so that both copies stay in a fast cache.
const TILE: usize = 32;

#[derive(Default)]
struct Work {
    /// `Z_II`, the inverse at the rows below the panel.
    below: Vec<f64>,
    positions: Vec<usize>,
    /// `Y` by columns and by rows.
    quotient: Vec<f64>,
    transposed: Vec<f64>,
    product: Vec<f64>,
    kernel: Kernel,
}

impl Work {
    /// Collects the inverse at the rows below a panel; `later` are the values of the panels behind it, from
    /// `offset` on.
    fn gather(&mut self, symbolic: &Symbolic, panel: &Panel, later: &[f64], offset: usize) {
        let rows = &symbolic.rows(panel)[panel.n_columns..];
        let m = rows.len();
        self.below.clear();
        self.below.resize(m * m, 0.0);
        let mut from = 0;
        while from < m {
            let owner = &symbolic.panels[symbolic.owner[rows[from] as usize] as usize];
            let end = owner.first + owner.n_columns;
            self.positions.clear();
            self.positions.extend(rows[from..].iter().map(|row| symbolic.position(owner, *row)));
            let first = from;
            while from < m && (rows[from] as usize) < end {
                let start = owner.start - offset + (rows[from] as usize - owner.first) * owner.height();
                let column = &later[start..start + owner.height()];
                let target = &mut self.below[from * m + from..(from + 1) * m];
                for (value, position) in target.iter_mut().zip(&self.positions[from - first..]) {
                    *value = column[*position];
                }
                from += 1;
            }
        }
        mirror(&mut self.below, m);
    }

    /// The inverse at a panel, from that at the rows below it.
    fn invert(&mut self, panel: &Panel, values: &[f64], inverse: &mut [f64]) {
        let (height, c) = (panel.height(), panel.n_columns);
        let m = height - c;
        self.divide(values, height, c);
        if m > 0 {
            let square = Dense { values: &self.below, stride: m, n_rows: m, n_columns: m };
            let right = Dense { values: &self.transposed, stride: c, n_rows: c, n_columns: m };
            self.kernel.product(square, right, &mut self.product);
        }
        let triangle = inverse_of_triangle(values, height, c);
        for j in 0..c {
            let column = &mut inverse[j * height..(j + 1) * height];
            for (value, product) in column[c..].iter_mut().zip(&self.product[j * m..]) {
                *value = -product;
            }
            for i in j..c {
                let own = dot(&triangle[i * c + i..(i + 1) * c], &triangle[j * c + i..(j + 1) * c]);
                let y = &self.quotient[i * m..(i + 1) * m];
                column[i] = own + dot(y, &self.product[j * m..(j + 1) * m]);
            }
        }
    }

    /// `Y = L_IJ L_JJ^-1`, column by column from the last.
    fn divide(&mut self, values: &[f64], height: usize, c: usize) {
        let m = height - c;
        self.quotient.clear();
        self.product.clear();
        self.product.resize(m * c, 0.0);
        for column in values.chunks_exact(height) {
            self.quotient.extend_from_slice(&column[c..]);
        }
        for k in (0..c).rev() {
            let column = &values[k * height..(k + 1) * height];
            let (head, later) = self.quotient.split_at_mut((k + 1) * m);
            let target = &mut head[k * m..];
            for (offset, source) in later.chunks_exact(m.max(1)).enumerate() {
                let factor = column[k + 1 + offset];
                for (value, addend) in target.iter_mut().zip(source) {
                    *value -= factor * addend;
                }
            }
            target.iter_mut().for_each(|value| *value /= column[k]);
        }
        self.transposed.clear();
        self.transposed.resize(m * c, 0.0);
        for j in 0..c {
            for i in 0..m {
                self.transposed[i * c + j] = self.quotient[j * m + i];
            }
        }
    }
}

/// Copies the lower triangle of a square matrix to the upper one.
fn mirror(values: &mut [f64], m: usize) {
    for left in (0..m).step_by(TILE) {
        for top in (left..m).step_by(TILE) {
            for column in left..m.min(left + TILE) {
                for row in top.max(column + 1)..m.min(top + TILE) {
                    values[row * m + column] = values[column * m + row];
                }
            }
        }
    }
}

/// The inverse of the lower triangle of a panel's square, column by column.
fn inverse_of_triangle(values: &[f64], height: usize, c: usize) -> Vec<f64> {
    let mut inverse = vec![0.0; c * c];
    for (j, column) in inverse.chunks_exact_mut(c).enumerate() {
        column[j] = 1.0;
        for k in j..c {
            let source = &values[k * height..k * height + c];
            let value = column[k] / source[k];
            column[k] = value;
            for (target, entry) in column[k + 1..].iter_mut().zip(&source[k + 1..]) {
                *target -= value * entry;
            }
        }
    }
    inverse
}
