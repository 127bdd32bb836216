//! From what was seen of all tables to what each is taken for.

use evenhand_protocol::{
    ColumnMapping, Expected, Field, GuessReason, LoadError, ProblemCode, Shape, TableKind, TableMapping,
    TablePreview,
};

use crate::column_facts::ColumnFacts;
use crate::failure::Failure;
use crate::fold::folded;
use crate::guess::{Guess, allowed, guess, hint};
use crate::limits::PREVIEW_ROWS;
use crate::names::{Named, names};
use crate::plan::is_id;
use crate::seen::Seen;
use crate::value_guess::value_rules;
use crate::wide::{KnownIds, Outside, Wide, id_of, sums_up, wide};

/// What each table is taken for.
pub(crate) fn settle(tables: &[Seen]) -> Vec<TablePreview> {
    let named = names(tables);
    let hints: Vec<Option<TableKind>> = tables.iter().map(|seen| hint_of(seen, tables)).collect();
    let long: Vec<Guess> =
        tables.iter().zip(&hints).map(|(seen, hint)| guess(*hint, &seen.words())).collect();
    let known = known_ids(tables, &long);
    let mut previews = Vec::with_capacity(tables.len());
    for (index, long) in long.into_iter().enumerate() {
        let seen = &tables[index];
        let outside = outside(&named[index], &long, seen);
        let wide = if reads_long(seen, &long) { None } else { wide(seen, &known, &outside, hints[index]) };
        previews.push(preview(seen, long, wide, &named[index], hints[index]));
    }
    forgive(tables, &mut previews);
    previews
}

/// What the name of a table hints at: that of the sheet, else that of a file with one table.
fn hint_of(seen: &Seen, tables: &[Seen]) -> Option<TableKind> {
    let of_sheet = seen.source.sheet.as_deref().and_then(hint);
    let of_member = seen.source.member.as_deref().and_then(hint);
    let alone = tables.iter().filter(|other| other.source.file == seen.source.file).count() == 1;
    of_sheet
        .or(of_member)
        .or_else(|| hint(&seen.source.name).filter(|_| alone || seen.source.sheet.is_none()))
}

/// Whether a table has one score a row: the score has a column, and it is no sum of others.
fn reads_long(seen: &Seen, long: &Guess) -> bool {
    if long.kind != TableKind::Scores {
        return false;
    }
    let Some(score) = long.fields.iter().position(|field| *field == Field::Score) else { return false };
    if long.fields.contains(&Field::Indicator) {
        return true;
    }
    let parts: Vec<usize> = (0..long.fields.len())
        .filter(|column| {
            long.fields[*column] == Field::Ignored
                && seen.facts.get(*column).is_some_and(ColumnFacts::holds_scores)
        })
        .collect();
    parts.len() < 2 || !sums_up(seen, score, &parts)
}

fn known_ids(tables: &[Seen], guesses: &[Guess]) -> KnownIds {
    let mut known = KnownIds::default();
    for (kind, field) in [
        (TableKind::Rounds, Field::Round),
        (TableKind::Providers, Field::Provider),
        (TableKind::Indicators, Field::Indicator),
        (TableKind::Evaluators, Field::Evaluator),
    ] {
        let mut ids = Vec::new();
        for (seen, guess) in tables.iter().zip(guesses).filter(|(_, guess)| guess.kind == kind) {
            if let Some(column) = guess.fields.iter().position(|other| *other == field) {
                ids.extend(seen.cells(column).filter(|id| !id.is_empty()).map(folded));
            }
        }
        ids.sort();
        ids.dedup();
        known.ids.push((field, ids));
    }
    known
}

/// What the names around a table give that its columns do not.
fn outside(named: &[Named], long: &Guess, seen: &Seen) -> Outside {
    let columns = if long.kind == TableKind::Scores {
        long.fields.clone()
    } else {
        crate::guess::fields_for_scores(&seen.words())
    };
    let told = named.iter().filter_map(|named| named.field).filter(|field| !columns.contains(field));
    Outside { told: told.collect(), free: named.iter().filter(|named| named.field.is_none()).count() }
}

fn preview(
    seen: &Seen,
    long: Guess,
    wide: Option<Wide>,
    named: &[Named],
    hint: Option<TableKind>,
) -> TablePreview {
    let mut mapping = TableMapping::unknown(seen.source.clone());
    mapping.delimiter = seen.delimiter.into();
    mapping.encoding.clone_from(&seen.encoding);
    mapping.header_row = seen.header_row;
    mapping.header_rows = seen.header_rows;
    mapping.last_row = seen.last_row;
    let (guess, across) = match wide {
        Some(Wide { guess, across, because }) => {
            mapping.shape = Shape::Wide { across };
            (guess, Some((across, because)))
        }
        None => (long, None),
    };
    mapping.kind = guess.kind;
    mapping.columns = columns(seen, &guess, across.map(|(across, _)| across));
    if guess.kind == TableKind::Scores {
        set_constants(&mut mapping, named, &guess);
        mapping.values = value_rules(seen, &mapping);
    }
    add_reasons(&mut mapping, seen, across, hint);
    let error = seen.broken.clone().or_else(|| error(seen, &mapping));
    let seems = mapping.kind;
    if seen.hidden {
        mapping.kind = TableKind::Ignored;
        mapping.reasons.push(GuessReason::HiddenSheet);
    }
    TablePreview {
        size: seen.size,
        title: seen.titles.iter().map(|row| row.join(" ")).collect(),
        top: seen.top.clone(),
        rows: seen.rows.iter().take(PREVIEW_ROWS).cloned().collect(),
        row_numbers: seen.row_numbers.iter().take(PREVIEW_ROWS).copied().collect(),
        seems,
        hidden: seen.hidden,
        error: error.filter(|_| !seen.hidden),
        mapping,
    }
}

fn columns(seen: &Seen, guess: &Guess, across: Option<Field>) -> Vec<ColumnMapping> {
    let column = |(column, header): (usize, &String)| {
        let field = guess.fields.get(column).copied().unwrap_or_default();
        let mut mapping = ColumnMapping::new(header.clone(), field);
        if field == Field::Score && across.is_some() {
            let id = id_of(seen, column);
            mapping.id = (id != header).then(|| id.to_owned());
            if across == Some(Field::Indicator) {
                mapping.dimension = seen.pairs.get(column).cloned().flatten().map(|(upper, _)| upper);
            }
        }
        mapping
    };
    seen.headers.iter().enumerate().map(column).collect()
}

/// Gives the fields without a column the values that names tell: those told for them, then those free for anything.
fn set_constants(mapping: &mut TableMapping, named: &[Named], guess: &Guess) {
    let across = match mapping.shape {
        Shape::Wide { across } => Some(across),
        Shape::Long => None,
    };
    let given = |mapping: &TableMapping, field: Field| {
        guess.fields.contains(&field) || across == Some(field) || mapping.constant(field).is_some()
    };
    for named in named {
        if let Some(field) = named.field.filter(|field| is_id(*field) && !given(mapping, *field)) {
            mapping.constants.push(named.constant(field));
        }
    }
    for named in named.iter().filter(|named| named.field.is_none()) {
        let mut fields = vec![Field::Provider, Field::Evaluator];
        // Files that differ by name alone need not be rounds; sheets and tables in one file have some reason.
        if named.from != evenhand_protocol::ConstantSource::FileName {
            fields.push(Field::Round);
        }
        if let Some(field) = fields.into_iter().find(|field| !given(mapping, *field)) {
            mapping.constants.push(named.constant(field));
        }
    }
}

fn add_reasons(
    mapping: &mut TableMapping,
    seen: &Seen,
    across: Option<(Field, evenhand_protocol::AcrossReason)>,
    hint: Option<TableKind>,
) {
    let mut reasons = Vec::new();
    if let Some((across, because)) = across {
        let columns =
            || mapping.columns.iter().zip(&seen.facts).filter(|(column, _)| column.field == Field::Score);
        let min = columns().map(|(_, facts)| facts.min).fold(f64::INFINITY, f64::min);
        let max = columns().map(|(_, facts)| facts.max).fold(f64::NEG_INFINITY, f64::max);
        let (min, max) = if min <= max { (min, max) } else { (0.0, 0.0) };
        let count = u32::try_from(columns().count()).unwrap_or(u32::MAX);
        reasons.push(GuessReason::ScoreColumns { count, min, max, across, because });
    } else if mapping.kind == TableKind::Scores {
        reasons.push(GuessReason::OneScorePerRow);
    } else if mapping.kind != TableKind::Ignored {
        let table = mapping.kind;
        reasons.push(GuessReason::NamedColumns { table });
        if hint == Some(table) {
            reasons.push(GuessReason::NamedTable { table });
        }
    }
    if seen.titles.is_empty() && seen.header_row > 1 && seen.source.block == 0 || !seen.titles.is_empty() {
        let rows = u32::try_from(seen.titles.len()).unwrap_or(u32::MAX);
        if rows > 0 {
            reasons.push(GuessReason::TitleAbove { rows });
        }
    }
    if seen.header_rows == 2 {
        reasons.push(GuessReason::TwoRowHeader);
    }
    if seen.n_blocks > 1 {
        reasons.push(GuessReason::Blocks { count: seen.n_blocks });
    }
    for column in mapping.columns.iter().filter(|column| column.field == Field::Total) {
        reasons.push(GuessReason::TotalColumn { header: column.header.clone() });
    }
    for constant in &mapping.constants {
        let (field, value, from) = (constant.field, constant.value.clone(), constant.from);
        reasons.push(GuessReason::ConstantGuessed { field, value, from });
    }
    if mapping.values.decimal == evenhand_protocol::DecimalMark::Comma {
        reasons.push(GuessReason::DecimalComma);
    }
    if !mapping.values.words.is_empty() {
        let count = u32::try_from(mapping.values.words.len()).unwrap_or(u32::MAX);
        reasons.push(GuessReason::Words { count });
    }
    if !matches!(seen.encoding.as_str(), "" | "UTF-8") {
        reasons.push(GuessReason::Encoding { name: seen.encoding.clone() });
    }
    mapping.reasons = reasons;
}

/// What keeps a table from being loaded with this mapping.
fn error(seen: &Seen, mapping: &TableMapping) -> Option<LoadError> {
    let joined = seen.headers.join(char::from(seen.delimiter).encode_utf8(&mut [0; 4]));
    let failure = |code| {
        Failure::of(code, &seen.source.file_name())
            .sheet(seen.source.sheet.as_deref())
            .row(u64::from(seen.header_row))
    };
    // Of a text that goes on at least one row is seen, unless its cells are enormous.
    if seen.rows.is_empty() && !seen.cut {
        return Some(failure(ProblemCode::HeaderOnly).expected(Expected::Rows));
    }
    if mapping.kind == TableKind::Ignored {
        return Some(failure(ProblemCode::UnknownTable).found(&joined).expected(Expected::KnownTable));
    }
    let given = |field: Field| {
        mapping.columns.iter().any(|column| column.field == field)
            || mapping.shape == (Shape::Wide { across: field })
            || mapping.constant(field).is_some()
    };
    let missing = crate::guess::needed(mapping.kind).iter().copied().find(|field| !given(*field))?;
    debug_assert!(allowed(mapping.kind).contains(&missing));
    Some(failure(ProblemCode::MissingColumn).found(&joined).expected(Expected::Column { field: missing }))
}

/// Sheets of a workbook, files of an archive and tables of a sheet that are no table of ours are left out where others
/// of the same file can be read: notes and instructions are no reason to stop, nor are files of an archive that cannot
/// be read, of which the quality report tells.
fn forgive(tables: &[Seen], previews: &mut [TablePreview]) {
    let readable: Vec<u32> = previews
        .iter()
        .filter(|preview| preview.error.is_none() && preview.mapping.kind != TableKind::Ignored)
        .map(|preview| preview.mapping.source.file)
        .collect();
    for (seen, preview) in tables.iter().zip(previews) {
        let Some(error) = &preview.error else { continue };
        let harmless = matches!(
            error.problem.code,
            ProblemCode::UnknownTable
                | ProblemCode::OneColumn
                | ProblemCode::HeaderOnly
                | ProblemCode::EmptyFile
        );
        if (harmless || seen.unreadable) && readable.contains(&seen.source.file) {
            if seen.unreadable {
                preview.mapping.reasons.push(GuessReason::UnreadableFile);
            }
            preview.error = None;
            preview.mapping.kind = TableKind::Ignored;
        }
    }
}
