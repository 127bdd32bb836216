use evenhand_protocol::{Field, TableKind};

use crate::fold::folded;
use crate::headers::{Meaning, Rank, is_plain_id, meanings};

/// What a table is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Guess {
    /// Its kind; ignored where the columns fit none.
    pub kind: TableKind,
    /// The field of each column.
    pub fields: Vec<Field>,
    /// A field without which a table of this kind cannot be read.
    pub missing: Option<Field>,
}

/// A header and what it may mean.
struct Header {
    meanings: Vec<Meaning>,
    plain_id: bool,
}

/// Columns whose headers are looked at: more is no table of ours, and looking them all up would take seconds.
const NAMED_COLUMNS: usize = 1000;

const METADATA: [TableKind; 4] =
    [TableKind::Rounds, TableKind::Providers, TableKind::Indicators, TableKind::Evaluators];

/// Guesses what a table holds from its header, and from its name where the header leaves a choice.
pub(crate) fn guess(hint: Option<TableKind>, headers: &[String]) -> Guess {
    let n_columns = headers.len();
    let named_conflicts = headers.iter().any(|header| is_conflict(header));
    let headers = understood(headers);
    let guess = |kind, mut fields: Vec<Field>, missing| {
        fields.resize(n_columns, Field::Ignored);
        Guess { kind, fields, missing }
    };
    let scores = fields_as(TableKind::Scores, &headers);
    let missing = needed(TableKind::Scores).iter().copied().find(|field| !scores.contains(field));
    let names_a_side = scores.contains(&Field::Provider) || scores.contains(&Field::Evaluator);
    let looks_scored = scores.contains(&Field::Score) && names_a_side;
    if missing.is_none() || looks_scored || hint == Some(TableKind::Scores) && names_a_side {
        return guess(TableKind::Scores, scores, missing);
    }
    let conflicts = fields_as(TableKind::Conflicts, &headers);
    let both_sides = needed(TableKind::Conflicts).iter().all(|field| conflicts.contains(field));
    if both_sides && (named_conflicts || hint == Some(TableKind::Conflicts)) {
        return guess(TableKind::Conflicts, conflicts, None);
    }
    // `max_by_key` takes the last of equals, so the order of the kinds never decides where the name hints.
    let best = METADATA
        .iter()
        .map(|kind| (*kind, fit(*kind, &headers, hint == Some(*kind))))
        .filter(|(_, fit)| fit.accepted)
        .max_by_key(|(kind, fit)| (fit.points, hint == Some(*kind)));
    match best {
        Some((kind, fit)) => guess(kind, fit.fields, fit.missing),
        None => guess(TableKind::Ignored, Vec::new(), None),
    }
}

/// The fields of a score table that the headers name.
pub(crate) fn fields_for_scores(headers: &[String]) -> Vec<Field> {
    let mut fields = fields_as(TableKind::Scores, &understood(headers));
    fields.resize(headers.len(), Field::Ignored);
    fields
}

/// Whether a header names an attribute that only metadata tables have.
pub(crate) fn telling_of_metadata(headers: &[String]) -> bool {
    headers.iter().take(NAMED_COLUMNS).any(|header| {
        let meanings = meanings(header);
        !meanings.is_empty() && meanings.iter().all(|meaning| worth(meaning.field) > 1)
    })
}

fn understood(headers: &[String]) -> Vec<Header> {
    let header = |header: &String| Header { meanings: meanings(header), plain_id: is_plain_id(header) };
    headers.iter().take(NAMED_COLUMNS).map(header).collect()
}

/// Whether a text says that it is about conflicts of interest.
fn is_conflict(text: &str) -> bool {
    let word = folded(text);
    ["conflict", "recus", "回避", "利益冲突", "利害关系", "利益关系"].iter().any(|known| word.contains(known))
}

/// Fields without which a table cannot be read.
pub(crate) fn needed(kind: TableKind) -> &'static [Field] {
    match kind {
        TableKind::Scores => &[Field::Provider, Field::Evaluator, Field::Score],
        TableKind::Conflicts => &[Field::Evaluator, Field::Provider],
        TableKind::Ignored => &[],
        metadata => &allowed(metadata)[..1],
    }
}

/// Fields that a table of a kind may have, ids first.
pub(crate) fn allowed(kind: TableKind) -> &'static [Field] {
    match kind {
        TableKind::Scores => &[
            Field::Round,
            Field::Provider,
            Field::Indicator,
            Field::Evaluator,
            Field::Occasion,
            Field::Source,
            Field::Score,
        ],
        TableKind::Rounds => &[Field::Round, Field::Order, Field::Label, Field::Date],
        TableKind::Providers => &[Field::Provider, Field::Label, Field::Category, Field::Affiliation],
        TableKind::Indicators => &[
            Field::Indicator,
            Field::Label,
            Field::Dimension,
            Field::Weight,
            Field::Min,
            Field::Max,
            Field::Step,
            Field::Direction,
        ],
        TableKind::Evaluators => {
            &[Field::Evaluator, Field::Label, Field::Affiliation, Field::Qualification, Field::Group]
        }
        TableKind::Conflicts => &[Field::Evaluator, Field::Provider],
        TableKind::Ignored => &[],
    }
}

/// How well a header fits a kind of metadata table.
struct Fit {
    fields: Vec<Field>,
    points: i32,
    missing: Option<Field>,
    accepted: bool,
}

fn fit(kind: TableKind, headers: &[Header], hinted: bool) -> Fit {
    let mut fields = fields_as(kind, headers);
    let id = allowed(kind)[0];
    let named = fields.contains(&id);
    if !named {
        adopt_id(id, headers, &mut fields);
    }
    let has_id = fields.contains(&id);
    let attributes: i32 = fields.iter().map(|field| worth(*field)).sum();
    let telling = fields.iter().any(|field| worth(*field) > 1);
    let strangers = headers
        .iter()
        .filter(|Header { meanings, .. }| {
            !meanings.is_empty() && !meanings.iter().any(|meaning| allowed(kind).contains(&meaning.field))
        })
        .count() as i32;
    let id_points = if named { 4 } else { i32::from(has_id) };
    Fit {
        points: id_points + attributes - 2 * strangers,
        missing: (!has_id).then_some(id),
        accepted: if hinted {
            has_id || attributes > 0
        } else {
            has_id && (named && attributes > 0 || telling)
        },
        fields,
    }
}

/// What a column says about the kind of its table: attributes that several kinds share say less.
fn worth(field: Field) -> i32 {
    match field {
        Field::Label | Field::Affiliation | Field::Order | Field::Group => 1,
        Field::Date
        | Field::Category
        | Field::Dimension
        | Field::Weight
        | Field::Min
        | Field::Max
        | Field::Step
        | Field::Direction
        | Field::Qualification => 2,
        _ => 0,
    }
}

/// Where no header names the id: a column called id, else the names.
fn adopt_id(id: Field, headers: &[Header], fields: &mut [Field]) {
    let plain = (0..headers.len()).find(|&k| fields[k] == Field::Ignored && headers[k].plain_id);
    if let Some(column) = plain.or_else(|| fields.iter().position(|field| *field == Field::Label)) {
        fields[column] = id;
    }
}

/// The field of each column in a table of this kind: surest first, ids before attributes, left before right.
fn fields_as(kind: TableKind, headers: &[Header]) -> Vec<Field> {
    let mut claims: Vec<(Rank, usize, usize)> = Vec::new();
    for (column, header) in headers.iter().enumerate() {
        for meaning in &header.meanings {
            if let Some(place) = allowed(kind).iter().position(|field| *field == meaning.field) {
                claims.push((meaning.rank, place, column));
            }
        }
    }
    claims.sort_unstable();
    let mut fields = vec![Field::Ignored; headers.len()];
    for (_, place, column) in claims {
        let field = allowed(kind)[place];
        if fields[column] == Field::Ignored && !fields.contains(&field) {
            fields[column] = field;
        }
    }
    fields
}

/// The kind that the name of a file or sheet hints at.
pub(crate) fn hint(name: &str) -> Option<TableKind> {
    const HINTS: [(TableKind, &[&str]); 5] = [
        (TableKind::Scores, &["score", "rating", "得分", "评分", "打分", "成绩"]),
        (TableKind::Rounds, &["round", "轮次", "批次", "期次"]),
        (TableKind::Indicators, &["indicator", "criteria", "指标"]),
        (TableKind::Evaluators, &["evaluator", "rater", "judge", "评估员", "评委", "专家", "评审"]),
        (TableKind::Providers, &["provider", "organisation", "organization", "机构", "单位"]),
    ];
    if is_conflict(name) {
        return Some(TableKind::Conflicts);
    }
    let name = folded(name);
    HINTS.iter().find(|(_, words)| words.iter().any(|word| name.contains(word))).map(|(kind, _)| *kind)
}
