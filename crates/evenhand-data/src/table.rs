use evenhand_protocol::{Action, Expected, Field, LoadError, Loaded, ProblemCode, QualityReport, TableKind};
use evenhand_table::{Built, Duplicate, Metadata, TableBuilder};

use crate::bounds;
use crate::codes::first_rows;
use crate::failure::Failure;
use crate::guesses::report_guesses;
use crate::limits::MAX_TOTAL_BYTES;
use crate::loader::LoadedTable;
use crate::metadata::{Listings, recode};
use crate::plan::PlannedTable;
use crate::problems::{At, Problems};
use crate::staged::Staged;
use crate::summary::summary;
use crate::unpaired::lone_evaluators;

/// Everything that was read, on its way to a table.
pub(crate) struct Read {
    /// The plan.
    pub files: Vec<PlannedTable>,
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
    let Read { files, mut staged, listings, mut problems, rows_read } = read;
    let bounds = bounds::check(&files, &mut staged, &listings.indicators, &mut problems);
    if staged.len() == 0 {
        return Err(problems.reason_for_nothing().unwrap_or_else(|| {
            let file = files.iter().find(|file| file.kind == TableKind::Scores);
            Failure::of(ProblemCode::HeaderOnly, file.map_or("", |file| &file.name)).expected(Expected::Rows)
        }));
    }
    let metadata = recode(&mut staged, &listings, &bounds);
    report_guesses(&files, &staged, &metadata, &listings, &mut problems);
    report_unknown(&files, &staged, &metadata, &listings, &mut problems);
    let first_of_evaluator = first_rows(metadata.evaluators.len(), &staged.evaluator);
    let Built { table, duplicates } = sorted(&files, &mut staged, metadata)?;
    for duplicate in duplicates {
        report_duplicate(&files, &staged, duplicate, &mut problems);
    }
    for code in lone_evaluators(&table) {
        let at = origin(&staged, first_of_evaluator[code as usize], Field::Evaluator);
        let id = &table.metadata().evaluators[code as usize].id;
        let expected = Expected::TwoEvaluators;
        problems.add(&files, at, ProblemCode::LoneEvaluator, id, expected, Action::Kept);
    }
    let quality: QualityReport = problems.report(rows_read, table.len() as u64);
    Ok(LoadedTable { loaded: Loaded { summary: summary(name, &table), quality }, table })
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
    // Our codes and scores are right by construction; what is left is a set of ids too large to be combined.
    builder.build().map_err(|_| {
        Failure::of(ProblemCode::TooLarge, files.first().map_or("", |file| &file.name))
            .expected(Expected::AtMostBytes { bytes: MAX_TOTAL_BYTES })
    })
}

fn report_duplicate(tables: &[PlannedTable], staged: &Staged, duplicate: Duplicate, problems: &mut Problems) {
    let code = if duplicate.same_score { ProblemCode::DuplicateSame } else { ProblemCode::DuplicateConflict };
    let expected = Expected::OneScore { first_row: staged.origin(duplicate.first_row).1 };
    let at = origin(staged, duplicate.row, Field::Score);
    let found = staged.score[duplicate.row].to_string();
    problems.add(files, at, code, &found, expected, Action::FirstKept);
}

/// Ids that the scores have and the metadata table of their kind, where there is one, has not.
fn report_unknown(
    tables: &[PlannedTable],
    staged: &Staged,
    metadata: &Metadata,
    listings: &Listings,
    problems: &mut Problems,
) {
    let ids = |kind| -> Vec<&str> {
        match kind {
            TableKind::Rounds => metadata.rounds.iter().map(|info| info.id.as_str()).collect(),
            TableKind::Providers => metadata.providers.iter().map(|info| info.id.as_str()).collect(),
            TableKind::Indicators => metadata.indicators.iter().map(|info| info.id.as_str()).collect(),
            _ => metadata.evaluators.iter().map(|info| info.id.as_str()).collect(),
        }
    };
    let mut unknown: Vec<(usize, TableKind, Field, &str)> = Vec::new();
    for (kind, listing, field, column) in [
        (TableKind::Rounds, &listings.rounds, Field::Round, &staged.round),
        (TableKind::Providers, &listings.providers, Field::Provider, &staged.provider),
        (TableKind::Indicators, &listings.indicators, Field::Indicator, &staged.indicator),
        (TableKind::Evaluators, &listings.evaluators, Field::Evaluator, &staged.evaluator),
    ] {
        if listing.is_given() {
            let ids = ids(kind);
            let first = first_rows(ids.len(), column);
            let unlisted = ids.into_iter().zip(first).filter(|(id, _)| listing.place(id).is_none());
            unknown.extend(unlisted.map(|(id, first)| (first, kind, field, id)));
        }
    }
    unknown.sort_unstable();
    for (index, table, field, id) in unknown {
        let (at, expected) = (origin(staged, index, field), Expected::ListedIn { table });
        problems.add(files, at, ProblemCode::UnknownId, id, expected, Action::Kept);
    }
}

fn origin(staged: &Staged, index: usize, field: Field) -> At {
    let (file, row) = staged.origin(index);
    At { file, row: Some(row), field }
}
