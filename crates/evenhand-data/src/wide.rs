//! Tables with several scores a row: which columns hold them, and for which field they stand.

use evenhand_protocol::{AcrossReason, Field, TableKind};

use crate::column_facts::ColumnFacts;
use crate::fold::folded;
use crate::guess::{Guess, fields_for_scores, telling_of_metadata};
use crate::headers::{Rank, meanings};
use crate::number_names::is_evaluator_name;
use crate::round_names::is_round_name;
use crate::seen::Seen;
use crate::totals::{is_remark, is_total};

/// Ids that the metadata tables among the files list, in sorted order.
#[derive(Debug, Default)]
pub(crate) struct KnownIds {
    /// By field.
    pub ids: Vec<(Field, Vec<String>)>,
}

impl KnownIds {
    fn share(&self, field: Field, headers: &[&str]) -> f64 {
        let Some((_, ids)) = self.ids.iter().find(|(other, _)| *other == field) else { return 0.0 };
        let known = headers.iter().filter(|header| ids.binary_search(&folded(header)).is_ok()).count();
        known as f64 / headers.len().max(1) as f64
    }
}

/// Fields that have a value without a column of their own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outside {
    /// Fields whose value a name or title tells.
    pub told: Vec<Field>,
    /// How many names there are that may stand for whatever is missing.
    pub free: usize,
}

/// A reading of a table as wide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wide {
    /// Fields of the columns.
    pub guess: Guess,
    /// What the score columns stand for.
    pub across: Field,
    /// How that is known.
    pub because: AcrossReason,
}

/// Reads a table as wide, if it can be.
pub(crate) fn wide(
    seen: &Seen,
    known: &KnownIds,
    outside: &Outside,
    hint: Option<TableKind>,
) -> Option<Wide> {
    let mut fields = fields_for_scores(&seen.words());
    let scores = score_columns(seen, &mut fields);
    if scores.len() < 2 {
        return None;
    }
    let has = |field| fields.contains(&field) || outside.told.contains(&field);
    let (provider, evaluator) = (has(Field::Provider), has(Field::Evaluator));
    if !provider && !evaluator {
        adopt_provider(seen, &mut fields, &scores);
    }
    let headers: Vec<&str> = scores.iter().map(|column| id_of(seen, *column)).collect();
    let (across, because) = across(&headers, &fields, known, outside)?;
    let has = |field| fields.contains(&field) || outside.told.contains(&field) || across == field;
    let needed = [Field::Provider, Field::Evaluator];
    let missing = needed.into_iter().filter(|field| !has(*field));
    let missing: Vec<Field> = missing.skip(outside.free).collect();
    let by_column = needed.iter().filter(|field| fields.contains(field)).count();
    let metadata = matches!(hint, Some(kind) if kind != TableKind::Scores);
    // Attributes in numbers are no scores: a table of providers with their staff and budget.
    let doubtful = metadata || telling_of_metadata(&seen.words());
    let named_across = because == AcrossReason::Headers;
    if !missing.is_empty() && hint != Some(TableKind::Scores) || doubtful && by_column < 2 && !named_across {
        return None;
    }
    if metadata && !named_across {
        return None;
    }
    for (column, field) in fields.iter_mut().enumerate() {
        if scores.contains(&column) {
            *field = Field::Score;
        } else if *field == across {
            *field = Field::Ignored;
        }
    }
    Some(Wide {
        guess: Guess { kind: TableKind::Scores, fields, missing: missing.first().copied() },
        across,
        because,
    })
}

/// The name under which a score column stands for an id: the lower one where that is enough to tell it apart.
pub(crate) fn id_of(seen: &Seen, column: usize) -> &str {
    let lower =
        |column: usize| seen.pairs.get(column).and_then(Option::as_ref).map(|(_, lower)| lower.as_str());
    match lower(column) {
        Some(name) if (0..seen.headers.len()).filter(|other| lower(*other) == Some(name)).count() == 1 => {
            name
        }
        _ => seen.headers.get(column).map_or("", String::as_str),
    }
}

/// The columns with scores: not named like anything else, and holding numbers, words of a scale or nothing.
/// Columns of totals among them are marked as such.
fn score_columns(seen: &Seen, fields: &mut [Field]) -> Vec<usize> {
    let free = |column: usize, fields: &[Field]| {
        let header = id_of(seen, column);
        let sure = meanings(header).first().is_some_and(|meaning| meaning.rank == Rank::Sure);
        fields[column] == Field::Ignored && !header.is_empty() && !sure && !is_remark(header)
    };
    let holds = |column: usize| seen.facts.get(column).is_some_and(ColumnFacts::holds_scores);
    let blank = |column: usize| seen.facts.get(column).is_some_and(|facts| facts.filled == 0);
    let mut scores = Vec::new();
    for column in 0..fields.len() {
        if is_total(id_of(seen, column)) && holds(column) {
            fields[column] = Field::Total;
        } else if free(column, fields) && holds(column) {
            scores.push(column);
        }
    }
    if scores.len() < 2 {
        return scores;
    }
    // A column called score beside them is one of them, unless it sums them up.
    if let Some(named) = fields.iter().position(|field| *field == Field::Score) {
        if sums_up(seen, named, &scores) {
            fields[named] = Field::Total;
        } else if !fields.contains(&Field::Indicator) && holds(named) {
            scores.push(named);
        }
    }
    // Evaluators who first score further down have columns that are blank in the first rows.
    let mut start = scores.first().copied().unwrap_or(0);
    while start > 0 && free(start - 1, fields) && blank(start - 1) {
        start -= 1;
    }
    scores.extend((start..fields.len()).filter(|column| free(*column, fields) && blank(*column)));
    scores.sort_unstable();
    scores
}

/// Whether a column holds the sum or the mean of others in nearly every row.
pub(crate) fn sums_up(seen: &Seen, column: usize, parts: &[usize]) -> bool {
    let value =
        |row: &Vec<String>, column: usize| row.get(column).and_then(|cell| crate::values::number(cell));
    let (mut rows, mut alike) = (0usize, 0usize);
    for row in &seen.rows {
        let Some(total) = value(row, column) else { continue };
        let parts: Vec<f64> = parts.iter().filter_map(|part| value(row, *part)).collect();
        if parts.is_empty() {
            continue;
        }
        rows += 1;
        let sum: f64 = parts.iter().sum();
        let mean = sum / parts.len() as f64;
        alike += usize::from((sum - total).abs() < 0.011 || (mean - total).abs() < 0.011);
    }
    rows > 0 && alike * 5 >= rows * 4
}

/// A column of names where no column is called provider: one that says id or name, else the first with text.
fn adopt_provider(seen: &Seen, fields: &mut [Field], scores: &[usize]) {
    let text = |column: usize| {
        let facts = seen.facts.get(column);
        facts.is_some_and(|facts| facts.filled > 0 && facts.numbers == 0) && !is_remark(&seen.headers[column])
    };
    let named = |column: usize| {
        meanings(&seen.headers[column]).iter().any(|meaning| meaning.field == Field::Label)
            || crate::headers::is_plain_id(&seen.headers[column])
    };
    let free = |column: &usize| fields[*column] == Field::Ignored && !scores.contains(column);
    let candidates: Vec<usize> = (0..fields.len()).filter(free).collect();
    let column =
        candidates.iter().find(|column| named(**column)).or_else(|| candidates.iter().find(|c| text(**c)));
    if let Some(column) = column {
        fields[*column] = Field::Provider;
    }
}

/// The field whose ids the score columns stand for.
fn across(
    headers: &[&str],
    fields: &[Field],
    known: &KnownIds,
    outside: &Outside,
) -> Option<(Field, AcrossReason)> {
    use AcrossReason::{Headers, OthersGiven, Remaining};
    use Field::{Evaluator, Indicator, Provider, Round};
    let has = |field| fields.contains(&field) || outside.told.contains(&field);
    let share = |test: fn(&str) -> bool| {
        headers.iter().filter(|header| test(header)).count() as f64 / headers.len().max(1) as f64
    };
    for (field, likeness) in [
        (Round, share(is_round_name).max(known.share(Round, headers))),
        (Evaluator, share(is_evaluator_name).max(known.share(Evaluator, headers))),
        (Indicator, known.share(Indicator, headers)),
        (Provider, known.share(Provider, headers)),
    ] {
        if likeness >= 0.6 && !fields.contains(&field) {
            return Some((field, Headers));
        }
    }
    let across = match (has(Provider), has(Evaluator)) {
        (true, true) if !has(Indicator) => (Indicator, Remaining),
        (true, true) if !has(Round) => (Round, OthersGiven),
        (true, false) if has(Indicator) => (Evaluator, OthersGiven),
        (true, false) => (Indicator, Remaining),
        (false, true) if has(Indicator) => (Provider, OthersGiven),
        (false, true) => (Indicator, Remaining),
        _ => return None,
    };
    Some(across)
}
