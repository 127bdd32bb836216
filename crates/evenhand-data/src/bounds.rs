use evenhand_protocol::{Action, Expected, Field, LoadPlan, ProblemCode, ScaleSource};

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

/// Leaves out scores beyond the given scales or moves them to their ends, guesses the scales that are not given, and
/// deals with scores off their steps.
pub(crate) fn check(
    tables: &[PlannedTable],
    plan: &LoadPlan,
    staged: &mut Staged,
    listing: &Listing,
    problems: &mut Problems,
) -> Bounds {
    let given: Vec<Given> =
        staged.ids.indicator.ids().iter().map(|id| Given::of(listing.entry(id))).collect();
    let action = plan.action(ProblemCode::OutOfRange);
    let observed = deal_with_beyond(tables, staged, &given, action, problems);
    let scales = scales(&given, &observed);
    let bounds = Bounds { given, scales };
    deal_with_off_step(tables, staged, &bounds, plan.action(ProblemCode::OffStep), problems);
    report_guesses(tables, staged, &bounds, &observed, problems);
    bounds
}

fn deal_with_beyond(
    tables: &[PlannedTable],
    staged: &mut Staged,
    given: &[Given],
    action: Action,
    problems: &mut Problems,
) -> Vec<Observed> {
    let ranges: Vec<(f64, f64)> = given.iter().map(Given::range).collect();
    let mut observed = vec![Observed::NONE; given.len()];
    let mut beyond: Vec<usize> = Vec::new();
    for (index, (score, indicator)) in staged.score.iter().zip(&staged.indicator).enumerate() {
        let (min, max) = ranges[*indicator as usize];
        if (min..=max).contains(score) {
            observed[*indicator as usize].add(*score);
        } else {
            beyond.push(index);
        }
    }
    let mut keep: Option<Vec<bool>> = None;
    for index in beyond {
        let (score, indicator) = (staged.score[index], staged.indicator[index] as usize);
        let (min, max) = ranges[indicator];
        // Where an end is only the limit of what a double can hold, there is no scale to move to.
        let ends_given = given[indicator].min.is_some() && given[indicator].max.is_some();
        let action = match action {
            Action::MovedToScale if ends_given => {
                staged.score[index] = score.clamp(min, max);
                observed[indicator].add(staged.score[index]);
                Action::MovedToScale
            }
            _ => {
                keep.get_or_insert_with(|| vec![true; staged.len()])[index] = false;
                lost(tables, staged, index)
            }
        };
        let expected = Expected::Range { min, max };
        let at = At::score(staged.origin(index));
        problems.add(tables, at, ProblemCode::OutOfRange, &score.to_string(), expected, action);
    }
    if let Some(keep) = keep {
        staged.retain(&keep);
    }
    observed
}

/// What leaving out a score means: the row of a long table, the cell of a wide one.
fn lost(tables: &[PlannedTable], staged: &Staged, index: usize) -> Action {
    let table = tables.get(staged.origin(index).table);
    if table.is_some_and(|table| table.across.is_some()) { Action::SetMissing } else { Action::RowLeftOut }
}

fn deal_with_off_step(
    tables: &[PlannedTable],
    staged: &mut Staged,
    bounds: &Bounds,
    action: Action,
    problems: &mut Problems,
) {
    if bounds.given.iter().all(|given| given.step.is_none()) {
        return;
    }
    let mut keep: Option<Vec<bool>> = None;
    for index in 0..staged.len() {
        let (score, indicator) = (staged.score[index], staged.indicator[index] as usize);
        let Some(step) = bounds.given[indicator].step else { continue };
        let Scale { min, max, .. } = bounds.scales[indicator];
        let steps = (score - min) / step;
        if (steps - steps.round()).abs() <= STEP_TOLERANCE * steps.abs().max(1.0) {
            continue;
        }
        let action = match action {
            Action::RowLeftOut => {
                keep.get_or_insert_with(|| vec![true; staged.len()])[index] = false;
                lost(tables, staged, index)
            }
            Action::RoundedToStep => {
                staged.score[index] = (min + steps.round() * step).clamp(min, max);
                Action::RoundedToStep
            }
            other => other,
        };
        let expected = Expected::Step { min, step };
        let at = At::score(staged.origin(index));
        problems.add(tables, at, ProblemCode::OffStep, &score.to_string(), expected, action);
    }
    if let Some(keep) = keep {
        staged.retain(&keep);
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
    let table = staged.tables.first().map_or(0, |(_, table)| *table);
    let at = At::field(table, None, Field::Indicator);
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
        problems.add(tables, at, ProblemCode::ScaleGuessed, id, Expected::GivenScale, Action::Guessed);
    }
}
