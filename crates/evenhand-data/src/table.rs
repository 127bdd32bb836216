use evenhand_protocol::{Action, Expected, LoadError, LoadPlan, Loaded, ProblemCode, TableKind};
use evenhand_table::{Built, Metadata, ScoreTable, TableBuilder};

use crate::bounds;
use crate::coverage::missing_map;
use crate::design::design_check;
use crate::duplicates::{self, Resolved};
use crate::failure::Failure;
use crate::guesses::{report_constants, report_guesses};
use crate::hidden;
use crate::limits::MAX_TOTAL_BYTES;
use crate::loader::LoadedTable;
use crate::metadata::{Listings, recode};
use crate::near;
use crate::parts;
use crate::plan::PlannedTable;
use crate::problems::Problems;
use crate::sheets::{ScoreSheet, score_sheets};
use crate::staged::Staged;
use crate::summary::summary;
use crate::suspects;
use crate::total_check;
use crate::total_rows;
use crate::unknown;
use crate::weights;

/// Everything that was read, on its way to a table.
pub(crate) struct Read {
    /// The plan.
    pub plan: LoadPlan,
    /// Its tables, checked.
    pub tables: Vec<PlannedTable>,
    /// Scores.
    pub staged: Staged,
    /// Metadata.
    pub listings: Listings,
    /// What was wrong so far.
    pub problems: Problems,
    /// Rows of score tables.
    pub rows_read: u64,
}

/// Checks the scores against the metadata and each other, and builds the table.
///
/// # Errors
/// Where no score is left: the first problem that made a row be left out.
pub(crate) fn build(name: &str, read: Read) -> Result<LoadedTable, LoadError> {
    let Read { plan, tables, mut staged, listings, mut problems, rows_read } = read;
    check_values(&plan, &tables, &mut staged, &listings, &mut problems);
    let bounds = bounds::check(&tables, &plan, &mut staged, &listings.indicators, &mut problems);
    unknown::report(&tables, &mut staged, &listings, plan.action(ProblemCode::UnknownId), &mut problems);
    if staged.len() == 0 {
        return Err(problems.reason_for_nothing().unwrap_or_else(|| {
            let table = tables.iter().find(|table| table.kind == TableKind::Scores);
            let name = table.map(PlannedTable::file_name).unwrap_or_default();
            Failure::of(ProblemCode::HeaderOnly, &name).expected(Expected::Rows)
        }));
    }
    let metadata = recode(&mut staged, &listings, &bounds);
    report_guesses(&tables, &staged, &metadata, &listings, &mut problems);
    report_constants(&tables, &mut problems);
    hidden::report_sheets(&tables, &mut problems);
    weights::check(&tables, &listings.indicators, &mut problems);
    let built = sorted(&tables, &mut staged, metadata)?;
    let Settled { table, rows, sheets } = settled(&plan, &tables, &staged, built, &mut problems)?;
    near::report(&tables, &staged, &table, &rows, &listings, &mut problems);
    let (mut quality, list) = problems.report(rows_read, table.len() as u64);
    quality.choices = plan.choices;
    quality.missing = missing_map(&table, &sheets);
    quality.design = design_check(&table);
    let loaded = Loaded { summary: summary(name, &table, sheets.len()), quality };
    Ok(LoadedTable { loaded, table, problems: list })
}

/// Puts parts of wholes on their scales, compares totals with what they sum up, and leaves totals out.
fn check_values(
    plan: &LoadPlan,
    tables: &[PlannedTable],
    staged: &mut Staged,
    listings: &Listings,
    problems: &mut Problems,
) {
    parts::resolve(tables, staged, &listings.indicators, problems);
    let action = plan.action(ProblemCode::ImpossibleTotal);
    let wrong = total_check::check(tables, staged, &listings.indicators, action, problems);
    if action == Action::RowLeftOut && !wrong.is_empty() {
        let mut keep = vec![true; staged.len()];
        wrong.into_iter().for_each(|index| keep[index] = false);
        staged.retain(&keep);
    }
    if plan.action(ProblemCode::TotalRow) == Action::RowLeftOut {
        total_rows::leave_out(tables, staged, problems);
    }
}

/// A table whose duplicates and suspects were dealt with.
struct Settled {
    table: ScoreTable,
    /// The input row of each of its rows.
    rows: Vec<u32>,
    sheets: Vec<ScoreSheet>,
}

/// Deals with duplicates and with evaluators and score sheets that are suspect.
fn settled(
    plan: &LoadPlan,
    tables: &[PlannedTable],
    staged: &Staged,
    built: Built,
    problems: &mut Problems,
) -> Result<Settled, LoadError> {
    let Resolved { mut table, mut rows } = duplicates::resolve(plan, tables, staged, built, problems);
    let mut sheets = score_sheets(&table);
    let keep = suspects::report(plan, tables, staged, &table, &sheets, &rows, problems);
    if keep.contains(&false) {
        table = table.restricted(&keep, table.score());
        sheets = score_sheets(&table);
        let mut marks = keep.into_iter();
        rows.retain(|_| marks.next().unwrap_or(true));
    }
    if table.is_empty() {
        return Err(problems.reason_for_nothing().unwrap_or_else(|| {
            let name = tables.first().map(PlannedTable::file_name).unwrap_or_default();
            Failure::of(ProblemCode::HeaderOnly, &name).expected(Expected::Rows)
        }));
    }
    Ok(Settled { table, rows, sheets })
}

/// Sorts and deduplicates. What stays of `staged` are the scores and where they come from.
fn sorted(tables: &[PlannedTable], staged: &mut Staged, metadata: Metadata) -> Result<Built, LoadError> {
    let take = std::mem::take::<Vec<u32>>;
    let builder = TableBuilder {
        metadata,
        round: take(&mut staged.round),
        provider: take(&mut staged.provider),
        occasion: take(&mut staged.occasion),
        source: take(&mut staged.source),
        evaluator: take(&mut staged.evaluator),
        indicator: take(&mut staged.indicator),
        score: staged.score.clone(),
    };
    // Our codes and scores are right by construction; what is left is more rows than can be counted.
    builder.build().map_err(|_| {
        let name = tables.first().map(PlannedTable::file_name).unwrap_or_default();
        Failure::of(ProblemCode::TooLarge, &name).expected(Expected::AtMostBytes { bytes: MAX_TOTAL_BYTES })
    })
}
