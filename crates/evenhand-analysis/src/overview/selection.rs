//! How much passes the filter.

use evenhand_protocol::SelectionCounts;

use crate::Design;

/// Counts what is in a design.
pub(super) fn selection(design: &Design) -> SelectionCounts {
    let (table, metadata) = (design.table(), design.metadata());
    let mut providers = vec![false; metadata.providers.len()];
    for unit in design.units() {
        providers[unit.provider as usize] = true;
    }
    let mut evaluators = vec![false; metadata.evaluators.len()];
    let mut indicators = vec![false; metadata.indicators.len()];
    let mut n_scores = 0;
    for sheet in design.sheets() {
        evaluators[sheet.evaluator as usize] = true;
        n_scores += sheet.rows.len() as u32;
        for &indicator in &table.indicator()[sheet.rows.clone()] {
            indicators[indicator as usize] = true;
        }
    }
    SelectionCounts {
        n_scores,
        n_rounds: design.rounds().len() as u32,
        n_providers: some(&providers),
        n_indicators: some(&indicators),
        n_evaluators: some(&evaluators),
    }
}

fn some(present: &[bool]) -> u32 {
    present.iter().filter(|present| **present).count() as u32
}
