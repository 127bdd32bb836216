//! A Parquet file as its decoder reads it, with a look at every page header before that.

use bytes::buf::Reader;
use bytes::{Buf, Bytes};
use parquet::errors::Result;
use parquet::file::reader::{ChunkReader, Length};

use super::thrift_check::check_header;

/// The bytes of a file. The decoder asks for readers of page headers only, and for pages by their length.
#[derive(Debug)]
pub(super) struct CheckedFile(pub Bytes);

impl Length for CheckedFile {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }
}

impl ChunkReader for CheckedFile {
    type T = Reader<Bytes>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        let reader = self.0.get_read(start)?;
        check_header(reader.get_ref().chunk())?;
        Ok(reader)
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        self.0.get_bytes(start, length)
    }
}
