use std::io::{Cursor, Read};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::ZipArchive;

use super::archive::zipped;
use crate::case::{File, Result};
use crate::grid::{Cell, Sheet};

/// A workbook in Office Open XML.
///
/// # Errors
/// Names of sheets that Excel does not allow, and days that are none.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    for sheet in sheets {
        write_sheet(book.add_worksheet(), sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

/// The same workbook as one with macros: another content type, and a part for the macros.
///
/// # Errors
/// As [`workbook`].
pub fn xlsm(sheets: &[Sheet]) -> Result<Vec<u8>> {
    const PLAIN: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const MACROS: &str = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    let mut archive = ZipArchive::new(Cursor::new(workbook(sheets)?))?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        if name == "[Content_Types].xml" {
            bytes = String::from_utf8(bytes)?.replace(PLAIN, MACROS).into_bytes();
        }
        parts.push(File { name, bytes });
    }
    // What is in the macros does not matter to anybody who only reads cells.
    parts.push(File::new("xl/vbaProject.bin", vec![0; 16]));
    zipped(&parts)
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<()> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_hidden(sheet.hidden);
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for range in &sheet.merged {
        let [first_row, first_column, last_row, last_column] = *range;
        worksheet.merge_range(
            first_row,
            u16::try_from(first_column)?,
            last_row,
            u16::try_from(last_column)?,
            "",
            &Format::new(),
        )?;
    }
    for (row, cells) in (0..).zip(&sheet.grid.0) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Blank => {}
                Cell::Text(text) => {
                    worksheet.write_string(row, column, text)?;
                }
                Cell::Number(number) => {
                    worksheet.write_number(row, column, *number)?;
                }
                Cell::Day(text) => {
                    worksheet.write_with_format(row, column, &ExcelDateTime::parse_from_str(text)?, &day)?;
                }
            }
        }
    }
    for row in &sheet.hidden_rows {
        worksheet.set_row_hidden(*row)?;
    }
    for column in &sheet.hidden_columns {
        worksheet.set_column_hidden(*column)?;
    }
    Ok(())
}
