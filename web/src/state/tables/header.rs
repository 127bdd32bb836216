use evenhand_protocol::{ColumnMapping, TableMapping, TablePreview};

/// The first rows of a table below the header that its mapping names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// The number of the first row, as a spreadsheet numbers it.
    pub first_row: u32,
    /// Their cells.
    pub rows: Vec<Vec<String>>,
}

/// What is seen of a table below its header as it stands.
pub fn sight(preview: &TablePreview, mapping: &TableMapping) -> Sight {
    let first_row = mapping.header_row.max(1) + mapping.header_rows;
    let guessed = preview.mapping.header_row.max(1) + preview.mapping.header_rows;
    let skip = first_row.saturating_sub(guessed) as usize;
    let rows = preview.rows.iter().skip(skip).cloned().collect();
    Sight { first_row, rows }
}

/// The table with its header in another row or of another number of rows, with what its columns hold kept by place.
///
/// Only rows from the guessed header on are at hand, so the header can move down and back, not above its guess.
/// Rows are counted as without blank ones in between; where there are, the engine finds another header than this
/// one and says so instead of reading the wrong rows.
pub fn retitled(preview: &TablePreview, mapping: &TableMapping, row: u32, rows: u32) -> Option<TableMapping> {
    let rows = rows.clamp(1, 2);
    let upper = line(preview, row)?;
    let names = if rows == 2 { joined(&upper, &line(preview, row + 1)?) } else { upper };
    let columns = names.into_iter().enumerate().map(|(k, header)| {
        let before = mapping.columns.get(k);
        let field = before.map(|column| column.field).unwrap_or_default();
        let same = before.filter(|column| column.header == header);
        same.cloned().unwrap_or_else(|| ColumnMapping::new(header, field))
    });
    let columns = columns.collect();
    Some(TableMapping { header_row: row, header_rows: rows, columns, ..mapping.clone() })
}

/// The cells of a row of the file, as far as they are at hand.
fn line(preview: &TablePreview, row: u32) -> Option<Vec<String>> {
    let guess = &preview.mapping;
    let below = row.checked_sub(guess.header_row.max(1))?;
    let headers = || guess.columns.iter().map(|column| column.header.as_str());
    let half = |lower: bool| headers().map(|header| half_of(header, lower).to_owned()).collect();
    match (below, guess.header_rows) {
        (0, 2) => Some(half(false)),
        (1, 2) => Some(half(true)),
        (0, _) => Some(headers().map(str::to_owned).collect()),
        (below, rows) => {
            let place = usize::try_from(below.checked_sub(rows)?).ok()?;
            let cells = preview.rows.get(place)?;
            Some(cells.iter().map(|cell| cell.trim().to_owned()).collect())
        }
    }
}

/// The upper or the lower part of a header that was joined from two rows.
fn half_of(header: &str, lower: bool) -> &str {
    match header.split_once(" / ") {
        Some((upper, below)) => {
            if lower {
                below
            } else {
                upper
            }
        }
        None => header,
    }
}

/// Two rows of a header as one, the way the engine joins them: an upper name reaches over the columns named below it.
fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    let mut names = Vec::new();
    for k in 0..upper.len().max(lower.len()) {
        let here = upper.get(k).map_or("", String::as_str);
        let below = lower.get(k).map_or("", String::as_str);
        let group = match groups.last() {
            Some(left) if here.is_empty() && !below.is_empty() => left.clone(),
            _ => here.to_owned(),
        };
        names.push(match (group.as_str(), below) {
            (group, "") => group.to_owned(),
            ("", below) => below.to_owned(),
            (group, below) if group == below => group.to_owned(),
            (group, below) => format!("{group} / {below}"),
        });
        groups.push(group);
    }
    names
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Field, TableKind, TableSource};

    use super::*;

    fn preview() -> TablePreview {
        let columns = ["Assessment 2025", ""].map(|header| ColumnMapping::new(header, Field::Ignored));
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let mapping = TableMapping {
            header_row: 2,
            columns: columns.to_vec(),
            ..TableMapping::unknown(TableSource::default())
        };
        let rows = vec![row(["scores", ""]), row(["care", "staff"]), row(["7", "8"])];
        TablePreview {
            size: 1,
            mapping,
            title: Vec::new(),
            rows,
            seems: TableKind::Ignored,
            hidden: false,
            error: None,
        }
    }

    #[test]
    fn a_header_moves_down_and_back() {
        let preview = preview();
        let headers = |mapping: &TableMapping| {
            mapping.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>()
        };
        let two = retitled(&preview, &preview.mapping, 3, 2).expect("the rows are at hand");
        assert_eq!(headers(&two), ["scores / care", "scores / staff"]);
        assert_eq!(
            sight(&preview, &two),
            Sight { first_row: 5, rows: vec![vec!["7".to_owned(), "8".to_owned()]] }
        );
        let back = retitled(&preview, &two, 2, 1).expect("the rows are at hand");
        assert_eq!(headers(&back), headers(&preview.mapping));
        assert_eq!(retitled(&preview, &two, 1, 1), None, "rows above the guess are not at hand");
        assert_eq!(retitled(&preview, &two, 9, 1), None);
    }
}
