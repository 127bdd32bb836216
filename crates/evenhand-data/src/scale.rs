use evenhand_protocol::ScaleSource;

use crate::bounds::Given;

/// The ends of an indicator's scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    /// Lowest possible score.
    pub min: f64,
    /// Highest possible score.
    pub max: f64,
    /// Where they come from.
    pub source: ScaleSource,
}

/// The scores seen of an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Observed {
    /// Lowest.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Whether all are whole numbers.
    pub whole: bool,
}

impl Observed {
    /// No score yet.
    pub const NONE: Self = Self { min: f64::INFINITY, max: f64::NEG_INFINITY, whole: true };

    /// With one more score.
    pub fn add(&mut self, score: f64) {
        self.min = self.min.min(score);
        self.max = self.max.max(score);
        self.whole &= score.fract() == 0.0;
    }

    fn union(self, other: Self) -> Self {
        Self { min: self.min.min(other.min), max: self.max.max(other.max), whole: self.whole && other.whole }
    }

    /// Whether no score was seen.
    pub fn is_none(&self) -> bool {
        self.min > self.max
    }
}

/// Scales people use, the smallest first.
///
/// Scales from 1 come before those from 0 of the same length because a scale that holds a 0 or a fraction of 1 cannot
/// start at 1; a scale from 1 to 10 is only believed where all scores are whole numbers.
const USUAL: [(f64, f64); 15] = [
    (0.0, 1.0),
    (1.0, 3.0),
    (0.0, 3.0),
    (1.0, 4.0),
    (0.0, 4.0),
    (1.0, 5.0),
    (0.0, 5.0),
    (1.0, 6.0),
    (1.0, 7.0),
    (1.0, 10.0),
    (0.0, 10.0),
    (0.0, 20.0),
    (0.0, 50.0),
    (0.0, 100.0),
    (0.0, 1000.0),
];

/// The scale of each indicator: as given, else guessed from the scores.
///
/// Indicators without a given end are taken to share one scale, unless the scale of one's own scores ends at half of
/// it or less. Where one end is given, only the other is guessed.
pub(crate) fn scales(given: &[Given], observed: &[Observed]) -> Vec<Scale> {
    let free = |given: &Given| given.min.is_none() && given.max.is_none();
    let all = given
        .iter()
        .zip(observed)
        .filter(|(given, _)| free(given))
        .fold(Observed::NONE, |all, (_, observed)| all.union(*observed));
    let common = usual(all);
    given
        .iter()
        .zip(observed)
        .map(|(given, observed)| {
            let (min, max) = match (given.min, given.max) {
                (Some(min), Some(max)) => return Scale { min, max, source: ScaleSource::Given },
                (None, Some(max)) => (lower_end(max, *observed), max),
                (Some(min), None) => (min, upper_end(min, *observed)),
                (None, None) => {
                    let own = usual(*observed);
                    if own.1 <= common.1 / 2.0 { own } else { common }
                }
            };
            Scale { min, max, source: ScaleSource::Guessed }
        })
        .collect()
}

/// The smallest usual scale that holds all scores, else the whole numbers around them.
pub(crate) fn usual(observed: Observed) -> (f64, f64) {
    if observed.is_none() {
        return USUAL[0];
    }
    let usual = USUAL
        .into_iter()
        .filter(|scale| *scale != (1.0, 10.0) || observed.whole)
        .find(|(min, max)| *min <= observed.min && observed.max <= *max);
    usual.unwrap_or_else(|| {
        let min = if observed.min >= 0.0 { 0.0 } else { observed.min.floor() };
        (min, upper_of(min, observed.max))
    })
}

fn lower_end(max: f64, observed: Observed) -> f64 {
    let lowest = if observed.is_none() { 0.0 } else { observed.min };
    if lowest >= 0.0 && max > 0.0 { 0.0 } else { lowest.min(max - 1.0).floor() }
}

fn upper_end(min: f64, observed: Observed) -> f64 {
    let highest = if observed.is_none() { min } else { observed.max };
    let usual = USUAL.into_iter().find(|scale| scale.0 == min && highest <= scale.1);
    usual.map_or_else(|| upper_of(min, highest), |scale| scale.1)
}

/// The whole number from `highest` on, and above `min`.
fn upper_of(min: f64, highest: f64) -> f64 {
    highest.max(min + 1.0).ceil()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observed(scores: &[f64]) -> Observed {
        let mut observed = Observed::NONE;
        scores.iter().for_each(|score| observed.add(*score));
        observed
    }

    #[test]
    fn usual_scales() {
        for (scores, expected) in [
            (&[1.0, 5.0][..], (1.0, 5.0)),
            (&[0.0, 5.0], (0.0, 5.0)),
            (&[0.5, 4.5], (0.0, 5.0)),
            (&[1.0], (0.0, 1.0)),
            (&[2.0, 3.0], (1.0, 3.0)),
            (&[2.0, 9.0], (1.0, 10.0)),
            (&[2.0, 9.25], (0.0, 10.0)),
            (&[55.0, 98.5], (0.0, 100.0)),
            (&[101.0], (0.0, 1000.0)),
            (&[1000.5], (0.0, 1001.0)),
            (&[-2.5, 3.5], (-3.0, 4.0)),
            (&[-2.0, -2.0], (-2.0, -1.0)),
        ] {
            assert_eq!(usual(observed(scores)), expected, "{scores:?}");
        }
    }

    #[test]
    fn one_scale_for_all_but_the_small() {
        let free = [Given::default(); 3];
        let found = scales(&free, &[observed(&[60.0, 90.0]), observed(&[40.0, 70.0]), observed(&[1.0, 5.0])]);
        let ends: Vec<_> = found.iter().map(|scale| (scale.min, scale.max)).collect();
        assert_eq!(ends, [(0.0, 100.0), (0.0, 100.0), (1.0, 5.0)]);
    }

    #[test]
    fn a_given_end_stays() {
        let given = [
            Given { max: Some(30.0), ..Given::default() },
            Given { min: Some(1.0), ..Given::default() },
            Given { min: Some(2.0), max: Some(8.0), step: None },
        ];
        let found = scales(&given, &[observed(&[12.0]), observed(&[4.0]), observed(&[4.0])]);
        let ends: Vec<_> = found.iter().map(|scale| (scale.min, scale.max, scale.source)).collect();
        let guessed = ScaleSource::Guessed;
        assert_eq!(ends, [(0.0, 30.0, guessed), (1.0, 4.0, guessed), (2.0, 8.0, ScaleSource::Given)]);
    }
}
