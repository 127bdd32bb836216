//! Scores written as parts of a whole, `85%` and `85/100`, put on the scale of their indicator.

use evenhand_protocol::{Action, Expected, Field, ProblemCode};

use crate::listing::Listing;
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::scale::{Observed, usual};
use crate::staged::Staged;

/// What is known of the scale of an indicator beside its parts.
#[derive(Debug, Clone, Copy)]
struct Around {
    given_max: Option<f64>,
    others: Observed,
    /// The whole of its fractions, while they all have the same.
    whole: Option<f64>,
    wholes_differ: bool,
}

impl Around {
    /// The score that stands for the whole: the given maximum; else that of the other scores' usual scale; else the
    /// whole itself, or 100 where wholes differ.
    fn top(&self, percent: bool) -> f64 {
        match (self.given_max, self.others.is_none(), percent) {
            (Some(max), ..) => max,
            (None, false, _) => usual(self.others).1,
            (None, true, true) => 100.0,
            (None, true, false) if self.wholes_differ => 100.0,
            (None, true, false) => self.whole.unwrap_or(100.0),
        }
    }
}

/// Puts parts on the scales of their indicators, and tells of each form in each table once.
pub(crate) fn resolve(
    tables: &[PlannedTable],
    staged: &mut Staged,
    listing: &Listing,
    problems: &mut Problems,
) {
    if staged.parts.is_empty() {
        return;
    }
    let around = around(staged, listing);
    let mut told: Vec<(usize, bool, String, f64, u32)> = Vec::new();
    for part in std::mem::take(&mut staged.parts) {
        let written = staged.score[part.index];
        let top = around[staged.indicator[part.index] as usize].top(part.percent);
        let score = if top == part.whole { written } else { written / part.whole * top };
        staged.score[part.index] = score;
        let table = staged.origin(part.index).table;
        match told.iter_mut().find(|(other, percent, ..)| (*other, *percent) == (table, part.percent)) {
            Some((.., cells)) => *cells = cells.saturating_add(1),
            None => {
                let found =
                    if part.percent { format!("{written}%") } else { format!("{written}/{}", part.whole) };
                told.push((table, part.percent, found, score, 1));
            }
        }
    }
    for (table, _, found, value, cells) in told {
        let (at, code) = (At::field(table, None, Field::Score), ProblemCode::ConvertedValue);
        problems.add(tables, at, code, &found, Expected::ReadAs { value, cells }, Action::Converted);
    }
}

fn around(staged: &Staged, listing: &Listing) -> Vec<Around> {
    let given_max = |id: &String| listing.entry(id).and_then(|entry| entry.number(Field::Max));
    let nothing =
        |id| Around { given_max: given_max(id), others: Observed::NONE, whole: None, wholes_differ: false };
    let mut around: Vec<Around> = staged.ids.indicator.ids().iter().map(nothing).collect();
    let mut parts = staged.parts.iter().peekable();
    for (index, (score, indicator)) in staged.score.iter().zip(&staged.indicator).enumerate() {
        let around = &mut around[*indicator as usize];
        match parts.next_if(|part| part.index == index) {
            Some(part) => {
                around.wholes_differ |= around.whole.is_some_and(|whole| whole != part.whole);
                around.whole = Some(part.whole);
            }
            None => around.others.add(*score),
        }
    }
    around
}
