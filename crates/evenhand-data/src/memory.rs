//! How much memory a file will take, before any of it is taken.

use evenhand_formats::Format;
use evenhand_protocol::{Expected, LoadError, ProblemCode};

use crate::failure::Failure;
use crate::limits::MAX_MEMORY;

/// Bytes that the largest moment of a load takes for each byte of the file.
///
/// Text is kept once and each score takes 44 bytes beside it: about one byte per byte of a row. A workbook's cells are
/// compressed about eight times and stand as bytes and as text for a moment; columnar files are denser still.
fn factor(format: Format) -> u64 {
    match format {
        Format::Text => 3,
        Format::Json | Format::NdJson => 4,
        Format::Xls => 6,
        Format::Xlsx | Format::Ods | Format::Zip | Format::Gzip => 24,
        Format::Parquet | Format::Arrow => 20,
    }
}

/// An estimate of the memory that loading a file of `size` bytes takes.
pub(crate) fn estimate(name: &str, size: u64, head: &[u8]) -> u64 {
    let format = Format::detect(name, head).unwrap_or(Format::Text);
    size.saturating_mul(factor(format))
}

/// Refuses a file that would take more memory than there is.
///
/// # Errors
/// `TooLarge` with what is needed and what there is.
pub(crate) fn fits(name: &str, size: u64, head: &[u8]) -> Result<(), LoadError> {
    let needed = estimate(name, size, head);
    if needed <= MAX_MEMORY {
        return Ok(());
    }
    Err(Failure::of(ProblemCode::TooLarge, name)
        .found(&size.to_string())
        .expected(Expected::FitsInMemory { needed, available: MAX_MEMORY }))
}
