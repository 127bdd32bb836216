use super::characters::Cursor;
use super::globals::Globals;
use super::record::{Record, Records};
use crate::cell::{boolean, date, number};
use crate::error::{FormatError, Result};
use crate::grid::{Grid, Piece, Strings};

/// Record types (MS-XLS 2.3.1).
mod kind {
    pub const FORMULA: u16 = 0x0006;
    pub const EOF: u16 = 0x000A;
    pub const COL_INFO: u16 = 0x007D;
    pub const MUL_RK: u16 = 0x00BD;
    pub const R_STRING: u16 = 0x00D6;
    pub const MERGE_CELLS: u16 = 0x00E5;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const STRING: u16 = 0x0207;
    pub const ROW: u16 = 0x0208;
    pub const RK: u16 = 0x027E;
    pub const BOF: u16 = 0x0809;
}

/// The cells of a worksheet, its merged ranges and what is hidden.
pub(super) fn read(stream: &[u8], globals: &Globals, strings: &mut Strings) -> Result<Grid> {
    let mut sheet = Worksheet { grid: Grid::default(), globals, strings, formula: None };
    let mut records = Records::new(stream);
    // Charts on the sheet have records of their own between theirs, which look like cells.
    let mut depth = 0_u32;
    while let Some(record) = records.next() {
        match record.kind {
            kind::BOF => depth += 1,
            kind::EOF if depth <= 1 => return Ok(sheet.grid),
            kind::EOF => depth -= 1,
            _ if depth != 1 => {}
            kind::STRING => {
                let cursor = Cursor::new(record.data, records.continued());
                sheet.formula_text(cursor)?;
            }
            _ => {
                let row = record.u16(0).map_or(0, |row| u64::from(row) + 1);
                sheet.take(&record).map_err(|error| error.in_row(row))?;
            }
        }
    }
    Err(FormatError::corrupt("the sheet does not end"))
}

struct Worksheet<'a> {
    grid: Grid,
    globals: &'a Globals,
    strings: &'a mut Strings,
    /// The formula whose result is the text that comes next.
    formula: Option<(u32, u32)>,
}

impl Worksheet<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<()> {
        let value = match record.kind {
            kind::COL_INFO => return self.columns(record),
            kind::ROW => return self.row(record),
            kind::MERGE_CELLS => return self.merge(record),
            kind::MUL_RK => return self.several_numbers(record),
            kind::FORMULA => self.result(record)?,
            kind::NUMBER => self.number(f64::from_le_bytes(record.bytes(6)?), record.u16(4)?)?,
            kind::RK => self.number(packed(record.u32(6)?), record.u16(4)?)?,
            kind::LABEL_SST => {
                let index = usize::try_from(record.u32(6)?).unwrap_or(usize::MAX);
                let shared = self.globals.shared.get(index).copied();
                shared.ok_or_else(|| FormatError::corrupt(format!("shared string {index}")))?
            }
            kind::LABEL | kind::R_STRING => {
                let text = Cursor::new(record.from(6), Vec::new()).string(self.globals.characters)?;
                self.strings.add(&text)?
            }
            kind::BOOL_ERR if record.u8(7)? == 0 => self.strings.add(boolean(record.u8(6)? != 0))?,
            kind::BOOL_ERR => self.strings.add(error_text(record.u8(6)?))?,
            _ => return Ok(()),
        };
        self.grid.set(u32::from(record.u16(0)?), u32::from(record.u16(2)?), value)
    }

    fn columns(&mut self, record: &Record<'_>) -> Result<()> {
        if record.u16(8)? & 1 != 0 {
            self.grid.hide_columns(u32::from(record.u16(0)?), u32::from(record.u16(2)?));
        }
        Ok(())
    }

    fn row(&mut self, record: &Record<'_>) -> Result<()> {
        if record.u16(12)? & 0x20 != 0 {
            let row = u32::from(record.u16(0)?);
            self.grid.hide_rows(row, row);
        }
        Ok(())
    }

    fn merge(&mut self, record: &Record<'_>) -> Result<()> {
        for index in 0..usize::from(record.u16(0)?) {
            let at = |k: usize| record.u16(2 + 8 * index + 2 * k).map(u32::from);
            self.grid.merge((at(0)?, at(2)?), (at(1)?, at(3)?));
        }
        Ok(())
    }

    /// Numbers in consecutive columns.
    fn several_numbers(&mut self, record: &Record<'_>) -> Result<()> {
        let (row, first) = (u32::from(record.u16(0)?), u32::from(record.u16(2)?));
        let cells = record.from(4).as_chunks::<6>().0;
        for (column, cell) in (first..).zip(cells) {
            let [style_low, style_high, a, b, c, d] = *cell;
            let value = packed(u32::from_le_bytes([a, b, c, d]));
            let value = self.number(value, u16::from_le_bytes([style_low, style_high]))?;
            self.grid.set(row, column, value)?;
        }
        Ok(())
    }

    fn number(&mut self, value: f64, style: u16) -> Result<Piece> {
        let is_date = self.globals.date_styles.get(usize::from(style)).copied().unwrap_or(false);
        match value {
            _ if !value.is_finite() => Ok(Piece::default()),
            _ if is_date => self.strings.add(&date(value, self.globals.dates)),
            _ => self.strings.add(&number(value)),
        }
    }

    /// The last result of a formula (`FormulaValue`, MS-XLS 2.5.133).
    fn result(&mut self, record: &Record<'_>) -> Result<Piece> {
        let value: [u8; 8] = record.bytes(6)?;
        self.formula = None;
        match value {
            [0, _, _, _, _, _, 0xFF, 0xFF] => {
                self.formula = Some((u32::from(record.u16(0)?), u32::from(record.u16(2)?)));
                Ok(Piece::default())
            }
            [1, _, value, _, _, _, 0xFF, 0xFF] => self.strings.add(boolean(value != 0)),
            [2, _, value, _, _, _, 0xFF, 0xFF] => self.strings.add(error_text(value)),
            [_, _, _, _, _, _, 0xFF, 0xFF] => Ok(Piece::default()),
            value => self.number(f64::from_le_bytes(value), record.u16(4)?),
        }
    }

    fn formula_text(&mut self, mut cursor: Cursor<'_>) -> Result<()> {
        let Some((row, column)) = self.formula.take() else { return Ok(()) };
        let text = cursor.string(self.globals.characters)?;
        let value = self.strings.add(&text)?;
        self.grid.set(row, column, value)
    }
}

/// A number in four bytes (`RkNumber`, MS-XLS 2.5.217).
fn packed(rk: u32) -> f64 {
    let value =
        if rk & 2 != 0 { f64::from(rk.cast_signed() >> 2) } else { f64::from_bits(u64::from(rk & !3) << 32) };
    if rk & 1 != 0 { value / 100.0 } else { value }
}

/// `BErr`, MS-XLS 2.5.10.
fn error_text(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#GETTING_DATA",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Budget;
    use crate::cell::DateSystem;
    use crate::limits::Limits;
    use crate::xls::characters::Characters;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes(), &(data.len() as u16).to_le_bytes(), data].concat()
    }

    /// The text of a sheet of these records.
    fn text(records: &[Vec<u8>]) -> Result<String> {
        let globals = Globals {
            sheets: Vec::new(),
            characters: Characters::Unicode,
            dates: DateSystem::From1900,
            date_styles: vec![false, true],
            shared: Vec::new(),
        };
        let stream = [record(kind::BOF, &[0, 6, 0x10, 0]), records.concat(), record(kind::EOF, &[])].concat();
        let mut strings = Strings::default();
        let grid = read(&stream, &globals, &mut strings)?;
        Ok(grid.into_sheet(&strings, &mut Budget::new(&Limits::default()))?.text.content)
    }

    fn formula(column: u8, style: u8, value: [u8; 8]) -> Vec<u8> {
        record(kind::FORMULA, &[[0, 0, column, 0, style, 0].as_slice(), &value, &[0; 8]].concat())
    }

    #[test]
    fn formulas_have_their_last_result() {
        let records = [
            formula(0, 0, 4.5_f64.to_le_bytes()),
            formula(1, 1, 45_352.0_f64.to_le_bytes()),
            formula(2, 0, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
            record(kind::STRING, b"\x02\0\0ab"),
            formula(3, 0, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF]),
            formula(4, 0, [2, 0, 7, 0, 0, 0, 0xFF, 0xFF]),
            formula(5, 0, [3, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
        ];
        assert_eq!(text(&records).unwrap(), "4.5,2024-03-01,ab,TRUE,#DIV/0!\n");
    }

    #[test]
    fn packed_numbers_are_those_of_the_specification() {
        // MS-XLS 2.5.217: two flags, then a signed integer or the upper bits of a double.
        for (rk, expected) in [
            (0x3FF0_0000, 1.0),
            (0x3FF0_0001, 0.01),
            (0x0049_96EE, 1_205_691.0),
            (0x0049_96EF, 12_056.91),
            (0xFFFF_FFFE, -1.0),
        ] {
            assert_eq!(packed(rk), expected);
        }
        let cells = [[0, 0, 2, 0].as_slice(), &[0, 0, 6, 0, 0, 0], &[0, 0, 10, 0, 0, 0], &[3, 0]].concat();
        assert_eq!(text(&[record(kind::MUL_RK, &cells)]).unwrap(), ",,1,2\n");
    }

    #[test]
    fn charts_on_a_sheet_are_no_cells() {
        let number = |column: u8| {
            record(kind::NUMBER, &[[0, 0, column, 0, 0, 0].as_slice(), &1_f64.to_le_bytes()].concat())
        };
        let chart = [record(kind::BOF, &[0, 6, 0x20, 0]), number(5), record(kind::EOF, &[])].concat();
        assert_eq!(text(&[number(0), chart, number(1)]).unwrap(), "1,1\n");
    }

    #[test]
    fn cut_records_are_errors_with_their_row() {
        let error = text(&[record(kind::NUMBER, &[6, 0, 0, 0, 0, 0, 1])]).unwrap_err();
        assert_eq!(error.row, Some(7));
    }
}
