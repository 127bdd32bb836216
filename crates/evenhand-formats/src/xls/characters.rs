use encoding_rs::Encoding;

use crate::error::{FormatError, Result};

/// How strings are stored.
#[derive(Debug, Clone, Copy)]
pub(super) enum Characters {
    /// Excel 97 and later: UTF-16, of which the upper bytes may be left out.
    Unicode,
    /// Before: bytes in a code page.
    Bytes(&'static Encoding),
}

impl Characters {
    /// The bytes of a code page.
    pub fn of_code_page(page: u16) -> Self {
        let label = match page {
            874 => "windows-874",
            932 => "shift_jis",
            936 => "gbk",
            949 => "euc-kr",
            950 => "big5",
            1250..=1258 => return Self::Bytes(windows(page)),
            10_000 | 32_768 => "macintosh",
            _ => "windows-1252",
        };
        Self::Bytes(Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252))
    }
}

fn windows(page: u16) -> &'static Encoding {
    Encoding::for_label(format!("windows-{page}").as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252)
}

/// A position in a record and the parts that continue it.
pub(super) struct Cursor<'a> {
    part: &'a [u8],
    more: std::vec::IntoIter<&'a [u8]>,
}

impl<'a> Cursor<'a> {
    pub fn new(first: &'a [u8], continued: Vec<&'a [u8]>) -> Self {
        Self { part: first, more: continued.into_iter() }
    }

    /// Whether everything was read.
    pub fn is_done(&mut self) -> bool {
        while self.part.is_empty() {
            match self.more.next() {
                Some(part) => self.part = part,
                None => return true,
            }
        }
        false
    }

    fn byte(&mut self) -> Result<u8> {
        if self.is_done() {
            return Err(FormatError::corrupt("a string is cut"));
        }
        let (byte, rest) = self.part.split_first().ok_or_else(|| FormatError::corrupt("a string is cut"))?;
        self.part = rest;
        Ok(*byte)
    }

    pub fn u16(&mut self) -> Result<u16> {
        Ok(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn u32(&mut self) -> Result<u32> {
        Ok(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Result<()> {
        while count > 0 {
            if self.is_done() {
                return Err(FormatError::corrupt("a string is cut"));
            }
            let step = count.min(self.part.len());
            self.part = self.part.get(step..).unwrap_or_default();
            count -= step;
        }
        Ok(())
    }

    /// A string whose length is one byte (`ShortXLUnicodeString`, MS-XLS 2.5.240).
    pub fn short_string(&mut self, characters: Characters) -> Result<String> {
        let count = usize::from(self.byte()?);
        self.string_of(count, characters)
    }

    /// A string whose length is two bytes (`XLUnicodeRichExtendedString`, MS-XLS 2.5.293, and `XLUnicodeString`).
    pub fn string(&mut self, characters: Characters) -> Result<String> {
        let count = usize::from(self.u16()?);
        self.string_of(count, characters)
    }

    fn string_of(&mut self, count: usize, characters: Characters) -> Result<String> {
        let encoding = match characters {
            Characters::Unicode => return self.unicode(count),
            Characters::Bytes(encoding) => encoding,
        };
        let mut bytes = Vec::new();
        for _ in 0..count {
            bytes.push(self.byte()?);
        }
        Ok(encoding.decode_without_bom_handling(&bytes).0.into_owned())
    }

    fn unicode(&mut self, count: usize) -> Result<String> {
        // Some writers leave the flags of an empty string out.
        if count == 0 && self.is_done() {
            return Ok(String::new());
        }
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let extended = if flags & 4 != 0 { usize::try_from(self.u32()?).unwrap_or(usize::MAX) } else { 0 };
        let mut units = Vec::new();
        let mut is_wide = flags & 1 != 0;
        while units.len() < count {
            // Where characters go on in the next part, flags stand before them anew.
            if self.part.is_empty() {
                is_wide = self.byte()? & 1 != 0;
            }
            let wanted = count - units.len();
            if is_wide {
                let (pairs, rest) = self.part.as_chunks::<2>();
                units.extend(pairs.iter().take(wanted).map(|pair| u16::from_le_bytes(*pair)));
                let taken = pairs.len().min(wanted);
                let left_over = if taken == pairs.len() && taken < wanted { rest.len() } else { 0 };
                self.skip(2 * taken + left_over)?;
                if taken == 0 && left_over == 0 && self.part.is_empty() && self.is_done() {
                    return Err(FormatError::corrupt("a string is cut"));
                }
            } else {
                let taken = self.part.len().min(wanted);
                units.extend(self.part.iter().take(taken).map(|byte| u16::from(*byte)));
                self.skip(taken)?;
            }
        }
        self.skip(runs * 4)?;
        self.skip(extended)?;
        let decoded = char::decode_utf16(units);
        Ok(decoded.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).filter(|c| *c != '\0').collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parts: &[&'static [u8]]) -> Result<String> {
        let (first, more) = parts.split_first().unwrap();
        Cursor::new(first, more.to_vec()).string(Characters::Unicode)
    }

    #[test]
    fn strings_go_on_in_the_next_part_with_flags_anew() {
        assert_eq!(read(&[b"\x03\0\0abc"]).unwrap(), "abc");
        assert_eq!(read(&[b"\x03\0\x01a\0b\0c\0"]).unwrap(), "abc");
        assert_eq!(read(&[b"\x04\0\0ab", b"\x01\x32\x75c\0"]).unwrap(), "ab甲c");
        assert_eq!(read(&[b"\x02\0\0", b"\0ab"]).unwrap(), "ab");
        assert_eq!(read(&[b"\x01\0\x0D\x01\0\x02\0\0\0a\0", b"1234", b"xy"]).unwrap(), "a");
        assert_eq!(read(&[b"\0\0"]).unwrap(), "");
    }

    #[test]
    fn cut_strings_are_errors() {
        for parts in [
            [b"\x03\0\0ab".as_slice(), b""],
            [b"\x03\0\x01a\0b", b""],
            [b"\x03", b""],
            [b"\x01\0\x08\x01\0a", b"1"],
        ] {
            assert!(read(&parts).is_err(), "{parts:?}");
        }
    }
}
