//! How much memory a file will take, before any of it is taken.

use evenhand_formats::Format;
use evenhand_protocol::{Expected, LoadError, ProblemCode};

use crate::failure::Failure;
use crate::limits::{MAX_BYTES, MAX_MEMORY};

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

/// Refuses a file that is too large, or would take more memory than there is, before it is read: `size` is that of the
/// whole, `head` its first [`crate::HEAD_BYTES`] bytes.
///
/// # Errors
/// `TooLarge` with what is needed and what there is.
pub fn fits(name: &str, size: u64, head: &[u8]) -> Result<(), LoadError> {
    fits_in(MAX_MEMORY, name, size, head)
}

fn fits_in(available: u64, name: &str, size: u64, head: &[u8]) -> Result<(), LoadError> {
    let failure = || Failure::of(ProblemCode::TooLarge, name).found(&size.to_string());
    if size > MAX_BYTES {
        return Err(failure().expected(Expected::AtMostBytes { bytes: MAX_BYTES }));
    }
    let needed = estimate(name, size, head);
    if needed > available {
        return Err(failure().expected(Expected::FitsInMemory { needed, available }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a browser gives a page's worker.
    const WORKER: u64 = 3600 << 20;

    #[test]
    fn a_file_is_refused_by_its_size_and_its_first_bytes() {
        let text = b"round,provider\n";
        let workbook = b"PK\x03\x04........xl/workbook.xml";
        let check =
            |name, size, head: &[u8]| fits_in(WORKER, name, size, head).map_err(|error| error.problem);
        assert_eq!(check("a.csv", MAX_BYTES, text), Ok(()));
        let problem = check("a.csv", MAX_BYTES + 1, text).unwrap_err();
        assert_eq!(problem.expected, Expected::AtMostBytes { bytes: MAX_BYTES });
        assert_eq!(check("a.xlsx", 150 << 20, workbook), Ok(()));
        let problem = check("a.xlsx", 151 << 20, workbook).unwrap_err();
        assert_eq!((problem.code, problem.place.file.as_str()), (ProblemCode::TooLarge, "a.xlsx"));
        assert_eq!(problem.found, (151_u64 << 20).to_string());
        assert_eq!(problem.expected, Expected::FitsInMemory { needed: (151 << 20) * 24, available: WORKER });
        assert!(check("a.parquet", 181 << 20, b"PAR1").is_err());
    }
}
