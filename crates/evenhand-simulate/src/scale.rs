//! The grid of scores a scale allows: rounding a level to it, and the text of each score.

use crate::error::SimulationError;
use crate::programme::ScoreScale;

/// More steps than this are taken for a mistake.
const MAX_STEPS: f64 = 100_000.0;

/// The scores of a scale in rising order, each with its text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    scores: Vec<f64>,
    texts: Vec<String>,
}

impl Grid {
    /// Lays out the scores of a scale.
    ///
    /// The grid is counted in whole units of the last decimal, so that the score written 0.3 is the number 0.3
    /// and not three times the nearest number to 0.1.
    pub(crate) fn new(scale: ScoreScale) -> Result<Self, SimulationError> {
        let ScoreScale { min, max, step } = scale;
        let wrong = SimulationError::Scale { min, max, step };
        let steps = (max - min) / step;
        let in_bounds = step > 0.0 && (0.999..=MAX_STEPS + 0.001).contains(&steps);
        if !in_bounds || min.abs() > 1e9 || max.abs() > 1e9 || (steps - libm::round(steps)).abs() > 1e-6 {
            return Err(wrong);
        }
        let units = |value: f64, power: f64| {
            let whole = libm::round(value * power);
            ((value * power - whole).abs() < 1e-6).then_some(whole)
        };
        let powers = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];
        let exact = powers.into_iter().find_map(|p| Some((p, units(min, p)?, units(step, p)?)));
        let Some((power, first, width)) = exact.filter(|(_, _, width)| *width >= 1.0) else {
            return Err(wrong);
        };
        let n_steps = libm::round(steps) as u32;
        let scores: Vec<f64> = (0..=n_steps).map(|k| (first + f64::from(k) * width) / power).collect();
        let texts = scores.iter().map(f64::to_string).collect();
        Ok(Self { scores, texts })
    }

    /// The whole numbers from one to another.
    pub(crate) fn whole(first: u32, last: u32) -> Self {
        let scores: Vec<f64> = (first..=last).map(f64::from).collect();
        let texts = scores.iter().map(f64::to_string).collect();
        Self { scores, texts }
    }

    /// The position of the score nearest to a level of the 0..100 scale, cut off at the ends.
    pub(crate) fn position(&self, level: f64) -> usize {
        let last = self.scores.len().saturating_sub(1);
        let position = libm::floor(level / 100.0 * last as f64 + 0.5);
        // The cast cuts negative values and NaN off at 0.
        (position as usize).min(last)
    }

    /// The position of the highest score.
    pub(crate) fn last(&self) -> usize {
        self.scores.len().saturating_sub(1)
    }

    /// The position of the same score counted from the other end.
    pub(crate) fn reversed(&self, position: usize) -> usize {
        self.scores.len().saturating_sub(1).saturating_sub(position)
    }

    /// The score at a position.
    pub(crate) fn score(&self, position: usize) -> f64 {
        self.scores.get(position).copied().unwrap_or_default()
    }

    /// The text of a score of this grid.
    pub(crate) fn text(&self, score: f64) -> &str {
        let (first, last) = (self.score(0), self.scores.last().copied().unwrap_or_default());
        let level = 100.0 * (score - first) / (last - first);
        self.texts.get(self.position(level)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn grid(min: f64, max: f64, step: f64) -> Grid {
        Grid::new(ScoreScale { min, max, step }).unwrap()
    }

    #[test]
    fn scores_are_the_decimals_they_are_written_as() {
        let tenths = grid(0.0, 1.0, 0.1);
        assert_eq!(tenths.scores.len(), 11);
        assert_eq!(tenths.score(3).to_bits(), 0.3_f64.to_bits());
        assert_eq!(tenths.text(0.3), "0.3");
        let halves = grid(1.0, 10.0, 0.5);
        assert_eq!((halves.text(1.0), halves.text(1.5), halves.text(10.0)), ("1", "1.5", "10"));
    }

    #[test]
    fn levels_round_to_the_nearest_score_and_stop_at_the_ends() {
        let ten = grid(1.0, 10.0, 1.0);
        assert_eq!(
            [-5.0, 0.0, 50.0, 100.0, 140.0].map(|l| ten.score(ten.position(l))),
            [1.0, 1.0, 6.0, 10.0, 10.0]
        );
        assert_eq!(ten.position(f64::NAN), 0);
        assert_eq!(ten.reversed(0), 9);
    }

    #[test]
    fn scales_that_are_no_grid_are_refused() {
        for (min, max, step) in [
            (0.0, 1.0, 0.0),
            (0.0, 1.0, -0.1),
            (1.0, 1.0, 1.0),
            (2.0, 1.0, 1.0),
            (0.0, 1.0, 0.3),
            (0.0, 1.0, f64::NAN),
            (0.0, f64::INFINITY, 1.0),
            (0.0, 1.0, 1e-7),
            (0.0, 1.0, 1.0 / 3.0),
        ] {
            assert!(Grid::new(ScoreScale { min, max, step }).is_err(), "{min} {max} {step}");
        }
    }
}
