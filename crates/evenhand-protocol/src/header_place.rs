//! The header of a table in another row than it was guessed to be in.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{ColumnMapping, TableMapping, TablePreview};

/// A row of a sheet as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct PreviewRow {
    /// Its number, as a spreadsheet numbers it.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<String>,
}

impl TablePreview {
    /// The rows that are at hand, those of the header and above it first.
    pub fn known_rows(&self) -> impl Iterator<Item = (u32, &[String])> {
        let top = self.top.iter().map(|row| (row.row, row.cells.as_slice()));
        top.chain(self.row_numbers.iter().copied().zip(self.rows.iter().map(Vec::as_slice)))
    }

    /// `mapping` with its header in row `row` and, where `rows` is 2, in the next one too; what its columns hold is kept
    /// by place. Nothing where these rows are not at hand or blank.
    pub fn with_header(&self, mapping: &TableMapping, row: u32, rows: u32) -> Option<TableMapping> {
        let header_rows = rows.clamp(1, 2);
        let upper = self.row(row)?;
        let names =
            if header_rows == 2 { joined_header(&upper, &self.row(row.checked_add(1)?)?) } else { upper };
        let columns = names.into_iter().enumerate().map(|(k, header)| {
            let before = mapping.columns.get(k);
            let field = before.map(|column| column.field).unwrap_or_default();
            let same = before.filter(|column| column.header == header);
            same.cloned().unwrap_or_else(|| ColumnMapping::new(header, field))
        });
        let columns = columns.collect();
        Some(TableMapping { header_row: row, header_rows, columns, ..mapping.clone() })
    }

    fn row(&self, row: u32) -> Option<Vec<String>> {
        let (_, cells) = self.known_rows().find(|(number, _)| *number == row)?;
        Some(cells.iter().map(|cell| cell.trim().to_owned()).collect())
    }
}

/// The names of columns below a header of two rows: `upper / lower` where both say something. The name of a group
/// reaches over the columns that are named below it and blank beside it.
pub fn joined_header(upper: &[String], lower: &[String]) -> Vec<String> {
    let join = |(upper, lower): (String, &str)| match (upper.as_str(), lower) {
        ("", lower) => lower.to_owned(),
        (upper, lower) if lower.is_empty() || upper == lower => upper.to_owned(),
        (upper, lower) => format!("{upper} / {lower}"),
    };
    let below = |k: usize| lower.get(k).map_or("", String::as_str);
    header_groups(upper, lower).into_iter().enumerate().map(|(k, upper)| join((upper, below(k)))).collect()
}

/// The upper row of a header of two with the name of a group above all of its columns.
pub fn header_groups(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut groups: Vec<String> = Vec::with_capacity(upper.len().max(lower.len()));
    for k in 0..upper.len().max(lower.len()) {
        let here = upper.get(k).map_or("", String::as_str);
        let named_below = lower.get(k).is_some_and(|lower| !lower.is_empty());
        let group = match groups.last() {
            Some(left) if here.is_empty() && named_below => left.clone(),
            _ => here.to_owned(),
        };
        groups.push(group);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Field, TableKind, TableSource};

    fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    /// A table whose header was guessed to be in row 4; row 3 is blank, and so is row 6.
    fn preview() -> TablePreview {
        let columns = ["care", "staff"].map(|header| ColumnMapping::new(header, Field::Score));
        let mapping = TableMapping {
            header_row: 4,
            columns: columns.to_vec(),
            ..TableMapping::unknown(TableSource::default())
        };
        TablePreview {
            size: 1,
            mapping,
            title: Vec::new(),
            top: vec![
                PreviewRow { row: 1, cells: cells(["scores", ""]) },
                PreviewRow { row: 2, cells: cells([" a", "b "]) },
                PreviewRow { row: 4, cells: cells(["care", "staff"]) },
            ],
            rows: vec![cells(["7", "8"]), cells(["x", "y"])],
            row_numbers: vec![5, 7],
            seems: TableKind::Ignored,
            hidden: false,
            error: None,
        }
    }

    #[test]
    fn a_header_moves_up_and_down() {
        let preview = preview();
        let headers = |row, rows| {
            let moved = preview.with_header(&preview.mapping, row, rows)?;
            assert_eq!((moved.header_row, moved.header_rows), (row, rows));
            Some(moved.columns.into_iter().map(|column| column.header).collect::<Vec<_>>())
        };
        assert_eq!(headers(1, 2), Some(cells(["scores / a", "scores / b"])));
        assert_eq!(headers(2, 1), Some(cells(["a", "b"])));
        assert_eq!(headers(4, 1), Some(cells(["care", "staff"])));
        assert_eq!(headers(7, 1), Some(cells(["x", "y"])));
        for (row, rows) in [(0, 1), (2, 2), (3, 1), (6, 1), (8, 1), (7, 2), (u32::MAX, 2)] {
            assert_eq!(headers(row, rows), None, "row {row}");
        }
    }
}
