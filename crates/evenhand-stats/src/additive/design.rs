//! Who scored what: observations sorted by cell, checked once.

use crate::sum::Accumulator;
use crate::undefined::{Undefined, check_finite};

/// Tables of this many cells or evaluators still fit in the memory of a browser.
const MAX_CODES: usize = 50_000_000;

/// The scores that one evaluator gave in one cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) evaluator: usize,
    pub(super) count: f64,
    pub(super) total: f64,
}

/// The observations of one cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell<'a> {
    /// One entry per evaluator, in the order of evaluators.
    pub(super) entries: &'a [Entry],
    /// The number of observations.
    pub(super) n: f64,
    /// Their mean.
    pub(super) mean: f64,
}

/// All observations, grouped by cell and evaluator.
#[derive(Debug, Clone)]
pub(super) struct Design {
    entries: Vec<Entry>,
    starts: Vec<usize>,
    sizes: Vec<(f64, f64)>,
    /// The cells of every evaluator, ascending, one evaluator after the other.
    cells_of: Vec<u32>,
    /// Where the cells of every evaluator start, and their end.
    cells_start: Vec<usize>,
    pub(super) n_evaluators: usize,
}

impl Design {
    /// Checks the codes and groups the observations.
    pub(super) fn new(
        cells: &[u32],
        evaluators: &[u32],
        y: &[f64],
        n_cells: usize,
        n_evaluators: usize,
    ) -> Result<Self, Undefined> {
        let largest = n_cells.max(n_evaluators);
        if largest > MAX_CODES {
            return Err(Undefined::TooLarge { limit: MAX_CODES, found: largest });
        }
        if cells.len() != y.len() || evaluators.len() != y.len() {
            return Err(Undefined::NotComplete);
        }
        let in_range = |codes: &[u32], n: usize| codes.iter().all(|code| (*code as usize) < n);
        if !in_range(cells, n_cells) || !in_range(evaluators, n_evaluators) {
            return Err(Undefined::NotComplete);
        }
        check_finite(y)?;
        // A stable sort, so that scores of one evaluator in one cell are added in the order they came in.
        let mut order: Vec<usize> = (0..y.len()).collect();
        order.sort_by_key(|o| (cells[*o], evaluators[*o]));
        let mut design = Self {
            entries: Vec::new(),
            starts: Vec::with_capacity(n_cells + 1),
            sizes: vec![(0.0, 0.0); n_cells],
            cells_of: Vec::new(),
            cells_start: vec![0; n_evaluators + 1],
            n_evaluators,
        };
        for group in order.chunk_by(|a, b| cells[*a] == cells[*b]) {
            design.add_cell(group, cells, evaluators, y);
        }
        design.starts.resize(n_cells + 1, design.entries.len());
        design.index_evaluators();
        Ok(design)
    }

    /// Notes the cells of every evaluator.
    fn index_evaluators(&mut self) {
        for entry in &self.entries {
            self.cells_start[entry.evaluator + 1] += 1;
        }
        for evaluator in 0..self.n_evaluators {
            self.cells_start[evaluator + 1] += self.cells_start[evaluator];
        }
        let mut next = self.cells_start.clone();
        self.cells_of = vec![0; self.entries.len()];
        for (cell, bounds) in self.starts.windows(2).enumerate() {
            for entry in &self.entries[bounds[0]..bounds[1]] {
                self.cells_of[next[entry.evaluator]] = cell as u32;
                next[entry.evaluator] += 1;
            }
        }
    }

    /// Adds the observations of one cell; cells come in ascending order.
    fn add_cell(&mut self, group: &[usize], cells: &[u32], evaluators: &[u32], y: &[f64]) {
        let cell = cells[group[0]] as usize;
        // Cells without observations since the last one start, and end, here as well.
        self.starts.resize(cell + 1, self.entries.len());
        let mut sum = Accumulator::default();
        for same in group.chunk_by(|a, b| evaluators[*a] == evaluators[*b]) {
            let mut total = Accumulator::default();
            for o in same {
                total.add(y[*o]);
                sum.add(y[*o]);
            }
            let evaluator = evaluators[same[0]] as usize;
            self.entries.push(Entry { evaluator, count: same.len() as f64, total: total.get() });
        }
        let n = group.len() as f64;
        self.sizes[cell] = (n, sum.get() / n);
    }

    /// The number of cells, observed or not.
    pub(super) fn n_cells(&self) -> usize {
        self.sizes.len()
    }

    /// One cell; `None` if it is out of range or has no observation.
    pub(super) fn cell(&self, cell: usize) -> Option<Cell<'_>> {
        let (n, mean) = *self.sizes.get(cell)?;
        let entries = self.entries.get(*self.starts.get(cell)?..*self.starts.get(cell + 1)?)?;
        (!entries.is_empty()).then_some(Cell { entries, n, mean })
    }

    /// The cells that an evaluator scored, in order, with the entry of the evaluator in each.
    pub(super) fn cells_of(&self, evaluator: usize) -> impl Iterator<Item = (usize, Cell<'_>, &Entry)> {
        let range = self.cells_start[evaluator]..self.cells_start[evaluator + 1];
        self.cells_of[range].iter().filter_map(move |cell| {
            let index = *cell as usize;
            let cell = self.cell(index)?;
            let at = cell.entries.binary_search_by_key(&evaluator, |entry| entry.evaluator).ok()?;
            Some((index, cell, &cell.entries[at]))
        })
    }

    /// The number of evaluators with observations.
    pub(super) fn n_scoring(&self) -> usize {
        self.cells_start.windows(2).filter(|bounds| bounds[0] < bounds[1]).count()
    }

    /// All cells with observations, in order.
    pub(super) fn observed(&self) -> impl Iterator<Item = (usize, Cell<'_>)> {
        (0..self.n_cells()).filter_map(|index| Some((index, self.cell(index)?)))
    }
}
