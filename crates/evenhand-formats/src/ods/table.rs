use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::cell::CellStart;
use crate::error::Result;
use crate::grid::{Grid, MAX_COLUMNS, MAX_ROWS, Strings};
use crate::xml::{Xml, attribute, number};

/// The cells of a table whose start was read.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>, strings: &mut Strings) -> Result<Grid> {
    let mut table = Table { grid: Grid::default(), next_row: 0, next_column: 0 };
    let mut text = String::new();
    // Groups and header rows are around rows and columns; they count only for finding the end.
    let mut depth = 1_u32;
    while depth > 0 {
        let row = match xml.within("table")? {
            Event::Start(start) => match start.local_name().as_ref() {
                "table-column" => {
                    table.columns(&start)?;
                    depth += 1;
                    continue;
                }
                "table-row" => RowStart::of(&start)?,
                // Drawings on the sheet may hold tables of their own.
                "shapes" | "table-source" | "forms" => {
                    xml.skip("shapes")?;
                    continue;
                }
                _ => {
                    depth += 1;
                    continue;
                }
            },
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            _ => continue,
        };
        let number = u64::from(table.next_row) + 1;
        table.row(xml, &row, &mut text, strings).map_err(|error| error.in_row(number))?;
    }
    Ok(table.grid)
}

struct Table {
    grid: Grid,
    next_row: u32,
    next_column: u32,
}

struct RowStart {
    count: u32,
    hidden: bool,
}

impl RowStart {
    fn of(start: &BytesStart<'_>) -> Result<Self> {
        let count: u32 = number(start, "number-rows-repeated")?.unwrap_or(1);
        Ok(Self { count: count.clamp(1, MAX_ROWS), hidden: is_hidden(start)? })
    }
}

impl Table {
    fn columns(&mut self, start: &BytesStart<'_>) -> Result<()> {
        let count: u32 = number(start, "number-columns-repeated")?.unwrap_or(1);
        let next = self.next_column.saturating_add(count.clamp(1, MAX_COLUMNS));
        if is_hidden(start)? {
            self.grid.hide_columns(self.next_column, next - 1);
        }
        self.next_column = next;
        Ok(())
    }

    /// A row that is repeated has its cells in each of its rows.
    fn row<R: BufRead>(
        &mut self,
        xml: &mut Xml<R>,
        start: &RowStart,
        text: &mut String,
        strings: &mut Strings,
    ) -> Result<()> {
        let row = self.next_row;
        self.next_row = row.saturating_add(start.count);
        if start.hidden {
            self.grid.hide_rows(row, self.next_row - 1);
        }
        let mut column = 0_u32;
        loop {
            let cell = match xml.within("table-row")? {
                Event::Start(start) => CellStart::of(&start)?,
                Event::End(_) => return Ok(()),
                _ => continue,
            };
            text.clear();
            cell.read_text(xml, text)?;
            let value = strings.add(&cell.value(text))?;
            if !value.is_empty() {
                self.grid.set_run((row, column), start.count, cell.columns, value)?;
            }
            if cell.spans_columns > 1 || cell.spans_rows > 1 {
                let last = |first: u32, count: u32| first.saturating_add(count - 1);
                let last = (last(row, cell.spans_rows), last(column, cell.spans_columns));
                self.grid.merge((row, column), last);
            }
            column = column.saturating_add(cell.columns);
        }
    }
}

fn is_hidden(start: &BytesStart<'_>) -> Result<bool> {
    Ok(matches!(attribute(start, "visibility")?.as_deref(), Some("collapse" | "filter")))
}
