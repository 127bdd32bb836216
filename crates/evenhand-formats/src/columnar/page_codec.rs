use std::io::Read;

use parquet::basic::Compression;

use crate::budget::plausible_size;
use crate::error::{FormatError, FormatErrorKind, Result};

/// Bytes that pages may still take.
#[derive(Debug)]
pub(super) struct Allowance {
    pub left: u64,
    pub limit: u64,
    pub ratio: u32,
}

impl Allowance {
    /// The most that a page may have after decompression.
    fn most(&self, compressed: usize) -> u64 {
        self.left.min(plausible_size(compressed as u64, self.ratio))
    }

    /// Whether so many bytes are left.
    pub fn check(&self, bytes: u64) -> Result<()> {
        if bytes > self.left {
            let needed = (self.limit - self.left).saturating_add(bytes);
            return Err(FormatError::new(FormatErrorKind::TooLarge { needed, limit: self.limit }));
        }
        Ok(())
    }

    /// Takes bytes.
    pub fn spend(&mut self, bytes: u64) -> Result<()> {
        self.check(bytes)?;
        self.left -= bytes;
        Ok(())
    }

    /// Takes bytes for a page, or says why not.
    fn take(&mut self, bytes: u64, compressed: usize) -> Result<()> {
        self.check(bytes)?;
        if bytes > self.most(compressed) {
            return Err(FormatError::new(FormatErrorKind::TooDense { ratio: self.ratio }));
        }
        self.spend(bytes)
    }
}

/// Whether pages of a codec can be decompressed.
///
/// # Errors
/// `UnsupportedCodec` with its name.
pub(super) fn check_codec(codec: Compression) -> Result<()> {
    match codec {
        Compression::UNCOMPRESSED
        | Compression::SNAPPY
        | Compression::GZIP(_)
        | Compression::BROTLI(_)
        | Compression::ZSTD(_)
        | Compression::LZ4_RAW => Ok(()),
        Compression::LZO => Err(FormatError::codec("lzo")),
        Compression::LZ4 => Err(FormatError::codec("lz4 (Hadoop)")),
    }
}

/// The decompressed bytes of a page. No more memory is taken than the allowance has.
pub(super) fn decompress(codec: Compression, bytes: &[u8], allowance: &mut Allowance) -> Result<Vec<u8>> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    match codec {
        Compression::SNAPPY => {
            let size = snap::raw::decompress_len(bytes).map_err(FormatError::corrupt)?;
            allowance.take(size as u64, bytes.len())?;
            snap::raw::Decoder::new().decompress_vec(bytes).map_err(FormatError::corrupt)
        }
        Compression::LZ4_RAW => {
            let size = lz4_size(bytes).ok_or_else(|| FormatError::corrupt("an LZ4 page is cut"))?;
            allowance.take(size as u64, bytes.len())?;
            lz4_flex::block::decompress(bytes, size).map_err(FormatError::corrupt)
        }
        Compression::GZIP(_) => all(flate2::read::MultiGzDecoder::new(bytes), bytes.len(), allowance),
        Compression::BROTLI(_) => {
            all(brotli_decompressor::Decompressor::new(bytes, 4096), bytes.len(), allowance)
        }
        Compression::ZSTD(_) => {
            let decoder = ruzstd::decoding::StreamingDecoder::new(bytes).map_err(FormatError::corrupt)?;
            all(decoder, bytes.len(), allowance)
        }
        other => Err(check_codec(other).err().unwrap_or_else(|| FormatError::corrupt("the codec of a page"))),
    }
}

fn all(decoder: impl Read, compressed: usize, allowance: &mut Allowance) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = allowance.most(compressed);
    // One byte more tells a page that is too large from one that just fits.
    decoder.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(FormatError::corrupt)?;
    allowance.take(bytes.len() as u64, compressed)?;
    Ok(bytes)
}

/// The size of an LZ4 block after decompression, which it does not say itself (LZ4 block format description, 2022).
fn lz4_size(block: &[u8]) -> Option<usize> {
    let mut bytes = block.iter().copied();
    let mut size = 0_usize;
    let more = |bytes: &mut std::iter::Copied<std::slice::Iter<'_, u8>>, start: usize| {
        let mut len = start;
        if start == 15 {
            loop {
                let next = bytes.next()?;
                len = len.checked_add(usize::from(next))?;
                if next != 255 {
                    break;
                }
            }
        }
        Some(len)
    };
    while let Some(token) = bytes.next() {
        let literals = more(&mut bytes, usize::from(token >> 4))?;
        if literals > 0 {
            bytes.nth(literals - 1)?;
        }
        size = size.checked_add(literals)?;
        // The last sequence has no match.
        if bytes.len() == 0 {
            break;
        }
        bytes.nth(1)?;
        size = size.checked_add(more(&mut bytes, usize::from(token & 15))?)?.checked_add(4)?;
    }
    Some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_lz4_blocks_is_found() {
        let long: Vec<u8> = (0..5000_u32).map(|k| (k * k % 251) as u8).collect();
        for text in [
            b"".as_slice(),
            b"a",
            b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            &[7; 100_000],
            &long,
        ] {
            let block = lz4_flex::block::compress(text);
            assert_eq!(lz4_size(&block), Some(text.len()));
        }
        assert_eq!(lz4_size(b"\xF0"), None);
        assert_eq!(lz4_size(b"\x10"), None);
    }

    #[test]
    fn a_page_takes_no_more_than_allowed() {
        let page = snap::raw::Encoder::new().compress_vec(&[0; 4096]).unwrap();
        for left in [4095, 4096] {
            let mut allowance = Allowance { left, limit: 8192, ratio: 1000 };
            assert_eq!(decompress(Compression::SNAPPY, &page, &mut allowance).is_ok(), left == 4096);
        }
    }
}
