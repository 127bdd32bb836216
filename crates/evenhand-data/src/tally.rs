use evenhand_protocol::{Action, Expected, Field, LoadError, ProblemCode};

use crate::failure::Failure;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::values::Cell;

/// What was read of the cells of a score table.
#[derive(Debug)]
pub(crate) struct Tally {
    /// Rows that are not blank.
    pub rows: u64,
    filled: u64,
    unreadable: u64,
    first_unreadable: Option<(u64, String)>,
    words: Vec<u32>,
    units: u32,
    first_unit: Option<(String, f64)>,
}

impl Tally {
    /// Nothing read yet, of a table in which `n_words` words stand for scores.
    pub fn new(n_words: usize) -> Self {
        Self {
            rows: 0,
            filled: 0,
            unreadable: 0,
            first_unreadable: None,
            words: vec![0; n_words],
            units: 0,
            first_unit: None,
        }
    }

    /// Counts a score cell.
    pub fn count(&mut self, read: Cell, row: u64, cell: &str) {
        self.filled += u64::from(read != Cell::Blank);
        if read == Cell::Unreadable {
            self.unreadable += 1;
            self.first_unreadable.get_or_insert_with(|| (row, cell.to_owned()));
        }
    }

    /// Counts a word that stands for a score.
    pub fn word(&mut self, word: usize) {
        if let Some(count) = self.words.get_mut(word) {
            *count = count.saturating_add(1);
        }
    }

    /// Counts a number with a unit.
    pub fn with_unit(&mut self, cell: &str, value: f64) {
        self.units = self.units.saturating_add(1);
        self.first_unit.get_or_insert_with(|| (cell.to_owned(), value));
    }

    /// Whether the score column is the right one.
    ///
    /// # Errors
    /// `NotANumber` with the first cell, where most hold something else.
    pub fn check(&self, table: &PlannedTable) -> Result<(), LoadError> {
        match &self.first_unreadable {
            Some((row, found)) if self.unreadable * 2 > self.filled => {
                Err(Failure::in_table(ProblemCode::NotANumber, table)
                    .row(*row)
                    .column(table.header(Field::Score).unwrap_or_default())
                    .found(found)
                    .expected(Expected::Number))
            }
            _ => Ok(()),
        }
    }

    /// Tells which words and units were read as numbers: each once, with how often.
    pub fn report(&self, tables: &[PlannedTable], index: usize, kept: bool, problems: &mut Problems) {
        let at = At::field(index, None, Field::Score);
        for (word, cells) in self.words.iter().enumerate().filter(|(_, count)| **count > 0) {
            let Some(word) = tables[index].rules.word(word).filter(|word| !word.confirmed) else { continue };
            let expected = match word.value.filter(|_| kept) {
                Some(value) => Expected::ReadAs { value, cells: *cells },
                None => Expected::ReadAsMissing { cells: *cells },
            };
            let action = if kept { Action::Guessed } else { Action::RowLeftOut };
            problems.add(tables, at, ProblemCode::WordsGuessed, &word.word, expected, action);
        }
        if let Some((found, value)) = &self.first_unit {
            let expected = Expected::ReadAs { value: *value, cells: self.units };
            problems.add(tables, at, ProblemCode::ConvertedValue, found, expected, Action::Converted);
        }
    }
}
