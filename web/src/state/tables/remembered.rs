use evenhand_protocol::{MappingFile, TableMapping, TablePreview};
use gloo::storage::{LocalStorage, Storage};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::state::json::{from_json, to_json};

const KEY: &str = "evenhand.mappings";
const VERSION: u32 = 1;
/// Shapes kept at most; the oldest go first.
const KEPT: usize = 50;

/// A correction by hand, kept for tables of the same shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RememberedTable {
    /// The shape as it was guessed, [`TableMapping::shape_key`].
    pub shape: String,
    /// The table as corrected.
    pub mapping: TableMapping,
}

/// What is kept in the browser's storage.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    version: u32,
    tables: Vec<RememberedTable>,
}

/// Corrections by hand that outlive the page. They hold headers and ids from headers, never scores.
#[derive(Clone, Copy)]
pub struct Remembered {
    /// All of them, the latest last.
    pub tables: RwSignal<Vec<RememberedTable>>,
}

impl Remembered {
    /// What the browser kept; nothing where it kept none or of another version.
    pub fn new() -> Self {
        let text = LocalStorage::raw().get_item(KEY).ok().flatten();
        let stored = text.as_deref().and_then(from_json::<Stored>);
        let stored = stored.filter(|stored| stored.version == VERSION);
        Self { tables: RwSignal::new(stored.map(|stored| stored.tables).unwrap_or_default()) }
    }

    /// Keeps a correction in the place of an earlier one of the same shape.
    pub fn keep(&self, shape: String, mapping: TableMapping) {
        self.tables.update(|tables| {
            tables.retain(|table| table.shape != shape);
            tables.push(RememberedTable { shape, mapping });
            let surplus = tables.len().saturating_sub(KEPT);
            tables.drain(..surplus);
        });
        self.store();
    }

    /// Forgets one.
    pub fn forget(&self, shape: &str) {
        self.tables.update(|tables| tables.retain(|table| table.shape != shape));
        self.store();
    }

    /// Forgets all.
    pub fn forget_all(&self) {
        self.tables.update(Vec::clear);
        LocalStorage::delete(KEY);
    }

    /// The mapping of a table as it was corrected before, if one of its shape was.
    pub fn apply(&self, preview: &TablePreview) -> Option<TableMapping> {
        let shape = preview.mapping.shape_key();
        self.tables.with_untracked(|tables| {
            let kept = &tables.iter().rev().find(|table| table.shape == shape)?.mapping;
            overlaid(kept, preview)
        })
    }

    fn store(&self) {
        let stored = Stored { version: VERSION, tables: self.tables.get_untracked() };
        // Storage may be full or forbidden; then the correction lasts as long as the page.
        if let Some(text) = to_json(&stored) {
            let _ = LocalStorage::raw().set_item(KEY, &text);
        }
    }
}

/// The table at hand read like a kept one, whose header may stand in another row than was guessed.
fn overlaid(kept: &TableMapping, preview: &TablePreview) -> Option<TableMapping> {
    let file = MappingFile {
        evenhand_mapping: MappingFile::VERSION,
        tables: vec![kept.clone()],
        joins: Vec::new(),
        choices: Vec::new(),
    };
    file.apply(std::slice::from_ref(preview)).ok().and_then(|plan| plan.tables.into_iter().next())
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{ColumnMapping, Field, TableKind, TableSource};

    use super::*;

    #[test]
    fn a_kept_table_is_read_under_a_header_further_down() {
        let headers = ["Results", ""].map(|header| ColumnMapping::new(header, Field::Ignored));
        let here = TableMapping {
            header_row: 1,
            columns: headers.to_vec(),
            ..TableMapping::unknown(TableSource::default())
        };
        let rows = vec![vec!["who".to_owned(), "points".to_owned()], vec!["P1".to_owned(), "7".to_owned()]];
        let preview = TablePreview {
            size: 1,
            mapping: here,
            title: Vec::new(),
            top: Vec::new(),
            rows,
            row_numbers: vec![2, 3],
            seems: TableKind::Ignored,
            hidden: false,
            error: None,
        };
        let mut kept = preview.with_header(&preview.mapping, 2, 1).expect("the row is at hand");
        kept.kind = TableKind::Scores;
        kept.columns[0].field = Field::Provider;
        kept.columns[1].field = Field::Score;
        let read = overlaid(&kept, &preview).expect("the headers are the same");
        assert_eq!((read.kind, read.header_row), (TableKind::Scores, 2));
        assert_eq!(read.columns[1].field, Field::Score);
    }
}
