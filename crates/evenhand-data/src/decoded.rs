use evenhand_formats::{FormatError, FormatErrorKind, Limits, Sheet};
use evenhand_protocol::{Action, Expected, LoadError, Problem, ProblemCode};

use crate::failure::Failure;
use crate::format_failure::format_failure;
use crate::inspection::needs_whole;
use crate::limits::HEAD_BYTES;
use crate::memory::fits;
use crate::record::Record;

/// What a file holds: its sheets, and of an archive the files that could not be read beside others that could.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Decoded {
    pub(crate) sheets: Vec<Sheet>,
    unreadable: Vec<Unreadable>,
}

impl Decoded {
    /// Members of an archive that could not be read, and why.
    pub(crate) fn left_out(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.unreadable.iter().map(|one| (one.member.as_str(), &one.problem))
    }
}

/// A member of an archive that could not be read.
#[derive(Debug, Clone, PartialEq)]
struct Unreadable {
    member: String,
    problem: Problem,
}

impl Unreadable {
    fn of(name: &str, error: &FormatError) -> Self {
        let problem = Problem { action: Action::FileLeftOut, ..format_failure(name, error).problem };
        Self { member: error.member.clone().unwrap_or_default(), problem }
    }
}

/// What a file of any format holds.
///
/// # Errors
/// Why the file cannot be read, with its place in it; `TooLarge` where reading it would take more memory than there is.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Decoded, LoadError> {
    if bytes.is_empty() {
        return Err(Failure::of(ProblemCode::EmptyFile, name).expected(Expected::Rows));
    }
    fits(name, bytes.len() as u64, &bytes[..bytes.len().min(HEAD_BYTES)])?;
    // Where a text turns out to be none, its bytes are needed to say in which row.
    let odd =
        !needs_whole(name, &bytes[..bytes.len().min(HEAD_BYTES)]) && std::str::from_utf8(&bytes).is_err();
    let kept = if odd { bytes.clone() } else { Vec::new() };
    let contents = evenhand_formats::read(name, bytes, &Limits::default())
        .map_err(|error| format_failure(name, &with_row(error, &kept)))?;
    let unreadable = contents.unreadable.iter().map(|error| Unreadable::of(name, error)).collect();
    Ok(Decoded { sheets: contents.sheets, unreadable })
}

/// The error with the row of the byte that is no text.
pub(crate) fn with_row(error: FormatError, bytes: &[u8]) -> FormatError {
    let FormatErrorKind::NotText { offset, .. } = error.kind else { return error };
    if error.row.is_some() || bytes.is_empty() {
        return error;
    }
    let (mut pos, mut row) = (0, 1);
    while pos < bytes.len() {
        let record = Record::at(bytes, b',', pos);
        if record.next as u64 > offset {
            break;
        }
        (pos, row) = (record.next, row + 1);
    }
    FormatError { row: Some(row), ..error }
}
