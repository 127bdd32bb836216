//! Writers: a table in, the bytes of a file out.

mod archive;
mod columnar;
mod json;
mod ods;
mod text;
mod workbook;

pub use archive::{gzipped, zipped};
pub use columnar::{arrow_file, arrow_stream, parquet};
pub use json::{json, json_columns, ndjson};
pub use ods::ods;
pub use text::{TextStyle, gb18030, text, utf16_be, utf16_le};
pub use workbook::{workbook, xlsm};
