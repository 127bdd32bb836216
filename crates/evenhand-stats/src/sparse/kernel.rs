//! The dense product that does nearly all the work.

/// A dense matrix, column by column.
#[derive(Clone, Copy)]
pub(super) struct Dense<'a> {
    /// The values from the first entry on.
    pub(super) values: &'a [f64],
    /// The distance between neighbouring columns.
    pub(super) stride: usize,
    pub(super) n_rows: usize,
    pub(super) n_columns: usize,
}

/// A tile of four by four: eight vector registers of two numbers each, which every target has.
type Tile = [[f64; 4]; 4];

/// The columns handled at a time, so that the packed operands stay in a fast cache.
const DEPTH: usize = 192;

/// Products of dense matrices, with its working memory.
///
/// Every entry of a product is a sum over the columns in their order, in chunks of [`DEPTH`], so it does not depend
/// on the width of vector registers.
#[derive(Default)]
pub(super) struct Kernel {
    left: Vec<[f64; 4]>,
    right: Vec<[f64; 4]>,
}

impl Kernel {
    /// `product = left right'`, column by column without gaps.
    pub(super) fn product(&mut self, left: Dense<'_>, right: Dense<'_>, product: &mut Vec<f64>) {
        let (m, n, depth) = (left.n_rows, right.n_rows, left.n_columns);
        product.clear();
        product.resize(m * n, 0.0);
        if m == 0 || n == 0 {
            return;
        }
        if depth < 4 || m < 4 || n < 4 {
            return plain(left, right, product);
        }
        for from in (0..depth).step_by(DEPTH) {
            let columns = from..depth.min(from + DEPTH);
            pack(left, columns.clone(), &mut self.left);
            pack(right, columns.clone(), &mut self.right);
            for (i, left) in self.left.chunks_exact(columns.len()).enumerate() {
                for (j, right) in self.right.chunks_exact(columns.len()).enumerate() {
                    add(&tile(left, right), 4 * i, 4 * j, m, product);
                }
            }
        }
    }
}

/// The product without packing, for matrices that are hardly more than vectors.
fn plain(left: Dense<'_>, right: Dense<'_>, product: &mut [f64]) {
    for (j, column) in product.chunks_exact_mut(left.n_rows).enumerate() {
        for k in 0..left.n_columns {
            let factor = right.values[k * right.stride + j];
            let source = &left.values[k * left.stride..k * left.stride + left.n_rows];
            for (target, value) in column.iter_mut().zip(source) {
                *target += factor * value;
            }
        }
    }
}

/// Some columns in strips of four rows, each strip contiguous; missing rows are zero.
fn pack(matrix: Dense<'_>, columns: std::ops::Range<usize>, packed: &mut Vec<[f64; 4]>) {
    packed.clear();
    for row in (0..matrix.n_rows).step_by(4) {
        let height = 4.min(matrix.n_rows - row);
        for column in columns.clone() {
            let start = column * matrix.stride + row;
            let mut quad = [0.0; 4];
            quad[..height].copy_from_slice(&matrix.values[start..start + height]);
            packed.push(quad);
        }
    }
}

fn tile(left: &[[f64; 4]], right: &[[f64; 4]]) -> Tile {
    let mut tile = [[0.0; 4]; 4];
    for (left, right) in left.iter().zip(right) {
        for (column, factor) in tile.iter_mut().zip(right) {
            for (value, addend) in column.iter_mut().zip(left) {
                *value += factor * addend;
            }
        }
    }
    tile
}

/// Adds a tile to the product of `m` rows, without what lies outside of it.
fn add(tile: &Tile, row: usize, column: usize, m: usize, product: &mut [f64]) {
    let height = 4.min(m - row);
    for (offset, values) in tile.iter().enumerate() {
        let start = (column + offset) * m + row;
        let Some(target) = product.get_mut(start..start + height) else { break };
        for (value, addend) in target.iter_mut().zip(values) {
            *value += addend;
        }
    }
}

/// The inner product in four fixed lanes: fast, and the same order of additions everywhere.
pub(crate) fn dot(x: &[f64], y: &[f64]) -> f64 {
    let (x_quads, x_rest) = x.as_chunks::<4>();
    let (y_quads, y_rest) = y.as_chunks::<4>();
    let mut lanes = [0.0; 4];
    for (x, y) in x_quads.iter().zip(y_quads) {
        for (lane, (x, y)) in lanes.iter_mut().zip(x.iter().zip(y)) {
            *lane += x * y;
        }
    }
    let rest: f64 = x_rest.iter().zip(y_rest).map(|(x, y)| x * y).sum();
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_every_shape_equal_the_definition() {
        let numbers: Vec<f64> = (0..4000).map(|i| f64::from((i * 7919) % 101) - 50.0).collect();
        for (m, n, depth) in [(1, 1, 1), (3, 5, 2), (4, 4, 4), (9, 6, 13), (17, 4, 200), (5, 11, 193)] {
            let left = Dense { values: &numbers, stride: m + 1, n_rows: m, n_columns: depth };
            let right = Dense { values: &numbers[7..], stride: n, n_rows: n, n_columns: depth };
            let mut product = Vec::new();
            Kernel::default().product(left, right, &mut product);
            for i in 0..m {
                for j in 0..n {
                    let terms = (0..depth).map(|k| numbers[k * (m + 1) + i] * numbers[7 + k * n + j]);
                    // Sums of whole numbers are exact in any order.
                    assert_eq!(product[j * m + i], terms.sum::<f64>(), "{m} by {n} by {depth}, at {i}, {j}");
                }
            }
        }
    }
}
