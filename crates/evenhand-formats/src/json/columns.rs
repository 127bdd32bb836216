use serde_json::value::RawValue;

use super::object::{Kind, scalar};
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::rfc4180::Writer;

/// A table from an object of arrays, which must be equally long.
pub(super) fn from_columns(columns: &[(&str, Vec<&RawValue>)], budget: &mut Budget) -> Result<String> {
    let rows = columns.first().map_or(0, |(_, values)| values.len());
    for (name, values) in columns {
        if values.len() != rows {
            let detail = format!("{} values, not {rows}", values.len());
            return Err(FormatError::corrupt(detail).in_column(name));
        }
    }
    let mut writer = Writer::new(budget);
    for (column, (name, _)) in columns.iter().enumerate() {
        writer.cell(name, column == 0)?;
    }
    writer.end_row()?;
    for row in 0..rows {
        for (column, (name, values)) in columns.iter().enumerate() {
            let Some(value) = values.get(row) else { continue };
            let place = |error: FormatError| error.in_column(name).in_row(row as u64 + 2);
            if Kind::of(value) != Kind::Scalar {
                return Err(place(FormatError::new(FormatErrorKind::Nested {
                    found: kind_name(value).to_owned(),
                })));
            }
            writer.cell(&scalar(value).map_err(place)?, column == 0)?;
        }
        writer.end_row()?;
    }
    writer.finish()
}

/// What a value is called in errors.
pub(super) fn kind_name(value: &RawValue) -> &'static str {
    match Kind::of(value) {
        Kind::Object => "object",
        Kind::Array => "array",
        Kind::Scalar => "value",
    }
}
