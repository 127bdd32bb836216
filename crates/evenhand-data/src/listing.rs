use evenhand_protocol::{Action, Expected, Field, IdJoin, LoadError, ProblemCode, TableKind};

use crate::cells::{CellReader, Part};
use crate::failure::Failure;
use crate::guess::{allowed, needed};
use crate::indicators;
use crate::intern::Interner;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::totals::is_total;
use crate::values::{number, share};

/// What the metadata tables of one kind list, first come first kept; of conflicts every row.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    given: bool,
    ids: Interner,
    entries: Vec<Entry>,
}

/// One row of a metadata table.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Index of its table.
    pub table: usize,
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
        At::field(self.table, Some(self.row), field)
    }
}

impl Listing {
    /// Whether there is a table of this kind at all.
    pub fn is_given(&self) -> bool {
        self.given
    }

    /// An empty list whose ids are replaced as the user said.
    pub fn with_joins(joins: &[IdJoin], field: Field) -> Self {
        let ids = Interner::with_joins(joins.iter().filter(|join| join.field == field));
        Self { given: false, ids, entries: Vec::new() }
    }

    /// All rows.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is listed of an id.
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.get(self.place(id)? as usize)
    }

    /// Where in the list an id stands.
    pub fn place(&self, id: &str) -> Option<u32> {
        self.ids.find(self.ids.joined(id))
    }

    /// Reads one metadata table from the text of its sheet.
    ///
    /// # Errors
    /// What the [`CellReader`] says, and `RaggedRow` where most rows are longer or shorter than the header.
    pub fn read(
        &mut self,
        tables: &[PlannedTable],
        index: usize,
        text: &str,
        problems: &mut Problems,
    ) -> Result<(), LoadError> {
        self.given = true;
        let table = &tables[index];
        let mut reader = CellReader::open(table, text)?;
        while let Some(part) = reader.next_part()? {
            let expected = Expected::Cells { count: table.headers.len() as u32 };
            for ragged in reader.take_ragged() {
                let (at, code) = (At::field(index, Some(ragged.row), Field::Ignored), ProblemCode::RaggedRow);
                let found = format!("{} cells", ragged.cells);
                if reader.is_mostly_ragged() {
                    let failure = Failure::in_table(code, table).row(ragged.row).found(&found);
                    return Err(failure.expected(expected));
                }
                problems.add(tables, at, code, &found, expected.clone(), Action::Padded);
            }
            for row in 0..part.height {
                self.add(tables, index, &part, row, problems);
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        tables: &[PlannedTable],
        index: usize,
        part: &Part,
        row: usize,
        problems: &mut Problems,
    ) {
        let table = &tables[index];
        let cells: Vec<(Field, String)> = table
            .fields
            .iter()
            .map(|(field, column)| (*field, part.cell(*column, row).trim().to_owned()))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        if cells.is_empty() {
            return;
        }
        let mut entry = Entry { table: index, row: part.first_row + row as u64, cells };
        if let Some(blank) = needed(table.kind).iter().find(|field| entry.text(**field).is_none()) {
            let at = entry.at(*blank);
            return problems.add(tables, at, ProblemCode::MissingId, "", Expected::Id, Action::RowLeftOut);
        }
        if table.kind == TableKind::Conflicts {
            return self.entries.push(entry);
        }
        let id_field = allowed(table.kind)[0];
        let Some(id) = entry.owned(id_field) else { return };
        if is_total(&id) {
            let at = entry.at(id_field);
            let code = ProblemCode::TotalRow;
            return problems.add(tables, at, code, &id, Expected::NoTotals, Action::RowLeftOut);
        }
        if let Some(first) = self.entry(&id) {
            let expected = Expected::UniqueId { first_row: first.row };
            let at = entry.at(id_field);
            return problems.add(tables, at, ProblemCode::DuplicateId, &id, expected, Action::FirstKept);
        }
        forget_non_numbers(&mut entry, tables, problems);
        indicators::forget_impossible(&mut entry, tables, problems);
        self.ids.code(&id);
        self.entries.push(entry);
    }
}

fn forget_non_numbers(entry: &mut Entry, tables: &[PlannedTable], problems: &mut Problems) {
    for field in [Field::Order, Field::Weight, Field::Min, Field::Max, Field::Step] {
        let Some(cell) = entry.text(field) else { continue };
        if entry.number(field).is_none() {
            let (at, code) = (entry.at(field), ProblemCode::NotANumber);
            problems.add(tables, at, code, cell, Expected::Number, Action::Guessed);
            entry.forget(field);
        }
    }
}
