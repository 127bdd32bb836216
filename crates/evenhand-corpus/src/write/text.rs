use encoding_rs::GB18030;

use crate::grid::{Cell, Grid};

/// How a table is written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    /// Between cells.
    pub delimiter: char,
    /// Between the whole and the decimals of a number.
    pub decimal: char,
    /// After each row.
    pub line_end: &'static str,
}

impl TextStyle {
    /// RFC 4180, but for the line ends.
    pub const CSV: Self = Self { delimiter: ',', decimal: '.', line_end: "\n" };
    /// Tabs, as spreadsheets copy to the clipboard.
    pub const TSV: Self = Self { delimiter: '\t', ..Self::CSV };
    /// As spreadsheets export where decimals have commas.
    pub const SEMICOLON: Self = Self { delimiter: ';', decimal: ',', line_end: "\r\n" };
}

/// The table as text, with quotes where they are needed.
pub fn text(grid: &Grid, style: TextStyle) -> String {
    let mut text = String::new();
    for row in &grid.0 {
        let cells: Vec<String> = row.iter().map(|cell| written(cell, style)).collect();
        text.push_str(&cells.join(style.delimiter.encode_utf8(&mut [0; 4])));
        text.push_str(style.line_end);
    }
    text
}

fn written(cell: &Cell, style: TextStyle) -> String {
    let text = match cell {
        Cell::Number(number) => number.to_string().replace('.', style.decimal.encode_utf8(&mut [0; 4])),
        other => other.text(),
    };
    if text.contains([style.delimiter, '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// UTF-16 with the low byte first, behind its mark.
pub fn utf16_le(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// UTF-16 with the high byte first, behind its mark.
pub fn utf16_be(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// GB18030, which spreadsheets on Chinese Windows write; it has every character of Unicode.
pub fn gb18030(text: &str) -> Vec<u8> {
    GB18030.encode(text).0.into_owned()
}
