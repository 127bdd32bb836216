use arrow_ipc::reader::StreamReader;

use super::message::check;
use super::table::Table;
use crate::budget::Budget;
use crate::error::{FormatError, Result};
use crate::sheet::Sheet;

/// What a file begins with; padding follows.
const FILE_START: &[u8] = b"ARROW1\x00\x00";

/// Eight NULs, which no message begins with.
const PADDING: &[u8] = &[0; 8];

/// An Arrow file or stream. A file holds a whole stream (Arrow columnar format, "IPC File Format"); its footer is for
/// jumping to and fro, and is not needed.
///
/// Every message is checked before the reader sees it, because the reader takes offsets and lengths on trust.
pub(crate) fn read_arrow(bytes: &[u8], budget: &mut Budget) -> Result<Sheet> {
    budget.charge(bytes.len() as u64)?;
    let stream = stream_of(bytes);
    check(stream, budget)?;
    let reader = StreamReader::try_new(stream, None).map_err(FormatError::corrupt)?;
    let mut table = Table::new(&reader.schema(), budget)?;
    for batch in reader {
        table.write(&batch.map_err(FormatError::corrupt)?)?;
    }
    table.finish()
}

fn stream_of(bytes: &[u8]) -> &[u8] {
    let Some(mut stream) = bytes.strip_prefix(FILE_START) else { return bytes };
    while let Some(rest) = stream.strip_prefix(PADDING) {
        stream = rest;
    }
    stream
}
