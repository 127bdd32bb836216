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
    /// For each score file: where its scores start, and its index.
    pub files: Vec<(usize, usize)>,
}

/// What stands for a missing column.
pub(crate) const ABSENT_ROUND: &str = DEFAULT_ROUND;
/// What stands for a missing column.
pub(crate) const ABSENT_INDICATOR: &str = DEFAULT_INDICATOR;

impl Staged {
    /// Number of scores.
    pub fn len(&self) -> usize {
        self.score.len()
    }

    /// The file and the row that a score comes from.
    pub fn origin(&self, index: usize) -> (usize, u64) {
        let next = self.files.partition_point(|(start, _)| *start <= index);
        let file = next.checked_sub(1).and_then(|last| self.files.get(last)).map_or(0, |(_, file)| *file);
        (file, self.row.get(index).copied().map_or(0, u64::from))
    }

    /// Keeps the scores marked in `keep`.
    pub fn retain(&mut self, keep: &[bool]) {
        let mut kept = 0;
        let mut starts = self.files.iter_mut().peekable();
        for (index, keep) in keep.iter().enumerate() {
            while let Some(file) = starts.next_if(|(start, _)| *start == index) {
                file.0 = kept;
            }
            kept += usize::from(*keep);
        }
        starts.for_each(|file| file.0 = kept);
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
        retain(&mut self.score, keep);
    }
}

fn retain<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut marks = keep.iter();
    column.retain(|_| marks.next().copied().unwrap_or(false));
}
