//! A look at the footer and the page headers of a Parquet file before they are decoded.
//!
//! Both are Thrift structures in the compact protocol. The `parquet` crate skips fields that it does not know; a list
//! of truth values takes it no bytes there, so that one that claims two thousand million of them keeps it busy for
//! seconds. Neither footers nor page headers have such a list, and every other element takes a byte at least.
//!
//! Fields that it knows it reads as what they should be, whatever the file says they are, and then takes the bytes after
//! them for something else than they are. So known fields must have their types (see [`super::thrift_types`]).

use parquet::errors::ParquetError;

use super::thrift_types::{
    BINARY, BYTE, DOUBLE, FALSE, FOOTER, Fields, I16, I64, Known, LIST, MAP, PAGE_HEADER, SET, STRUCT, TRUE,
};
use crate::error::FormatError;

/// Structures within structures; those of Parquet go six deep.
const MAX_DEPTH: usize = 32;

/// Refuses a footer whose lists claim more than its bytes can hold, or whose known fields have other types than their own.
///
/// Files in which no footer can be found are left to the decoder, which says so.
///
/// # Errors
/// `Corrupt`.
pub(super) fn check_footer(file: &[u8]) -> Result<(), FormatError> {
    let Some((rest, end)) = file.split_last_chunk::<8>() else { return Ok(()) };
    let length = u32::from_le_bytes([end[0], end[1], end[2], end[3]]) as usize;
    let Some(start) = rest.len().checked_sub(length) else { return Ok(()) };
    let mut walk = Walk { left: &rest[start..] };
    let overclaims = || FormatError::corrupt("a footer that is none or claims more than it holds");
    walk.structure(FOOTER, 0).ok_or_else(overclaims)
}

/// Refuses a page header at the start of these bytes that claims more than they hold, or is none.
///
/// The decoder reads a header to wherever it ends, and at the end of the file it goes on skipping what is not there: so the
/// bytes are those to the end of the file.
///
/// # Errors
/// Where the header does not end, a known field has another type than its own, or there is a list of truth values.
pub(super) fn check_header(bytes: &[u8]) -> Result<(), ParquetError> {
    let mut walk = Walk { left: bytes };
    let overclaims =
        || ParquetError::General("a page header that is none or claims more than there is".to_owned());
    walk.structure(PAGE_HEADER, 0).ok_or_else(overclaims)
}

/// What is left to walk; every step is `None` where it does not hold what it claims.
struct Walk<'a> {
    left: &'a [u8],
}

impl Walk<'_> {
    fn skip(&mut self, n: usize) -> Option<()> {
        self.left = self.left.get(n..)?;
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, left) = self.left.split_first()?;
        self.left = left;
        Some(*first)
    }

    /// A number in groups of seven bits, the lowest first.
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn structure(&mut self, fields: Fields, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        let mut id = 0_i64;
        loop {
            let header = self.byte()?;
            let kind = header & 0x0F;
            if kind == 0 {
                return Some(());
            }
            // Without a step from the last field its number follows, the sign in the lowest bit.
            id = match header >> 4 {
                0 => {
                    let zigzag = self.varint()?;
                    (zigzag >> 1) as i64 ^ -((zigzag & 1) as i64)
                }
                step => id + i64::from(step),
            };
            // The decoder has 16 bits for it.
            i16::try_from(id).ok()?;
            let is_flag = kind == TRUE || kind == FALSE;
            match fields.iter().find(|(known, _)| *known == id).map(|(_, known)| *known) {
                Some(Known::Flag) if is_flag => {}
                Some(Known::Plain(own)) if kind == own => self.value(kind, depth)?,
                Some(Known::Of(inner)) if kind == STRUCT => self.structure(inner, depth + 1)?,
                Some(Known::List(element)) if kind == LIST => self.list(Some(element), depth + 1)?,
                None if is_flag => {}
                None => self.value(kind, depth)?,
                Some(_) => return None,
            }
        }
    }

    fn value(&mut self, kind: u8, depth: usize) -> Option<()> {
        match kind {
            BYTE => self.skip(1),
            I16..=I64 => self.varint().map(|_| ()),
            DOUBLE => self.skip(8),
            BINARY => {
                let length = self.varint()?;
                self.skip(usize::try_from(length).ok()?)
            }
            LIST | SET => self.list(None, depth + 1),
            MAP => self.map(depth + 1),
            STRUCT => self.structure(&[], depth + 1),
            _ => None,
        }
    }

    /// A list, of elements that are known where one is given. An empty one may name any type.
    fn list(&mut self, element: Option<&Known>, depth: usize) -> Option<()> {
        let header = self.byte()?;
        let kind = header & 0x0F;
        let count = if header >> 4 == 15 { self.varint()? } else { u64::from(header >> 4) };
        match element {
            _ if count == 0 => Some(()),
            None => self.elements(count, &[kind], depth),
            Some(Known::Plain(own)) if kind == *own => self.elements(count, &[kind], depth),
            // Each takes a byte at least.
            Some(Known::Of(fields)) if kind == STRUCT && count <= self.left.len() as u64 => {
                (0..count).try_for_each(|_| self.structure(fields, depth + 1))
            }
            Some(_) => None,
        }
    }

    fn map(&mut self, depth: usize) -> Option<()> {
        let count = self.varint()?;
        if count == 0 {
            return Some(());
        }
        let kinds = self.byte()?;
        self.elements(count, &[kinds >> 4, kinds & 0x0F], depth)
    }

    /// So many elements of one kind, or pairs of two kinds.
    fn elements(&mut self, count: u64, kinds: &[u8], depth: usize) -> Option<()> {
        let holds_flags = kinds.iter().any(|kind| matches!(*kind, TRUE | FALSE));
        if depth > MAX_DEPTH || holds_flags || count > self.left.len() as u64 {
            return None;
        }
        for _ in 0..count {
            for kind in kinds {
                self.value(*kind, depth)?;
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FormatErrorKind;

    fn file(footer: &[u8]) -> Vec<u8> {
        let length = (footer.len() as u32).to_le_bytes();
        [b"PAR1", footer, &length, b"PAR1"].concat()
    }

    fn is_refused(footer: &[u8]) -> bool {
        match check_footer(&file(footer)) {
            Ok(()) => false,
            Err(error) => {
                assert!(matches!(error.kind, FormatErrorKind::Corrupt { .. }), "{error:?}");
                true
            }
        }
    }

    #[test]
    fn every_type_is_walked() {
        // Version 2; then fields that nobody knows: a list of two records with a name and a flag; a map of one pair; a
        // double; field 300 by its number, bytes.
        let footer = [
            0x15, 0x04, 0xF9, 0x2C, 0x18, 0x01, b'a', 0x11, 0x00, 0x18, 0x01, b'b', 0x12, 0x00, 0x1B, 0x01,
            0x55, 0x02, 0x04, 0x17, 0, 0, 0, 0, 0, 0, 0, 0, 0x08, 0xD8, 0x04, 0x01, b'c', 0x00,
        ];
        assert!(!is_refused(&footer));
        for end in 0..footer.len() {
            assert!(is_refused(&footer[..end]), "{end}");
        }
    }

    #[test]
    fn lists_that_claim_more_than_there_is_are_refused() {
        let many = [0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        // Of truth values, of numbers, a set, a map.
        for (field, header) in [(0x19, 0xF1), (0x19, 0xF5), (0x1A, 0xF2)] {
            assert!(is_refused(&[&[field, header], &many[..], &[0x00]].concat()));
        }
        assert!(is_refused(&[&[0x1B], &many[..], &[0x11, 0x00]].concat()));
        // Few truth values too: the decoder and the format differ on how long they are.
        assert!(is_refused(&[0x19, 0x21, 0x01, 0x01, 0x00]));
    }

    #[test]
    fn known_fields_of_a_footer_have_their_types() {
        // Version 1; a schema of one column named c; one row; no row groups, the type of the empty list being none.
        let footer =
            [0x15, 0x02, 0x19, 0x1C, 0x15, 0x02, 0x38, 0x01, b'c', 0x00, 0x16, 0x02, 0x19, 0x00, 0x00];
        assert!(!is_refused(&footer));
        for (place, other) in [(0, 0x16), (2, 0x1A), (3, 0x15), (4, 0x16), (6, 0x36), (10, 0x15), (12, 0x18)]
        {
            let mut wrong = footer;
            wrong[place] = other;
            assert!(is_refused(&wrong), "{place}");
        }
    }

    #[test]
    fn records_in_records_without_end_are_refused() {
        assert!(is_refused(&[0x1C; 100]));
        assert!(is_refused(&[0x19; 100]));
    }

    #[test]
    fn a_page_header_that_ends_is_followed_by_anything() {
        // Type 0, 9 bytes, 2 compressed, then the 2 bytes.
        let page = [0x15, 0x00, 0x15, 0x12, 0x15, 0x04, 0x00, b'x', b'y'];
        assert!(check_header(&page).is_ok());
        assert!(check_header(&page[..7]).is_ok());
        assert!(check_header(&page[..6]).is_err());
        // A list of flags as field 9.
        let flags = [0x15, 0x00, 0x15, 0x12, 0x15, 0x04, 0x69, 0xF1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0x00];
        assert!(check_header(&flags).is_err());
    }

    #[test]
    fn known_fields_of_a_page_header_have_their_types() {
        // A data page of 4 values with statistics of one null.
        let page = [
            0x15, 0x00, 0x15, 0x12, 0x15, 0x04, 0x2C, 0x15, 0x08, 0x15, 0x00, 0x15, 0x06, 0x15, 0x06, 0x1C,
            0x36, 0x02, 0x00, 0x00, 0x00,
        ];
        assert!(check_header(&page).is_ok());
        for (place, other) in [(0, 0x16), (4, 0x18), (6, 0x25), (7, 0x16), (15, 0x15), (16, 0x38)] {
            let mut wrong = page;
            wrong[place] = other;
            assert!(check_header(&wrong).is_err(), "{place}");
        }
        // A number where the header of an index page should be, which the decoder takes for its fields.
        assert!(check_header(&[0x15, 0x02, 0x15, 0x12, 0x15, 0x04, 0x35, 0x06, 0x00]).is_err());
        // Field 5 by a number of which the decoder would keep 16 bits.
        assert!(check_header(&[0x0C, 0x8A, 0x80, 0x08, 0x00, 0x00]).is_err());
    }

    #[test]
    fn files_without_a_footer_are_left_to_the_decoder() {
        assert!(check_footer(b"PAR1").is_ok());
        assert!(check_footer(b"PAR1\xFF\xFF\xFF\x7FPAR1").is_ok());
    }
}
