use evenhand_formats::Sheet;
use evenhand_protocol::{Action, Expected, ProblemCode};

use crate::plan::PlannedTable;
use crate::problems::{At, Problems};

/// The rows of a table that are hidden in its sheet, where the user wants them left out; tells of them and of hidden
/// columns that are read.
pub(crate) fn hidden_rows(
    tables: &[PlannedTable],
    index: usize,
    sheet: &Sheet,
    action: Action,
    problems: &mut Problems,
) -> Vec<u32> {
    let table = &tables[index];
    let first = table.header_row.saturating_add(table.header_rows);
    let last = table.last_row.unwrap_or(u64::MAX);
    let inside = |row: &u32| *row >= first && u64::from(*row) <= last;
    let rows: Vec<u32> = sheet.hidden_rows.iter().copied().filter(inside).collect();
    if !rows.is_empty() {
        let (at, code) = (At::table(index), ProblemCode::HiddenRows);
        problems.add(tables, at, code, &ranges(&rows), Expected::Visible, action);
    }
    let read = table.read_columns();
    for column in sheet.hidden_columns.iter().filter_map(|column| usize::try_from(*column).ok()) {
        if let Some(column) = column.checked_sub(1).filter(|column| read.contains(column)) {
            let (at, code) = (At::column(index, None, column), ProblemCode::HiddenColumns);
            let header = table.headers.get(column).map_or("", String::as_str);
            problems.add(tables, at, code, header, Expected::Visible, Action::Kept);
        }
    }
    if action == Action::RowLeftOut { rows } else { Vec::new() }
}

/// Tells of the sheets that were left out because they are hidden.
pub(crate) fn report_sheets(tables: &[PlannedTable], problems: &mut Problems) {
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.hidden) {
        let (at, code) = (At::table(index), ProblemCode::HiddenSheet);
        let name = table.source.sheet.as_deref().unwrap_or_default();
        problems.add(tables, at, code, name, Expected::Visible, Action::SheetLeftOut);
    }
}

/// `3, 7-9`.
fn ranges(rows: &[u32]) -> String {
    let runs = rows.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    let run = |run: &[u32]| match run {
        [first, .., last] => format!("{first}-{last}"),
        [only] => only.to_string(),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_rows() {
        assert_eq!(ranges(&[3, 7, 8, 9, 11]), "3, 7-9, 11");
    }
}
