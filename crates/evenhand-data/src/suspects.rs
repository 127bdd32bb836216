//! Evaluators and score sheets that can be right and deserve a look.

use evenhand_protocol::{Action, Expected, Field, LoadPlan, ProblemCode};
use evenhand_table::ScoreTable;

use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::sheets::{ScoreSheet, single, straight_lined};
use crate::staged::Staged;
use crate::unpaired::lone_evaluators;

/// Reports evaluators who are alone on every panel or filled in one sheet only, and sheets with one score throughout.
/// `sheets` are the score sheets of the table, `rows` the
/// input rows of its rows. Returns which rows are kept.
pub(crate) fn report(
    plan: &LoadPlan,
    tables: &[PlannedTable],
    staged: &Staged,
    table: &ScoreTable,
    sheets: &[ScoreSheet],
    rows: &[u32],
    problems: &mut Problems,
) -> Vec<bool> {
    let mut keep = vec![true; table.len()];
    let origin = |row: usize| staged.origin(rows.get(row).map_or(0, |row| *row as usize));
    let evaluator = |code: u32| table.metadata().evaluators[code as usize].id.as_str();
    let mut tell = |code, first: usize, field, found: &str, expected| {
        let origin = origin(first);
        let at = At::field(origin.table, Some(origin.row), field);
        problems.add(tables, at, code, found, expected, plan.action(code));
        plan.action(code) == Action::RowLeftOut
    };
    for code in lone_evaluators(table) {
        let (problem, expected) = (ProblemCode::LoneEvaluator, Expected::TwoEvaluators);
        let theirs = (0..table.len()).filter(|row| table.evaluator()[*row] == code);
        let first = theirs.min_by_key(|row| rows.get(*row).copied()).unwrap_or_default();
        if tell(problem, first, Field::Evaluator, evaluator(code), expected) {
            (0..table.len()).filter(|row| table.evaluator()[*row] == code).for_each(|row| keep[row] = false);
        }
    }
    let first_of = |sheet: &ScoreSheet| {
        sheet.rows.clone().min_by_key(|row| rows.get(*row).copied()).unwrap_or(sheet.rows.start)
    };
    let mut leave_out = |sheet: &ScoreSheet| sheet.rows.clone().for_each(|row| keep[row] = false);
    for sheet in single(table, sheets).into_iter().map(|index| &sheets[index]) {
        let (problem, expected) = (ProblemCode::SingleSheet, Expected::TwoSheets);
        if tell(problem, first_of(sheet), Field::Evaluator, evaluator(sheet.evaluator), expected) {
            leave_out(sheet);
        }
    }
    for sheet in straight_lined(table, sheets).into_iter().map(|index| &sheets[index]) {
        let (problem, expected) = (ProblemCode::StraightLined, Expected::DifferentScores);
        let found = table.score()[sheet.rows.start].to_string();
        if tell(problem, first_of(sheet), Field::Score, &found, expected) {
            leave_out(sheet);
        }
    }
    keep
}
