use std::sync::{Arc, Mutex};

use bytes::Bytes;
use parquet::basic::Compression;
use parquet::column::page::{Page, PageIterator, PageMetadata, PageReader};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::serialized_reader::SerializedPageReader;

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
/// decompressed here: within limits, and by Rust alone.
pub(super) struct Pages {
    pub inner: SerializedPageReader<Bytes>,
    pub codec: Compression,
    /// Values that the row group still has for this column.
    pub values_left: u64,
    pub shared: Arc<Mutex<Shared>>,
}

impl Pages {
    fn checked(&mut self, page: Page) -> Result<Page> {
        match page {
            Page::DataPage { buf, num_values, encoding, def_level_encoding, rep_level_encoding, statistics } => {
                self.take_values(num_values)?;
                let buf = self.decompressed(&buf, 0)?;
                Ok(Page::DataPage { buf, num_values, encoding, def_level_encoding, rep_level_encoding, statistics })
            }
            Page::DataPageV2 {
                buf,
                num_values,
                encoding,
                num_nulls,
                num_rows,
                def_levels_byte_len,
                rep_levels_byte_len,
                is_compressed,
                statistics,
            } => {
                self.take_values(num_values)?;
                let levels = u64::from(def_levels_byte_len) + u64::from(rep_levels_byte_len);
                let levels = usize::try_from(levels).ok().filter(|levels| *levels <= buf.len());
                let levels = levels.ok_or_else(|| FormatError::corrupt("the levels of a page"))?;
                let buf = if is_compressed { self.decompressed(&buf, levels)? } else { buf };
                let is_compressed = false;
                Ok(Page::DataPageV2 {
                    buf,
                    num_values,
                    encoding,
                    num_nulls,
                    num_rows,
                    def_levels_byte_len,
                    rep_levels_byte_len,
                    is_compressed,
                    statistics,
                })
            }
            Page::DictionaryPage { buf, num_values, encoding, is_sorted } => {
                let buf = self.decompressed(&buf, 0)?;
                // The decoder takes memory for so many values; each has at least one bit.
                if u64::from(num_values) > buf.len() as u64 * 8 {
                    return Err(FormatError::corrupt("the size of a dictionary"));
                }
                Ok(Page::DictionaryPage { buf, num_values, encoding, is_sorted })
            }
        }
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
