//! All that can be known about a factorisation before there are numbers.

use super::elimination_tree::{EliminationTree, ROOT};
use super::graph::Graph;
use super::minimum_degree::minimum_degree;
use super::supernodes::{Supernode, supernodes};
use crate::undefined::Undefined;

/// The widest panel: wide enough for the dense kernel, narrow enough for a fast cache.
const PANEL: usize = 48;

/// The most entries a factor may have: 480 MB, which leaves room for its inverse in a browser's 4 GB.
const MAX_ENTRIES: usize = 60_000_000;

/// Some neighbouring columns of the factor, stored as one dense block, column by column.
#[derive(Debug, Clone)]
pub(super) struct Panel {
    pub(super) first: usize,
    pub(super) n_columns: usize,
    /// Where the rows of the block are listed, its own columns first.
    rows: std::ops::Range<usize>,
    /// Where the block starts among the values of the factor.
    pub(super) start: usize,
}

impl Panel {
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn values(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.height() * self.n_columns
    }
}

/// Where an off-diagonal entry of the matrix belongs.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) target: usize,
    pub(super) nodes: [u32; 2],
    pub(super) value: f64,
}

/// The order, the panels and the places of all entries, for a matrix with the pattern and values of a graph.
#[derive(Debug, Clone)]
pub(crate) struct Symbolic {
    /// The original node at each place.
    pub(super) order: Vec<u32>,
    pub(super) panels: Vec<Panel>,
    /// The panel of each place.
    pub(super) owner: Vec<u32>,
    rows: Vec<u32>,
    pub(super) n_values: usize,
    pub(super) entries: Vec<Entry>,
}

impl Symbolic {
    /// Orders and analyses the graph.
    ///
    /// # Errors
    /// `TooLarge` if the factor would have more than 60 million entries.
    pub(crate) fn new(graph: &Graph) -> Result<Self, Undefined> {
        let tree = EliminationTree::new(graph, &minimum_degree(graph));
        let too_large = |found| Undefined::TooLarge { limit: MAX_ENTRIES, found };
        let counts = tree.column_counts(graph, MAX_ENTRIES).ok_or(too_large(MAX_ENTRIES + 1))?;
        let blocks = supernodes(&tree.parent, &counts);
        let patterns = patterns(graph, &tree, &blocks);
        let mut symbolic = Self {
            order: tree.order,
            panels: Vec::new(),
            owner: vec![0; graph.len()],
            rows: Vec::new(),
            n_values: 0,
            entries: Vec::new(),
        };
        for (block, pattern) in blocks.iter().zip(patterns) {
            symbolic.push(block, &pattern);
        }
        if symbolic.n_values > 2 * MAX_ENTRIES {
            return Err(too_large(symbolic.n_values));
        }
        symbolic.entries = symbolic.entries(graph, &tree.place);
        Ok(symbolic)
    }

    /// The number of rows of the matrix.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// The rows of a panel in ascending order.
    pub(super) fn rows(&self, panel: &Panel) -> &[u32] {
        &self.rows[panel.rows.clone()]
    }

    /// The row's position in a panel that has it.
    pub(super) fn position(&self, panel: &Panel, row: u32) -> usize {
        let rows = self.rows(panel);
        let guess = row as usize - panel.first;
        if rows.get(guess) == Some(&row) {
            return guess;
        }
        rows.partition_point(|other| *other < row)
    }

    /// Cuts a block into panels.
    fn push(&mut self, block: &Supernode, pattern: &[u32]) {
        let start = self.rows.len();
        self.rows.extend_from_slice(pattern);
        for offset in (0..block.n_columns).step_by(PANEL) {
            let n_columns = PANEL.min(block.n_columns - offset);
            let first = block.first + offset;
            self.owner[first..first + n_columns].fill(self.panels.len() as u32);
            let panel =
                Panel { first, n_columns, rows: start + offset..self.rows.len(), start: self.n_values };
            self.n_values += panel.height() * n_columns;
            self.panels.push(panel);
        }
    }

    fn entries(&self, graph: &Graph, place_of: &[u32]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (column, node) in self.order.iter().enumerate() {
            let panel = &self.panels[self.owner[column] as usize];
            let start = panel.start + (column - panel.first) * panel.height();
            for (neighbour, value) in graph.entries(*node as usize) {
                let row = place_of[neighbour];
                if row as usize > column {
                    let target = start + self.position(panel, row);
                    entries.push(Entry { target, nodes: [*node, neighbour as u32], value });
                }
            }
        }
        entries
    }
}

/// The rows of every block: those of its own columns, of the matrix, and of its children in the tree.
fn patterns(graph: &Graph, tree: &EliminationTree, blocks: &[Supernode]) -> Vec<Vec<u32>> {
    let n = tree.order.len();
    let mut block_of = vec![0; n];
    for (index, block) in blocks.iter().enumerate() {
        block_of[block.first..block.first + block.n_columns].fill(index);
    }
    let mut seen = vec![ROOT; n];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); blocks.len()];
    let mut patterns: Vec<Vec<u32>> = Vec::with_capacity(blocks.len());
    for (index, block) in blocks.iter().enumerate() {
        let end = block.first + block.n_columns;
        let mut below = Vec::new();
        let mut add = |row: u32| {
            if row as usize >= end && seen[row as usize] != index as u32 {
                seen[row as usize] = index as u32;
                below.push(row);
            }
        };
        for column in block.first..end {
            for node in graph.neighbours(tree.order[column] as usize) {
                add(tree.place[*node as usize]);
            }
        }
        for child in &children[index] {
            let n_own = blocks[*child].n_columns;
            patterns[*child][n_own..].iter().for_each(|row| add(*row));
        }
        below.sort_unstable();
        if let Some(row) = below.first() {
            children[block_of[*row as usize]].push(index);
        }
        patterns.push((block.first as u32..end as u32).chain(below).collect());
    }
    patterns
}
