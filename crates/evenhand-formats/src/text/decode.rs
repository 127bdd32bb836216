use super::{gb18030, utf16};
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::sheet::{Encoding, Sheet, Text, TextForm};

/// The byte-order marks and what they say.
pub(crate) const BYTE_ORDER_MARKS: [(&[u8], Encoding); 3] =
    [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];

/// A text file.
pub(crate) fn read(bytes: Vec<u8>, budget: &mut Budget) -> Result<Sheet> {
    budget.charge(bytes.len() as u64)?;
    let (content, encoding) = decode(bytes)?;
    if content.trim().is_empty() {
        return Err(FormatError::new(FormatErrorKind::Empty));
    }
    Ok(Sheet::of(Text { content, form: TextForm::AsFound { encoding } }))
}

/// The text of a whole file, without byte-order mark. UTF-8 is not copied.
///
/// # Errors
/// `NotText` with the first byte that is wrong.
pub(crate) fn decode(mut bytes: Vec<u8>) -> Result<(String, Encoding)> {
    if let Some((mark, encoding)) = mark(&bytes) {
        return match encoding {
            Encoding::Utf8 => {
                bytes.drain(..mark);
                String::from_utf8(bytes).map_or_else(
                    |error| Err(not_text(error.as_bytes(), error.utf8_error().valid_up_to(), mark)),
                    |text| without_nul(text, mark).map(|text| (text, encoding)),
                )
            }
            _ => Ok((utf16::decode(&bytes, mark, encoding)?, encoding)),
        };
    }
    if let Some(encoding) = utf16::guess(&bytes) {
        return Ok((utf16::decode(&bytes, 0, encoding)?, encoding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok((without_nul(text, 0)?, Encoding::Utf8)),
        Err(error) => match gb18030::decode(error.as_bytes()) {
            Some(text) => Ok((text, Encoding::Gb18030)),
            None => Err(not_text(error.as_bytes(), error.utf8_error().valid_up_to(), 0)),
        },
    }
}

/// The name of a member of an archive: older programs on Chinese Windows write GBK and do not say so.
pub(crate) fn decode_name(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(name) => Some(name.to_owned()),
        Err(_) => gb18030::decode(bytes),
    }
}

/// The length of the byte-order mark, and the encoding that it tells.
pub(super) fn mark(bytes: &[u8]) -> Option<(usize, Encoding)> {
    let (mark, encoding) = BYTE_ORDER_MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))?;
    Some((mark.len(), *encoding))
}

fn without_nul(text: String, skipped: usize) -> Result<String> {
    match text.bytes().position(|byte| byte == 0) {
        Some(_) => Err(not_text(text.as_bytes(), text.len(), skipped)),
        None => Ok(text),
    }
}

/// `valid` bytes are UTF-8, and a NUL may come before; `skipped` bytes were before all of them.
pub(super) fn not_text(bytes: &[u8], valid: usize, skipped: usize) -> FormatError {
    let before = bytes.get(..valid).unwrap_or(bytes);
    let index = before.iter().position(|byte| *byte == 0).unwrap_or(before.len());
    let row = before.iter().take(index).filter(|byte| **byte == b'\n').count() as u64 + 1;
    let byte = bytes.get(index).copied().unwrap_or_default();
    let offset = (index + skipped) as u64;
    FormatError::new(FormatErrorKind::NotText { offset, byte }).in_row(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(text: &str, little: bool, marked: bool) -> Vec<u8> {
        let mark = marked.then_some(0xFEFF);
        let units = mark.into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn encodings_are_recognised() {
        let text = "机构,得分\n甲,4.5\n";
        let gbk = b"\xBB\xFA\xB9\xB9,\xB5\xC3\xB7\xD6\n\xBC\xD7,4.5\n".to_vec();
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
            (encoded(text, true, true), Encoding::Utf16Le),
            (encoded(text, false, true), Encoding::Utf16Be),
            (encoded(text, true, false), Encoding::Utf16Le),
            (encoded(text, false, false), Encoding::Utf16Be),
            (gbk, Encoding::Gb18030),
        ] {
            assert_eq!(decode(bytes).unwrap(), (text.to_owned(), expected));
        }
        assert_eq!(decode(encoded("round,score\n1,2\n", true, false)).unwrap().1, Encoding::Utf16Le);
    }

    #[test]
    fn utf8_is_not_copied() {
        let bytes = b"a,b\n1,2\n".to_vec();
        let place = bytes.as_ptr();
        assert_eq!(decode(bytes).unwrap().0.as_ptr(), place);
    }

    #[track_caller]
    fn check(bytes: &[u8], offset: u64, byte: u8, row: u64) {
        let error = decode(bytes.to_vec()).unwrap_err();
        assert_eq!(error.kind, FormatErrorKind::NotText { offset, byte });
        assert_eq!(error.row, Some(row));
    }

    #[test]
    fn what_is_not_text_is_located() {
        check(b"a,b\n1,\0\n", 6, 0, 2);
        check(b"a,b\n1,2\nM\xFCller,3\n", 9, 0xFC, 3);
        check(b"\xEF\xBB\xBFa\n\xFF\n", 5, 0xFF, 2);
        check(b"\xFF\xFEa\0\n\0\x00\xD8b\0", 6, 0x00, 2);
        check(b"\xFF\xFEa\0\n\0b", 6, b'b', 2);
        check(b"\xFF\xFEa\0\0\0", 4, 0, 1);
    }
}
