use super::decode::not_text;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::sheet::Encoding;

/// Bytes looked at for a guess.
const SAMPLE: usize = 4096;

/// ASCII characters that it takes for a guess; fewer may be NULs in a file that is no text.
const FEWEST: usize = 3;

/// UTF-16 without byte-order mark: of every two bytes always the same one is NUL where any is, in at least a quarter
/// of the characters (commas, digits and line ends are such).
pub(super) fn guess(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let pairs = sample.as_chunks::<2>().0;
    let high = pairs.iter().filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    let low = pairs.iter().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
    let both = pairs.iter().filter(|pair| **pair == [0, 0]).count();
    let enough = |count: usize| count >= FEWEST && count * 4 >= pairs.len();
    match (both, low, high) {
        (0, 0, count) if enough(count) => Some(Encoding::Utf16Le),
        (0, count, 0) if enough(count) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// The text behind the first `start` bytes.
///
/// # Errors
/// `NotText` at a NUL, at half a surrogate pair and at half a character.
pub(super) fn decode(bytes: &[u8], start: usize, encoding: Encoding) -> Result<String> {
    let (pairs, rest) = bytes.get(start..).unwrap_or_default().as_chunks::<2>();
    let unit = |pair: &[u8; 2]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    };
    let mut text = String::with_capacity(pairs.len());
    let (mut done, mut row) = (0, 1);
    for decoded in char::decode_utf16(pairs.iter().map(unit)) {
        match decoded {
            Ok(c) if c != '\0' => {
                text.push(c);
                done += c.len_utf16();
                row += u64::from(c == '\n');
            }
            _ => return Err(at(bytes, start + 2 * done, row)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(at(bytes, start + 2 * done, row)) }
}

fn at(bytes: &[u8], index: usize, row: u64) -> FormatError {
    match bytes.get(index) {
        Some(&byte) => FormatError::new(FormatErrorKind::NotText { offset: index as u64, byte }).in_row(row),
        None => not_text(bytes, bytes.len(), 0),
    }
}
