use std::fmt;

/// Why a file could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormatError {
    /// What is wrong.
    pub kind: FormatErrorKind,
    /// The path inside the archive, where the file is in one.
    pub member: Option<String>,
    /// The sheet, where the format has sheets.
    pub sheet: Option<String>,
    /// The row, counted from 1 as a spreadsheet counts.
    pub row: Option<u64>,
    /// The column: its name, or a path of names in JSON.
    pub column: Option<String>,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatErrorKind {
    /// There are no bytes, or nothing but white space.
    Empty,
    /// The bytes are neither text nor a format that is known.
    NotText {
        /// The place of the first byte that is not text, counted from 0.
        offset: u64,
        /// That byte.
        byte: u8,
    },
    /// A compression that cannot be undone here.
    UnsupportedCodec {
        /// Its name.
        codec: String,
    },
    /// A password is needed.
    Encrypted,
    /// The bytes break the rules of their format.
    Corrupt {
        /// What was found, in the words of the format.
        detail: String,
    },
    /// It takes more bytes than allowed.
    TooLarge {
        /// Bytes that would be needed at least.
        needed: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// A member of an archive decompresses to more than a plausible multiple of its size.
    TooDense {
        /// The largest plausible multiple.
        ratio: u32,
    },
    /// More rows than a spreadsheet can have in a sheet, or than fit.
    TooManyRows {
        /// Rows allowed.
        limit: u64,
    },
    /// More sheets or files in an archive than allowed.
    TooManySheets {
        /// Sheets allowed.
        limit: u32,
    },
    /// Archives within archives, deeper than allowed.
    TooDeep {
        /// Levels allowed.
        limit: u32,
    },
    /// The file is readable and there is no table in it.
    NoTable,
    /// A column or field whose values are lists or records themselves.
    Nested {
        /// Its type as the format names it.
        found: String,
    },
    /// A format that is known and not read.
    UnsupportedFormat {
        /// Its name.
        name: String,
    },
}

impl FormatErrorKind {
    /// Whether the memory or the number of sheets that a whole archive may take are used up.
    pub(crate) fn is_over_the_limits(&self) -> bool {
        matches!(self, Self::TooLarge { .. } | Self::TooManySheets { .. })
    }
}

pub(crate) type Result<T> = std::result::Result<T, FormatError>;

impl FormatError {
    pub(crate) fn new(kind: FormatErrorKind) -> Self {
        Self { kind, member: None, sheet: None, row: None, column: None }
    }

    pub(crate) fn corrupt(detail: impl fmt::Display) -> Self {
        Self::new(FormatErrorKind::Corrupt { detail: detail.to_string() })
    }

    pub(crate) fn unsupported(name: &str) -> Self {
        Self::new(FormatErrorKind::UnsupportedFormat { name: name.to_owned() })
    }

    pub(crate) fn codec(codec: &str) -> Self {
        Self::new(FormatErrorKind::UnsupportedCodec { codec: codec.to_owned() })
    }

    /// In this member of an archive; inner members keep their place behind it.
    pub(crate) fn in_member(mut self, member: &str) -> Self {
        self.member = Some(match self.member {
            Some(inner) => format!("{member}/{inner}"),
            None => member.to_owned(),
        });
        self
    }

    pub(crate) fn in_sheet(mut self, sheet: &str) -> Self {
        self.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    pub(crate) fn in_row(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) fn in_column(mut self, column: &str) -> Self {
        self.column = Some(column.to_owned());
        self
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)?;
        for (what, place) in [("member", &self.member), ("sheet", &self.sheet), ("column", &self.column)] {
            if let Some(place) = place {
                write!(f, ", {what} {place}")?;
            }
        }
        match self.row {
            Some(row) => write!(f, ", row {row}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for FormatError {}
