use crate::error::FormatError;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Its tables.
    pub sheets: Vec<Sheet>,
    /// Why files of an archive could not be read, beside others that could; each names its member.
    pub unreadable: Vec<FormatError>,
}

impl Contents {
    /// Adds what the member `path` of an archive holds.
    pub(crate) fn add_member(&mut self, path: &str, inner: Self) {
        for mut sheet in inner.sheets {
            sheet.member = Some(match sheet.member {
                Some(inner) => format!("{path}/{inner}"),
                None => path.to_owned(),
            });
            self.sheets.push(sheet);
        }
        self.unreadable.extend(inner.unreadable.into_iter().map(|error| error.in_member(path)));
    }
}

impl From<Vec<Sheet>> for Contents {
    fn from(sheets: Vec<Sheet>) -> Self {
        Self { sheets, unreadable: Vec::new() }
    }
}

/// One table of a file as delimited text.
///
/// Rows are numbered as in the source: record k of the text is row k of the sheet, and an empty row is an empty line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The path inside the archive, where the file is in one.
    pub member: Option<String>,
    /// The name of the sheet, where the format has sheets.
    pub name: Option<String>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
    /// Hidden rows, counted from 1, ascending; only those up to the last row that holds something.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, counted from 1, ascending; only those up to the last column that holds something.
    pub hidden_columns: Vec<u32>,
    /// The merged ranges; each cell of them holds the value of the top left one.
    pub merged: Vec<MergedRange>,
    /// The table.
    pub text: Text,
}

impl Sheet {
    /// A sheet of which no more is known than its text.
    pub(crate) fn of(text: Text) -> Self {
        Self {
            member: None,
            name: None,
            hidden: false,
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            merged: Vec::new(),
            text,
        }
    }
}

/// A range of merged cells; rows and columns are counted from 1, the last ones belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MergedRange {
    /// First row.
    pub first_row: u32,
    /// First column.
    pub first_column: u32,
    /// Last row.
    pub last_row: u32,
    /// Last column.
    pub last_column: u32,
}

/// The text of a sheet and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text, without byte-order mark.
    pub content: String,
    /// Its form.
    pub form: TextForm,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextForm {
    /// As this crate writes it: RFC 4180 with commas, lines end with a line feed, quotes only where they are needed.
    /// All rows that hold something are equally wide; a row that holds nothing is an empty line.
    Delimited,
    /// As it was found, in this encoding; the delimiter is not known.
    AsFound {
        /// The encoding of the bytes.
        encoding: Encoding,
    },
}

/// How the bytes of a text stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and ASCII.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB18030, and its parts GBK and GB 2312.
    Gb18030,
}
