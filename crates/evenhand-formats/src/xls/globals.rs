use std::collections::BTreeMap;

use super::characters::{Characters, Cursor};
use super::record::{Record, Records};
use crate::cell::DateSystem;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::grid::{Piece, Strings};
use crate::number_format::{is_builtin_date, is_date};

/// What all sheets share.
pub(super) struct Globals {
    pub sheets: Vec<Listed>,
    pub characters: Characters,
    pub dates: DateSystem,
    /// Which styles show dates.
    pub date_styles: Vec<bool>,
    pub shared: Vec<Piece>,
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub name: String,
    pub hidden: bool,
    pub is_worksheet: bool,
    /// Where its records start.
    pub start: usize,
}

/// Record types (MS-XLS 2.3.1).
mod kind {
    pub const EOF: u16 = 0x000A;
    pub const DATE_MODE: u16 = 0x0022;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CODE_PAGE: u16 = 0x0042;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const XF: u16 = 0x00E0;
    pub const SST: u16 = 0x00FC;
    pub const FORMAT: u16 = 0x041E;
    pub const BOF: u16 = 0x0809;
}

impl Globals {
    pub fn read(stream: &[u8], strings: &mut Strings) -> Result<Self> {
        let mut globals = Self {
            sheets: Vec::new(),
            characters: Characters::Unicode,
            dates: DateSystem::From1900,
            date_styles: Vec::new(),
            shared: Vec::new(),
        };
        let mut records = Records::new(stream);
        let mut formats: BTreeMap<u16, bool> = BTreeMap::new();
        let mut ids = Vec::new();
        let mut is_unicode = true;
        while let Some(record) = records.next() {
            match record.kind {
                kind::EOF => break,
                kind::BOF => is_unicode = record.u16(0)? == 0x0600,
                kind::FILE_PASS => return Err(FormatError::new(FormatErrorKind::Encrypted)),
                kind::DATE_MODE if record.u16(0)? == 1 => globals.dates = DateSystem::From1904,
                kind::CODE_PAGE if !is_unicode => {
                    globals.characters = Characters::of_code_page(record.u16(0)?);
                }
                kind::BOUND_SHEET => globals.sheets.push(listed(&record, globals.characters)?),
                kind::XF => ids.push(record.u16(2)?),
                kind::FORMAT => {
                    let code = format_code(&record, globals.characters, is_unicode)?;
                    formats.insert(record.u16(0)?, is_date(&code));
                }
                kind::SST => {
                    let mut cursor = Cursor::new(record.from(8), records.continued());
                    while !cursor.is_done() {
                        globals.shared.push(strings.add(&cursor.string(globals.characters)?)?);
                    }
                }
                _ => {}
            }
        }
        let date = |id: &u16| formats.get(id).copied().unwrap_or_else(|| is_builtin_date(*id));
        globals.date_styles = ids.iter().map(date).collect();
        Ok(globals)
    }
}

fn listed(record: &Record<'_>, characters: Characters) -> Result<Listed> {
    let name = Cursor::new(record.from(6), Vec::new()).short_string(characters)?;
    Ok(Listed {
        name,
        hidden: record.u8(4)? & 3 != 0,
        is_worksheet: record.u8(5)? == 0,
        start: usize::try_from(record.u32(0)?).unwrap_or(usize::MAX),
    })
}

fn format_code(record: &Record<'_>, characters: Characters, is_unicode: bool) -> Result<String> {
    let mut cursor = Cursor::new(record.from(2), Vec::new());
    if is_unicode { cursor.string(characters) } else { cursor.short_string(characters) }
}
