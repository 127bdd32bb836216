use evenhand_protocol::{
    Expected, Field, FileMapping, FilePreview, LoadError, LoadPlan, ProblemCode, TableKind,
};

use crate::delimiter::DELIMITERS;
use crate::failure::Failure;
use crate::guess::{allowed, needed};

/// The plan that takes every file for what its preview guessed.
///
/// # Errors
/// The first error of a preview, and `NoScores` where no file holds scores.
pub fn plan_for(previews: &[FilePreview]) -> Result<LoadPlan, LoadError> {
    if let Some(error) = previews.iter().find_map(|preview| preview.error.clone()) {
        return Err(error);
    }
    let plan = LoadPlan { files: previews.iter().map(|preview| preview.mapping.clone()).collect() };
    has_scores(&plan)?;
    Ok(plan)
}

/// A file of a plan that was checked: no field twice, none missing.
#[derive(Debug, Clone)]
pub(crate) struct PlannedFile {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: TableKind,
    /// Its delimiter, one of [`DELIMITERS`].
    pub delimiter: u8,
    /// All its headers.
    pub headers: Vec<String>,
    /// The fields that are read and the columns they are in, in order of columns.
    pub fields: Vec<(Field, usize)>,
}

impl PlannedFile {
    /// The header of a field's column.
    pub fn header(&self, field: Field) -> Option<&str> {
        self.fields
            .iter()
            .find(|(other, _)| *other == field)
            .map(|(_, column)| self.headers[*column].as_str())
    }
}

/// Checks a plan.
///
/// # Errors
/// `NoScores`, `MissingColumn`, `ColumnTwice`, and `OneColumn` for an unknown delimiter.
pub(crate) fn checked(plan: &LoadPlan) -> Result<Vec<PlannedFile>, LoadError> {
    has_scores(plan)?;
    plan.files.iter().map(checked_file).collect()
}

fn has_scores(plan: &LoadPlan) -> Result<(), LoadError> {
    if plan.files.iter().any(|file| file.kind == TableKind::Scores) {
        return Ok(());
    }
    let name = plan.files.first().map_or("", |file| file.name.as_str());
    Err(Failure::of(ProblemCode::NoScores, name).expected(Expected::ScoreTable))
}

fn checked_file(file: &FileMapping) -> Result<PlannedFile, LoadError> {
    let failure = |code| Failure::of(code, &file.name);
    let delimiter = DELIMITERS.into_iter().find(|delimiter| char::from(*delimiter) == file.delimiter);
    let Some(delimiter) = delimiter else {
        return Err(failure(ProblemCode::OneColumn)
            .found(&file.delimiter.to_string())
            .expected(Expected::Columns));
    };
    let mut fields: Vec<(Field, usize)> = Vec::new();
    for (column, mapping) in file.columns.iter().enumerate() {
        if !allowed(file.kind).contains(&mapping.field) {
            continue;
        }
        if let Some((_, first)) = fields.iter().find(|(field, _)| *field == mapping.field) {
            return Err(failure(ProblemCode::ColumnTwice)
                .column(&mapping.header)
                .found(&file.columns[*first].header)
                .expected(Expected::OneColumnPerField));
        }
        fields.push((mapping.field, column));
    }
    for field in needed(file.kind) {
        if !fields.iter().any(|(other, _)| other == field) {
            return Err(failure(ProblemCode::MissingColumn).expected(Expected::Column { field: *field }));
        }
    }
    Ok(PlannedFile {
        name: file.name.clone(),
        kind: file.kind,
        delimiter,
        headers: file.columns.iter().map(|column| column.header.trim().to_owned()).collect(),
        fields,
    })
}
