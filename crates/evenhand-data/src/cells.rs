use std::io::Cursor;
use std::sync::Arc;

use evenhand_protocol::{Expected, Field, LoadError, ProblemCode};
use polars::prelude::{DataFrame, DataType, PlSmallStr, PolarsResult, Schema, SchemaRef, StringChunked};
use polars_io::SerReader;
use polars_io::csv::read::{CsvParseOptions, CsvReadOptions};

use crate::failure::Failure;
use crate::limits::PART_BYTES;
use crate::plan::PlannedFile;
use crate::record::{Quotes, Record};
use crate::text::{header_of, text_of};

/// Reads the cells of one file part by part.
///
/// Our own scan finds where records begin, counts their cells and judges their quotes; Polars takes the cells apart.
/// It only ever sees records of equal length with strict quotes, because it fills short rows silently and splits
/// loose quotes in other places than it counts them: a part with anything else is first rewritten in strict form.
pub(crate) struct CellReader<'a> {
    file: &'a PlannedFile,
    text: &'a str,
    pos: usize,
    row: u64,
    schema: SchemaRef,
}

/// Some consecutive rows of a file.
pub(crate) struct Part {
    /// The row of the first one.
    pub first_row: u64,
    /// How many.
    pub height: usize,
    columns: Vec<(Field, StringChunked)>,
}

impl Part {
    /// The cells of a field's column; nothing where the file has no such column. A blank cell is an empty string.
    pub fn cells(&self, field: Field) -> Option<impl Iterator<Item = &str>> {
        self.column(field).map(|column| column.iter().map(Option::unwrap_or_default))
    }

    /// One cell, empty where there is none.
    pub fn cell(&self, field: Field, row: usize) -> &str {
        self.column(field).and_then(|column| column.get(row)).unwrap_or_default()
    }

    fn column(&self, field: Field) -> Option<&StringChunked> {
        self.columns.iter().find(|(other, _)| *other == field).map(|(_, column)| column)
    }
}

impl<'a> CellReader<'a> {
    /// Opens a file and reads its header.
    ///
    /// # Errors
    /// What [`text_of`] says; `FileUnreadable` where the header is not the planned one, because then the file was
    /// changed after its preview; `HeaderOnly` where no row follows.
    pub fn open(file: &'a PlannedFile, bytes: &'a [u8]) -> Result<Self, LoadError> {
        let text = text_of(&file.name, bytes, file.delimiter)?;
        let (header, row) = header_of(text, file.delimiter);
        let found = header.values(text, file.delimiter);
        if !found.iter().map(|cell| cell.trim()).eq(file.headers.iter().map(String::as_str)) {
            return Err(Failure::of(ProblemCode::FileUnreadable, &file.name)
                .row(row)
                .found(&text[header.start..header.end])
                .expected(Expected::ReadableFile));
        }
        if header.next >= text.len() {
            return Err(Failure::of(ProblemCode::HeaderOnly, &file.name).row(row).expected(Expected::Rows));
        }
        let columns = (0..header.cells).map(|k| (PlSmallStr::from_string(k.to_string()), DataType::String));
        let schema = Arc::new(Schema::from_iter(columns));
        Ok(Self { file, text, pos: header.next, row: row + 1, schema })
    }

    /// The next rows; nothing behind the last.
    ///
    /// # Errors
    /// `RaggedRow` and `OpenQuote` with their row.
    pub fn next_part(&mut self) -> Result<Option<Part>, LoadError> {
        let (start, first_row) = (self.pos, self.row);
        let mut strict = true;
        while self.pos < self.text.len() && self.pos - start < PART_BYTES {
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
            None => Err(Failure::of(ProblemCode::FileUnreadable, &self.file.name)
                .row(first_row)
                .expected(Expected::ReadableFile)),
        }
    }

    /// Moves behind one record. Says whether Polars reads it as it stands.
    fn skip_record(&mut self) -> Result<bool, LoadError> {
        let (bytes, delimiter) = (self.text.as_bytes(), self.file.delimiter);
        let record = Record::at(bytes, delimiter, self.pos);
        let failure = |code| Failure::of(code, &self.file.name).row(self.row);
        if record.quotes == Quotes::Open {
            return Err(failure(ProblemCode::OpenQuote)
                .found(&self.text[record.start..record.end])
                .expected(Expected::ClosingQuote));
        }
        let regular = record.cells == self.schema.len();
        let blank = || record.is_blank(bytes, delimiter);
        if !regular && !blank() {
            return Err(failure(ProblemCode::RaggedRow)
                .found(&format!("{} cells", record.cells))
                .expected(Expected::Cells { count: self.schema.len() as u32 }));
        }
        // A line without any character could be skipped instead of read as a row.
        let strict = regular && record.quotes == Quotes::Strict && record.end > record.start;
        (self.pos, self.row) = (record.next, self.row + 1);
        Ok(strict)
    }

    /// The frame of a text, if Polars finds as many rows in it as there are records.
    fn frame(&self, text: &[u8], height: usize) -> Option<DataFrame> {
        let frame = self.read(text).ok()?;
        (frame.height() == height).then_some(frame)
    }

    fn read(&self, text: &[u8]) -> PolarsResult<DataFrame> {
        let parse =
            CsvParseOptions::default().with_separator(self.file.delimiter).with_quote_char(Some(b'"'));
        CsvReadOptions::default()
            .with_has_header(false)
            .with_infer_schema_length(Some(0))
            .with_schema(Some(Arc::clone(&self.schema)))
            .with_projection(Some(Arc::new(self.file.fields.iter().map(|(_, column)| *column).collect())))
            .with_parse_options(parse)
            .into_reader_with_file_handle(Cursor::new(text))
            .finish()
    }

    fn columns(&self, frame: &DataFrame) -> Option<Vec<(Field, StringChunked)>> {
        let fields = self.file.fields.iter().map(|(field, _)| *field);
        fields
            .zip(frame.get_columns())
            .map(|(field, column)| Some((field, column.str().ok()?.clone())))
            .collect()
    }

    /// Every cell in quotes, and as many cells in a blank record as in any other.
    fn in_strict_form(&self, text: &str) -> Vec<u8> {
        let mut strict = Vec::with_capacity(text.len() + text.len() / 2);
        let mut pos = 0;
        while pos < text.len() {
            let record = Record::at(text.as_bytes(), self.file.delimiter, pos);
            let values = if record.cells == self.schema.len() {
                record.values(text, self.file.delimiter)
            } else {
                Vec::new()
            };
            for column in 0..self.schema.len() {
                if column > 0 {
                    strict.push(self.file.delimiter);
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
    use evenhand_protocol::TableKind;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Text that Polars and RFC 4180 may see differently.
    const PIECES: [&str; 13] =
        ["", "a", "\"", "\"\"", "\"a\"", "\"a,b\"", "\"a\nb\"", "\"\"\"\"", " ", "\r", "甲", "x^", "\"a\"\r"];

    /// The cells of a text with the header `h0,h1,h2`, read in parts and by the records alone.
    #[track_caller]
    fn check(text: &str) {
        let file = PlannedFile {
            name: "a.csv".into(),
            kind: TableKind::Scores,
            delimiter: b',',
            headers: vec!["h0".into(), "h1".into(), "h2".into()],
            fields: vec![(Field::Provider, 0), (Field::Score, 2)],
        };
        let Ok(mut reader) = CellReader::open(&file, text.as_bytes()) else { return };
        let mut read: Vec<[String; 2]> = Vec::new();
        loop {
            match reader.next_part() {
                Ok(Some(part)) => {
                    let row = |row| [Field::Provider, Field::Score].map(|f| part.cell(f, row).trim().into());
                    read.extend((0..part.height).map(row));
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
        let mut expected: Vec<[String; 2]> = Vec::new();
        while pos < text.len() {
            let record = Record::at(text.as_bytes(), b',', pos);
            let values = record.values(text, b',');
            let regular = values.len() == 3;
            expected.push([0, 2].map(|k| if regular { values[k].trim().into() } else { String::new() }));
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
