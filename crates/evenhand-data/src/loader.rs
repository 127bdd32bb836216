use evenhand_protocol::{Expected, LoadError, LoadPlan, Loaded, ProblemCode, TableKind};
use evenhand_table::ScoreTable;

use crate::failure::Failure;
use crate::limits::{MAX_BYTES, MAX_TOTAL_BYTES};
use crate::metadata::Listings;
use crate::plan::checked;
use crate::problems::Problems;
use crate::scores;
use crate::staged::Staged;
use crate::table::{Read, build};

/// A table and what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedTable {
    /// The scores.
    pub table: ScoreTable,
    /// Their summary, and what was wrong with the input.
    pub loaded: Loaded,
}

/// Loads the files of a plan one by one, so that a caller can stop or report progress in between.
///
/// Files may be added in any order; problems are listed in the order of the plan.
pub struct Loader {
    name: String,
    read: Read,
    added: Vec<bool>,
    total: u64,
}

impl Loader {
    /// Starts a load of the files of `plan` into a data set called `name`.
    ///
    /// # Errors
    /// `NoScores`, `MissingColumn` and `ColumnTwice` where the plan cannot be carried out.
    pub fn new(name: &str, plan: &LoadPlan) -> Result<Self, LoadError> {
        let files = checked(plan)?;
        let added = files.iter().map(|file| file.kind == TableKind::Ignored).collect();
        let read = Read {
            files,
            staged: Staged::default(),
            listings: Listings::default(),
            problems: Problems::default(),
            rows_read: 0,
        };
        Ok(Self { name: name.to_owned(), read, added, total: 0 })
    }

    /// Reads the file at `file_index` of the plan. The bytes are released before this returns.
    ///
    /// After an error the load is over: what was read of the file is not taken back.
    ///
    /// # Errors
    /// `EmptyFile`, `HeaderOnly`, `NotText`, `RaggedRow`, `OpenQuote`, `TooLarge`; `NotANumber` where most score cells
    /// hold something else; `FileUnreadable` where the file is not the planned one or was added before.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the bytes are to be released before the table is built"
    )]
    pub fn add(&mut self, file_index: usize, bytes: Vec<u8>) -> Result<(), LoadError> {
        let Read { files, staged, listings, problems, rows_read } = &mut self.read;
        let Some(file) = files.get(file_index) else {
            return Err(Failure::of(ProblemCode::FileUnreadable, "").expected(Expected::ReadableFile));
        };
        if file.kind == TableKind::Ignored {
            return Ok(());
        }
        if std::mem::replace(&mut self.added[file_index], true) {
            return Err(Failure::of(ProblemCode::FileUnreadable, &file.name).expected(Expected::ReadableFile));
        }
        self.total = self.total.saturating_add(bytes.len() as u64);
        for (size, limit) in [(bytes.len() as u64, MAX_BYTES), (self.total, MAX_TOTAL_BYTES)] {
            if size > limit {
                return Err(Failure::of(ProblemCode::TooLarge, &file.name)
                    .found(&size.to_string())
                    .expected(Expected::AtMostBytes { bytes: limit }));
            }
        }
        let listing = match file.kind {
            TableKind::Rounds => &mut listings.rounds,
            TableKind::Providers => &mut listings.providers,
            TableKind::Indicators => &mut listings.indicators,
            TableKind::Evaluators => &mut listings.evaluators,
            TableKind::Scores | TableKind::Ignored => {
                *rows_read += scores::read(files, file_index, &bytes, staged, problems)?;
                return Ok(());
            }
        };
        listing.read(files, file_index, &bytes, problems)
    }

    /// Checks what was read and builds the table.
    ///
    /// # Errors
    /// `FileUnreadable` for a file that was not added; where no score is left, the first problem that made a row be
    /// left out.
    pub fn finish(self) -> Result<LoadedTable, LoadError> {
        if let Some(absent) = self.added.iter().position(|added| !added) {
            let name = &self.read.files[absent].name;
            return Err(Failure::of(ProblemCode::FileUnreadable, name).expected(Expected::ReadableFile));
        }
        build(&self.name, self.read)
    }
}

/// Loads all files of a plan at once; `files` are in the order of the plan.
///
/// # Errors
/// Those of [`Loader`].
pub fn load(name: &str, plan: &LoadPlan, files: Vec<Vec<u8>>) -> Result<LoadedTable, LoadError> {
    let mut loader = Loader::new(name, plan)?;
    for (index, bytes) in files.into_iter().enumerate() {
        loader.add(index, bytes)?;
    }
    loader.finish()
}
