//! Scores far from what is expected.

use evenhand_protocol::{UnexpectedScore, UnexpectedScores};
use evenhand_stats::Normal;

use crate::Design;
use crate::rasch::Measured;

/// From so many standard deviations on a score is unexpected (Linacre, Facets, Table 4).
const LEAST: f64 = 3.0;
/// Scores that are told.
const MOST: usize = 100;

/// The most unexpected scores, and how many there are.
pub(super) fn scores(design: &Design, measured: &Measured) -> UnexpectedScores {
    let found = measured.fit.unexpected(LEAST, usize::MAX);
    let value = |scale: Option<u32>, rating: u32| {
        measured.categories.scale_of(scale.unwrap_or(0))[rating as usize].mean()
    };
    let expected = measured.fit.expected(measured.rows.len(), value);
    let (metadata, table) = (design.metadata(), design.table());
    let told = |one: &evenhand_stats::UnexpectedRating| {
        let row = measured.rows[one.row] as usize;
        let unit = &design.units()[measured.units[one.row] as usize];
        Some(UnexpectedScore {
            round: metadata.rounds[unit.round as usize].id.clone(),
            provider: metadata.providers[unit.provider as usize].id.clone(),
            evaluator: metadata.evaluators[table.evaluator()[row] as usize].id.clone(),
            indicator: metadata.indicators[table.indicator()[row] as usize].id.clone(),
            score: table.score()[row],
            expected: expected[one.row]?,
            standardised: one.standardised,
        })
    };
    UnexpectedScores {
        least: LEAST,
        n: found.len() as u32,
        share_by_chance: 2.0 * Normal.sf(LEAST),
        scores: found.iter().take(MOST).filter_map(told).collect(),
    }
}
