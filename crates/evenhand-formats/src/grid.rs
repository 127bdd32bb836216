use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::rfc4180::push_cell;
use crate::sheet::{MergedRange, Sheet, Text, TextForm};

/// The rows that a spreadsheet can have.
pub(crate) const MAX_ROWS: u32 = 1_048_576;

/// The columns that a spreadsheet can have.
pub(crate) const MAX_COLUMNS: u32 = 16_384;

/// A place in [`Strings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Piece {
    start: u32,
    len: u32,
}

impl Piece {
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// The strings of a workbook one after the other; a shared string stands there once.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
}

impl Strings {
    /// Adds a string.
    ///
    /// # Errors
    /// `TooLarge` beyond 4 GiB, which is where places end.
    pub fn add(&mut self, value: &str) -> Result<Piece> {
        let place = |len: usize| {
            let limit = u64::from(u32::MAX);
            u32::try_from(len)
                .map_err(|_| FormatError::new(FormatErrorKind::TooLarge { needed: len as u64, limit }))
        };
        place(self.text.len() + value.len())?;
        let piece = Piece { start: place(self.text.len())?, len: place(value.len())? };
        self.text.push_str(value);
        Ok(piece)
    }

    /// The string at a place.
    pub fn get(&self, piece: Piece) -> &str {
        let start = piece.start as usize;
        self.text.get(start..start + piece.len as usize).unwrap_or_default()
    }

    /// How much there is, to go back to with [`Strings::shorten`].
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Drops what was added since.
    pub fn shorten(&mut self, len: usize) {
        self.text.truncate(len);
    }
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    row: u32,
    column: u32,
    value: Piece,
}

/// A value that stands in several cells.
#[derive(Debug, Clone, Copy)]
struct Run {
    first: (u32, u32),
    /// One row and column behind the last.
    end: (u32, u32),
    value: Piece,
}

/// The cells of a sheet, rows and columns counted from 0, of which only those that hold something are kept.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    cells: Vec<Cell>,
    runs: Vec<Run>,
    merged: Vec<MergedRange>,
    hidden_rows: Vec<(u32, u32)>,
    hidden_columns: Vec<(u32, u32)>,
}

impl Grid {
    /// Sets a cell; a later value replaces an earlier one.
    ///
    /// # Errors
    /// `TooManyRows` or `Corrupt` where the place is outside of what a spreadsheet has.
    pub fn set(&mut self, row: u32, column: u32, value: Piece) -> Result<()> {
        if row >= MAX_ROWS {
            return Err(FormatError::new(FormatErrorKind::TooManyRows { limit: u64::from(MAX_ROWS) }));
        }
        if column >= MAX_COLUMNS {
            return Err(FormatError::corrupt(format!("column {}", u64::from(column) + 1)));
        }
        if !value.is_empty() {
            self.cells.push(Cell { row, column, value });
        }
        Ok(())
    }

    /// Sets `rows` times `columns` cells, which end where the sheet ends.
    pub fn set_run(&mut self, first: (u32, u32), rows: u32, columns: u32, value: Piece) -> Result<()> {
        self.set(first.0, first.1, value)?;
        let end = |first: u32, count: u32, max: u32| first.saturating_add(count).min(max);
        let end = (end(first.0, rows, MAX_ROWS), end(first.1, columns, MAX_COLUMNS));
        if !value.is_empty() && (rows > 1 || columns > 1) {
            self.runs.push(Run { first, end, value });
        }
        Ok(())
    }

    /// Merges a range, whose ends are counted from 0. Single cells and ranges outside of a sheet are passed over.
    pub fn merge(&mut self, first: (u32, u32), last: (u32, u32)) {
        let ordered = first.0 <= last.0 && first.1 <= last.1 && first != last;
        if ordered && last.0 < MAX_ROWS && last.1 < MAX_COLUMNS {
            self.merged.push(MergedRange {
                first_row: first.0 + 1,
                first_column: first.1 + 1,
                last_row: last.0 + 1,
                last_column: last.1 + 1,
            });
        }
    }

    /// Hides rows, counted from 0.
    pub fn hide_rows(&mut self, first: u32, last: u32) {
        self.hidden_rows.push((first, last));
    }

    /// Hides columns, counted from 0.
    pub fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.push((first, last));
    }

    /// The sheet. The text is charged to the budget before it is written.
    pub fn into_sheet(mut self, strings: &Strings, budget: &mut Budget) -> Result<Sheet> {
        let repeated = self.repeat(budget)?;
        self.sort();
        let filled = repeated + self.fill_merged(budget)?;
        let rows = self.cells.last().map_or(0, |cell| cell.row + 1);
        let columns = self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        let content = self.text(columns, strings, budget)?;
        budget.release(filled);
        let mut sheet = Sheet::of(Text { content, form: TextForm::Delimited });
        sheet.hidden_rows = numbers(self.hidden_rows, rows);
        sheet.hidden_columns = numbers(self.hidden_columns, columns);
        sheet.merged = self.merged;
        Ok(sheet)
    }

    /// Sorts the cells by place and keeps the last of each place.
    fn sort(&mut self) {
        let place = |cell: &Cell| (cell.row, cell.column);
        if !self.cells.is_sorted_by(|a, b| place(a) < place(b)) {
            self.cells.sort_by_key(place);
            self.cells.reverse();
            self.cells.dedup_by_key(|cell| place(cell));
            self.cells.reverse();
        }
    }

    /// Sets the cells of runs. Says how much was charged for these cells.
    fn repeat(&mut self, budget: &mut Budget) -> Result<u64> {
        let mut charged = 0;
        for run in std::mem::take(&mut self.runs) {
            charged += self.fill(run, budget)?;
        }
        Ok(charged)
    }

    /// Gives every cell of a merged range the value of its top left one. Says how much was charged for these cells.
    fn fill_merged(&mut self, budget: &mut Budget) -> Result<u64> {
        let mut runs = Vec::new();
        for range in &self.merged {
            let first = (range.first_row - 1, range.first_column - 1);
            let found = self.cells.binary_search_by_key(&first, |cell| (cell.row, cell.column));
            let cell = found.ok().and_then(|index| self.cells.get(index));
            let end = (range.last_row, range.last_column);
            runs.extend(cell.map(|cell| Run { first, end, value: cell.value }));
        }
        let mut charged = 0;
        for run in runs {
            charged += self.fill(run, budget)?;
        }
        self.sort();
        Ok(charged)
    }

    fn fill(&mut self, run: Run, budget: &mut Budget) -> Result<u64> {
        let area = u64::from(run.end.0 - run.first.0) * u64::from(run.end.1 - run.first.1);
        let bytes = area.saturating_mul(size_of::<Cell>() as u64);
        budget.charge(bytes)?;
        for row in run.first.0..run.end.0 {
            let columns = run.first.1..run.end.1;
            self.cells.extend(columns.map(|column| Cell { row, column, value: run.value }));
        }
        Ok(bytes)
    }

    fn text(&self, columns: u32, strings: &Strings, budget: &mut Budget) -> Result<String> {
        let rows = self.cells.chunk_by(|a, b| a.row == b.row);
        let values = self.cells.iter().map(|cell| u64::from(cell.value.len) + 2).sum::<u64>();
        let filled_rows = rows.clone().count() as u64;
        let last_row = self.cells.last().map_or(0, |cell| u64::from(cell.row) + 1);
        let needed = values + filled_rows * u64::from(columns) + last_row;
        budget.charge(needed)?;
        let mut text = String::with_capacity(usize::try_from(needed).unwrap_or_default());
        let mut next_row = 0;
        for cells in rows {
            let row = cells.first().map_or(0, |cell| cell.row);
            text.extend((next_row..row).map(|_| '\n'));
            let mut column = 0;
            for cell in cells {
                text.extend((column..cell.column).map(|_| ','));
                push_cell(&mut text, strings.get(cell.value));
                column = cell.column;
            }
            text.extend((column + 1..columns).map(|_| ','));
            text.push('\n');
            next_row = row + 1;
        }
        Ok(text)
    }
}

/// The numbers, counted from 1, of ranges counted from 0, as far as the sheet reaches.
fn numbers(mut ranges: Vec<(u32, u32)>, len: u32) -> Vec<u32> {
    ranges.sort_unstable();
    let mut numbers = Vec::new();
    let mut next = 0;
    for (first, last) in ranges {
        let end = len.min(last.saturating_add(1));
        numbers.extend((first.max(next)..end).map(|index| index + 1));
        next = next.max(end);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn sheet(cells: &[(u32, u32, &str)], merged: &[[u32; 4]], max_bytes: u64) -> Result<Sheet> {
        let mut strings = Strings::default();
        let mut grid = Grid::default();
        for (row, column, value) in cells {
            grid.set(*row, *column, strings.add(value)?)?;
        }
        for [a, b, c, d] in merged {
            grid.merge((*a, *b), (*c, *d));
        }
        grid.hide_rows(1, 1);
        grid.hide_rows(0, 1_000_000);
        grid.into_sheet(&strings, &mut Budget::new(&Limits { max_bytes, ..Limits::default() }))
    }

    #[track_caller]
    fn check(cells: &[(u32, u32, &str)], merged: &[[u32; 4]], expected: &str) {
        assert_eq!(sheet(cells, merged, 1 << 20).unwrap().text.content, expected);
    }

    #[test]
    fn rows_and_columns_keep_their_numbers() {
        check(&[], &[], "");
        check(&[(0, 0, "a")], &[], "a\n");
        check(&[(2, 1, "a"), (4, 2, "b,")], &[], "\n\n,a,\n\n,,\"b,\"\n");
        check(&[(1, 1, "d"), (0, 0, "a"), (1, 1, "e")], &[], "a,\n,e\n");
    }

    #[test]
    fn merged_ranges_are_filled_with_their_first_value() {
        check(&[(0, 0, "t"), (2, 2, "x")], &[[0, 0, 1, 1]], "t,t,\nt,t,\n,,x\n");
        check(&[(0, 1, "covered")], &[[0, 0, 0, 1]], ",covered\n");
        check(&[(0, 0, "t"), (0, 1, "covered")], &[[0, 0, 0, 1]], "t,t\n");
    }

    #[test]
    fn hidden_rows_end_with_the_sheet() {
        let sheet = sheet(&[(2, 0, "a")], &[], 1 << 20).unwrap();
        assert_eq!(sheet.hidden_rows, [1, 2, 3]);
    }

    #[test]
    fn a_sheet_that_would_be_too_large_is_not_written() {
        let corner = [(0, 0, "a"), (MAX_ROWS - 1, MAX_COLUMNS - 1, "b")];
        assert!(sheet(&corner, &[], 1 << 20).is_err());
        assert!(sheet(&[(0, 0, "a")], &[[0, 0, MAX_ROWS - 1, MAX_COLUMNS - 1]], 1 << 30).is_err());
        assert!(sheet(&[(MAX_ROWS, 0, "a")], &[], 1 << 20).is_err());
    }
}
