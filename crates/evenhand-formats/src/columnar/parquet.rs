use std::sync::{Arc, Mutex};

use arrow_array::RecordBatchReader;
use bytes::Bytes;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReader;
use parquet::arrow::parquet_to_arrow_field_levels;
use parquet::file::metadata::ParquetMetaDataReader;
use parquet::schema::types::SchemaDescriptor;

use super::page::Shared;
use super::page_codec::Allowance;
use super::row_groups::Groups;
use super::table::Table;
use super::thrift_check::check_footer;
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::sheet::Sheet;

/// Rows that are decoded at once.
pub(super) const BATCH_ROWS: usize = 1024;

/// A Parquet file.
pub(crate) fn read_parquet(bytes: Vec<u8>, budget: &mut Budget) -> Result<Sheet> {
    if bytes.ends_with(b"PARE") {
        return Err(FormatError::new(FormatErrorKind::Encrypted));
    }
    budget.charge(bytes.len() as u64)?;
    check_footer(&bytes)?;
    let bytes = Bytes::from(bytes);
    let metadata = ParquetMetaDataReader::new().parse_and_finish(&bytes).map_err(FormatError::corrupt)?;
    let descriptor = metadata.file_metadata().schema_descr_ptr();
    check_flat(&descriptor)?;
    // What Arrow adds to the metadata of a file is not needed for text.
    let levels = parquet_to_arrow_field_levels(&descriptor, ProjectionMask::all(), None);
    let levels = levels.map_err(FormatError::corrupt)?;
    let limits = budget.limits();
    let allowance = Allowance { left: budget.left(), limit: limits.max_bytes, ratio: limits.max_ratio };
    let shared = Arc::new(Mutex::new(Shared { allowance, failure: None }));
    let groups = Groups::new(bytes, metadata, Arc::clone(&shared))?;
    let why = |error: &dyn std::fmt::Display| {
        let known = shared.lock().ok().and_then(|mut shared| shared.failure.take());
        known.unwrap_or_else(|| FormatError::corrupt(error))
    };
    let reader = ParquetRecordBatchReader::try_new_with_row_groups(&levels, &groups, BATCH_ROWS, None);
    let reader = reader.map_err(|error| why(&error))?;
    let mut table = Table::new(&reader.schema(), budget)?;
    for batch in reader {
        table.write(&batch.map_err(|error| why(&error))?)?;
    }
    table.finish()
}

/// No lists and no records: every column is a field of its own, once per row.
fn check_flat(descriptor: &SchemaDescriptor) -> Result<()> {
    for field in descriptor.root_schema().get_fields() {
        let info = field.get_basic_info();
        let is_repeated = info.has_repetition() && info.repetition() == parquet::basic::Repetition::REPEATED;
        if field.is_group() || is_repeated {
            let found = if field.is_group() { "group" } else { "repeated" };
            let error = FormatError::new(FormatErrorKind::Nested { found: found.to_owned() });
            return Err(error.in_column(field.name()));
        }
    }
    Ok(())
}
