use evenhand_protocol::{Action, Expected, LoadError, Place, Problem, ProblemCode};

use crate::limits::QUOTED_CHARS;
use crate::plan::PlannedTable;

/// A [`LoadError`] under construction.
pub(crate) struct Failure {
    code: ProblemCode,
    place: Place,
    found: String,
}

impl Failure {
    /// A failure somewhere in a table.
    pub fn in_table(code: ProblemCode, table: &PlannedTable) -> Self {
        Self::of(code, &table.file_name()).sheet(table.source.sheet.as_deref())
    }

    /// A failure somewhere in a file.
    pub fn of(code: ProblemCode, file: &str) -> Self {
        Self { code, place: Place { file: file.to_owned(), ..Place::default() }, found: String::new() }
    }

    /// In this sheet, if the format has sheets.
    pub fn sheet(mut self, sheet: Option<&str>) -> Self {
        self.place.sheet = sheet.map(str::to_owned);
        self
    }

    /// In this row.
    pub fn row(mut self, row: u64) -> Self {
        self.place.row = Some(row);
        self
    }

    /// In this column.
    pub fn column(mut self, header: &str) -> Self {
        self.place.column = Some(header.to_owned());
        self
    }

    /// What was found.
    pub fn found(mut self, found: &str) -> Self {
        self.found = quoted(found);
        self
    }

    /// What was expected; this completes the error.
    pub fn expected(self, expected: Expected) -> LoadError {
        let Self { code, place, found } = self;
        LoadError { problem: Problem { code, place, found, expected, action: Action::Stopped } }
    }
}

/// A cell as problems quote it: whole, unless it is very long.
pub(crate) fn quoted(cell: &str) -> String {
    match cell.char_indices().nth(QUOTED_CHARS) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}
