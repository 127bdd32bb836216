use std::borrow::Cow;

use evenhand_formats::{Encoding, Format, TextForm, decode_head};
use evenhand_protocol::{Expected, LoadError, ProblemCode, TablePreview, TableSource};

use crate::blocks::blocks;
use crate::decoded::{Decoded, decode, with_row};
use crate::delimiter::delimiter_of;
use crate::failure::Failure;
use crate::format_failure::format_failure;
use crate::limits::HEAD_BYTES;
use crate::memory::fits;
use crate::record::Quotes;
use crate::seen::Seen;
use crate::settle::settle;
use crate::text::content;

/// Looks at files one by one and guesses what each of their tables is: where it starts, what it holds, how its scores
/// are laid out, what its columns mean.
///
/// Guesses rest on all files together: evaluators named in one file are recognised in the header of another, and
/// files or sheets of the same form are told apart by their names.
///
/// ```
/// let csv = "round,provider,indicator,evaluator,score\n1,P1,care,E1,4\n1,P1,care,E2,5\n";
/// let mut inspection = evenhand_data::Inspection::default();
/// inspection.add_head("scores.csv", csv.len() as u64, csv.as_bytes());
/// let previews = inspection.finish();
/// assert_eq!(previews[0].mapping.columns.len(), 5);
/// ```
#[derive(Debug, Default)]
pub struct Inspection {
    n_files: u32,
    tables: Vec<Seen>,
}

/// Whether a file must be read as a whole to see its tables: all but text, of which the first [`HEAD_BYTES`] will do.
pub fn needs_whole(name: &str, head: &[u8]) -> bool {
    !matches!(Format::detect(name, head), Ok(Format::Text) | Err(_))
}

impl Inspection {
    /// Adds the next file by its first [`HEAD_BYTES`] bytes; `size` is that of the whole.
    /// A file that is not text must have been given as a whole, see [`needs_whole`].
    pub fn add_head(&mut self, name: &str, size: u64, head: &[u8]) {
        if size <= head.len() as u64 && (needs_whole(name, head) || head.len() <= HEAD_BYTES) {
            return match decode(name, head.to_vec()) {
                Ok(decoded) => self.add_decoded(name, size, &decoded),
                Err(error) => self.add_broken(name, size, error),
            };
        }
        let head = &head[..head.len().min(HEAD_BYTES)];
        let source = self.next_source(name);
        let decoded = fits(name, size, head).and_then(|()| {
            decode_head(head, false).map_err(|error| format_failure(name, &with_row(error, head)))
        });
        match decoded {
            Ok(decoded) => self.add_text(&source, size, &decoded.text, Some(decoded.encoding), true),
            Err(error) => self.tables.push(Seen::broken(source, size, error)),
        }
    }

    /// Adds the next file by what it holds.
    pub fn add_decoded(&mut self, name: &str, size: u64, decoded: &Decoded) {
        let file = self.next_source(name);
        let before = self.tables.len();
        for sheet in decoded.sheets.iter().filter(|sheet| !content(&sheet.text.content).trim().is_empty()) {
            let source =
                TableSource { member: sheet.member.clone(), sheet: sheet.name.clone(), ..file.clone() };
            let encoding = match sheet.text.form {
                TextForm::AsFound { encoding } => Some(encoding),
                TextForm::Delimited => None,
            };
            let first = self.tables.len();
            self.add_text(&source, size, &sheet.text.content, encoding, false);
            self.tables[first..].iter_mut().for_each(|seen| seen.hidden = sheet.hidden);
        }
        if self.tables.len() == before {
            let error = Failure::of(ProblemCode::EmptyFile, name).expected(Expected::Rows);
            self.tables.push(Seen::broken(file.clone(), size, error));
        }
        for (member, problem) in decoded.left_out() {
            let source = TableSource { member: Some(member.to_owned()), ..file.clone() };
            let seen = Seen::broken(source, size, LoadError { problem: problem.clone() });
            self.tables.push(Seen { unreadable: true, ..seen });
        }
    }

    /// Adds the next file, which cannot be read.
    pub fn add_broken(&mut self, name: &str, size: u64, error: LoadError) {
        let source = self.next_source(name);
        self.tables.push(Seen::broken(source, size, error));
    }

    /// What each table is taken for, in the order of files, sheets and tables within a sheet.
    pub fn finish(self) -> Vec<TablePreview> {
        settle(&self.tables)
    }

    fn next_source(&mut self, name: &str) -> TableSource {
        let file = self.n_files;
        self.n_files += 1;
        TableSource { file, name: name.to_owned(), ..TableSource::default() }
    }

    /// Adds the tables of a text, which goes on where it is `cut`. Without an encoding it is in our own form.
    fn add_text(
        &mut self,
        source: &TableSource,
        size: u64,
        text: &str,
        encoding: Option<Encoding>,
        cut: bool,
    ) {
        let text = content(text);
        if text.trim().is_empty() {
            let error = Failure::of(ProblemCode::EmptyFile, &source.file_name()).expected(Expected::Rows);
            return self.tables.push(Seen::broken(source.clone(), size, error));
        }
        let delimiter = if encoding.is_some() { delimiter_of(text) } else { b',' };
        let blocks = blocks(text, delimiter);
        let n_blocks = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
        for (index, block) in blocks.into_iter().enumerate() {
            let block_source =
                TableSource { block: u32::try_from(index).unwrap_or(u32::MAX), ..source.clone() };
            let mut seen = Seen {
                encoding: encoding.map(encoding_name).unwrap_or_default().into_owned(),
                delimiter,
                titles: block.found.titles.clone(),
                top: block.found.top.clone(),
                last_row: block.last_row,
                n_blocks,
                broken: None,
                ..Seen::broken(
                    block_source,
                    size,
                    Failure::of(ProblemCode::EmptyFile, "").expected(Expected::Rows),
                )
            };
            seen.read(text, &block.found.header, cut);
            seen.broken = broken_header(source, text, &block.found.header, delimiter, cut);
            self.tables.push(seen);
        }
    }
}

fn broken_header(
    source: &TableSource,
    text: &str,
    header: &crate::header::Header,
    delimiter: u8,
    cut: bool,
) -> Option<LoadError> {
    let record = header.upper;
    let failure =
        |code| Failure::of(code, &source.file_name()).sheet(source.sheet.as_deref()).row(header.row);
    if record.quotes == Quotes::Open && !cut {
        let found = &text[record.start..record.end];
        return Some(failure(ProblemCode::OpenQuote).found(found).expected(Expected::ClosingQuote));
    }
    if header.names(text, delimiter).len() < 2 {
        let found = &text[record.start..record.end];
        return Some(failure(ProblemCode::OneColumn).found(found).expected(Expected::Columns));
    }
    None
}

/// The usual name of an encoding.
fn encoding_name(encoding: Encoding) -> Cow<'static, str> {
    Cow::Borrowed(match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16LE",
        Encoding::Utf16Be => "UTF-16BE",
        Encoding::Gb18030 => "GB18030",
    })
}

/// Looks at one file; see [`Inspection`].
pub fn preview(name: &str, size: u64, head: &[u8]) -> Vec<TablePreview> {
    let mut inspection = Inspection::default();
    inspection.add_head(name, size, head);
    inspection.finish()
}
