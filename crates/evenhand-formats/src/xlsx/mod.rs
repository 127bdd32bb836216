//! Workbooks in Office Open XML (ECMA-376 part 1, SpreadsheetML), strict and transitional.

mod relationships;
mod shared_strings;
mod styles;
mod value;
mod workbook;
mod worksheet;

pub(crate) use workbook::read;
