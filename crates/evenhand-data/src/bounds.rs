use evenhand_protocol::{Action, Expected, Field, ProblemCode, ScaleSource};

use crate::limits::LARGEST_SCORE;
use crate::listing::{Entry, Listing};
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::scale::{Observed, Scale, scales};
use crate::staged::Staged;

/// How far from a step a score may be, in steps relative to its number of steps, for decimals in binary.
const STEP_TOLERANCE: f64 = 1e-6;

/// What the indicators table says of the scale of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Given {
    /// Lowest possible score.
    pub min: Option<f64>,
    /// Highest possible score.
    pub max: Option<f64>,
    /// Step between possible scores.
    pub step: Option<f64>,
}

impl Given {
    fn of(entry: Option<&Entry>) -> Self {
        let number = |field| entry.and_then(|entry| entry.number(field));
        Self { min: number(Field::Min), max: number(Field::Max), step: number(Field::Step) }
    }

    fn range(&self) -> (f64, f64) {
        (self.min.unwrap_or(-LARGEST_SCORE), self.max.unwrap_or(LARGEST_SCORE))
    }
}

/// The scales of the indicators, by indicator code.
pub(crate) struct Bounds {
    /// As given.
    pub given: Vec<Given>,
    /// As used.
    pub scales: Vec<Scale>,
}

/// Leaves out scores beyond the given scales, guesses the scales that are not given, and reports scores off their
/// steps.
pub(crate) fn check(
    tables: &[PlannedTable],
    staged: &mut Staged,
    listing: &Listing,
    problems: &mut Problems,
) -> Bounds {
    let given: Vec<Given> =
        staged.ids.indicator.ids().iter().map(|id| Given::of(listing.entry(id))).collect();
    let observed = leave_out_beyond(files, staged, &given, problems);
    let scales = scales(&given, &observed);
    let bounds = Bounds { given, scales };
    report_off_step(files, staged, &bounds, problems);
    report_guesses(files, staged, &bounds, &observed, problems);
    bounds
}

fn leave_out_beyond(
    tables: &[PlannedTable],
    staged: &mut Staged,
    given: &[Given],
    problems: &mut Problems,
) -> Vec<Observed> {
    let ranges: Vec<(f64, f64)> = given.iter().map(Given::range).collect();
    let mut observed = vec![Observed::NONE; given.len()];
    let mut keep: Option<Vec<bool>> = None;
    for (index, (score, indicator)) in staged.score.iter().zip(&staged.indicator).enumerate() {
        let (min, max) = ranges[*indicator as usize];
        if (min..=max).contains(score) {
            observed[*indicator as usize].add(*score);
            continue;
        }
        keep.get_or_insert_with(|| vec![true; staged.len()])[index] = false;
        let expected = Expected::Range { min, max };
        let (code, action) = (ProblemCode::OutOfRange, Action::RowLeftOut);
        problems.add(files, at(staged, index), code, &score.to_string(), expected, action);
    }
    if let Some(keep) = keep {
        staged.retain(&keep);
    }
    observed
}

fn report_off_step(tables: &[PlannedTable], staged: &Staged, bounds: &Bounds, problems: &mut Problems) {
    if bounds.given.iter().all(|given| given.step.is_none()) {
        return;
    }
    for (index, (score, indicator)) in staged.score.iter().zip(&staged.indicator).enumerate() {
        let Some(step) = bounds.given[*indicator as usize].step else { continue };
        let min = bounds.scales[*indicator as usize].min;
        let steps = (score - min) / step;
        if (steps - steps.round()).abs() > STEP_TOLERANCE * steps.abs().max(1.0) {
            let expected = Expected::Step { min, step };
            let (code, found) = (ProblemCode::OffStep, score.to_string());
            problems.add(files, at(staged, index), code, &found, expected, Action::Kept);
        }
    }
}

/// One problem in all where all indicators got the same scale, else one per indicator.
fn report_guesses(
    tables: &[PlannedTable],
    staged: &Staged,
    bounds: &Bounds,
    observed: &[Observed],
    problems: &mut Problems,
) {
    let file = staged.files.first().map_or(0, |(_, file)| *file);
    let at = At { file, row: None, field: Field::Indicator };
    let mut used = bounds.scales.iter().zip(observed).filter(|(_, seen)| **seen != Observed::NONE);
    let first = used.next().map(|(scale, _)| *scale);
    let common = first.is_some_and(|first| first.source == ScaleSource::Guessed)
        && used.all(|(scale, _)| Some(*scale) == first);
    let mut guessed: Vec<&str> = staged
        .ids
        .indicator
        .ids()
        .iter()
        .zip(bounds.scales.iter().zip(observed))
        .filter(|(_, (scale, seen))| scale.source == ScaleSource::Guessed && **seen != Observed::NONE)
        .map(|(id, _)| id.as_str())
        .collect();
    guessed.sort_unstable_by(|a, b| evenhand_table::natural_cmp(a, b));
    if common {
        guessed = vec![""];
    }
    for id in guessed {
        problems.add(files, at, ProblemCode::ScaleGuessed, id, Expected::GivenScale, Action::Guessed);
    }
}

fn at(staged: &Staged, index: usize) -> At {
    let (file, row) = staged.origin(index);
    At { file, row: Some(row), field: Field::Score }
}
