use std::cmp::Ordering;
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
        let order = self.sorted_rows();
        let mut kept: Vec<usize> = Vec::with_capacity(order.len());
        let mut duplicates = Vec::new();
        for row in order.into_iter().map(|row| row as usize) {
            match kept.last() {
                Some(&first_row) if self.compare(first_row, row).is_eq() => duplicates.push(Duplicate {
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
        match self.score.iter().position(|score| !score.is_finite()) {
            Some(row) => Err(TableError::NotFinite { row }),
            None => Ok(()),
        }
    }

    /// Two rows by their codes, round first.
    fn compare(&self, a: usize, b: usize) -> Ordering {
        let mut columns = self.columns().into_iter().map(|(codes, _)| codes[a].cmp(&codes[b]));
        columns.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    }

    /// The rows ascending by their codes, rows with equal codes in input order.
    ///
    /// A counting sort by one column after the other, the last one first: codes are small numbers, and comparing rows
    /// that lie far apart in memory is slow.
    fn sorted_rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = (0..self.score.len() as u32).collect();
        if (1..rows.len()).all(|row| self.compare(row - 1, row).is_le()) {
            return rows;
        }
        let mut sorted = vec![0; rows.len()];
        for (codes, levels) in self.columns().into_iter().rev().filter(|(_, levels)| *levels > 1) {
            let mut next = first_places(codes, levels);
            for row in &rows {
                let place = &mut next[codes[*row as usize] as usize];
                sorted[*place as usize] = *row;
                *place += 1;
            }
            std::mem::swap(&mut rows, &mut sorted);
        }
        rows
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

/// For each of `levels` codes, how many rows have a smaller one.
fn first_places(codes: &[u32], levels: usize) -> Vec<u32> {
    let mut places = vec![0u32; levels];
    codes.iter().for_each(|code| places[*code as usize] += 1);
    let mut sum = 0;
    for place in &mut places {
        sum += std::mem::replace(place, sum);
    }
    places
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
            whole_scale: None,
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
    fn many_rows_are_sorted_by_all_columns_and_then_by_input() {
        let mut state = 1u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        let rows: Vec<_> = (0..500).map(|row| (next(2), next(3), next(3), next(2), f64::from(row))).collect();
        let built = builder(&rows).build().unwrap();
        let key = |row: usize| (rows[row].0, rows[row].1, rows[row].2, rows[row].3);
        let mut expected: Vec<usize> = (0..rows.len()).collect();
        expected.sort_by_key(|row| (key(*row), *row));
        expected.dedup_by_key(|row| key(*row));
        assert_eq!(built.rows.iter().map(|row| *row as usize).collect::<Vec<_>>(), expected);
        assert_eq!(built.duplicates.len(), rows.len() - expected.len());
        assert!(
            built.duplicates.iter().all(|one| key(one.row) == key(one.first_row) && one.first_row < one.row)
        );
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
