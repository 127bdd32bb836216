//! Workbooks of Excel 5 to 2003: a compound file (MS-CFB) that holds a stream of records (MS-XLS).

mod characters;
mod compound;
mod globals;
mod record;
mod workbook;
mod worksheet;

pub(crate) use workbook::read;
