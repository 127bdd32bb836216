use std::sync::{Arc, Mutex};

use bytes::Bytes;
use parquet::basic::{Compression, Encoding};
use parquet::column::page::{Page, PageIterator, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::serialized_reader::SerializedPageReader;

use super::checked_file::CheckedFile;
use super::page_check::{self, Values};
use super::page_codec::{Allowance, decompress};
use crate::error::{FormatError, Result};

/// What all pages of a file share.
#[derive(Debug)]
pub(super) struct Shared {
    pub allowance: Allowance,
    /// Why a page could not be read; the Parquet reader only passes on that it could not.
    pub failure: Option<FormatError>,
}

/// The pages of a column chunk. The Parquet reader hands them over as if they were not compressed, and they are
/// decompressed here: within limits, and by Rust alone. What it takes on trust of a page is checked here too.
pub(super) struct Pages {
    pub inner: SerializedPageReader<CheckedFile>,
    pub codec: Compression,
    /// Values that the row group still has for this column.
    pub values_left: u64,
    /// Whether the column may hold nulls.
    pub has_nulls: bool,
    /// Whether the values are byte strings.
    pub is_text: bool,
    /// Bytes of a value where all have as many; 0 elsewhere.
    pub width: u64,
    /// Whether the dictionary was read.
    pub has_dictionary: bool,
    /// Rows that are decoded at once.
    pub batch: usize,
    pub shared: Arc<Mutex<Shared>>,
}

impl Pages {
    /// The page, decompressed and checked.
    fn checked(&mut self, mut page: Page) -> Result<Page> {
        match &mut page {
            Page::DataPage { buf, num_values, encoding, def_level_encoding, .. } => {
                self.take_values(*num_values)?;
                *buf = self.decompressed(buf, 0)?;
                let values = page_check::levels_v1(buf, *num_values, self.has_nulls, *def_level_encoding)?;
                self.check_values(&values, *encoding)?;
            }
            Page::DataPageV2 {
                buf,
                num_values,
                encoding,
                num_nulls,
                def_levels_byte_len,
                rep_levels_byte_len,
                is_compressed,
                ..
            } => {
                self.take_values(*num_values)?;
                let levels = usize::try_from(*def_levels_byte_len).unwrap_or(usize::MAX);
                if *rep_levels_byte_len > 0 || levels > buf.len() {
                    return Err(FormatError::corrupt("the levels of a page"));
                }
                if *is_compressed {
                    *buf = self.decompressed(buf, levels)?;
                    *is_compressed = false;
                }
                let values = page_check::levels_v2(buf, levels, *num_values, *num_nulls, self.has_nulls)?;
                self.check_values(&values, *encoding)?;
            }
            Page::DictionaryPage { buf, num_values, .. } => {
                *buf = self.decompressed(buf, 0)?;
                self.check_dictionary(buf, *num_values)?;
                self.has_dictionary = true;
            }
        }
        Ok(page)
    }

    fn check_dictionary(&self, buf: &Bytes, entries: u32) -> Result<()> {
        // The decoder takes memory for so many values; each has at least one bit.
        if u64::from(entries) > buf.len() as u64 * 8 {
            return Err(FormatError::corrupt("the size of a dictionary"));
        }
        let shared = self.shared.lock().map_err(|_| FormatError::corrupt("an earlier page"))?;
        if self.is_text {
            page_check::dictionary(buf, entries, self.batch, &shared.allowance)
        } else {
            Ok(())
        }
    }

    fn check_values(&self, values: &Values<'_>, encoding: Encoding) -> Result<()> {
        if encoding == Encoding::BYTE_STREAM_SPLIT {
            page_check::streams(values, self.width)?;
        }
        let mut shared = self.shared.lock().map_err(|_| FormatError::corrupt("an earlier page"))?;
        page_check::values(values, encoding, self.is_text, self.has_dictionary, &mut shared.allowance)
    }

    fn take_values(&mut self, count: u32) -> Result<()> {
        let left = self.values_left.checked_sub(u64::from(count));
        self.values_left = left.ok_or_else(|| FormatError::corrupt("more values than rows"))?;
        Ok(())
    }

    /// The first `plain` bytes are not compressed.
    fn decompressed(&self, buf: &Bytes, plain: usize) -> Result<Bytes> {
        if self.codec == Compression::UNCOMPRESSED {
            return Ok(buf.clone());
        }
        let (levels, values) = buf.split_at_checked(plain).unwrap_or((buf, &[]));
        let mut shared = self.shared.lock().map_err(|_| FormatError::corrupt("an earlier page"))?;
        let values = decompress(self.codec, values, &mut shared.allowance)?;
        Ok(if levels.is_empty() { values.into() } else { [levels, &values].concat().into() })
    }

    fn failed(&self, error: FormatError) -> ParquetError {
        let message = error.to_string();
        if let Ok(mut shared) = self.shared.lock() {
            shared.failure.get_or_insert(error);
        }
        ParquetError::General(message)
    }
}

impl PageReader for Pages {
    fn get_next_page(&mut self) -> ParquetResult<Option<Page>> {
        match self.inner.get_next_page()? {
            Some(page) => self.checked(page).map(Some).map_err(|error| self.failed(error)),
            None => Ok(None),
        }
    }

    fn peek_next_page(&mut self) -> ParquetResult<Option<PageMetadata>> {
        self.inner.peek_next_page()
    }

    fn skip_next_page(&mut self) -> ParquetResult<()> {
        self.inner.skip_next_page()
    }

    fn at_record_boundary(&mut self) -> ParquetResult<bool> {
        self.inner.at_record_boundary()
    }
}

impl Iterator for Pages {
    type Item = ParquetResult<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

/// The chunks of one column, one per row group.
pub(super) struct Chunks {
    pub chunks: std::vec::IntoIter<ParquetResult<Box<dyn PageReader>>>,
}

impl Iterator for Chunks {
    type Item = ParquetResult<Box<dyn PageReader>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.chunks.next()
    }
}

impl PageIterator for Chunks {}
