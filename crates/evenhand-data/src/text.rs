use evenhand_protocol::{Expected, LoadError, ProblemCode};

use crate::failure::Failure;
use crate::record::Record;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The text of a file without byte-order mark and without line ends behind the last row.
///
/// # Errors
/// `EmptyFile` where nothing is left, `NotText` with its row where the bytes are not UTF-8 or hold a NUL.
pub(crate) fn text_of<'a>(name: &str, bytes: &'a [u8], delimiter: u8) -> Result<&'a str, LoadError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !bytes.contains(&0) => text,
        Ok(_) => return Err(not_text(name, bytes, delimiter, bytes.len())),
        Err(error) => return Err(not_text(name, bytes, delimiter, error.valid_up_to())),
    };
    let text = content(text);
    if text.trim().is_empty() {
        return Err(Failure::of(ProblemCode::EmptyFile, name).expected(Expected::Rows));
    }
    Ok(text)
}

/// A text without byte-order mark and without line ends behind the last row.
pub(crate) fn content(text: &str) -> &str {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).trim_end_matches(['\n', '\r'])
}

/// The longest valid start of a head that was cut within a character.
pub(crate) fn without_cut_character(head: &[u8]) -> &[u8] {
    match std::str::from_utf8(head) {
        // `error_len` is absent where the bytes end within a character and says its length where they are wrong.
        Err(error) if error.error_len().is_none() => &head[..error.valid_up_to()],
        _ => head,
    }
}

/// `valid` bytes are UTF-8; a NUL may come before.
fn not_text(name: &str, bytes: &[u8], delimiter: u8, valid: usize) -> LoadError {
    let offset = bytes.iter().take(valid).position(|byte| *byte == 0).unwrap_or(valid);
    let (mut pos, mut row) = (0, 1);
    while pos < bytes.len() {
        let record = Record::at(bytes, delimiter, pos);
        if record.next > offset {
            break;
        }
        (pos, row) = (record.next, row + 1);
    }
    let found = bytes.get(offset).map(|byte| format!("0x{byte:02X}")).unwrap_or_default();
    Failure::of(ProblemCode::NotText, name).row(row).found(&found).expected(Expected::Utf8)
}
