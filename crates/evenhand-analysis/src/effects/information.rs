//! Low information: scores that are nearly always the same.

use evenhand_protocol::{CountOf, IndicatorInfo, Method, Reason};
use evenhand_stats::{Estimate, clustered_entropy};

use super::found::{Found, enough_providers};
use super::others::{AsItIs, against};
use super::places::{Places, Score, Slice};
use crate::convert::reason;
use crate::{Design, LEVEL};

/// More different values than this are not counted one by one.
const MOST_VALUES: usize = 50;

/// Where every score lies on the scale of its indicator: 0 at its lowest, 1 at its highest number, whatever is better.
pub(super) struct Positions {
    values: Vec<f64>,
    /// Different ones.
    n_different: usize,
}

impl Positions {
    pub(super) fn new(design: &Design, places: &Places) -> Self {
        let values: Vec<f64> = places.scores.iter().map(|score| of_score(design, score)).collect();
        let mut different = values.clone();
        different.sort_unstable_by(f64::total_cmp);
        different.dedup();
        Self { values, n_different: different.len() }
    }
}

fn of_score(design: &Design, score: &Score) -> f64 {
    position(
        &design.metadata().indicators[score.indicator as usize],
        design.table().score()[score.row as usize],
    )
}

/// The place of a score on the scale of its indicator.
pub(super) fn position(info: &IndicatorInfo, score: f64) -> f64 {
    if info.max > info.min { (score - info.min) / (info.max - info.min) } else { 0.0 }
}

/// The entropy of every evaluator's scores against that of the others'.
pub(super) fn information(
    places: &Places,
    positions: &Positions,
    slices: &[Slice],
) -> Vec<Result<Found, Reason>> {
    let own = slices.iter().map(|slice| entropy(places, positions, slice)).collect();
    against(own, &AsItIs, CountOf::Providers, Method::EntropyDifference)
}

fn entropy(places: &Places, positions: &Positions, slice: &Slice) -> Result<Estimate, Reason> {
    let found = positions.n_different;
    if found > MOST_VALUES {
        return Err(Reason::TooManyCategories { limit: MOST_VALUES as u32, found: found as u32 });
    }
    let providers = places.providers(slice);
    enough_providers(&providers)?;
    let values: Vec<f64> = slice.scores.iter().map(|index| positions.values[*index as usize]).collect();
    clustered_entropy(&values, &providers, LEVEL).map_err(|undefined| reason(&undefined))
}
