use std::borrow::Cow;

use evenhand_protocol::{
    ColumnMapping, Expected, FileMapping, FilePreview, LoadError, ProblemCode, TableKind,
};

use crate::delimiter::{DELIMITERS, delimiter_of};
use crate::failure::Failure;
use crate::guess::guess;
use crate::limits::{HEAD_BYTES, MAX_BYTES, PREVIEW_ROWS};
use crate::record::{Quotes, Record};
use crate::text::{header_of, text_of, without_cut_character};

/// Looks at the first [`HEAD_BYTES`] bytes of a file of `size` bytes: its delimiter, what it holds, what each column
/// holds, and its first rows.
///
/// The head may end anywhere where the file goes on. What keeps the file from being loaded is in `error`; the mapping
/// is then as far as it could be made out.
pub fn preview(name: &str, size: u64, head: &[u8]) -> FilePreview {
    let head = &head[..head.len().min(HEAD_BYTES)];
    let cut = size > head.len() as u64;
    let mut preview = FilePreview { size, mapping: unknown(name), rows: Vec::new(), error: None };
    let result = fill(&mut preview, name, if cut { without_cut_character(head) } else { head }, cut);
    preview.error = match result {
        Err(error) => Some(error),
        Ok(()) if size > MAX_BYTES => Some(
            Failure::of(ProblemCode::TooLarge, name)
                .found(&size.to_string())
                .expected(Expected::AtMostBytes { bytes: MAX_BYTES }),
        ),
        Ok(()) => None,
    };
    preview
}

fn unknown(name: &str) -> FileMapping {
    FileMapping { name: name.to_owned(), kind: TableKind::Ignored, delimiter: ',', columns: Vec::new() }
}

fn fill(preview: &mut FilePreview, name: &str, head: &[u8], cut: bool) -> Result<(), LoadError> {
    let text = text_of(name, head, DELIMITERS[0])?;
    let delimiter = delimiter_of(text);
    let (header, header_row) = header_of(text, delimiter);
    let headers: Vec<String> =
        header.values(text, delimiter).into_iter().map(|cell| cell.trim().to_owned()).collect();
    let guess = guess(name, &headers);
    preview.mapping.kind = guess.kind;
    preview.mapping.delimiter = delimiter.into();
    preview.rows = first_rows(text, delimiter, header.next, cut);
    let joined = headers.join(char::from(delimiter).encode_utf8(&mut [0; 4]));
    preview.mapping.columns = headers
        .into_iter()
        .zip(&guess.fields)
        .map(|(header, field)| ColumnMapping { header, field: *field })
        .collect();

    let failure = |code| Failure::of(code, name).row(header_row).found(&joined);
    if header.quotes == Quotes::Open && !cut {
        return Err(failure(ProblemCode::OpenQuote).expected(Expected::ClosingQuote));
    }
    if header.cells < 2 {
        return Err(failure(ProblemCode::OneColumn).expected(Expected::Columns));
    }
    if preview.rows.is_empty() && !cut {
        return Err(Failure::of(ProblemCode::HeaderOnly, name).row(header_row).expected(Expected::Rows));
    }
    match (guess.kind, guess.missing) {
        (TableKind::Ignored, _) => Err(failure(ProblemCode::UnknownTable).expected(Expected::KnownTable)),
        (_, Some(field)) => Err(failure(ProblemCode::MissingColumn).expected(Expected::Column { field })),
        _ => Ok(()),
    }
}

/// The first rows that are not blank; not the last one of a text that goes on.
fn first_rows(text: &str, delimiter: u8, start: usize, cut: bool) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut pos = start;
    while pos < text.len() && rows.len() < PREVIEW_ROWS {
        let record = Record::at(text.as_bytes(), delimiter, pos);
        if cut && record.next >= text.len() {
            break;
        }
        if !record.is_blank(text.as_bytes(), delimiter) {
            rows.push(record.values(text, delimiter).into_iter().map(Cow::into_owned).collect());
        }
        pos = record.next;
    }
    rows
}
