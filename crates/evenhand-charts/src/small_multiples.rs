//! Small multiples: a grid of equal cells, each a frame for one chart.

use crate::frame::Frame;
use crate::geometry::Rect;

/// The space between neighbouring cells.
const GUTTER: f64 = 20.0;

/// A grid of cells within a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMultiples {
    /// The number of columns.
    pub columns: usize,
    /// The cells in reading order.
    pub cells: Vec<Rect>,
    /// The height of the grid.
    pub height: f64,
}

impl SmallMultiples {
    /// The grid of `n` cells at least `min_width` wide and exactly `cell_height` high.
    ///
    /// As many columns as fit, but evened out so that the last row is not almost empty.
    #[must_use]
    pub fn new(frame: Frame, n: usize, min_width: f64, cell_height: f64) -> Self {
        let min_width = if min_width.is_finite() { min_width.max(40.0) } else { 200.0 };
        let cell_height = if cell_height.is_finite() { cell_height.max(40.0) } else { 160.0 };
        let fit = (((frame.width + GUTTER) / (min_width + GUTTER)) as usize).clamp(1, n.max(1));
        let rows = n.div_ceil(fit);
        let columns = n.div_ceil(rows.max(1)).max(1);
        let width = (frame.width - GUTTER * (columns - 1) as f64) / columns as f64;
        let cell = |k: usize| Rect {
            x: (k % columns) as f64 * (width + GUTTER),
            y: (k / columns) as f64 * (cell_height + GUTTER),
            width,
            height: cell_height,
        };
        let height = (rows as f64 * (cell_height + GUTTER) - GUTTER).max(0.0);
        Self { columns, cells: (0..n).map(cell).collect(), height }
    }

    /// The frame of a cell; always compact in its margins and ticks.
    #[must_use]
    pub fn frame(cell: Rect) -> Frame {
        Frame { width: cell.width, height: Some(cell.height), compact: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: f64, n: usize, columns: usize, height: f64) {
        let grid = SmallMultiples::new(Frame::new(width), n, 160.0, 100.0);
        assert_eq!((grid.columns, grid.height, grid.cells.len()), (columns, height, n));
        assert!(grid.cells.iter().all(|cell| cell.right() <= width + 1e-9 && cell.bottom() <= height + 1e-9));
    }

    #[test]
    fn as_many_columns_as_fit_evened_out() {
        check(700.0, 6, 3, 220.0);
        check(700.0, 4, 4, 100.0);
        check(700.0, 5, 3, 220.0);
        check(340.0, 3, 2, 220.0);
        check(700.0, 1, 1, 100.0);
        check(700.0, 0, 1, 0.0);
    }
}
