use std::sync::{Arc, Mutex};

use bytes::Bytes;
use parquet::arrow::arrow_reader::RowGroups;
use parquet::basic::{Compression, Type};
use parquet::column::page::{PageIterator, PageReader};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData, RowGroupMetaData};
use parquet::file::serialized_reader::SerializedPageReader;

use super::checked_file::CheckedFile;
use super::page::{Chunks, Pages, Shared};
use super::page_codec::check_codec;
use super::parquet::BATCH_ROWS;
use crate::error::{FormatError, Result};

/// All row groups of a file.
pub(super) struct Groups {
    file: Arc<CheckedFile>,
    metadata: ParquetMetaData,
    rows: usize,
    shared: Arc<Mutex<Shared>>,
}

impl Groups {
    /// # Errors
    /// `Corrupt` where the metadata name places outside of the file, `UnsupportedCodec` with its column.
    pub fn new(bytes: Bytes, metadata: ParquetMetaData, shared: Arc<Mutex<Shared>>) -> Result<Self> {
        let mut rows = 0_usize;
        let columns = metadata.file_metadata().schema_descr().num_columns();
        for group in metadata.row_groups() {
            let more = usize::try_from(group.num_rows()).ok();
            rows =
                more.and_then(|more| rows.checked_add(more)).ok_or_else(|| FormatError::corrupt("rows"))?;
            if group.num_columns() != columns {
                return Err(FormatError::corrupt("a row group without all columns"));
            }
            for chunk in group.columns() {
                check_chunk(chunk, bytes.len())
                    .map_err(|error| error.in_column(&chunk.column_path().string()))?;
            }
        }
        Ok(Self { file: Arc::new(CheckedFile(bytes)), metadata, rows, shared })
    }

    fn pages(&self, group: &RowGroupMetaData, column: usize) -> ParquetResult<Pages> {
        let chunk = group.columns().get(column);
        let chunk = chunk.ok_or_else(|| ParquetError::General("column".to_owned()))?;
        let plain = chunk.clone().into_builder().set_compression(Compression::UNCOMPRESSED).build()?;
        let rows = usize::try_from(group.num_rows())?;
        Ok(Pages {
            inner: SerializedPageReader::new(Arc::clone(&self.file), &plain, rows, None)?,
            codec: chunk.compression(),
            values_left: rows as u64,
            has_nulls: chunk.column_descr().max_def_level() > 0,
            is_text: chunk.column_type() == Type::BYTE_ARRAY,
            width: width(chunk),
            has_dictionary: false,
            batch: BATCH_ROWS,
            shared: Arc::clone(&self.shared),
        })
    }
}

/// Bytes of a value where all have as many; 0 elsewhere.
fn width(chunk: &ColumnChunkMetaData) -> u64 {
    match chunk.column_type() {
        Type::INT32 | Type::FLOAT => 4,
        Type::INT64 | Type::DOUBLE => 8,
        Type::FIXED_LEN_BYTE_ARRAY => u64::try_from(chunk.column_descr().type_length()).unwrap_or(0),
        Type::BOOLEAN | Type::INT96 | Type::BYTE_ARRAY => 0,
    }
}

fn check_chunk(chunk: &ColumnChunkMetaData, file: usize) -> Result<()> {
    check_codec(chunk.compression())?;
    let start = chunk.dictionary_page_offset().unwrap_or(chunk.data_page_offset());
    let place = |value: i64| u64::try_from(value).ok();
    let end =
        place(start).zip(place(chunk.compressed_size())).and_then(|(start, len)| start.checked_add(len));
    match end {
        Some(end) if end <= file as u64 && chunk.data_page_offset() >= 0 => Ok(()),
        _ => Err(FormatError::corrupt("a column outside of the file")),
    }
}

impl RowGroups for Groups {
    fn num_rows(&self) -> usize {
        self.rows
    }

    fn column_chunks(&self, column: usize) -> ParquetResult<Box<dyn PageIterator>> {
        let pages = |group| self.pages(group, column).map(|pages| Box::new(pages) as Box<dyn PageReader>);
        let chunks: Vec<_> = self.metadata.row_groups().iter().map(pages).collect();
        Ok(Box::new(Chunks { chunks: chunks.into_iter() }))
    }

    fn row_groups(&self) -> Box<dyn Iterator<Item = &RowGroupMetaData> + '_> {
        Box::new(self.metadata.row_groups().iter())
    }

    fn metadata(&self) -> &ParquetMetaData {
        &self.metadata
    }
}
