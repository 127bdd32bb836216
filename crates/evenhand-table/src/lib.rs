//! The checked score table, its metadata and selections: codes and slices, no file formats, no strings in the way.
//!
//! Rows are sorted by round, provider, occasion, source, evaluator and indicator, each in the order of its metadata
//! list, and no two rows share all six.
//! So a score sheet, a panel and a provider's round are contiguous row ranges, every analysis is a linear scan, and
//! the order of rows in the input cannot change a single bit of any answer, save which of several conflicting duplicates
//! comes first and is kept.

mod builder;
mod metadata;
mod natural_order;
mod part;
mod renamed;
mod restriction;
mod selection;
mod table;

pub use builder::{Built, Duplicate, TableBuilder, TableError};
pub use metadata::{Metadata, Normaliser};
pub use natural_order::{differ_in_numbers_only, natural_cmp};
pub use renamed::NewNames;
pub use selection::{FilterError, Selection};
pub use table::{ScoreTable, Unit};
