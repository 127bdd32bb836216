use std::borrow::Cow;

use super::styles::Styles;
use crate::cell::{DateSystem, boolean, date, number};
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::grid::{MAX_COLUMNS, MAX_ROWS, Piece, Strings};

/// What the cells of a workbook refer to.
pub(super) struct Context {
    pub shared: Vec<Piece>,
    pub styles: Styles,
    pub dates: DateSystem,
}

/// The type of a cell (`ST_CellType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellType {
    Number,
    Shared,
    Text,
    Boolean,
    Date,
}

impl CellType {
    /// From the attribute `t`. Errors are their text, as `str` is.
    pub fn of(name: Option<&str>) -> Self {
        match name {
            Some("s") => Self::Shared,
            Some("b") => Self::Boolean,
            Some("d") => Self::Date,
            Some("str" | "e" | "inlineStr") => Self::Text,
            _ => Self::Number,
        }
    }
}

/// The value of a cell from what is written in it.
pub(super) fn value(
    written: &str,
    cell_type: CellType,
    style: usize,
    context: &Context,
    strings: &mut Strings,
) -> Result<Piece> {
    match cell_type {
        CellType::Shared => {
            let index: Option<usize> = written.trim().parse().ok();
            let shared = index.and_then(|index| context.shared.get(index)).copied();
            shared.ok_or_else(|| FormatError::corrupt(format!("shared string {}", written.trim())))
        }
        CellType::Text => strings.add(&unescape(written)),
        CellType::Boolean => match written.trim() {
            "" => Ok(Piece::default()),
            written => strings.add(boolean(written == "1" || written == "true")),
        },
        CellType::Date => {
            let midnight = ["T00:00:00Z", "T00:00:00.000Z", "T00:00:00.000", "T00:00:00"];
            let written = written.trim();
            strings.add(midnight.iter().find_map(|time| written.strip_suffix(time)).unwrap_or(written))
        }
        CellType::Number => match written.trim().parse::<f64>() {
            Ok(number) if number.is_finite() && context.styles.is_date(style) => {
                strings.add(&date(number, context.dates))
            }
            Ok(value) if value.is_finite() => strings.add(&number(value)),
            // Whatever it is, the reader of the text can say more of it.
            _ => strings.add(written.trim()),
        },
    }
}

/// `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.4.2.4).
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, from) = rest.split_at(start);
        plain.push_str(before);
        let digits = from.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.filter(|_| from.as_bytes().get(6) == Some(&b'_'));
        let c = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let (c, len) = c.map_or((None, 2), |c| (Some(c), 7));
        match c {
            Some('\0') => {}
            Some(c) => plain.push(c),
            None => plain.push_str("_x"),
        }
        rest = from.get(len..).unwrap_or_default();
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// A place like `AB12`, counted from 0.
pub(super) fn place(reference: &str) -> Result<(u32, u32)> {
    let bad = || FormatError::corrupt(format!("cell reference {reference}"));
    let reference = reference.trim();
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(bad());
    }
    let letter = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, |column, byte| column * 26 + letter(byte));
    let row: u64 = digits.parse().map_err(|_| bad())?;
    if row > u64::from(MAX_ROWS) {
        return Err(FormatError::new(FormatErrorKind::TooManyRows { limit: u64::from(MAX_ROWS) }));
    }
    let row = u32::try_from(row).ok().and_then(|row| row.checked_sub(1)).ok_or_else(bad)?;
    if column > MAX_COLUMNS { Err(bad()) } else { Ok((row, column - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_from_zero() {
        for (reference, expected) in
            [("A1", (0, 0)), ("z10", (9, 25)), ("AA1", (0, 26)), ("XFD1048576", (1_048_575, 16_383))]
        {
            assert_eq!(place(reference), Ok(expected));
        }
        for reference in
            ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A-1", "甲1", "A99999999999999999999"]
        {
            assert!(place(reference).is_err(), "{reference}");
        }
    }

    #[test]
    fn escaped_characters_are_plain() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x", "_x"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x12甲_", "_x12甲_"),
            ("_xD800_", "_xD800_"),
        ] {
            assert_eq!(unescape(text), expected);
        }
    }
}
