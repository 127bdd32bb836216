//! JSON documents and lines of JSON. Numbers keep their text; nothing goes through a double.

mod columns;
mod document;
mod object;
mod rows;

pub(crate) use document::{read_document, read_lines};
