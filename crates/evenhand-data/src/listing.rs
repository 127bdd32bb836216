use evenhand_protocol::{Action, Expected, Field, LoadError, ProblemCode};

use crate::cells::{CellReader, Part};
use crate::guess::allowed;
use crate::indicators;
use crate::intern::Interner;
use crate::values::{number, share};
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};

/// What the metadata tables of one kind list, first come first kept.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    given: bool,
    ids: Interner,
    entries: Vec<Entry>,
}

/// One row of a metadata table.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Index of its file.
    pub file: usize,
    /// Its row.
    pub row: u64,
    cells: Vec<(Field, String)>,
}

impl Entry {
    /// A cell that is not blank.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.cells.iter().find(|(other, _)| *other == field).map(|(_, cell)| cell.as_str())
    }

    /// A cell as an owned text.
    pub fn owned(&self, field: Field) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    /// A cell that holds a number.
    pub fn number(&self, field: Field) -> Option<f64> {
        let cell = self.text(field)?;
        if field == Field::Weight { share(cell) } else { number(cell) }
    }

    /// Treats a cell as blank.
    pub fn forget(&mut self, field: Field) {
        self.cells.retain(|(other, _)| *other != field);
    }

    /// Where a cell is.
    pub fn at(&self, field: Field) -> At {
        At { file: self.file, row: Some(self.row), field }
    }
}

impl Listing {
    /// Whether there is a table of this kind at all.
    pub fn is_given(&self) -> bool {
        self.given
    }

    /// What is listed of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(self.place(id)? as usize)
    }

    /// Where in the list an id stands.
    pub fn place(&self, id: &str) -> Option<u32> {
        self.ids.find(id)
    }

    /// Reads one metadata table.
    ///
    /// # Errors
    /// What the [`CellReader`] says.
    pub fn read(
        &mut self,
        tables: &[PlannedTable],
        index: usize,
        bytes: &[u8],
        problems: &mut Problems,
    ) -> Result<(), LoadError> {
        self.given = true;
        let mut reader = CellReader::open(&files[index], bytes)?;
        while let Some(part) = reader.next_part()? {
            for row in 0..part.height {
                self.add(files, index, &part, row, problems);
            }
        }
        Ok(())
    }

    fn add(&mut self, tables: &[PlannedTable], index: usize, part: &Part, row: usize, problems: &mut Problems) {
        let file = &files[index];
        let cells: Vec<(Field, String)> = file
            .fields
            .iter()
            .map(|(field, _)| (*field, part.cell(*field, row).trim().to_owned()))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        if cells.is_empty() {
            return;
        }
        let mut entry = Entry { file: index, row: part.first_row + row as u64, cells };
        let id_field = allowed(file.kind)[0];
        let Some(id) = entry.owned(id_field) else {
            let at = entry.at(id_field);
            return problems.add(files, at, ProblemCode::MissingId, "", Expected::Id, Action::RowLeftOut);
        };
        if let Some(first) = self.entry(&id) {
            let expected = Expected::UniqueId { first_row: first.row };
            let at = entry.at(id_field);
            return problems.add(files, at, ProblemCode::DuplicateId, &id, expected, Action::FirstKept);
        }
        forget_non_numbers(&mut entry, files, problems);
        indicators::forget_impossible(&mut entry, files, problems);
        self.ids.code(&id);
        self.entries.push(entry);
    }
}

fn forget_non_numbers(entry: &mut Entry, tables: &[PlannedTable], problems: &mut Problems) {
    for field in [Field::Order, Field::Weight, Field::Min, Field::Max, Field::Step] {
        let Some(cell) = entry.text(field) else { continue };
        if entry.number(field).is_none() {
            let (at, code) = (entry.at(field), ProblemCode::NotANumber);
            problems.add(files, at, code, cell, Expected::Number, Action::Guessed);
            entry.forget(field);
        }
    }
}
