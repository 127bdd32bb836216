use flate2::bufread::MultiGzDecoder;

use crate::budget::{Bounded, Budget};
use crate::error::Result;

/// The decompressed bytes, and the name of the file in them: the archive's own without its ending.
pub(crate) fn gunzip<'n>(name: &'n str, bytes: &[u8], budget: &mut Budget) -> Result<(&'n str, Vec<u8>)> {
    let size = bytes.len() as u64;
    let inner = Bounded::new(MultiGzDecoder::new(bytes), size, budget).into_bytes()?;
    let ending = name
        .len()
        .checked_sub(3)
        .filter(|start| name.get(*start..).is_some_and(|ending| ending.eq_ignore_ascii_case(".gz")));
    Ok((ending.and_then(|start| name.get(..start)).unwrap_or(name), inner))
}
