use std::io::Cursor;
use std::sync::Arc;

use evenhand_protocol::{Expected, LoadError, ProblemCode};
use polars::prelude::{DataFrame, DataType, PlSmallStr, PolarsResult, Schema, SchemaRef, StringChunked};
use polars_io::SerReader;
use polars_io::csv::read::{CsvParseOptions, CsvReadOptions};

use crate::failure::Failure;
use crate::header::Header;
use crate::limits::PART_BYTES;
use crate::plan::PlannedTable;
use crate::record::{Quotes, Record};
use crate::text::content;

/// Reads the cells of one table part by part.
///
/// Our own scan finds where records begin, counts their cells and judges their quotes; Polars takes the cells apart.
/// It only ever sees records of equal length with strict quotes, because it fills short rows silently and splits
/// loose quotes in other places than it counts them: a part with anything else is first rewritten in strict form.
pub(crate) struct CellReader<'a> {
    table: &'a PlannedTable,
    text: &'a str,
    pos: usize,
    row: u64,
    columns: Vec<usize>,
    schema: SchemaRef,
    rows: u64,
    ragged: Vec<Ragged>,
    n_ragged: u64,
}

/// A row that is longer or shorter than the header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ragged {
    /// The row.
    pub row: u64,
    /// Its cells.
    pub cells: usize,
    /// Whether something stands behind the last column.
    pub too_long: bool,
}

/// Some consecutive rows of a table.
pub(crate) struct Part {
    /// The row of the first one.
    pub first_row: u64,
    /// How many.
    pub height: usize,
    columns: Vec<(usize, StringChunked)>,
}

impl Part {
    /// The cells of a column that is read. A blank cell is an empty string.
    pub fn cells(&self, column: usize) -> Option<impl Iterator<Item = &str>> {
        self.column(column).map(|column| column.iter().map(Option::unwrap_or_default))
    }

    /// One cell, empty where there is none.
    pub fn cell(&self, column: usize, row: usize) -> &str {
        self.column(column).and_then(|column| column.get(row)).unwrap_or_default()
    }

    fn column(&self, column: usize) -> Option<&StringChunked> {
        let place = self.columns.binary_search_by_key(&column, |(other, _)| *other).ok()?;
        self.columns.get(place).map(|(_, column)| column)
    }
}

impl<'a> CellReader<'a> {
    /// Opens a table of a sheet's text and reads its header.
    ///
    /// # Errors
    /// `EmptyFile` for a blank text; `FileUnreadable` where the header is not the planned one, because then the file
    /// was changed after its preview; `HeaderOnly` where no row follows.
    pub fn open(table: &'a PlannedTable, text: &'a str) -> Result<Self, LoadError> {
        let text = content(text);
        if text.trim().is_empty() {
            return Err(Failure::in_table(ProblemCode::EmptyFile, table).expected(Expected::Rows));
        }
        let header = Header::at_row(text, table.delimiter, table.header_row, table.header_rows);
        let headers = header.names(text, table.delimiter);
        if headers != table.headers {
            return Err(Failure::in_table(ProblemCode::FileUnreadable, table)
                .row(header.row)
                .found(&text[header.upper.start..header.upper.end])
                .expected(Expected::ReadableFile));
        }
        if header.next >= text.len() {
            return Err(Failure::in_table(ProblemCode::HeaderOnly, table)
                .row(header.row)
                .expected(Expected::Rows));
        }
        let columns = (0..headers.len()).map(|k| (PlSmallStr::from_string(k.to_string()), DataType::String));
        Ok(Self {
            table,
            text,
            pos: header.next,
            row: header.next_row,
            columns: table.read_columns(),
            schema: Arc::new(Schema::from_iter(columns)),
            rows: 0,
            ragged: Vec::new(),
            n_ragged: 0,
        })
    }

    /// The rows since the last call that are longer or shorter than the header.
    pub fn take_ragged(&mut self) -> Vec<Ragged> {
        std::mem::take(&mut self.ragged)
    }

    /// Whether most of the rows read so far are longer or shorter than the header.
    pub fn is_mostly_ragged(&self) -> bool {
        self.n_ragged * 2 > self.rows
    }

    /// The next rows; nothing behind the last.
    ///
    /// A row with too few cells gets blank ones; a row with too many loses those behind the last column, and is
    /// named by [`CellReader::take_ragged`].
    ///
    /// # Errors
    /// `OpenQuote` with its row.
    pub fn next_part(&mut self) -> Result<Option<Part>, LoadError> {
        let (start, first_row) = (self.pos, self.row);
        let mut strict = true;
        let last = self.table.last_row.unwrap_or(u64::MAX);
        while self.pos < self.text.len() && self.pos - start < PART_BYTES && self.row <= last {
            strict &= self.skip_record()?;
        }
        let height = (self.row - first_row) as usize;
        if height == 0 {
            return Ok(None);
        }
        let text = &self.text[start..self.pos];
        let frame = if strict { self.frame(text.as_bytes(), height) } else { None };
        // Polars refuses a few texts that RFC 4180 allows; all of them are well in strict form.
        let frame = frame.or_else(|| self.frame(&self.in_strict_form(text), height));
        let columns = frame.and_then(|frame| self.columns(&frame));
        match columns {
            Some(columns) => Ok(Some(Part { first_row, height, columns })),
            None => Err(Failure::in_table(ProblemCode::FileUnreadable, self.table)
                .row(first_row)
                .expected(Expected::ReadableFile)),
        }
    }

    /// Moves behind one record. Says whether Polars reads it as it stands.
    fn skip_record(&mut self) -> Result<bool, LoadError> {
        let (bytes, delimiter) = (self.text.as_bytes(), self.table.delimiter);
        let record = Record::at(bytes, delimiter, self.pos);
        if record.quotes == Quotes::Open {
            return Err(Failure::in_table(ProblemCode::OpenQuote, self.table)
                .row(self.row)
                .found(&self.text[record.start..record.end])
                .expected(Expected::ClosingQuote));
        }
        let regular = record.cells == self.schema.len();
        if regular || !record.is_blank(bytes, delimiter) {
            self.rows += 1;
        }
        if !regular && !record.is_blank(bytes, delimiter) {
            self.note_ragged(&record);
        }
        // A line without any character could be skipped instead of read as a row.
        let strict = regular && record.quotes == Quotes::Strict && record.end > record.start;
        (self.pos, self.row) = (record.next, self.row + 1);
        Ok(strict)
    }

    /// Blank cells behind the last column are no matter.
    fn note_ragged(&mut self, record: &Record) {
        let cells = record.values(self.text, self.table.delimiter);
        let too_long = cells.iter().skip(self.schema.len()).any(|cell| !cell.trim().is_empty());
        if cells.len() < self.schema.len() || too_long {
            self.n_ragged += 1;
            self.ragged.push(Ragged { row: self.row, cells: cells.len(), too_long });
        }
    }

    /// The frame of a text, if Polars finds as many rows in it as there are records.
    fn frame(&self, text: &[u8], height: usize) -> Option<DataFrame> {
        let frame = self.read(text).ok()?;
        (frame.height() == height).then_some(frame)
    }

    fn read(&self, text: &[u8]) -> PolarsResult<DataFrame> {
        let parse =
            CsvParseOptions::default().with_separator(self.table.delimiter).with_quote_char(Some(b'"'));
        CsvReadOptions::default()
            .with_has_header(false)
            .with_infer_schema_length(Some(0))
            .with_schema(Some(Arc::clone(&self.schema)))
            .with_projection(Some(Arc::new(self.columns.clone())))
            .with_parse_options(parse)
            .into_reader_with_file_handle(Cursor::new(text))
            .finish()
    }

    fn columns(&self, frame: &DataFrame) -> Option<Vec<(usize, StringChunked)>> {
        let columns = self.columns.iter().zip(frame.get_columns());
        columns.map(|(index, column)| Some((*index, column.str().ok()?.clone()))).collect()
    }

    /// Every cell in quotes, and as many cells in any record as in the header.
    fn in_strict_form(&self, text: &str) -> Vec<u8> {
        let mut strict = Vec::with_capacity(text.len() + text.len() / 2);
        let mut pos = 0;
        while pos < text.len() {
            let record = Record::at(text.as_bytes(), self.table.delimiter, pos);
            let values = if record.is_blank(text.as_bytes(), self.table.delimiter) {
                Vec::new()
            } else {
                record.values(text, self.table.delimiter)
            };
            for column in 0..self.schema.len() {
                if column > 0 {
                    strict.push(self.table.delimiter);
                }
                let value = values.get(column).map_or("", |value| value.as_ref());
                strict.push(b'"');
                strict.extend_from_slice(value.replace('"', "\"\"").as_bytes());
                strict.push(b'"');
            }
            strict.push(b'\n');
            pos = record.next;
        }
        strict
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use evenhand_protocol::{ColumnMapping, Field, LoadPlan, TableKind, TableMapping, TableSource};
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use crate::plan::checked;

    /// Text that Polars and RFC 4180 may see differently.
    const PIECES: [&str; 13] =
        ["", "a", "\"", "\"\"", "\"a\"", "\"a,b\"", "\"a\nb\"", "\"\"\"\"", " ", "\r", "甲", "x^", "\"a\"\r"];

    /// The cells of a text with the header `h0,h1,h2`, read in parts and by the records alone.
    #[track_caller]
    fn check(text: &str) {
        let mut mapping = TableMapping::unknown(TableSource::default());
        mapping.kind = TableKind::Scores;
        mapping.columns = [("h0", Field::Provider), ("h1", Field::Evaluator), ("h2", Field::Score)]
            .map(|(header, field)| ColumnMapping::new(header, field))
            .into();
        let table = checked(&LoadPlan::of(vec![mapping])).unwrap().remove(0);
        let Ok(mut reader) = CellReader::open(&table, text) else { return };
        let mut read: Vec<[String; 3]> = Vec::new();
        loop {
            match reader.next_part() {
                Ok(Some(part)) => {
                    read.extend(
                        (0..part.height).map(|row| [0, 1, 2].map(|k| part.cell(k, row).trim().into())),
                    );
                }
                Ok(None) => break,
                Err(error) => {
                    assert_ne!(error.problem.code, ProblemCode::FileUnreadable, "{text:?}");
                    return;
                }
            }
        }
        let text = text.trim_end_matches(['\n', '\r']);
        let mut pos = Record::at(text.as_bytes(), b',', 0).next;
        let mut expected: Vec<[String; 3]> = Vec::new();
        while pos < text.len() {
            let record = Record::at(text.as_bytes(), b',', pos);
            let values = record.values(text, b',');
            let cell = |k: usize| values.get(k).map_or("", |value| value.trim()).to_owned();
            expected.push([0, 1, 2].map(cell));
            pos = record.next;
        }
        assert_eq!(read, expected, "{text:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn cells_are_those_of_the_records(
            rows in vec(vec(vec(select(&PIECES), 0..3), 3), 1..8),
            line_end in select(vec!["\n", "\r\n"]),
            blank_after in 0usize..12,
        ) {
            let mut text = format!("h0,h1,h2{line_end}");
            for (k, row) in rows.iter().enumerate() {
                let cells: Vec<String> = row.iter().map(|cell| cell.concat()).collect();
                text.push_str(&cells.join(","));
                text.push_str(line_end);
                if k == blank_after {
                    text.push_str(line_end);
                }
            }
            check(&text);
        }
    }
}
