use evenhand_protocol::{Action, Expected, LoadPlan, ProblemCode};
use evenhand_table::{Built, ScoreTable};

use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;

/// A table whose duplicates were dealt with, and the input row of each of its rows.
pub(crate) struct Resolved {
    /// The table.
    pub table: ScoreTable,
    /// Input rows.
    pub rows: Vec<u32>,
}

/// Reports duplicates and does with conflicting ones what the user wants: the first is kept, the last, their mean, or
/// none.
pub(crate) fn resolve(
    plan: &LoadPlan,
    tables: &[PlannedTable],
    staged: &Staged,
    built: Built,
    problems: &mut Problems,
) -> Resolved {
    let Built { table, duplicates, rows } = built;
    let action = plan.action(ProblemCode::DuplicateConflict);
    for duplicate in &duplicates {
        let (code, action) = if duplicate.same_score {
            (ProblemCode::DuplicateSame, Action::FirstKept)
        } else {
            (ProblemCode::DuplicateConflict, action)
        };
        let expected = Expected::OneScore { first_row: staged.origin(duplicate.first_row).row };
        let at = At::score(staged.origin(duplicate.row));
        problems.add(tables, at, code, &staged.score[duplicate.row].to_string(), expected, action);
    }
    if action == Action::FirstKept || duplicates.iter().all(|duplicate| duplicate.same_score) {
        return Resolved { table, rows };
    }
    // All scores of one key: the one kept and its duplicates, in input order.
    let mut groups: Vec<(usize, usize)> = duplicates.iter().map(|d| (d.first_row, d.row)).collect();
    groups.sort_unstable();
    let (mut keep, mut score) = (vec![true; table.len()], table.score().to_vec());
    let mut place_of: Vec<(u32, usize)> = rows.iter().enumerate().map(|(place, row)| (*row, place)).collect();
    place_of.sort_unstable();
    for group in groups.chunk_by(|a, b| a.0 == b.0) {
        let (first_row, last_row) = (group[0].0, group[group.len() - 1].1);
        let first = staged.score[first_row];
        let agree = group.iter().all(|(_, row)| staged.score[*row] == first);
        let found = u32::try_from(first_row).ok().and_then(|row| {
            place_of.binary_search_by_key(&row, |(row, _)| *row).ok().map(|index| place_of[index].1)
        });
        let Some(place) = found.filter(|_| !agree) else { continue };
        match action {
            Action::LastKept => score[place] = staged.score[last_row],
            Action::Averaged => {
                let sum: f64 = group.iter().map(|(_, row)| staged.score[*row]).sum();
                score[place] = (first + sum) / (group.len() + 1) as f64;
            }
            _ => keep[place] = false,
        }
    }
    let table = table.restricted(&keep, &score);
    let mut marks = keep.into_iter();
    let rows = rows.into_iter().filter(|_| marks.next().unwrap_or(true)).collect();
    Resolved { table, rows }
}
