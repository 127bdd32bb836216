//! A table that was made, with what is said of it.

use evenhand_charts::DataTable;

/// A table with what the reader chose for it.
pub(crate) struct Made {
    pub(crate) table: DataTable,
    /// How many groups were left out because they are too small.
    pub(crate) left_out: u64,
    /// What the reader chose, in the words of the page: a part, an effect, a round.
    pub(crate) about: Option<String>,
    /// What else the numbers rest on.
    pub(crate) detail: String,
}

impl Made {
    /// A table of which nothing was left out.
    pub(super) fn whole(table: DataTable) -> Self {
        Self { table, left_out: 0, about: None, detail: String::new() }
    }

    /// A table without so many groups.
    pub(super) fn without((table, left_out): (DataTable, u64)) -> Self {
        Self { left_out, ..Self::whole(table) }
    }

    /// The same about what the reader chose.
    pub(super) fn about(self, about: impl Into<String>) -> Self {
        Self { about: Some(about.into()), ..self }
    }

    /// The same with what else it rests on.
    pub(super) fn detail(self, detail: String) -> Self {
        Self { detail, ..self }
    }
}
