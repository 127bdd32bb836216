use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::shared_strings::rich_text;
use super::value::{CellType, Context, place, value};
use crate::error::Result;
use crate::grid::{Grid, MAX_COLUMNS, Strings};
use crate::xml::{Xml, attribute, flag, number};

/// The cells of a worksheet, its merged ranges and what is hidden.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, context: &Context, strings: &mut Strings) -> Result<Grid> {
    let mut sheet = Worksheet { grid: Grid::default(), row: 0, column: 0, next_row: 0, text: String::new() };
    while let Some(event) = xml.next()? {
        let Event::Start(start) = event else { continue };
        match start.local_name().as_ref() {
            "col" => sheet.columns(&start)?,
            "row" => sheet.row(&start)?,
            "mergeCell" => sheet.merge(&start)?,
            "c" => {
                let cell = sheet.open(&start).map_err(|error| error.in_row(u64::from(sheet.row) + 1))?;
                let filled = sheet.fill(xml, &cell, context, strings);
                filled.map_err(|error| error.in_row(u64::from(cell.row) + 1))?;
            }
            _ => {}
        }
    }
    Ok(sheet.grid)
}

struct Worksheet {
    grid: Grid,
    row: u32,
    column: u32,
    next_row: u32,
    text: String,
}

/// A cell whose start was read.
struct Open {
    row: u32,
    column: u32,
    cell_type: CellType,
    style: usize,
}

impl Worksheet {
    fn columns(&mut self, start: &BytesStart<'_>) -> Result<()> {
        if flag(start, "hidden")? {
            let first: u32 = number(start, "min")?.unwrap_or(0);
            let last: u32 = number(start, "max")?.unwrap_or(first);
            if let (Some(first), Some(last)) = (first.checked_sub(1), last.checked_sub(1)) {
                self.grid.hide_columns(first, last.min(MAX_COLUMNS));
            }
        }
        Ok(())
    }

    /// A row or a cell without a number follows the one before.
    fn row(&mut self, start: &BytesStart<'_>) -> Result<()> {
        let numbered: Option<u32> = number(start, "r")?;
        self.row = numbered.and_then(|row| row.checked_sub(1)).unwrap_or(self.next_row);
        (self.column, self.next_row) = (0, self.row.saturating_add(1));
        if flag(start, "hidden")? {
            self.grid.hide_rows(self.row, self.row);
        }
        Ok(())
    }

    fn merge(&mut self, start: &BytesStart<'_>) -> Result<()> {
        let reference = attribute(start, "ref")?.unwrap_or_default();
        if let Some((first, last)) = reference.split_once(':') {
            self.grid.merge(place(first)?, place(last)?);
        }
        Ok(())
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<Open> {
        let (row, column) = match attribute(start, "r")? {
            Some(reference) => place(&reference)?,
            None => (self.row, self.column),
        };
        self.column = column.saturating_add(1);
        let cell_type = CellType::of(attribute(start, "t")?.as_deref());
        Ok(Open { row, column, cell_type, style: number(start, "s")?.unwrap_or(0) })
    }

    fn fill<R: BufRead>(
        &mut self,
        xml: &mut Xml<R>,
        cell: &Open,
        context: &Context,
        strings: &mut Strings,
    ) -> Result<()> {
        self.text.clear();
        let mut is_filled = false;
        loop {
            let inner = match xml.within("c")? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "v" => Inner::Value,
                    "is" => Inner::Inline,
                    _ => Inner::Other,
                },
                Event::End(_) => break,
                _ => continue,
            };
            match inner {
                Inner::Value => xml.text("v", &mut self.text)?,
                Inner::Inline => rich_text(xml, "is", &mut self.text)?,
                Inner::Other => xml.skip("c")?,
            }
            is_filled |= !matches!(inner, Inner::Other);
        }
        if !is_filled || self.text.is_empty() {
            return Ok(());
        }
        let piece = value(&self.text, cell.cell_type, cell.style, context, strings)?;
        self.grid.set(cell.row, cell.column, piece)
    }
}

/// What is in a cell.
enum Inner {
    /// Its value, or the last result of its formula.
    Value,
    /// A string that is not shared.
    Inline,
    /// The formula, and extensions.
    Other,
}
