use evenhand_protocol::{Field, IdJoin};

use crate::intern::Interner;
use crate::limits::{DEFAULT_INDICATOR, DEFAULT_ROUND};

/// The dictionaries of the six id columns. Codes are in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Dictionaries {
    /// Rounds.
    pub round: Interner,
    /// Providers.
    pub provider: Interner,
    /// Occasions.
    pub occasion: Interner,
    /// Sources.
    pub source: Interner,
    /// Evaluators.
    pub evaluator: Interner,
    /// Indicators.
    pub indicator: Interner,
}

impl Dictionaries {
    /// Dictionaries that replace ids as the user said.
    pub fn with_joins(joins: &[IdJoin]) -> Self {
        let of = |field| Interner::with_joins(joins.iter().filter(|join| join.field == field));
        Self {
            round: of(Field::Round),
            provider: of(Field::Provider),
            occasion: of(Field::Occasion),
            source: of(Field::Source),
            evaluator: of(Field::Evaluator),
            indicator: of(Field::Indicator),
        }
    }

    /// The six of them in the order of the score table.
    pub fn all_mut(&mut self) -> [&mut Interner; 6] {
        let Self { round, provider, occasion, source, evaluator, indicator } = self;
        [round, provider, occasion, source, evaluator, indicator]
    }

    /// The dictionary of a field; that of indicators for a field that is no id.
    pub fn of(&self, field: Field) -> &Interner {
        match field {
            Field::Round => &self.round,
            Field::Provider => &self.provider,
            Field::Occasion => &self.occasion,
            Field::Source => &self.source,
            Field::Evaluator => &self.evaluator,
            _ => &self.indicator,
        }
    }
}

/// A score that was written as a part of a whole and waits for the scale of its indicator.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartOfWhole {
    /// Index of the score.
    pub index: usize,
    /// The whole.
    pub whole: f64,
    /// Whether it was written with a percent sign.
    pub percent: bool,
}

/// A total and the scores of its row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowTotal {
    /// Index of the table.
    pub table: usize,
    /// Its row.
    pub row: u64,
    /// Its column.
    pub column: usize,
    /// As written.
    pub total: f64,
    /// Index of the first score of the row.
    pub first: usize,
    /// How many scores the row has.
    pub count: usize,
}

/// Scores that were read, in input order: columns of equal length.
#[derive(Debug, Default)]
pub(crate) struct Staged {
    /// What the codes stand for.
    pub ids: Dictionaries,
    /// Round codes.
    pub round: Vec<u32>,
    /// Provider codes.
    pub provider: Vec<u32>,
    /// Occasion codes.
    pub occasion: Vec<u32>,
    /// Source codes.
    pub source: Vec<u32>,
    /// Evaluator codes.
    pub evaluator: Vec<u32>,
    /// Indicator codes.
    pub indicator: Vec<u32>,
    /// Scores.
    pub score: Vec<f64>,
    /// Rows as a spreadsheet numbers them.
    pub row: Vec<u32>,
    /// Columns of the scores.
    pub column: Vec<u16>,
    /// For each score table: where its scores start, and its index.
    pub tables: Vec<(usize, usize)>,
    /// Scores written as parts of a whole, in order.
    pub parts: Vec<PartOfWhole>,
    /// Totals of rows.
    pub totals: Vec<RowTotal>,
    /// Dimensions that headers tell: indicator code and dimension.
    pub dimensions: Vec<(u32, String)>,
}

/// What stands for a missing column.
pub(crate) const ABSENT_ROUND: &str = DEFAULT_ROUND;
/// What stands for a missing column.
pub(crate) const ABSENT_INDICATOR: &str = DEFAULT_INDICATOR;

/// Where a score comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    /// Index of the table.
    pub table: usize,
    /// Row.
    pub row: u64,
    /// Column of the score.
    pub column: usize,
}

impl Staged {
    /// Nothing read yet; ids are replaced as the user said.
    pub fn with_joins(joins: &[IdJoin]) -> Self {
        Self { ids: Dictionaries::with_joins(joins), ..Self::default() }
    }

    /// Number of scores.
    pub fn len(&self) -> usize {
        self.score.len()
    }

    /// The table, the row and the column that a score comes from.
    pub fn origin(&self, index: usize) -> Origin {
        let next = self.tables.partition_point(|(start, _)| *start <= index);
        let table = next.checked_sub(1).and_then(|last| self.tables.get(last)).map_or(0, |(_, table)| *table);
        Origin {
            table,
            row: self.row.get(index).copied().map_or(0, u64::from),
            column: self.column.get(index).copied().map_or(0, usize::from),
        }
    }

    /// The code columns in the order of the score table.
    pub fn codes(&self) -> [(Field, &Vec<u32>); 6] {
        [
            (Field::Round, &self.round),
            (Field::Provider, &self.provider),
            (Field::Occasion, &self.occasion),
            (Field::Source, &self.source),
            (Field::Evaluator, &self.evaluator),
            (Field::Indicator, &self.indicator),
        ]
    }

    /// Keeps the scores marked in `keep`. Parts and totals must have been dealt with before.
    pub fn retain(&mut self, keep: &[bool]) {
        self.parts.clear();
        self.totals.clear();
        let mut kept = 0;
        let mut starts = self.tables.iter_mut().peekable();
        for (index, keep) in keep.iter().enumerate() {
            while let Some(table) = starts.next_if(|(start, _)| *start == index) {
                table.0 = kept;
            }
            kept += usize::from(*keep);
        }
        starts.for_each(|table| table.0 = kept);
        let codes = [
            &mut self.round,
            &mut self.provider,
            &mut self.occasion,
            &mut self.source,
            &mut self.evaluator,
            &mut self.indicator,
            &mut self.row,
        ];
        codes.into_iter().for_each(|column| retain(column, keep));
        retain(&mut self.column, keep);
        retain(&mut self.score, keep);
    }
}

fn retain<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut marks = keep.iter();
    column.retain(|_| marks.next().copied().unwrap_or(false));
}
