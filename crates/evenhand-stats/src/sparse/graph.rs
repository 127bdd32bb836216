//! The pattern of a symmetric sparse matrix, with its values, as neighbour lists.

/// A symmetric sparse matrix without its diagonal: every node lists its neighbours in ascending order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Graph {
    starts: Vec<usize>,
    neighbours: Vec<u32>,
    values: Vec<f64>,
}

impl Graph {
    /// The graph of `n_nodes` nodes with entries `(row, column, value)`, each unordered pair given once.
    pub(crate) fn new(n_nodes: usize, entries: &[(u32, u32, f64)]) -> Self {
        let mut starts = vec![0; n_nodes + 1];
        for (row, column, _) in entries {
            starts[*row as usize + 1] += 1;
            starts[*column as usize + 1] += 1;
        }
        for node in 0..n_nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut slots = vec![(0, 0.0); 2 * entries.len()];
        for (row, column, value) in entries {
            for (from, to) in [(*row, *column), (*column, *row)] {
                slots[next[from as usize]] = (to, *value);
                next[from as usize] += 1;
            }
        }
        for node in 0..n_nodes {
            slots[starts[node]..starts[node + 1]].sort_unstable_by_key(|(neighbour, _)| *neighbour);
        }
        let (neighbours, values) = slots.into_iter().unzip();
        Self { starts, neighbours, values }
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    pub(super) fn neighbours(&self, node: usize) -> &[u32] {
        &self.neighbours[self.starts[node]..self.starts[node + 1]]
    }

    /// The neighbours of a node with the values between them.
    pub(crate) fn entries(&self, node: usize) -> impl Iterator<Item = (usize, f64)> {
        let range = self.starts[node]..self.starts[node + 1];
        let values = self.values[range.clone()].iter().copied();
        self.neighbours[range].iter().map(|neighbour| *neighbour as usize).zip(values)
    }
}
