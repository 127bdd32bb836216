//! Scores with severity taken out.

use super::places::{Places, Score};
use crate::Design;

/// Passes over the scores. What is left after them changes no verdict: scores are compared within places, where a
/// severity that many evaluators share drops out.
const SWEEPS: usize = 20;

/// Normalised scores as place + evaluator's severity on the indicator + evaluator's severity in the round, by least
/// squares in sweeps.
///
/// An evaluator who is harsher on an indicator, or in a round, must not seem to spread more or less than the colleagues.
pub(super) struct Adjusted {
    score: Vec<f64>,
    place: Vec<f64>,
    /// By evaluator and indicator.
    on_indicator: Means,
    /// By evaluator and round.
    in_round: Means,
    /// Mean of `on_indicator` over the scores of every evaluator.
    level: Means,
}

/// Means of values by a code.
struct Means {
    n_columns: usize,
    values: Vec<f64>,
    counts: Vec<f64>,
}

impl Means {
    fn new(n_rows: usize, n_columns: usize) -> Self {
        let n = n_rows * n_columns;
        Self { n_columns, values: vec![0.0; n], counts: vec![0.0; n] }
    }

    fn at(&self, row: u32, column: u32) -> usize {
        row as usize * self.n_columns + column as usize
    }

    fn get(&self, row: u32, column: u32) -> f64 {
        self.values[self.at(row, column)]
    }

    /// Replaces all means by those of these values.
    fn fill(&mut self, values: impl Iterator<Item = ((u32, u32), f64)>) {
        self.values.fill(0.0);
        self.counts.fill(0.0);
        for ((row, column), value) in values {
            let at = self.at(row, column);
            self.values[at] += value;
            self.counts[at] += 1.0;
        }
        for (value, count) in self.values.iter_mut().zip(&self.counts) {
            *value /= count.max(1.0);
        }
    }
}

impl Adjusted {
    pub(super) fn new(design: &Design, places: &Places) -> Self {
        let metadata = design.metadata();
        let n = metadata.evaluators.len();
        let mut adjusted = Self {
            score: places.scores.iter().map(|score| design.normalised(score.row as usize)).collect(),
            place: vec![0.0; places.len()],
            on_indicator: Means::new(n, metadata.indicators.len()),
            in_round: Means::new(n, metadata.rounds.len()),
            level: Means::new(n, 1),
        };
        for _ in 0..SWEEPS {
            adjusted.sweep(places);
        }
        let scores = places.scores.iter();
        adjusted
            .level
            .fill(scores.map(|s| ((s.evaluator, 0), adjusted.on_indicator.get(s.evaluator, s.indicator))));
        adjusted
    }

    fn sweep(&mut self, places: &Places) {
        for at in 0..self.place.len() {
            let members = places.members(at as u32);
            let n = members.len() as f64;
            self.place[at] = members.map(|index| self.without_severity(places, index)).sum::<f64>() / n;
        }
        let rest = |this: &Self, index: usize, s: &Score| this.score[index] - this.place[s.place as usize];
        let mut means = std::mem::replace(&mut self.on_indicator, Means::new(0, 0));
        means.fill(places.scores.iter().enumerate().map(|(index, s)| {
            ((s.evaluator, s.indicator), rest(self, index, s) - self.in_round.get(s.evaluator, s.round))
        }));
        self.on_indicator = means;
        let mut means = std::mem::replace(&mut self.in_round, Means::new(0, 0));
        means.fill(places.scores.iter().enumerate().map(|(index, s)| {
            ((s.evaluator, s.round), rest(self, index, s) - self.on_indicator.get(s.evaluator, s.indicator))
        }));
        self.in_round = means;
    }

    /// A score without its evaluator's severity on the indicator and in the round.
    pub(super) fn without_severity(&self, places: &Places, index: usize) -> f64 {
        let score = &places.scores[index];
        self.score[index]
            - self.on_indicator.get(score.evaluator, score.indicator)
            - self.in_round.get(score.evaluator, score.round)
    }

    /// A score without its evaluator's overall severity: what the evaluator makes of the indicators stays in.
    pub(super) fn without_level(&self, places: &Places, index: usize) -> f64 {
        let score = &places.scores[index];
        self.score[index]
            - self.level.get(score.evaluator, 0)
            - self.in_round.get(score.evaluator, score.round)
    }

    /// What neither place nor severity explains.
    pub(super) fn residual(&self, places: &Places, index: usize) -> f64 {
        self.without_severity(places, index) - self.place[places.scores[index].place as usize]
    }

    /// The level of a place.
    pub(super) fn place(&self, place: u32) -> f64 {
        self.place[place as usize]
    }
}
