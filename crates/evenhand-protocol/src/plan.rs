use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Action, Field, LoadError, PreviewRow, ProblemCode, TableKind, TableMapping};

/// What was seen of a table in the first rows, and the mapping guessed from them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct TablePreview {
    /// Size of its file in bytes.
    pub size: u64,
    /// The guessed mapping.
    pub mapping: TableMapping,
    /// The text above the header, row by row, blank rows left out.
    #[serde(default)]
    pub title: Vec<String>,
    /// The rows above the header and those of the header as written, blank rows left out.
    #[serde(default)]
    pub top: Vec<PreviewRow>,
    /// The first rows below the header as written, blank rows left out.
    pub rows: Vec<Vec<String>>,
    /// The numbers of these rows, as a spreadsheet numbers them.
    #[serde(default)]
    pub row_numbers: Vec<u32>,
    /// What it seems to hold, even where its mapping leaves it out because its sheet is hidden.
    #[serde(default)]
    pub seems: TableKind,
    /// Whether its sheet is hidden; a hidden sheet is not read unless its kind is set by hand.
    #[serde(default)]
    pub hidden: bool,
    /// What keeps the table from being loaded with this mapping, if anything.
    pub error: Option<LoadError>,
}

/// Two ids of one field that mean the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdJoin {
    /// Round, provider, indicator, evaluator, occasion or source.
    pub field: Field,
    /// The id that is replaced.
    pub from: String,
    /// The id that takes its place.
    pub to: String,
}

/// What the user wants done about a kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Choice {
    /// The kind.
    pub code: ProblemCode,
    /// What is done; one of [`actions`] of the kind.
    pub action: Action,
}

/// How a set of files is to be read.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LoadPlan {
    /// One mapping per table.
    pub tables: Vec<TableMapping>,
    /// Ids that the user joined.
    #[serde(default)]
    pub joins: Vec<IdJoin>,
    /// What is done about problems, where it is not the usual.
    #[serde(default)]
    pub choices: Vec<Choice>,
}

impl LoadPlan {
    /// A plan of tables, without joins and with the usual actions.
    pub fn of(tables: Vec<TableMapping>) -> Self {
        Self { tables, ..Self::default() }
    }

    /// What is done about a kind of problem: the user's choice where it is a possible one, else the usual.
    pub fn action(&self, code: ProblemCode) -> Action {
        let possible = actions(code);
        let chosen = self.choices.iter().rev().find(|choice| choice.code == code);
        let chosen = chosen.map(|choice| choice.action).filter(|action| possible.contains(action));
        chosen.or(possible.first().copied()).unwrap_or(Action::Kept)
    }

    /// How many files the tables come from: one more than the highest index.
    pub fn n_files(&self) -> usize {
        self.tables.iter().map(|table| table.source.file as usize + 1).max().unwrap_or(0)
    }
}

/// What can be done about a kind of problem, the usual first. Empty where there is no choice.
pub fn actions(code: ProblemCode) -> &'static [Action] {
    use Action::{
        AllLeftOut, Averaged, FirstKept, Guessed, Kept, LastKept, MovedToScale, Padded, RoundedToStep,
        RowLeftOut, SheetLeftOut,
    };
    match code {
        ProblemCode::DuplicateConflict => &[FirstKept, LastKept, Averaged, AllLeftOut],
        ProblemCode::OutOfRange => &[RowLeftOut, MovedToScale],
        ProblemCode::OffStep => &[Kept, RoundedToStep, RowLeftOut],
        ProblemCode::RaggedRow => &[Padded, RowLeftOut],
        ProblemCode::UnknownId
        | ProblemCode::HiddenRows
        | ProblemCode::LoneEvaluator
        | ProblemCode::SingleSheet
        | ProblemCode::StraightLined
        | ProblemCode::ImpossibleTotal => &[Kept, RowLeftOut],
        ProblemCode::TotalRow => &[RowLeftOut, Kept],
        ProblemCode::WordsGuessed => &[Guessed, RowLeftOut],
        ProblemCode::HiddenSheet => &[SheetLeftOut],
        _ => &[],
    }
}
