use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::columns::kind_name;
use super::object::{Kind, object, scalar};
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::rfc4180::Writer;

/// A table from objects. The columns are their members in the order in which they first appear; a member that is an
/// object itself gives a column `member.inner` for each of its own members.
pub(super) fn from_rows(rows: &[&RawValue], budget: &mut Budget) -> Result<String> {
    if !rows.first().is_some_and(|row| Kind::of(row) == Kind::Object) {
        return Err(FormatError::new(FormatErrorKind::NoTable));
    }
    let columns = Columns::of(rows)?;
    let mut writer = Writer::new(budget);
    for (column, name) in columns.names.iter().enumerate() {
        writer.cell(name, column == 0)?;
    }
    writer.end_row()?;
    let mut cells: Vec<Option<&RawValue>> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        cells.clear();
        cells.resize(columns.names.len(), None);
        for_each_cell(row, |name, value| {
            if let Some(cell) = columns.indices.get(name).and_then(|index| cells.get_mut(*index)) {
                *cell = Some(value);
            }
        })?;
        for (column, cell) in cells.iter().enumerate() {
            let text = cell.map_or(Ok(Cow::Borrowed("")), scalar);
            writer.cell(&text.map_err(|error| error.in_row(row_number(index)))?, column == 0)?;
        }
        writer.end_row()?;
    }
    writer.finish()
}

struct Columns {
    names: Vec<String>,
    indices: BTreeMap<String, usize>,
}

impl Columns {
    fn of(rows: &[&RawValue]) -> Result<Self> {
        let mut columns = Self { names: Vec::new(), indices: BTreeMap::new() };
        for (index, row) in rows.iter().enumerate() {
            let found = for_each_cell(row, |name, _| {
                if !columns.indices.contains_key(name) {
                    columns.indices.insert(name.to_owned(), columns.names.len());
                    columns.names.push(name.to_owned());
                }
            });
            found.map_err(|error| error.in_row(row_number(index)))?;
        }
        if columns.names.is_empty() {
            return Err(FormatError::new(FormatErrorKind::NoTable));
        }
        Ok(columns)
    }
}

/// The header is row 1.
fn row_number(index: usize) -> u64 {
    index as u64 + 2
}

fn for_each_cell<'a>(row: &'a RawValue, mut take: impl FnMut(&str, &'a RawValue)) -> Result<()> {
    if Kind::of(row) != Kind::Object {
        return Err(FormatError::corrupt(format!("a row is not an object but {}", kind_name(row))));
    }
    for (name, value) in object(row)?.members {
        match Kind::of(value) {
            Kind::Scalar => take(&name, value),
            Kind::Array => return Err(nested(value, &name)),
            Kind::Object => {
                for (inner, value) in object(value)?.members {
                    let path = format!("{name}.{inner}");
                    if Kind::of(value) != Kind::Scalar {
                        return Err(nested(value, &path));
                    }
                    take(&path, value);
                }
            }
        }
    }
    Ok(())
}

fn nested(value: &RawValue, path: &str) -> FormatError {
    FormatError::new(FormatErrorKind::Nested { found: kind_name(value).to_owned() }).in_column(path)
}
