use serde::{Deserialize, Serialize};

/// Where in the input something was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// File name.
    pub file: String,
    /// Sheet within the file, where the format has sheets.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it: the header is row 1.
    pub row: Option<u64>,
    /// Column header as written.
    pub column: Option<String>,
}

/// What kind of problem it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The file could not be read (removed, changed or locked while reading).
    FileUnreadable,
    /// The file has no bytes.
    EmptyFile,
    /// The file has a header but no rows.
    HeaderOnly,
    /// The bytes are not UTF-8 text.
    NotText,
    /// The header gives one column only: probably another delimiter.
    OneColumn,
    /// The columns fit none of the known tables.
    UnknownTable,
    /// A needed column is missing from the mapping.
    MissingColumn,
    /// Two columns are mapped to the same field.
    ColumnTwice,
    /// No file holds scores.
    NoScores,
    /// A row has more or fewer cells than the header.
    RaggedRow,
    /// A quoted cell is never closed.
    OpenQuote,
    /// The file does not fit in memory.
    TooLarge,
    /// A cell that should hold a number holds something else.
    NotANumber,
    /// A score cell is blank.
    MissingScore,
    /// An id cell is blank.
    MissingId,
    /// A score lies outside the indicator's scale.
    OutOfRange,
    /// A score is not on a step of the indicator's scale.
    OffStep,
    /// The same score sheet cell appears twice with the same score.
    DuplicateSame,
    /// The same score sheet cell appears twice with different scores.
    DuplicateConflict,
    /// An id in the scores is absent from its metadata table.
    UnknownId,
    /// A metadata table lists an id twice.
    DuplicateId,
    /// An evaluator is alone on every panel.
    LoneEvaluator,
    /// A scale was guessed from the scores.
    ScaleGuessed,
    /// Rounds have neither an order nor dates; they are ordered by their names.
    RoundOrderGuessed,
    /// Some indicators have a weight and this one has none; it gets the mean of the others.
    WeightGuessed,
    /// The direction of an indicator is given in words that are not known; higher was taken to be better.
    UnknownDirection,
}

/// What was expected instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Expected {
    /// A readable file.
    ReadableFile,
    /// At least one row below the header.
    Rows,
    /// UTF-8 text.
    Utf8,
    /// Columns separated by a comma, semicolon, tab or bar.
    Columns,
    /// A table whose columns name scores, rounds, providers, indicators or evaluators.
    KnownTable,
    /// A column for this field.
    Column {
        /// The field.
        field: crate::Field,
    },
    /// One column per field.
    OneColumnPerField,
    /// A score table among the files.
    ScoreTable,
    /// This many cells.
    Cells {
        /// Cells in the header.
        count: u32,
    },
    /// A closing quote.
    ClosingQuote,
    /// At most this many bytes.
    AtMostBytes {
        /// The limit.
        bytes: u64,
    },
    /// A number.
    Number,
    /// A non-blank id.
    Id,
    /// A number in this range.
    Range {
        /// Lowest.
        min: f64,
        /// Highest.
        max: f64,
    },
    /// A multiple of this step above the minimum.
    Step {
        /// Lowest.
        min: f64,
        /// Step.
        step: f64,
    },
    /// One score per round, provider, occasion, source, indicator and evaluator.
    OneScore {
        /// Row of the first one.
        first_row: u64,
    },
    /// An id listed in this table.
    ListedIn {
        /// The metadata table.
        table: crate::TableKind,
    },
    /// Each id once.
    UniqueId {
        /// Row of the first one.
        first_row: u64,
    },
    /// At least two evaluators on a panel.
    TwoEvaluators,
    /// An indicators table with min and max.
    GivenScale,
    /// A rounds table with an order or dates.
    GivenOrder,
    /// A weight.
    Weight,
    /// Whether a higher or a lower score is better.
    Direction,
}

/// What was done about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Loading stopped; what was loaded before stays.
    Stopped,
    /// The row was left out.
    RowLeftOut,
    /// The first one was kept.
    FirstKept,
    /// It was kept as it is.
    Kept,
    /// A value was guessed.
    Guessed,
}

/// One problem in the input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// What kind.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// What was found, as written.
    pub found: String,
    /// What was expected.
    pub expected: Expected,
    /// What was done.
    pub action: Action,
}

/// Why loading stopped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LoadError {
    /// The problem that stopped it.
    pub problem: Problem,
}

/// How often a kind of problem occurred.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemCount {
    /// What kind.
    pub code: ProblemCode,
    /// How many instances in all.
    pub count: u32,
    /// What was done about them.
    pub action: Action,
}

/// What was wrong with the input and what was done about it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct QualityReport {
    /// Rows read from score tables.
    pub rows_read: u64,
    /// Scores in the table after leaving out bad rows.
    pub scores_kept: u64,
    /// Instances by kind, most severe kind first.
    pub counts: Vec<ProblemCount>,
    /// Instances in input order, at most [`QualityReport::LISTED`] per kind.
    pub problems: Vec<Problem>,
}

impl QualityReport {
    /// How many instances of each kind are listed one by one.
    pub const LISTED: usize = 200;
}
