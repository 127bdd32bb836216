use std::ops::Range;

use evenhand_table::ScoreTable;

/// A score sheet: the rows of one evaluator's scores for one provider on one occasion of a round, from one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreSheet {
    /// Round code.
    pub round: u32,
    /// Evaluator code.
    pub evaluator: u32,
    /// Its rows.
    pub rows: Range<usize>,
}

/// The score sheets of a table; the table is sorted by them.
pub(crate) fn score_sheets(table: &ScoreTable) -> Vec<ScoreSheet> {
    let mut sheets: Vec<ScoreSheet> = Vec::new();
    for unit in table.units() {
        let rows = unit.rows.clone();
        let occasions = &table.occasion()[rows.clone()];
        let sources = &table.source()[rows.clone()];
        let evaluators = &table.evaluator()[rows.clone()];
        let keys = evaluators.iter().zip(occasions.iter().zip(sources));
        let mut before = None;
        for (row, key) in rows.zip(keys) {
            match sheets.last_mut().filter(|_| before == Some(key)) {
                Some(sheet) => sheet.rows.end = row + 1,
                None => sheets.push(ScoreSheet { round: unit.round, evaluator: *key.0, rows: row..row + 1 }),
            }
            before = Some(key);
        }
    }
    sheets
}

/// Indices of the sheets with at least three scores that are all the same.
pub(crate) fn straight_lined(table: &ScoreTable, sheets: &[ScoreSheet]) -> Vec<usize> {
    let is_straight = |sheet: &ScoreSheet| {
        let scores = &table.score()[sheet.rows.clone()];
        scores.len() >= 3 && scores.iter().all(|score| *score == scores[0])
    };
    (0..sheets.len()).filter(|index| is_straight(&sheets[*index])).collect()
}

/// Indices of the only sheets of their evaluators, where fewer than half of the evaluators have only one: else that
/// is how the evaluation was made.
pub(crate) fn single(table: &ScoreTable, sheets: &[ScoreSheet]) -> Vec<usize> {
    let mut counts = vec![0u32; table.metadata().evaluators.len()];
    sheets.iter().for_each(|sheet| counts[sheet.evaluator as usize] += 1);
    let n_single = counts.iter().filter(|count| **count == 1).count();
    if 2 * n_single >= counts.len() {
        return Vec::new();
    }
    (0..sheets.len()).filter(|index| counts[sheets[*index].evaluator as usize] == 1).collect()
}
