//! Halo: residuals of one score sheet that move together.

use evenhand_protocol::{CountOf, Method, Reason};
use evenhand_stats::{Estimate, ItemTable, Missing, mean_correlation};

use super::adjusted::Adjusted;
use super::found::{Found, enough};
use super::others::{Compared, against};
use super::places::{Places, Score, Slice};
use crate::LEVEL;
use crate::convert::reason;

/// The mean correlation of residuals of every evaluator against that of the others.
pub(super) fn halo(
    places: &Places,
    adjusted: &Adjusted,
    n_indicators: usize,
    slices: &[Slice],
) -> Vec<Result<Found, Reason>> {
    let own = slices.iter().map(|slice| within(places, adjusted, slice)).collect();
    against(
        own,
        &MeanCorrelation { k: n_indicators as f64 },
        CountOf::ScoreSheets,
        Method::ResidualCorrelation,
    )
}

/// A mean correlation of k indicators by Fisher's (1925, section 40) transformation of the intraclass correlation.
struct MeanCorrelation {
    k: f64,
}

/// Nearest to the ends of the range of a mean correlation, where its transform would be infinite.
const NEAREST: f64 = 1e-3;

impl MeanCorrelation {
    fn ends(&self, r: f64) -> [f64; 2] {
        [(1.0 + (self.k - 1.0) * r).max(NEAREST), (1.0 - r).max(NEAREST)]
    }
}

impl Compared for MeanCorrelation {
    fn forward(&self, r: f64) -> f64 {
        let [low, high] = self.ends(r);
        0.5 * libm::log(low / high)
    }

    fn slope(&self, r: f64) -> f64 {
        let [low, high] = self.ends(r);
        0.5 * self.k / (low * high)
    }

    fn backward(&self, z: f64) -> f64 {
        let ratio = libm::exp(2.0 * z);
        (ratio - 1.0) / (ratio + self.k - 1.0)
    }
}

/// The mean correlation within an evaluator's sheets, of the indicators that the evaluator scored.
///
/// Residuals are taken from their mean on the indicator in the round, so that neither severity nor drift makes them move
/// together; the standard error allows for the means that this takes.
fn within(places: &Places, adjusted: &Adjusted, slice: &Slice) -> Result<Estimate, Reason> {
    let mut indicators: Vec<u32> = places.of(slice).map(|(_, score)| score.indicator).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let k = indicators.len();
    let column = |score: &Score| indicators.partition_point(|other| *other < score.indicator);
    let (mut table, mut n_rounds) = (Vec::new(), 0);
    for round in slice.scores.chunk_by(|a, b| places.round(*a) == places.round(*b)) {
        let sheets: Vec<&[u32]> = round.chunk_by(|a, b| places.sheet(*a) == places.sheet(*b)).collect();
        // One sheet has nothing to be compared with.
        if sheets.len() < 2 {
            continue;
        }
        n_rounds += 1;
        let mut means = vec![(0.0, 0.0); k];
        for index in round {
            let (sum, n) = &mut means[column(&places.scores[*index as usize])];
            *sum += adjusted.residual(places, *index as usize);
            *n += 1.0;
        }
        for sheet in sheets {
            let start = table.len();
            table.resize(start + k, f64::NAN);
            for index in sheet {
                let column = column(&places.scores[*index as usize]);
                let (sum, n) = means[column];
                table[start + column] = adjusted.residual(places, *index as usize) - sum / n;
            }
        }
    }
    let n = enough(table.len() / k)?;
    let mut found = ItemTable::new(&table, n, k, Missing::Pairwise)
        .and_then(|table| mean_correlation(&table, LEVEL))
        .map_err(|undefined| reason(&undefined))?;
    let left = (n - n_rounds).max(1) as f64;
    found.se = found.se.map(|se| se * ((n - 1) as f64 / left).sqrt());
    Ok(found)
}
