use evenhand_protocol::{PreviewRow, TableMapping, TablePreview};

/// The rows at hand of a table below its header as it stands.
pub fn sight(preview: &TablePreview, mapping: &TableMapping) -> Vec<PreviewRow> {
    let first = mapping.header_row.max(1).saturating_add(mapping.header_rows);
    let below = preview.known_rows().filter(|(row, _)| *row >= first);
    below.map(|(row, cells)| PreviewRow { row, cells: cells.to_vec() }).collect()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{PreviewRow, TableKind, TableSource};

    use super::*;

    #[test]
    fn rows_below_a_moved_header_are_seen_with_their_numbers() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let mapping = TableMapping { header_row: 3, ..TableMapping::unknown(TableSource::default()) };
        let preview = TablePreview {
            size: 1,
            mapping: mapping.clone(),
            title: Vec::new(),
            top: vec![
                PreviewRow { row: 1, cells: row(["who", "points"]) },
                PreviewRow { row: 3, cells: row(["P1", "seven"]) },
            ],
            rows: vec![row(["P2", "8"]), row(["P3", "9"])],
            row_numbers: vec![4, 6],
            seems: TableKind::Ignored,
            hidden: false,
            error: None,
        };
        let numbers = |header_row, header_rows| {
            let mapping = TableMapping { header_row, header_rows, ..mapping.clone() };
            sight(&preview, &mapping).into_iter().map(|seen| seen.row).collect::<Vec<_>>()
        };
        assert_eq!(numbers(3, 1), [4, 6]);
        assert_eq!(numbers(1, 1), [3, 4, 6]);
        assert_eq!(numbers(3, 2), [6]);
    }
}
