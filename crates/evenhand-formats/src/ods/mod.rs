//! Workbooks in OpenDocument (OASIS ODF 1.3 part 3).

mod cell;
mod document;
mod table;

pub(crate) use document::read;
