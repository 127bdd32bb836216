//! Triangular solutions with a factor.

use super::factor::Factor;
use super::kernel::dot;
use super::symbolic::Symbolic;

impl Symbolic {
    /// Values by node as values by place.
    pub(crate) fn permuted(&self, by_node: impl IntoIterator<Item = f64>) -> Vec<f64> {
        let by_node: Vec<f64> = by_node.into_iter().collect();
        self.order.iter().map(|node| by_node[*node as usize]).collect()
    }

    /// Values by place as values by node.
    pub(crate) fn restored(&self, by_place: &[f64]) -> Vec<f64> {
        let mut by_node = vec![0.0; by_place.len()];
        for (node, value) in self.order.iter().zip(by_place) {
            by_node[*node as usize] = *value;
        }
        by_node
    }
}

impl Factor {
    /// Replaces b by the solution of `L x = b`, both by place.
    pub(crate) fn forward(&self, symbolic: &Symbolic, x: &mut [f64]) {
        for panel in &symbolic.panels {
            let rows = symbolic.rows(panel);
            for (k, column) in self.values[panel.values()].chunks_exact(panel.height()).enumerate() {
                let value = x[panel.first + k] / column[k];
                x[panel.first + k] = value;
                if value != 0.0 {
                    for (row, entry) in rows[k + 1..].iter().zip(&column[k + 1..]) {
                        x[*row as usize] -= entry * value;
                    }
                }
            }
        }
    }

    /// Replaces b by the solution of `L' x = b`, both by place.
    pub(crate) fn backward(&self, symbolic: &Symbolic, x: &mut [f64]) {
        let mut below = Vec::new();
        for panel in symbolic.panels.iter().rev() {
            below.clear();
            below.extend(symbolic.rows(panel).iter().map(|row| x[*row as usize]));
            let columns = self.values[panel.values()].chunks_exact(panel.height());
            for (k, column) in columns.enumerate().rev() {
                let value = (below[k] - dot(&column[k + 1..], &below[k + 1..])) / column[k];
                below[k] = value;
                x[panel.first + k] = value;
            }
        }
    }
}
