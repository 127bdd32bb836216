//! The scores that have a colleague's score beside them, place by place.

use std::ops::Range;

use crate::Design;

/// A score with at least one colleague's score of the same panel and indicator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Score {
    /// Its row in the table.
    pub(super) row: u32,
    /// Index of its place.
    pub(super) place: u32,
    /// Index of its score sheet in the design.
    pub(super) sheet: u32,
    /// Evaluator code.
    pub(super) evaluator: u32,
    /// Indicator code.
    pub(super) indicator: u32,
    /// Round code.
    pub(super) round: u32,
    /// Provider code.
    pub(super) provider: u32,
}

/// All of them. A place is an indicator of a panel: its scores are of the same thing by different evaluators.
pub(super) struct Places {
    /// By place; places in the order of panels, so by round.
    pub(super) scores: Vec<Score>,
    /// Where each place begins, and the end of the last.
    starts: Vec<u32>,
    /// Indices of each evaluator's scores, by evaluator code, ascending.
    by_evaluator: Vec<Vec<u32>>,
}

/// Scores of one evaluator, all or of one round: ascending indices of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice<'a> {
    pub(super) evaluator: u32,
    pub(super) scores: &'a [u32],
}

impl Places {
    pub(super) fn new(design: &Design) -> Self {
        let mut places = Self {
            scores: Vec::new(),
            starts: vec![0],
            by_evaluator: vec![Vec::new(); design.metadata().evaluators.len()],
        };
        for panel in design.panels() {
            let unit = &design.units()[panel.unit];
            let mut scores = Vec::new();
            for sheet in panel.sheets.clone() {
                let of = &design.sheets()[sheet];
                scores.extend(of.rows.clone().map(|row| Score {
                    row: row as u32,
                    place: 0,
                    sheet: sheet as u32,
                    evaluator: of.evaluator,
                    indicator: design.table().indicator()[row],
                    round: unit.round,
                    provider: unit.provider,
                }));
            }
            scores.sort_by_key(|score| (score.indicator, score.evaluator));
            for place in scores.chunk_by(|a, b| a.indicator == b.indicator) {
                places.push(place);
            }
        }
        places
    }

    /// Adds a place, unless one evaluator is alone in it.
    fn push(&mut self, scores: &[Score]) {
        if scores.len() < 2 {
            return;
        }
        let place = (self.starts.len() - 1) as u32;
        for score in scores {
            self.by_evaluator[score.evaluator as usize].push(self.scores.len() as u32);
            self.scores.push(Score { place, ..*score });
        }
        self.starts.push(self.scores.len() as u32);
    }

    /// Number of places.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The indices of the scores of a place.
    pub(super) fn members(&self, place: u32) -> Range<usize> {
        self.starts[place as usize] as usize..self.starts[place as usize + 1] as usize
    }

    /// The round of a score.
    pub(super) fn round(&self, index: u32) -> u32 {
        self.scores[index as usize].round
    }

    /// The score sheet of a score.
    pub(super) fn sheet(&self, index: u32) -> u32 {
        self.scores[index as usize].sheet
    }

    /// The mean of a value over the colleagues of a score, who are at least one.
    pub(super) fn colleagues_mean(&self, index: u32, value: impl Fn(usize) -> f64) -> f64 {
        let members = self.members(self.scores[index as usize].place);
        let n = (members.len() - 1) as f64;
        members.filter(|member| *member != index as usize).map(value).sum::<f64>() / n
    }

    /// All scores of every evaluator who has any.
    pub(super) fn all(&self) -> Vec<Slice<'_>> {
        self.slices(|scores| scores)
    }

    /// The scores of every evaluator who has any in a round.
    pub(super) fn of_round(&self, round: u32) -> Vec<Slice<'_>> {
        let before = |index: &u32, limit: u32| self.scores[*index as usize].round < limit;
        self.slices(|scores| {
            let start = scores.partition_point(|index| before(index, round));
            let end = scores.partition_point(|index| before(index, round + 1));
            &scores[start..end]
        })
    }

    fn slices<'a>(&'a self, part: impl Fn(&'a [u32]) -> &'a [u32]) -> Vec<Slice<'a>> {
        let slices = self
            .by_evaluator
            .iter()
            .enumerate()
            .map(|(evaluator, scores)| Slice { evaluator: evaluator as u32, scores: part(scores) });
        slices.filter(|slice| !slice.scores.is_empty()).collect()
    }

    /// The scores of a slice.
    pub(super) fn of<'a>(&'a self, slice: &Slice<'a>) -> impl Iterator<Item = (u32, &'a Score)> {
        slice.scores.iter().map(|index| (*index, &self.scores[*index as usize]))
    }

    /// The provider of every score of a slice.
    pub(super) fn providers(&self, slice: &Slice) -> Vec<u32> {
        self.of(slice).map(|(_, score)| score.provider).collect()
    }

    /// The score sheets of a slice, ascending.
    pub(super) fn sheets(&self, slice: &Slice) -> Vec<u32> {
        let mut sheets: Vec<u32> = self.of(slice).map(|(_, score)| score.sheet).collect();
        sheets.dedup();
        sheets
    }
}
