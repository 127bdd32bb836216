use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

/// Where in the input something was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
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
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
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
    /// A row or column of totals or means among the scores.
    TotalRow,
    /// Rows are hidden in the sheet.
    HiddenRows,
    /// Columns are hidden in the sheet.
    HiddenColumns,
    /// A sheet is hidden.
    HiddenSheet,
    /// Words stand for scores, and nobody confirmed which score each stands for.
    WordsGuessed,
    /// Cells with a percent sign, a fraction or a unit were read as numbers.
    ConvertedValue,
    /// Two ids are nearly the same.
    NearDuplicateId,
    /// Weights that look like shares do not add up.
    WeightsInconsistent,
    /// An evaluator filled in one score sheet only.
    SingleSheet,
    /// A score sheet has the same score for every indicator.
    StraightLined,
    /// A total does not follow from the scores of its row.
    ImpossibleTotal,
    /// A round, an evaluator or another field has one value for a whole table, read off a name or title.
    ConstantGuessed,
    /// An archive, workbook or other container is damaged or of a variant that is not read.
    BadFormat,
    /// The file is encrypted or needs a password.
    Encrypted,
}

/// What was expected instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
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
    /// Scores only, without totals.
    NoTotals,
    /// Everything in view.
    Visible,
    /// A number, which the value was read as.
    ReadAs {
        /// The number.
        value: f64,
        /// How many cells of the table were read like this.
        cells: u32,
    },
    /// A missing score, which the value was read as.
    ReadAsMissing {
        /// How many cells of the table were read like this.
        cells: u32,
    },
    /// Perhaps this id.
    SameIdAs {
        /// The field.
        field: crate::Field,
        /// The other id: the one that is listed or has more scores.
        id: String,
    },
    /// Weights that add up to this.
    WeightSum {
        /// The sum: 1 or 100.
        sum: f64,
    },
    /// At least two score sheets of an evaluator.
    TwoSheets,
    /// Scores that differ between indicators.
    DifferentScores,
    /// A total that follows from the scores of its row.
    TotalOf {
        /// How totals are made in this table.
        rule: TotalRule,
        /// What they come to.
        value: f64,
    },
    /// A column or a value set by hand for this field.
    OwnColumn {
        /// The field.
        field: crate::Field,
    },
    /// A file that fits in memory.
    FitsInMemory {
        /// Bytes that reading it would take, estimated from its size and format.
        needed: u64,
        /// Bytes that there are.
        available: u64,
    },
    /// At most this many rows in a sheet.
    AtMostRows {
        /// The limit.
        rows: u64,
    },
    /// At most this many sheets or files in an archive.
    AtMostSheets {
        /// The limit.
        sheets: u32,
    },
    /// A format, a compression or a variant of one that is read.
    KnownFormat,
    /// A file without a password.
    NoPassword,
}

/// How the totals of a table are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalRule {
    /// The sum of the scores.
    Sum,
    /// Their mean.
    Mean,
    /// Their sum weighted by the indicators' weights.
    WeightedSum,
    /// Their mean weighted by the indicators' weights.
    WeightedMean,
}

/// What was done about a problem.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    BorshSerialize,
    BorshDeserialize,
)]
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
    /// The score was set to missing; the rest of the row was kept.
    SetMissing,
    /// The last one was kept.
    LastKept,
    /// The mean of all was taken.
    Averaged,
    /// All of them were left out.
    AllLeftOut,
    /// The score was moved to the nearest end of the scale.
    MovedToScale,
    /// The score was moved to the nearest step of the scale.
    RoundedToStep,
    /// The missing cells at the end of the row were taken as blank.
    Padded,
    /// The value was read as a number.
    Converted,
    /// The sheet was left out.
    SheetLeftOut,
    /// The column was left out.
    ColumnLeftOut,
    /// The file of an archive was left out.
    FileLeftOut,
}

/// One problem in the input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct LoadError {
    /// The problem that stopped it.
    pub problem: Problem,
}
