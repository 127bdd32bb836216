use evenhand_protocol::{Coverage, MissingMap};
use evenhand_table::ScoreTable;

use crate::sheets::ScoreSheet;

/// The largest map of evaluators that is made: beyond, nobody can look at it and it would fill messages.
const LARGEST_MAP: usize = 500_000;

/// Where scores are missing.
pub(crate) fn missing_map(table: &ScoreTable, sheets: &[ScoreSheet]) -> MissingMap {
    let metadata = table.metadata();
    let (n_rounds, n_indicators) = (metadata.rounds.len(), metadata.indicators.len());
    let mut by_indicator = vec![Coverage::default(); n_rounds * n_indicators];
    for (round, indicator) in table.round().iter().zip(table.indicator()) {
        by_indicator[*round as usize * n_indicators + *indicator as usize].scored += 1;
    }
    let mut n_sheets = vec![0u32; n_rounds];
    sheets.iter().for_each(|sheet| n_sheets[sheet.round as usize] += 1);
    let mut used = vec![0u32; n_rounds];
    if n_indicators > 0 {
        for (round, row) in by_indicator.chunks_mut(n_indicators).enumerate() {
            for coverage in row.iter_mut().filter(|coverage| coverage.scored > 0) {
                coverage.expected = n_sheets[round];
                used[round] += 1;
            }
        }
    }
    let n_evaluators = metadata.evaluators.len();
    let fits = n_rounds.saturating_mul(n_evaluators) <= LARGEST_MAP;
    let mut by_evaluator = vec![Coverage::default(); if fits { n_rounds * n_evaluators } else { 0 }];
    for sheet in sheets.iter().filter(|_| fits) {
        let coverage = &mut by_evaluator[sheet.round as usize * n_evaluators + sheet.evaluator as usize];
        coverage.scored += sheet.rows.len() as u32;
        coverage.expected += used[sheet.round as usize];
    }
    MissingMap {
        rounds: metadata.rounds.iter().map(|info| info.id.clone()).collect(),
        indicators: metadata.indicators.iter().map(|info| info.id.clone()).collect(),
        evaluators: if fits {
            metadata.evaluators.iter().map(|info| info.id.clone()).collect()
        } else {
            Vec::new()
        },
        by_indicator,
        by_evaluator,
    }
}
