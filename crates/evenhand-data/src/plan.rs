use evenhand_protocol::{
    Constant, Expected, Field, GuessReason, LoadError, LoadPlan, ProblemCode, Shape, TableKind, TableMapping,
    TablePreview, TableSource,
};

use crate::delimiter::DELIMITERS;
use crate::failure::Failure;
use crate::guess::{allowed, needed};
use crate::values::CellRules;

/// The plan that takes every table for what its preview guessed.
///
/// # Errors
/// The first error of a preview, and `NoScores` where no table holds scores.
pub fn plan_for(previews: &[TablePreview]) -> Result<LoadPlan, LoadError> {
    if let Some(error) = previews.iter().find_map(|preview| preview.error.clone()) {
        return Err(error);
    }
    let plan = LoadPlan::of(previews.iter().map(|preview| preview.mapping.clone()).collect());
    has_scores(&plan)?;
    Ok(plan)
}

/// A column with scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ScoreColumn {
    /// Which column.
    pub column: usize,
    /// The id it stands for in a wide table.
    pub id: String,
    /// The dimension of the indicator it stands for.
    pub dimension: Option<String>,
}

/// A table of a plan that was checked: no field twice, none missing.
#[derive(Debug, Clone)]
pub(crate) struct PlannedTable {
    /// Where it lies.
    pub source: TableSource,
    /// What it holds.
    pub kind: TableKind,
    /// Its delimiter, one of [`DELIMITERS`].
    pub delimiter: u8,
    /// Row of the header; 0 for the first row that is not blank.
    pub header_row: u32,
    /// Rows of the header.
    pub header_rows: u32,
    /// Last row; to the end where absent.
    pub last_row: Option<u64>,
    /// All its headers.
    pub headers: Vec<String>,
    /// The fields that are read and the columns they are in, in order of columns. Of scores the first column.
    pub fields: Vec<(Field, usize)>,
    /// The columns with scores.
    pub scores: Vec<ScoreColumn>,
    /// The columns with totals.
    pub totals: Vec<usize>,
    /// The field whose ids the score columns stand for.
    pub across: Option<Field>,
    /// Fields with one value for the whole table.
    pub constants: Vec<Constant>,
    /// How cells become scores.
    pub rules: CellRules,
    /// Whether it was left out because its sheet is hidden.
    pub hidden: bool,
}

impl PlannedTable {
    /// The header of a field's column.
    pub fn header(&self, field: Field) -> Option<&str> {
        self.column(field).and_then(|column| self.headers.get(column)).map(String::as_str)
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().find(|(other, _)| *other == field).map(|(_, column)| *column)
    }

    /// The value of a field that is the same for the whole table.
    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.iter().find(|constant| constant.field == field).map(|constant| constant.value.as_str())
    }

    /// Its file as problems name it: with the member, where the file is an archive.
    pub fn file_name(&self) -> String {
        self.source.file_name()
    }

    /// The columns that are read, in order.
    pub fn read_columns(&self) -> Vec<usize> {
        let scores = self.scores.iter().map(|score| score.column);
        let fields = self.fields.iter().map(|(_, column)| *column);
        let mut columns: Vec<usize> = fields.chain(scores).chain(self.totals.iter().copied()).collect();
        if self.kind == TableKind::Scores && !self.headers.is_empty() {
            // Rows of totals are often marked in the first column, whatever else it holds.
            columns.push(0);
        }
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

/// Checks a plan.
///
/// # Errors
/// `NoScores`, `MissingColumn`, `ColumnTwice`, and `OneColumn` for an unknown delimiter.
pub(crate) fn checked(plan: &LoadPlan) -> Result<Vec<PlannedTable>, LoadError> {
    has_scores(plan)?;
    plan.tables.iter().map(checked_table).collect()
}

fn has_scores(plan: &LoadPlan) -> Result<(), LoadError> {
    if plan.tables.iter().any(|table| table.kind == TableKind::Scores) {
        return Ok(());
    }
    let name = plan.tables.first().map_or("", |table| table.source.name.as_str());
    Err(Failure::of(ProblemCode::NoScores, name).expected(Expected::ScoreTable))
}

fn checked_table(table: &TableMapping) -> Result<PlannedTable, LoadError> {
    let failure = |code| Failure::of(code, &table.source.file_name()).sheet(table.source.sheet.as_deref());
    let delimiter = DELIMITERS.into_iter().find(|delimiter| char::from(*delimiter) == table.delimiter);
    let Some(delimiter) = delimiter else {
        return Err(failure(ProblemCode::OneColumn)
            .found(&table.delimiter.to_string())
            .expected(Expected::Columns));
    };
    let across = match table.shape {
        Shape::Wide { across } if table.kind == TableKind::Scores => Some(across),
        _ => None,
    };
    let mut fields: Vec<(Field, usize)> = Vec::new();
    let (mut scores, mut totals) = (Vec::new(), Vec::new());
    for (column, mapping) in table.columns.iter().enumerate() {
        let field = mapping.field;
        if field == Field::Total && table.kind == TableKind::Scores {
            totals.push(column);
        }
        // In a wide table the field of the score columns has no column of its own.
        if !allowed(table.kind).contains(&field) || across == Some(field) {
            continue;
        }
        let first = fields.iter().find(|(other, _)| *other == field);
        if field == Field::Score {
            scores.push(ScoreColumn {
                column,
                id: mapping.wide_id().trim().to_owned(),
                dimension: mapping.dimension.clone(),
            });
        }
        match first {
            None => fields.push((field, column)),
            Some(_) if field == Field::Score && across.is_some() => {}
            Some((_, first)) => {
                return Err(failure(ProblemCode::ColumnTwice)
                    .column(&mapping.header)
                    .found(&table.columns[*first].header)
                    .expected(Expected::OneColumnPerField));
            }
        }
    }
    let constants: Vec<Constant> =
        table.constants.iter().filter(|constant| is_id(constant.field)).cloned().collect();
    for field in needed(table.kind) {
        let given = fields.iter().any(|(other, _)| other == field)
            || across == Some(*field)
            || table.kind == TableKind::Scores && constants.iter().any(|constant| constant.field == *field);
        if !given {
            return Err(failure(ProblemCode::MissingColumn).expected(Expected::Column { field: *field }));
        }
    }
    Ok(PlannedTable {
        source: table.source.clone(),
        kind: table.kind,
        delimiter,
        header_row: table.header_row,
        header_rows: table.header_rows.clamp(1, 2),
        last_row: table.last_row,
        headers: table.columns.iter().map(|column| column.header.trim().to_owned()).collect(),
        fields,
        scores,
        totals,
        across,
        constants,
        rules: CellRules::new(&table.values),
        hidden: table.kind == TableKind::Ignored && table.reasons.contains(&GuessReason::HiddenSheet),
    })
}

/// Whether a field is one of the six ids of a score.
pub(crate) fn is_id(field: Field) -> bool {
    allowed(TableKind::Scores).contains(&field) && !matches!(field, Field::Score | Field::Total)
}
