//! Files of every format, encoding, shape and kind of value, good and broken, for the tests.
//!
//! [`cases`] makes the files of the corpus, and the writers below make files of any [`Grid`]; `evenhand-corpus FOLDER`
//! writes the corpus to a folder.
//! What is expected of each case is written by hand in `tests/corpus/` and read by the native tests of this crate and
//! by those of the WebAssembly module.
//!
//! Nothing here reads a file or knows of the readers: files are written with other people's writers where there are
//! some, and from the formats' specifications where there are none (OpenDocument).
//! Workbooks of Excel 97 to 2003 are committed, as `xls/make_xls.py` writes them.
//!
//! No crate of the product may depend on this one.

mod case;
mod cases;
mod grid;
mod write;

pub use case::{Case, File, Result};
pub use cases::cases;
pub use grid::{Cell, Grid, Sheet};
pub use write::{
    TextStyle, arrow_file, arrow_stream, gb18030, gzipped, json, json_columns, ndjson, ods, parquet, text,
    utf16_be, utf16_le, workbook, xlsm, zipped,
};
