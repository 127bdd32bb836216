//! The numbers of a factorisation.

use super::kernel::{Dense, Kernel};
use super::symbolic::{Panel, Symbolic};
use crate::sum::Accumulator;
use crate::undefined::Undefined;

/// No panel.
const NONE: u32 = u32::MAX;

/// The Cholesky factor L of `I + S A S`, S being a diagonal of scales and A a sparse matrix.
#[derive(Debug, Clone)]
pub(crate) struct Factor {
    pub(super) values: Vec<f64>,
}

impl Factor {
    /// Factorises `I + S A S` for the matrix whose off-diagonal entries are those of the graph that was analysed.
    ///
    /// Panels are made from left to right; each first takes the updates of all earlier panels that reach it, which
    /// wait for it in a list.
    ///
    /// # Errors
    /// `NotFinite` if a pivot is not positive, which without overflow cannot happen.
    pub(crate) fn new(symbolic: &Symbolic, diagonal: &[f64], scales: &[f64]) -> Result<Self, Undefined> {
        let mut factor = Self { values: assembled(symbolic, diagonal, scales) };
        let n_panels = symbolic.panels.len();
        let mut waiting = Waiting { first: vec![NONE; n_panels], next: vec![NONE; n_panels] };
        let mut reached: Vec<usize> = symbolic.panels.iter().map(|panel| panel.n_columns).collect();
        let mut map = vec![0; symbolic.len()];
        let (mut kernel, mut update) = (Kernel::default(), Vec::new());
        for (index, panel) in symbolic.panels.iter().enumerate() {
            for (position, row) in symbolic.rows(panel).iter().enumerate() {
                map[*row as usize] = position as u32;
            }
            let (done, rest) = factor.values.split_at_mut(panel.start);
            let block = &mut rest[..panel.height() * panel.n_columns];
            let mut source = waiting.first[index];
            while source != NONE {
                let from = &symbolic.panels[source as usize];
                let rows = symbolic.rows(from);
                let begin = reached[source as usize];
                let end = begin + rows[begin..].partition_point(|row| in_panel(*row, panel));
                apply(from, &done[from.values()], begin..end, &mut kernel, &mut update);
                scatter(&update, &rows[begin..], end - begin, panel, &map, block);
                reached[source as usize] = end;
                let next = waiting.next[source as usize];
                waiting.push(symbolic, source, rows.get(end));
                source = next;
            }
            factorise(block, panel.height(), panel.n_columns)?;
            waiting.push(symbolic, index as u32, symbolic.rows(panel).get(panel.n_columns));
        }
        Ok(factor)
    }

    /// The logarithm of the determinant of the factorised matrix.
    pub(crate) fn log_determinant(&self, symbolic: &Symbolic) -> f64 {
        let mut sum = Accumulator::default();
        for panel in &symbolic.panels {
            let step = panel.height() + 1;
            for pivot in self.values[panel.values()].iter().step_by(step).take(panel.n_columns) {
                sum.add(libm::log(*pivot));
            }
        }
        2.0 * sum.get()
    }
}

/// For every panel the earlier panels whose next rows are its columns, as linked lists.
struct Waiting {
    first: Vec<u32>,
    next: Vec<u32>,
}

impl Waiting {
    /// Lets a panel wait for the owner of its next row.
    fn push(&mut self, symbolic: &Symbolic, panel: u32, row: Option<&u32>) {
        if let Some(row) = row {
            let owner = symbolic.owner[*row as usize] as usize;
            self.next[panel as usize] = std::mem::replace(&mut self.first[owner], panel);
        }
    }
}

fn in_panel(row: u32, panel: &Panel) -> bool {
    (row as usize) < panel.first + panel.n_columns
}

fn assembled(symbolic: &Symbolic, diagonal: &[f64], scales: &[f64]) -> Vec<f64> {
    let mut values = vec![0.0; symbolic.n_values];
    for panel in &symbolic.panels {
        for column in 0..panel.n_columns {
            let node = symbolic.order[panel.first + column] as usize;
            values[panel.start + column * (panel.height() + 1)] =
                1.0 + scales[node] * scales[node] * diagonal[node];
        }
    }
    for entry in &symbolic.entries {
        let [a, b] = entry.nodes;
        values[entry.target] += scales[a as usize] * scales[b as usize] * entry.value;
    }
    values
}

/// The product of a panel's rows from `targets.start` on with those of `targets`.
fn apply(
    panel: &Panel,
    values: &[f64],
    targets: std::ops::Range<usize>,
    kernel: &mut Kernel,
    update: &mut Vec<f64>,
) {
    let stride = panel.height();
    let of = |n_rows| Dense { values: &values[targets.start..], stride, n_rows, n_columns: panel.n_columns };
    kernel.product(of(stride - targets.start), of(targets.len()), update);
}

/// Subtracts an update whose rows are given; the first `n_targets` of them are also its columns.
fn scatter(update: &[f64], rows: &[u32], n_targets: usize, panel: &Panel, map: &[u32], block: &mut [f64]) {
    let height = panel.height();
    for (j, (row, values)) in rows[..n_targets].iter().zip(update.chunks_exact(rows.len())).enumerate() {
        let start = (*row as usize - panel.first) * height;
        let column = &mut block[start..start + height];
        for (row, value) in rows[j..].iter().zip(&values[j..]) {
            column[map[*row as usize] as usize] -= value;
        }
    }
}

/// Factorises a panel in place: the Cholesky factor of its square and, below, the quotient by it.
fn factorise(block: &mut [f64], height: usize, n_columns: usize) -> Result<(), Undefined> {
    for k in 0..n_columns {
        let (done, rest) = block.split_at_mut((k + 1) * height);
        let column = &mut done[k * height..];
        let pivot = column[k];
        if pivot <= 0.0 || !pivot.is_finite() {
            return Err(Undefined::NotFinite);
        }
        let root = pivot.sqrt();
        column[k..].iter_mut().for_each(|value| *value /= root);
        for (offset, target) in rest.chunks_exact_mut(height).enumerate() {
            let row = k + 1 + offset;
            let factor = column[row];
            if factor != 0.0 {
                for (value, addend) in target[row..].iter_mut().zip(&column[row..]) {
                    *value -= factor * addend;
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::graph::Graph;
    use super::*;

    /// A pseudo-random graph of `n` nodes whose matrix is diagonally dominant (Lehmer's generator, Park & Miller 1988).
    fn example(n: u32, share: u64) -> (Graph, Vec<f64>) {
        let mut state = 7_u64;
        let mut next = || {
            state = state * 48_271 % 2_147_483_647;
            state
        };
        let mut entries = Vec::new();
        let mut diagonal = vec![1.0; n as usize];
        for a in 0..n {
            for b in a + 1..n {
                if next() % 100 < share {
                    let value = (next() % 1000) as f64 / 1000.0;
                    entries.push((a, b, value));
                    diagonal[a as usize] += value;
                    diagonal[b as usize] += value;
                }
            }
        }
        (Graph::new(n as usize, &entries), diagonal)
    }

    #[test]
    fn solutions_and_the_selected_inverse_agree_with_the_matrix() {
        for (n, share) in [(1, 0), (6, 50), (40, 8), (150, 4), (130, 60)] {
            let (graph, diagonal) = example(n, share);
            let n = n as usize;
            let scales: Vec<f64> = (0..n).map(|i| 0.5 + i as f64 / n as f64).collect();
            let symbolic = Symbolic::new(&graph).unwrap();
            let factor = Factor::new(&symbolic, &diagonal, &scales).unwrap();
            let inverse = factor.selected_inverse(&symbolic);
            for node in 0..n {
                let mut x = symbolic.permuted((0..n).map(|i| f64::from(u8::from(i == node))));
                factor.forward(&symbolic, &mut x);
                factor.backward(&symbolic, &mut x);
                let x = symbolic.restored(&x);
                assert!((inverse[node] - x[node]).abs() < 1e-11, "{} and {}", inverse[node], x[node]);
                for i in 0..n {
                    let neighbours = graph.entries(i).map(|(j, a)| scales[i] * scales[j] * a * x[j]);
                    let own = (1.0 + scales[i] * scales[i] * diagonal[i]) * x[i];
                    let product = own + neighbours.sum::<f64>();
                    assert!((product - f64::from(u8::from(i == node))).abs() < 1e-10, "{product}");
                }
            }
        }
    }

    #[test]
    fn the_determinant_of_a_small_matrix() {
        // I + A for A = [2 1; 1 3]: 3 * 4 - 1 = 11.
        let symbolic = Symbolic::new(&Graph::new(2, &[(0, 1, 1.0)])).unwrap();
        let factor = Factor::new(&symbolic, &[2.0, 3.0], &[1.0, 1.0]).unwrap();
        assert!((factor.log_determinant(&symbolic) - libm::log(11.0)).abs() < 1e-14);
    }
}
