use evenhand_formats::Sheet;
use evenhand_protocol::{Action, Expected, LoadError, LoadPlan, Loaded, Problem, ProblemCode, TableKind};
use evenhand_table::ScoreTable;

use crate::decoded::{Decoded, decode};
use crate::failure::Failure;
use crate::hidden::hidden_rows;
use crate::limits::{MAX_BYTES, MAX_TOTAL_BYTES};
use crate::metadata::Listings;
use crate::plan::{PlannedTable, checked};
use crate::problems::{At, ProblemList, Problems};
use crate::scores::{self, ScoreSource};
use crate::staged::Staged;
use crate::table::{Read, build};

/// A table and what is to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedTable {
    /// The scores.
    pub table: ScoreTable,
    /// Their summary, and what was wrong with the input.
    pub loaded: Loaded,
    /// The problems one by one: more of them than the quality report lists.
    pub problems: ProblemList,
}

/// Loads the files of a plan one by one, so that a caller can stop or report progress in between.
///
/// Files may be added in any order; problems are listed in the order of the plan's tables.
pub struct Loader {
    name: String,
    read: Read,
    added: Vec<bool>,
    total: u64,
}

impl Loader {
    /// Starts a load of the tables of `plan` into a data set called `name`.
    ///
    /// # Errors
    /// `NoScores`, `MissingColumn` and `ColumnTwice` where the plan cannot be carried out.
    pub fn new(name: &str, plan: &LoadPlan) -> Result<Self, LoadError> {
        let tables = checked(plan)?;
        let mut added = vec![true; plan.n_files()];
        for table in tables.iter().filter(|table| table.kind != TableKind::Ignored) {
            added[table.source.file as usize] = false;
        }
        let read = Read {
            staged: Staged::with_joins(&plan.joins),
            listings: Listings::with_joins(&plan.joins),
            plan: plan.clone(),
            tables,
            problems: Problems::default(),
            rows_read: 0,
        };
        Ok(Self { name: name.to_owned(), read, added, total: 0 })
    }

    /// Whether any table of the file at `file_index` is read.
    pub fn needs(&self, file_index: usize) -> bool {
        self.read
            .tables
            .iter()
            .any(|table| table.source.file as usize == file_index && table.kind != TableKind::Ignored)
    }

    /// Reads the tables of the file at `file_index`. The bytes are released before this returns.
    ///
    /// After an error the load is over: what was read of the file is not taken back.
    ///
    /// # Errors
    /// Why the file or its format cannot be read; `EmptyFile`, `HeaderOnly`, `OpenQuote`, `TooLarge`; `RaggedRow` where
    /// most rows do not fit the header; `NotANumber` where most score cells hold something else; `FileUnreadable`
    /// where the file is not the planned one or was added before.
    pub fn add(&mut self, file_index: usize, bytes: Vec<u8>) -> Result<(), LoadError> {
        if !self.needs(file_index) && file_index < self.added.len() {
            return Ok(());
        }
        self.count(file_index, bytes.len() as u64)?;
        let name = self.file_name(file_index).to_owned();
        let decoded = decode(&name, bytes)?;
        self.add_decoded(file_index, &decoded)
    }

    /// Reads the tables of the file at `file_index` from what it holds, where it was decoded before.
    ///
    /// # Errors
    /// Those of [`Loader::add`] about the tables.
    pub fn add_decoded(&mut self, file_index: usize, decoded: &Decoded) -> Result<(), LoadError> {
        let unreadable =
            |name: &str| Err(Failure::of(ProblemCode::FileUnreadable, name).expected(Expected::ReadableFile));
        let known = self.added.get_mut(file_index);
        let Some(added) = known else { return unreadable("") };
        if !self
            .read
            .tables
            .iter()
            .any(|table| table.source.file as usize == file_index && table.kind != TableKind::Ignored)
        {
            return Ok(());
        }
        if std::mem::replace(added, true) {
            return unreadable(self.file_name(file_index));
        }
        for index in 0..self.read.tables.len() {
            let table = &self.read.tables[index];
            if table.source.file as usize == file_index && table.kind != TableKind::Ignored {
                let sheet = sheet_of(table, &decoded.sheets)?;
                read_table(&mut self.read, index, sheet)?;
            }
        }
        for (member, problem) in decoded.left_out() {
            self.tell_left_out(file_index, member, problem);
        }
        Ok(())
    }

    /// Checks what was read and builds the table.
    ///
    /// # Errors
    /// `FileUnreadable` for a file that was not added; where no score is left, the first problem that made a row be
    /// left out.
    pub fn finish(self) -> Result<LoadedTable, LoadError> {
        if let Some(absent) = self.added.iter().position(|added| !added) {
            let name = self.file_name(absent);
            return Err(Failure::of(ProblemCode::FileUnreadable, name).expected(Expected::ReadableFile));
        }
        build(&self.name, self.read)
    }

    /// Tells of a file of an archive that could not be read.
    fn tell_left_out(&mut self, file_index: usize, member: &str, problem: &Problem) {
        let Read { tables, problems, .. } = &mut self.read;
        let of_file = |table: &&PlannedTable| table.source.file as usize == file_index;
        let of_member =
            |table: &&PlannedTable| of_file(table) && table.source.member.as_deref() == Some(member);
        let place = tables.iter().position(|table| of_member(&table));
        let place = place.or_else(|| tables.iter().position(|table| of_file(&table)));
        problems.tell(At::table(place.unwrap_or_default()), problem.clone());
    }

    fn file_name(&self, file_index: usize) -> &str {
        let table = self.read.tables.iter().find(|table| table.source.file as usize == file_index);
        table.map_or("", |table| &table.source.name)
    }

    /// Counts the bytes of a file against what can be held.
    fn count(&mut self, file_index: usize, size: u64) -> Result<(), LoadError> {
        self.total = self.total.saturating_add(size);
        for (size, limit) in [(size, MAX_BYTES), (self.total, MAX_TOTAL_BYTES)] {
            if size > limit {
                return Err(Failure::of(ProblemCode::TooLarge, self.file_name(file_index))
                    .found(&size.to_string())
                    .expected(Expected::AtMostBytes { bytes: limit }));
            }
        }
        Ok(())
    }
}

/// The sheet that holds a planned table.
fn sheet_of<'a>(table: &PlannedTable, sheets: &'a [Sheet]) -> Result<&'a Sheet, LoadError> {
    let named =
        sheets.iter().find(|sheet| sheet.member == table.source.member && sheet.name == table.source.sheet);
    // A plan made by hand need not name the only sheet.
    let only = || sheets.first().filter(|_| sheets.len() == 1 && table.source.sheet.is_none());
    named
        .or_else(only)
        .ok_or_else(|| Failure::in_table(ProblemCode::FileUnreadable, table).expected(Expected::ReadableFile))
}

fn read_table(read: &mut Read, index: usize, sheet: &Sheet) -> Result<(), LoadError> {
    let Read { plan, tables, staged, listings, problems, rows_read } = read;
    let text = sheet.text.content.as_str();
    let listing = match tables[index].kind {
        TableKind::Rounds => &mut listings.rounds,
        TableKind::Providers => &mut listings.providers,
        TableKind::Indicators => &mut listings.indicators,
        TableKind::Evaluators => &mut listings.evaluators,
        TableKind::Conflicts => &mut listings.conflicts,
        TableKind::Scores => {
            let action: Action = plan.action(ProblemCode::HiddenRows);
            let skipped = hidden_rows(tables, index, sheet, action, problems);
            let source = ScoreSource { tables, index, text, skipped: &skipped };
            *rows_read += scores::read(&source, plan, staged, problems)?;
            return Ok(());
        }
        TableKind::Ignored => return Ok(()),
    };
    listing.read(tables, index, text, problems)
}

/// Loads all files of a plan at once; `files` are in the order in which its tables name them.
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
