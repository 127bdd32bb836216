use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{ConstantSource, Field, TableKind};

/// Why a table was taken for what it was taken for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum GuessReason {
    /// The columns name what a table of this kind has.
    NamedColumns {
        /// The kind.
        table: TableKind,
    },
    /// The name of the file or sheet says what it holds.
    NamedTable {
        /// The kind.
        table: TableKind,
    },
    /// There are columns for the provider, the evaluator and the score: one score a row.
    OneScorePerRow,
    /// Several columns hold numbers and are not named like anything else: they are scores.
    ScoreColumns {
        /// How many.
        count: u32,
        /// Lowest number seen.
        min: f64,
        /// Highest number seen.
        max: f64,
        /// The field whose ids they stand for.
        across: Field,
        /// How it is known for which field.
        because: AcrossReason,
    },
    /// A field has one value for the whole table.
    ConstantGuessed {
        /// The field.
        field: Field,
        /// Its value.
        value: String,
        /// Where it comes from.
        from: ConstantSource,
    },
    /// The header is not in the first row.
    TitleAbove {
        /// Rows above the header.
        rows: u32,
    },
    /// The header has two rows.
    TwoRowHeader,
    /// The sheet holds several tables.
    Blocks {
        /// How many.
        count: u32,
    },
    /// A column holds the sum or the mean of its row and is not read as a score.
    TotalColumn {
        /// Its header.
        header: String,
    },
    /// Commas are decimal marks.
    DecimalComma,
    /// Words stand for scores.
    Words {
        /// How many different ones.
        count: u32,
    },
    /// The bytes are in another encoding than UTF-8.
    Encoding {
        /// Its usual name.
        name: String,
    },
    /// The sheet is hidden and is therefore not read unless the user says so.
    HiddenSheet,
    /// The file of an archive cannot be read and is left out.
    UnreadableFile,
}

/// How it is known for which field score columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum AcrossReason {
    /// Their headers look like ids of this field.
    Headers,
    /// The other fields have columns of their own.
    OthersGiven,
    /// Nothing else fits.
    Remaining,
}
