use serde_json::value::RawValue;

use super::columns::from_columns;
use super::object::{Kind, Object, array, object};
use super::rows::from_rows;
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::sheet::{Sheet, Text, TextForm};
use crate::text::decode;

/// A document: an array of objects, an object of arrays of values, or an object one of whose members is an array of
/// objects (the one called `data` where there are several).
pub(crate) fn read_document(bytes: Vec<u8>, budget: &mut Budget) -> Result<Sheet> {
    budget.charge(bytes.len() as u64)?;
    let (text, _) = decode(bytes)?;
    let value: &RawValue = match serde_json::from_str(&text) {
        Ok(value) => value,
        // Something behind an object: probably another one.
        Err(error) if !error.is_eof() && text.trim_start().starts_with('{') => {
            return lines(&text, budget).map_err(|_| FormatError::corrupt(error));
        }
        Err(error) => return Err(FormatError::corrupt(error)),
    };
    match Kind::of(value) {
        Kind::Array => sheet(from_rows(&array(value)?, budget)?),
        Kind::Object => of_object(&object(value)?, budget),
        Kind::Scalar => Err(FormatError::new(FormatErrorKind::NoTable)),
    }
}

/// One object per line.
pub(crate) fn read_lines(bytes: Vec<u8>, budget: &mut Budget) -> Result<Sheet> {
    budget.charge(bytes.len() as u64)?;
    let (text, _) = decode(bytes)?;
    lines(&text, budget)
}

fn lines(text: &str, budget: &mut Budget) -> Result<Sheet> {
    let mut rows = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        // The header is row 1.
        rows.push(value.map_err(|error| FormatError::corrupt(error).in_row(rows.len() as u64 + 2))?);
    }
    sheet(from_rows(&rows, budget)?)
}

fn of_object(document: &Object<'_>, budget: &mut Budget) -> Result<Sheet> {
    let mut arrays = Vec::new();
    for (name, value) in &document.members {
        if Kind::of(value) == Kind::Array {
            arrays.push((name.as_str(), array(value)?));
        }
    }
    let is_rows = |values: &[&RawValue]| values.first().is_some_and(|value| Kind::of(value) == Kind::Object);
    let only_arrays = !arrays.is_empty() && arrays.len() == document.members.len();
    if only_arrays && !arrays.iter().any(|(_, values)| is_rows(values)) {
        return sheet(from_columns(&arrays, budget)?);
    }
    let data = arrays.iter().find(|(name, _)| *name == "data");
    let found = match (data, arrays.as_slice()) {
        (Some(data), _) | (None, [data]) => data,
        _ => return Err(FormatError::new(FormatErrorKind::NoTable)),
    };
    sheet(from_rows(&found.1, budget)?)
}

fn sheet(content: String) -> Result<Sheet> {
    Ok(Sheet::of(Text { content, form: TextForm::Delimited }))
}
