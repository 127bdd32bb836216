use serde::{Deserialize, Serialize};

use crate::{DatasetSummary, LoadError, QualityReport};

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// One score a row.
    Scores,
    /// One round a row.
    Rounds,
    /// One provider a row.
    Providers,
    /// One indicator a row.
    Indicators,
    /// One evaluator a row.
    Evaluators,
    /// Not used.
    Ignored,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Round id.
    Round,
    /// Provider id.
    Provider,
    /// Indicator id.
    Indicator,
    /// Evaluator id.
    Evaluator,
    /// Occasion within the round (a second visit, a segment).
    Occasion,
    /// Source of the score (expert, service user, purchaser, self).
    Source,
    /// The score.
    Score,
    /// Order of a round.
    Order,
    /// Name in words.
    Label,
    /// Date or month of a round.
    Date,
    /// Provider category.
    Category,
    /// Affiliation of a provider or an evaluator.
    Affiliation,
    /// Dimension of an indicator.
    Dimension,
    /// Weight of an indicator.
    Weight,
    /// Lowest possible score.
    Min,
    /// Highest possible score.
    Max,
    /// Step between possible scores.
    Step,
    /// Whether a higher or a lower score is better.
    Direction,
    /// Qualification of an evaluator.
    Qualification,
    /// Not used.
    Ignored,
}

/// One column of a file and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// Header as written.
    pub header: String,
    /// What it is taken for.
    pub field: Field,
}

/// How one file is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMapping {
    /// File name.
    pub name: String,
    /// What it holds.
    pub kind: TableKind,
    /// Cell delimiter: `,`, `;`, tab or `|`.
    pub delimiter: char,
    /// Columns in file order.
    pub columns: Vec<ColumnMapping>,
}

/// What was seen in the first rows of a file, and the mapping guessed from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FilePreview {
    /// Size in bytes.
    pub size: u64,
    /// The guessed mapping.
    pub mapping: FileMapping,
    /// The first rows as written, without the header.
    pub rows: Vec<Vec<String>>,
    /// What keeps the file from being loaded with this mapping, if anything.
    pub error: Option<LoadError>,
}

/// How a set of files is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LoadPlan {
    /// One mapping per file, in the order of the files.
    pub files: Vec<FileMapping>,
}

/// A data set that was loaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    /// What it holds.
    pub summary: DatasetSummary,
    /// What was wrong with the input.
    pub quality: QualityReport,
}
