use evenhand_formats::{FormatError, FormatErrorKind};
use evenhand_protocol::{Expected, LoadError, ProblemCode};

use crate::failure::Failure;

/// Why a file's format cannot be read, as an error of the load.
pub(crate) fn format_failure(name: &str, error: &FormatError) -> LoadError {
    let file = match &error.member {
        Some(member) => format!("{name}/{member}"),
        None => name.to_owned(),
    };
    let failure = |code, found: &str| {
        let mut failure = Failure::of(code, &file).sheet(error.sheet.as_deref()).found(found);
        if let Some(row) = error.row {
            failure = failure.row(row);
        }
        match &error.column {
            Some(column) => failure.column(column),
            None => failure,
        }
    };
    use ProblemCode::{BadFormat, EmptyFile, Encrypted, NotText, TooLarge};
    match &error.kind {
        FormatErrorKind::Empty | FormatErrorKind::NoTable => failure(EmptyFile, "").expected(Expected::Rows),
        FormatErrorKind::NotText { byte, .. } => {
            failure(NotText, &format!("0x{byte:02X}")).expected(Expected::Utf8)
        }
        FormatErrorKind::UnsupportedCodec { codec } => {
            failure(BadFormat, codec).expected(Expected::KnownFormat)
        }
        FormatErrorKind::Encrypted => failure(Encrypted, "").expected(Expected::NoPassword),
        FormatErrorKind::Corrupt { detail } => failure(BadFormat, detail).expected(Expected::ReadableFile),
        FormatErrorKind::TooLarge { needed, limit } => {
            failure(TooLarge, &needed.to_string()).expected(Expected::AtMostBytes { bytes: *limit })
        }
        FormatErrorKind::TooDense { ratio } => {
            failure(BadFormat, &format!("> {ratio} : 1")).expected(Expected::ReadableFile)
        }
        FormatErrorKind::TooManyRows { limit } => {
            failure(TooLarge, "").expected(Expected::AtMostRows { rows: *limit })
        }
        FormatErrorKind::TooManySheets { limit } => {
            failure(TooLarge, "").expected(Expected::AtMostSheets { sheets: *limit })
        }
        FormatErrorKind::TooDeep { .. } => failure(BadFormat, "zip in zip").expected(Expected::KnownFormat),
        FormatErrorKind::Nested { found } => failure(BadFormat, found).expected(Expected::KnownFormat),
        FormatErrorKind::UnsupportedFormat { name } => {
            failure(BadFormat, name).expected(Expected::KnownFormat)
        }
    }
}
