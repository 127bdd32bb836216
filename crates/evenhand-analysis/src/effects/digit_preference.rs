//! Digit preference: round numbers where the scale has finer ones.

use evenhand_protocol::{IndicatorInfo, Reason};
use evenhand_stats::clustered_mean;

use super::found::{Paired, enough_providers};
use super::places::{Places, Slice};
use crate::convert::reason;
use crate::{Design, LEVEL};

/// A scale of fewer steps has no numbers that are rounder than others.
const FEWEST_STEPS: f64 = 20.0;

/// Which scores are round: multiples of 1 or 5 times a power of ten, at least two steps of the scale wide.
pub(super) struct RoundScores {
    /// Of every score; `None` where the scale of its indicator is too coarse.
    round: Vec<Option<bool>>,
    /// The most steps of an indicator.
    most_steps: f64,
}

impl RoundScores {
    pub(super) fn new(design: &Design, places: &Places) -> Self {
        let infos = &design.metadata().indicators;
        let mut values = vec![Vec::new(); infos.len()];
        for score in &places.scores {
            values[score.indicator as usize].push(design.table().score()[score.row as usize]);
        }
        let steps: Vec<Option<f64>> = infos
            .iter()
            .zip(values)
            .map(|(info, values)| info.step.or_else(|| smallest_gap(values)))
            .collect();
        let n_steps = |info: &IndicatorInfo, step: Option<f64>| {
            step.filter(|step| *step > 0.0).map_or(0.0, |step| (info.max - info.min) / step)
        };
        let units: Vec<Option<f64>> = infos
            .iter()
            .zip(&steps)
            .map(|(info, step)| step.filter(|_| n_steps(info, *step) >= FEWEST_STEPS).and_then(round_unit))
            .collect();
        let round = places.scores.iter().map(|score| {
            let unit = units[score.indicator as usize]?;
            Some(is_multiple(design.table().score()[score.row as usize], unit))
        });
        Self {
            round: round.collect(),
            most_steps: infos.iter().zip(&steps).map(|(i, step)| n_steps(i, *step)).fold(0.0, f64::max),
        }
    }
}

/// The smallest difference between two values that differ by more than rounding.
fn smallest_gap(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let gaps = values.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > 1e-9);
    gaps.min_by(f64::total_cmp)
}

/// The smallest of 1 and 5 times powers of ten that is a multiple of the step and at least twice as large.
fn round_unit(step: f64) -> Option<f64> {
    let tens = (0..12).scan(1e-4, |power, _| {
        let now = *power;
        *power *= 10.0;
        Some(now)
    });
    tens.flat_map(|power| [power, 5.0 * power])
        .find(|unit| *unit >= 2.0 * step - 1e-9 && is_multiple(*unit, step))
}

fn is_multiple(value: f64, unit: f64) -> bool {
    let multiple = value / unit;
    (multiple - multiple.round()).abs() < 1e-6
}

/// The share of round scores less that of the colleagues in the same places.
pub(super) fn digit_preference(
    places: &Places,
    scores: &RoundScores,
    slice: &Slice,
) -> Result<Paired, Reason> {
    let of = |index: usize| f64::from(u8::from(scores.round[index] == Some(true)));
    let fine: Vec<u32> =
        slice.scores.iter().copied().filter(|index| scores.round[*index as usize].is_some()).collect();
    if fine.is_empty() {
        let (needed, found) = (FEWEST_STEPS as u32, scores.most_steps as u32);
        return Err(Reason::CoarseScale { needed, found });
    }
    let providers = places.providers(&Slice { scores: &fine, ..*slice });
    let n_providers = enough_providers(&providers)?;
    let own: Vec<f64> = fine.iter().map(|index| of(*index as usize)).collect();
    let others: Vec<f64> = fine.iter().map(|index| places.colleagues_mean(*index, of)).collect();
    let differences: Vec<f64> = own.iter().zip(&others).map(|(own, other)| own - other).collect();
    let found = clustered_mean(&differences, &providers, LEVEL).map_err(|undefined| reason(&undefined))?;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    Ok(Paired {
        own: mean(&own),
        panel: mean(&others),
        value: found.value,
        se: found.se.unwrap_or(0.0),
        n_providers,
        n: found.n,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_round_depends_on_the_step() {
        for (step, unit) in
            [(1.0, 5.0), (0.25, 0.5), (0.5, 1.0), (0.1, 0.5), (2.0, 10.0), (5.0, 10.0), (0.01, 0.05)]
        {
            let found = round_unit(step).unwrap_or_default();
            assert!((found - unit).abs() < 1e-9, "{step}: {found}");
        }
        assert_eq!(smallest_gap(vec![3.0, 1.0, 1.5, 3.0]), Some(0.5));
        assert_eq!(smallest_gap(vec![3.0, 3.0]), None);
        assert!(is_multiple(8.5, 0.5) && !is_multiple(8.25, 0.5));
    }
}
