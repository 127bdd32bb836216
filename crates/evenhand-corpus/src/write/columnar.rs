use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use crate::case::Result;
use crate::grid::{Cell, Grid};

/// A Parquet file.
///
/// # Errors
/// Column names that no schema can have.
pub fn parquet(grid: &Grid, compression: Compression) -> Result<Vec<u8>> {
    let batch = batch(grid)?;
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties))?;
    writer.write(&batch)?;
    writer.close()?;
    Ok(bytes)
}

/// An Arrow file, which is Feather version 2.
///
/// # Errors
/// As [`parquet`].
pub fn arrow_file(grid: &Grid, compression: Option<CompressionType>) -> Result<Vec<u8>> {
    let batch = batch(grid)?;
    let options = IpcWriteOptions::default().try_with_compression(compression)?;
    let mut bytes = Vec::new();
    let mut writer = FileWriter::try_new_with_options(&mut bytes, &batch.schema(), options)?;
    writer.write(&batch)?;
    writer.finish()?;
    drop(writer);
    Ok(bytes)
}

/// An Arrow stream.
///
/// # Errors
/// As [`parquet`].
pub fn arrow_stream(grid: &Grid) -> Result<Vec<u8>> {
    let batch = batch(grid)?;
    let mut bytes = Vec::new();
    let mut writer = StreamWriter::try_new(&mut bytes, &batch.schema())?;
    writer.write(&batch)?;
    writer.finish()?;
    drop(writer);
    Ok(bytes)
}

/// Columns of doubles where all cells are numbers, else of text.
fn batch(grid: &Grid) -> Result<RecordBatch> {
    let (header, rows) = grid.0.split_first().ok_or("a table without a header")?;
    let columns = header.iter().enumerate().map(|(column, name)| {
        let cells: Vec<&Cell> = rows.iter().map(|row| row.get(column).unwrap_or(&Cell::Blank)).collect();
        (name.text(), array(&cells), true)
    });
    Ok(RecordBatch::try_from_iter_with_nullable(columns)?)
}

fn array(cells: &[&Cell]) -> ArrayRef {
    let numeric = cells.iter().all(|cell| matches!(cell, Cell::Number(_) | Cell::Blank));
    if numeric && cells.iter().any(|cell| **cell != Cell::Blank) {
        let number = |cell: &&Cell| if let Cell::Number(number) = cell { Some(*number) } else { None };
        return Arc::new(cells.iter().map(number).collect::<Float64Array>());
    }
    let text = |cell: &&Cell| if **cell == Cell::Blank { None } else { Some(cell.text()) };
    Arc::new(cells.iter().map(text).collect::<StringArray>())
}
