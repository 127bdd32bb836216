//! Halo: residuals of one score sheet that move together.

use evenhand_protocol::{CountOf, Method, Reason};
use evenhand_stats::{Estimate, ItemTable, Missing, mean_correlation};

use super::adjusted::Adjusted;
use super::found::{Found, enough};
use super::others::against;
use super::places::{Places, Slice};
use crate::LEVEL;
use crate::convert::reason;

/// The mean correlation of residuals of every evaluator against that of the others.
pub(super) fn halo(places: &Places, adjusted: &Adjusted, slices: &[Slice]) -> Vec<Result<Found, Reason>> {
    let own = slices.iter().map(|slice| within(places, adjusted, slice)).collect();
    against(own, CountOf::ScoreSheets, Method::ResidualCorrelation)
}

/// The mean correlation within an evaluator's sheets, of the indicators that the evaluator scored.
fn within(places: &Places, adjusted: &Adjusted, slice: &Slice) -> Result<Estimate, Reason> {
    let mut indicators: Vec<u32> = places.of(slice).map(|(_, score)| score.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let k = indicators.len();
    let scores: Vec<(u32, usize)> =
        places.of(slice).map(|(index, score)| (score.sheet, index as usize)).collect();
    let sheets: Vec<&[(u32, usize)]> = scores.chunk_by(|a, b| a.0 == b.0).collect();
    enough(sheets.len())?;
    let mut table = vec![f64::NAN; sheets.len() * k];
    for (at, sheet) in sheets.iter().enumerate() {
        for (_, index) in sheet.iter() {
            let column = indicators.partition_point(|other| *other < places.scores[*index].indicator);
            table[at * k + column] = adjusted.residual(places, *index);
        }
    }
    ItemTable::new(&table, sheets.len(), k, Missing::Pairwise)
        .and_then(|table| mean_correlation(&table, LEVEL))
        .map_err(|undefined| reason(&undefined))
}
