//! Central tendency, extremity and range restriction: how widely scores spread.

use evenhand_protocol::Reason;
use evenhand_stats::paired_spread;

use super::adjusted::Adjusted;
use super::found::{Paired, enough_providers};
use super::places::{Places, Slice};
use crate::LEVEL;
use crate::convert::reason;

/// The spread over providers, within indicators, severity on the indicator taken out.
pub(super) fn central_tendency(
    places: &Places,
    adjusted: &Adjusted,
    n_indicators: usize,
    slice: &Slice,
) -> Result<Paired, Reason> {
    // Both sides are measured from the same centre: the mean level of the places of an indicator.
    let mut centres = vec![(0.0, 0.0); n_indicators];
    for (_, score) in places.of(slice) {
        let (sum, n) = &mut centres[score.indicator as usize];
        *sum += adjusted.place(score.place);
        *n += 1.0;
    }
    let centre = |index: usize| {
        let (sum, n) = centres[places.scores[index].indicator as usize];
        sum / n
    };
    compare(places, slice, |index| adjusted.without_severity(places, index) - centre(index))
}

/// The spread over everything, overall severity taken out.
pub(super) fn range_restriction(
    places: &Places,
    adjusted: &Adjusted,
    slice: &Slice,
) -> Result<Paired, Reason> {
    let levels = slice.scores.iter().map(|index| {
        let members = places.members(places.scores[*index as usize].place);
        let n = members.len() as f64;
        members.map(|member| adjusted.without_level(places, member)).sum::<f64>() / n
    });
    let centre = levels.sum::<f64>() / slice.scores.len() as f64;
    compare(places, slice, |index| adjusted.without_level(places, index) - centre)
}

fn compare(places: &Places, slice: &Slice, deviation: impl Fn(usize) -> f64) -> Result<Paired, Reason> {
    let providers = places.providers(slice);
    let n_providers = enough_providers(&providers)?;
    let square = |index: usize| {
        let deviation = deviation(index);
        deviation * deviation
    };
    let own: Vec<f64> = slice.scores.iter().map(|index| square(*index as usize)).collect();
    let others: Vec<f64> = slice.scores.iter().map(|index| places.colleagues_mean(*index, square)).collect();
    let found = paired_spread(&own, &others, &providers, LEVEL).map_err(|undefined| reason(&undefined))?;
    Ok(Paired {
        own: found.own_sd,
        panel: found.panel_sd,
        value: libm::log(found.ratio.value),
        se: found.ratio.se.unwrap_or(0.0),
        n_providers,
        n: found.ratio.n,
    })
}
