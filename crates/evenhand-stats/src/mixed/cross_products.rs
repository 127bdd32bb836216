//! The cross products of all columns of a mixed model, which are all that its criterion needs to know of the rows.

use super::design::Design;
use super::small_cholesky::SmallCholesky;
use crate::sparse::Graph;
use crate::sum::sum_of;
use crate::undefined::Undefined;

/// `Z'WZ`, `Z'WX` and `X'WX`; Z has a column for each node.
#[derive(Debug, Clone)]
pub(super) struct CrossProducts {
    /// The diagonal of `Z'WZ`: the weight of each node.
    pub(super) diagonal: Vec<f64>,
    /// `Z'WZ` without its diagonal: the weight of the observations that two nodes share.
    pub(super) graph: Graph,
    /// The columns of `Z'WX`.
    pub(super) zx: Vec<Vec<f64>>,
    /// `X'WX`, row by row.
    pub(super) xx: Vec<f64>,
    /// The factor of `X'WX`, for ordinary least squares.
    pub(super) xx_factor: SmallCholesky,
}

impl CrossProducts {
    /// # Errors
    /// `Aliased` if two factors group the observations alike or the columns of X are linearly dependent.
    pub(super) fn new(design: &Design) -> Result<Self, Undefined> {
        let mut entries = Vec::new();
        for first in 0..design.n_factors() {
            let rows = rows_by_level(design, first);
            for second in first + 1..design.n_factors() {
                let before = entries.len();
                pair(design, &rows, [first, second], &mut entries);
                let n_observed = [design.n_observed[first], design.n_observed[second]];
                if n_observed == [entries.len() - before; 2] {
                    return Err(Undefined::Aliased);
                }
            }
        }
        let ones = vec![1.0; design.n];
        let xx = inner_products(design);
        let p = design.n_columns();
        Ok(Self {
            diagonal: by_node(design, &ones),
            graph: Graph::new(design.n_nodes, &entries),
            zx: design.columns.iter().map(|column| by_node(design, column)).collect(),
            xx_factor: SmallCholesky::new(xx.clone(), p, 1e-10).ok_or(Undefined::Aliased)?,
            xx,
        })
    }

    /// `Z'WZ v` for a v that is zero outside of some nodes.
    pub(super) fn times(&self, nodes: std::ops::Range<usize>, v: &[f64]) -> Vec<f64> {
        let mut product = vec![0.0; self.diagonal.len()];
        for node in nodes {
            product[node] += self.diagonal[node] * v[node];
            for (other, value) in self.graph.entries(node) {
                product[other] += value * v[node];
            }
        }
        product
    }
}

/// `Z'W v` for a v with a value for each row.
pub(super) fn by_node(design: &Design, v: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; design.n_nodes];
    for (factor, codes) in design.codes.iter().enumerate() {
        let sums = &mut sums[design.nodes(factor)];
        for (row, (code, value)) in codes.iter().zip(v).enumerate() {
            sums[*code as usize] += design.weight(row) * value;
        }
    }
    sums
}

/// `X'W v` for a v with a value for each row.
pub(super) fn by_column(design: &Design, v: &[f64]) -> Vec<f64> {
    let product = |column: &Vec<f64>| {
        sum_of(column.iter().zip(v).enumerate().map(|(row, (x, value))| design.weight(row) * x * value))
    };
    design.columns.iter().map(product).collect()
}

fn inner_products(design: &Design) -> Vec<f64> {
    design.columns.iter().flat_map(|column| by_column(design, column)).collect()
}

/// The rows ordered by their level, and where each level starts.
struct RowsByLevel {
    rows: Vec<u32>,
    starts: Vec<usize>,
}

fn rows_by_level(design: &Design, factor: usize) -> RowsByLevel {
    let codes = &design.codes[factor];
    let mut starts = vec![0; design.n_levels[factor] + 1];
    for code in codes {
        starts[*code as usize + 1] += 1;
    }
    for level in 1..starts.len() {
        starts[level] += starts[level - 1];
    }
    let mut next = starts.clone();
    let mut rows = vec![0; codes.len()];
    for (row, code) in codes.iter().enumerate() {
        rows[next[*code as usize]] = row as u32;
        next[*code as usize] += 1;
    }
    RowsByLevel { rows, starts }
}

/// The weights that the levels of two factors share.
fn pair(design: &Design, rows: &RowsByLevel, factors: [usize; 2], entries: &mut Vec<(u32, u32, f64)>) {
    let [first, second] = factors;
    let codes = &design.codes[second];
    let mut sums = vec![0.0; design.n_levels[second]];
    let mut touched: Vec<u32> = Vec::new();
    for (level, bounds) in rows.starts.windows(2).enumerate() {
        for row in &rows.rows[bounds[0]..bounds[1]] {
            let code = codes[*row as usize];
            // Weights are positive, so a sum of zero has not been touched.
            if sums[code as usize] == 0.0 {
                touched.push(code);
            }
            sums[code as usize] += design.weight(*row as usize);
        }
        for code in touched.drain(..) {
            let value = std::mem::replace(&mut sums[code as usize], 0.0);
            let row = (design.offsets[first] + level) as u32;
            entries.push((row, design.offsets[second] as u32 + code, value));
        }
    }
}
