use std::fmt;

use crate::{Metadata, ScoreTable, Unit};

/// Collects coded scores and makes a [`ScoreTable`] of them.
///
/// The columns have equal length; row `i` of the input is `round[i], provider[i], …, score[i]`.
#[derive(Debug, Clone, Default)]
pub struct TableBuilder {
    /// What the codes stand for.
    pub metadata: Metadata,
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
    /// Raw scores.
    pub score: Vec<f64>,
}

/// A table and the input rows that had to go because an earlier one had the same key.
#[derive(Debug, Clone, PartialEq)]
pub struct Built {
    /// The table.
    pub table: ScoreTable,
    /// Duplicates in order of their input rows.
    pub duplicates: Vec<Duplicate>,
    /// The input row of each row of the table.
    pub rows: Vec<u32>,
}

/// An input row whose key was taken already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duplicate {
    /// Index of the input row that was left out.
    pub row: usize,
    /// Index of the first input row with the same key, which was kept.
    pub first_row: usize,
    /// Whether both carry the same score.
    pub same_score: bool,
}

/// Why coded columns do not make a table. These are mistakes of the caller, not of the user's data.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableError {
    /// The columns differ in length.
    UnequalColumns,
    /// A code is not an index into its metadata list.
    CodeOutOfRange {
        /// Input row.
        row: usize,
    },
    /// The metadata lists are so long that a row's codes do not fit one 128-bit key.
    TooManyLevels,
    /// A score is not a finite number.
    NotFinite {
        /// Input row.
        row: usize,
    },
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnequalColumns => write!(f, "the columns of the score table differ in length"),
            Self::CodeOutOfRange { row } => write!(f, "row {row} has a code outside its metadata list"),
            Self::TooManyLevels => write!(f, "the metadata lists are too long to be combined"),
            Self::NotFinite { row } => write!(f, "row {row} has a score that is not finite"),
        }
    }
}

impl std::error::Error for TableError {}

impl TableBuilder {
    /// Checks, sorts and deduplicates: of rows with the same key the first in input order stays.
    ///
    /// # Errors
    /// [`TableError`] where the columns are inconsistent.
    pub fn build(self) -> Result<Built, TableError> {
        self.check()?;
        let keys = self.keys();
        // The input index breaks ties, so an unstable sort gives one answer.
        let mut order: Vec<u32> = (0..self.score.len() as u32).collect();
        if !keys.windows(2).all(|pair| pair[0] < pair[1]) {
            order.sort_unstable_by_key(|&row| (keys[row as usize], row));
        }
        let mut kept: Vec<usize> = Vec::with_capacity(order.len());
        let mut duplicates = Vec::new();
        for row in order.into_iter().map(|row| row as usize) {
            match kept.last() {
                Some(&first_row) if keys[first_row] == keys[row] => duplicates.push(Duplicate {
                    row,
                    first_row,
                    same_score: self.score[first_row] == self.score[row],
                }),
                _ => kept.push(row),
            }
        }
        duplicates.sort_unstable_by_key(|duplicate| duplicate.row);
        let rows = kept.iter().map(|row| *row as u32).collect();
        Ok(Built { table: self.gather(&kept), duplicates, rows })
    }

    fn columns(&self) -> [(&[u32], usize); 6] {
        let metadata = &self.metadata;
        [
            (&self.round, metadata.rounds.len()),
            (&self.provider, metadata.providers.len()),
            (&self.occasion, metadata.occasions.len()),
            (&self.source, metadata.sources.len()),
            (&self.evaluator, metadata.evaluators.len()),
            (&self.indicator, metadata.indicators.len()),
        ]
    }

    fn check(&self) -> Result<(), TableError> {
        let n = self.score.len();
        for (codes, levels) in self.columns() {
            if codes.len() != n || n > u32::MAX as usize {
                return Err(TableError::UnequalColumns);
            }
            if let Some(row) = codes.iter().position(|&code| code as usize >= levels) {
                return Err(TableError::CodeOutOfRange { row });
            }
        }
        if self
            .columns()
            .iter()
            .try_fold(1u128, |size, (_, levels)| size.checked_mul(*levels as u128))
            .is_none()
        {
            return Err(TableError::TooManyLevels);
        }
        match self.score.iter().position(|score| !score.is_finite()) {
            Some(row) => Err(TableError::NotFinite { row }),
            None => Ok(()),
        }
    }

    /// One sortable number per row: the codes in mixed radix. `check` made sure that it fits.
    fn keys(&self) -> Vec<u128> {
        let columns = self.columns();
        (0..self.score.len())
            .map(|row| {
                columns
                    .iter()
                    .fold(0u128, |key, (codes, levels)| key * *levels as u128 + u128::from(codes[row]))
            })
            .collect()
    }

    fn gather(self, rows: &[usize]) -> ScoreTable {
        let take = |codes: &[u32]| -> Vec<u32> { rows.iter().map(|&row| codes[row]).collect() };
        let (round, provider) = (take(&self.round), take(&self.provider));
        let units = units(&round, &provider);
        ScoreTable {
            units,
            occasion: take(&self.occasion),
            source: take(&self.source),
            evaluator: take(&self.evaluator),
            indicator: take(&self.indicator),
            score: rows.iter().map(|&row| self.score[row]).collect(),
            round,
            provider,
            metadata: self.metadata,
        }
    }
}

pub(crate) fn units(round: &[u32], provider: &[u32]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for row in 0..round.len() {
        match units.last_mut() {
            Some(unit) if unit.round == round[row] && unit.provider == provider[row] => {
                unit.rows.end = row + 1;
            }
            _ => units.push(Unit { round: round[row], provider: provider[row], rows: row..row + 1 }),
        }
    }
    units
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use evenhand_protocol::{Direction, EvaluatorInfo, IndicatorInfo, ProviderInfo, RoundInfo, ScaleSource};

    /// Numbered rounds, providers, evaluators and indicators.
    pub(crate) fn metadata(
        rounds: usize,
        providers: usize,
        evaluators: usize,
        indicators: usize,
    ) -> Metadata {
        Metadata {
            rounds: (0..rounds).map(|i| RoundInfo { id: format!("R{i}"), label: None, date: None }).collect(),
            providers: (0..providers)
                .map(|i| ProviderInfo { id: format!("P{i}"), label: None, category: None, affiliation: None })
                .collect(),
            occasions: vec![String::new()],
            sources: vec![String::new()],
            evaluators: (0..evaluators)
                .map(|i| EvaluatorInfo {
                    id: format!("E{i}"),
                    label: None,
                    affiliation: None,
                    qualification: None,
                    group: None,
                })
                .collect(),
            indicators: (0..indicators)
                .map(|i| IndicatorInfo {
                    id: format!("I{i}"),
                    label: None,
                    dimension: None,
                    weight: 1.0,
                    min: 0.0,
                    max: 10.0,
                    step: None,
                    direction: Direction::Higher,
                    scale_source: ScaleSource::Given,
                })
                .collect(),
            conflicts: Vec::new(),
        }
    }

    fn builder(rows: &[(u32, u32, u32, u32, f64)]) -> TableBuilder {
        let mut builder = TableBuilder { metadata: metadata(2, 3, 3, 2), ..TableBuilder::default() };
        for &(round, provider, evaluator, indicator, score) in rows {
            builder.round.push(round);
            builder.provider.push(provider);
            builder.occasion.push(0);
            builder.source.push(0);
            builder.evaluator.push(evaluator);
            builder.indicator.push(indicator);
            builder.score.push(score);
        }
        builder
    }

    #[test]
    fn rows_are_sorted_and_grouped() {
        let built = builder(&[(1, 0, 0, 0, 4.0), (0, 2, 1, 1, 3.0), (0, 2, 1, 0, 2.0), (0, 1, 0, 0, 1.0)])
            .build()
            .unwrap();
        assert_eq!(built.table.score(), [1.0, 2.0, 3.0, 4.0]);
        assert!(built.duplicates.is_empty());
        let units: Vec<_> =
            built.table.units().iter().map(|u| (u.round, u.provider, u.rows.clone())).collect();
        assert_eq!(units, [(0, 1, 0..1), (0, 2, 1..3), (1, 0, 3..4)]);
    }

    #[test]
    fn the_first_of_duplicates_stays() {
        let built = builder(&[(0, 0, 0, 0, 5.0), (1, 0, 0, 0, 1.0), (0, 0, 0, 0, 5.0), (0, 0, 0, 0, 7.0)])
            .build()
            .unwrap();
        assert_eq!(built.table.score(), [5.0, 1.0]);
        assert_eq!(
            built.duplicates,
            [
                Duplicate { row: 2, first_row: 0, same_score: true },
                Duplicate { row: 3, first_row: 0, same_score: false },
            ]
        );
    }

    #[test]
    fn bad_codes_and_scores_are_refused() {
        assert_eq!(builder(&[(2, 0, 0, 0, 1.0)]).build(), Err(TableError::CodeOutOfRange { row: 0 }));
        assert_eq!(builder(&[(0, 0, 0, 0, f64::NAN)]).build(), Err(TableError::NotFinite { row: 0 }));
        let mut uneven = builder(&[(0, 0, 0, 0, 1.0)]);
        uneven.round.push(0);
        assert_eq!(uneven.build(), Err(TableError::UnequalColumns));
    }
}
