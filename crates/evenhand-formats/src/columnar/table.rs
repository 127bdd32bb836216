use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::value::{check_type, text};
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::rfc4180::Writer;
use crate::sheet::{Sheet, Text, TextForm};

/// Writes batches of rows below a header of field names.
pub(super) struct Table<'b> {
    writer: Writer<'b>,
    rows: u64,
}

impl<'b> Table<'b> {
    /// Writes the header.
    ///
    /// # Errors
    /// `NoTable` without columns, `Nested` with the first column whose cells have no text.
    pub fn new(schema: &Schema, budget: &'b mut Budget) -> Result<Self> {
        if schema.fields().is_empty() {
            return Err(FormatError::new(FormatErrorKind::NoTable));
        }
        let mut writer = Writer::new(budget);
        for (index, field) in schema.fields().iter().enumerate() {
            check_type(field.data_type()).map_err(|error| error.in_column(field.name()))?;
            writer.cell(field.name(), index == 0)?;
        }
        writer.end_row()?;
        Ok(Self { writer, rows: 1 })
    }

    /// Writes some rows.
    pub fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        let schema = batch.schema_ref();
        for row in 0..batch.num_rows() {
            self.rows += 1;
            for (index, column) in batch.columns().iter().enumerate() {
                let value = text(column.as_ref(), row).map_err(|error| {
                    let name = schema.fields().get(index).map_or("", |field| field.name().as_str());
                    error.in_column(name).in_row(self.rows)
                })?;
                self.writer.cell(&value, index == 0)?;
            }
            self.writer.end_row()?;
        }
        Ok(())
    }

    /// The sheet.
    pub fn finish(self) -> Result<Sheet> {
        Ok(Sheet::of(Text { content: self.writer.finish()?, form: TextForm::Delimited }))
    }
}
