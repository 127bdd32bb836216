//! What the Parquet reader takes on trust of a page, and must not.

use parquet::basic::Encoding;

use super::page_codec::Allowance;
use crate::error::{FormatError, Result};

/// The most values per block of delta encoding. Writers use 128 and 256.
const MAX_BLOCK: u64 = 1 << 16;

/// A page whose levels were read.
pub(super) struct Values<'a> {
    /// The encoded values.
    pub bytes: &'a [u8],
    /// How many of the rows hold a value.
    pub count: u64,
}

fn bad(what: &str) -> FormatError {
    FormatError::corrupt(format!("{what} of a page"))
}

/// Checks the levels of a version 1 page, whose length stands before them. Columns without nulls have none.
pub(super) fn levels_v1(page: &[u8], rows: u32, has_nulls: bool, encoding: Encoding) -> Result<Values<'_>> {
    if !has_nulls {
        return Ok(Values { bytes: page, count: u64::from(rows) });
    }
    if encoding != Encoding::RLE {
        return Err(FormatError::codec("levels that are packed in the way of Parquet 1.0"));
    }
    let (len, rest) = page.split_first_chunk().ok_or_else(|| bad("the levels"))?;
    let len = usize::try_from(u32::from_le_bytes(*len)).map_err(|_| bad("the levels"))?;
    let (levels, bytes) = rest.split_at_checked(len).ok_or_else(|| bad("the levels"))?;
    Ok(Values { bytes, count: count_levels(levels, rows)? })
}

/// Checks the levels of a version 2 page, which are its first bytes.
pub(super) fn levels_v2(
    page: &[u8],
    len: usize,
    rows: u32,
    nulls: u32,
    has_nulls: bool,
) -> Result<Values<'_>> {
    let (levels, bytes) = page.split_at_checked(len).ok_or_else(|| bad("the levels"))?;
    let count = if has_nulls { count_levels(levels, rows)? } else { u64::from(rows) };
    if count + u64::from(nulls) == u64::from(rows) {
        Ok(Values { bytes, count })
    } else {
        Err(bad("the nulls"))
    }
}

/// How many of the levels, which are bits, are set. There must be one for each row, in runs and packed groups of
/// eight (Parquet format, "RLE / Bit-Packing Hybrid").
fn count_levels(mut levels: &[u8], rows: u32) -> Result<u64> {
    let (mut left, mut count) = (u64::from(rows), 0);
    while left > 0 {
        let header = varint(&mut levels).ok_or_else(|| bad("the levels"))?;
        if header & 1 == 0 {
            let run = (header >> 1).min(left);
            let (value, rest) = levels.split_first().ok_or_else(|| bad("the levels"))?;
            count += match value {
                0 => 0,
                1 => run,
                _ => return Err(bad("the levels")),
            };
            (levels, left) = (rest, left - run);
            if run == 0 {
                return Err(bad("the levels"));
            }
        } else {
            let groups = usize::try_from(header >> 1).map_err(|_| bad("the levels"))?;
            let (packed, rest) = levels.split_at_checked(groups).ok_or_else(|| bad("the levels"))?;
            if groups == 0 {
                return Err(bad("the levels"));
            }
            for byte in packed {
                let bits = left.min(8) as u32;
                let used = if bits == 8 { *byte } else { byte & ((1 << bits) - 1) };
                count += u64::from(used.count_ones());
                left -= u64::from(bits);
            }
            levels = rest;
        }
    }
    Ok(count)
}

/// Checks a dictionary of byte strings. Each of `batch` rows may have its longest one.
pub(super) fn dictionary(page: &[u8], entries: u32, batch: usize, allowance: &Allowance) -> Result<()> {
    let longest = longest_string(page, u64::from(entries))?;
    allowance.check((longest as u64).saturating_mul(batch as u64))
}

/// The length of the longest of so many byte strings, each of which stands behind its length.
fn longest_string(bytes: &[u8], count: u64) -> Result<usize> {
    let (mut rest, mut longest) = (bytes, 0);
    for _ in 0..count {
        let (len, after) = rest.split_first_chunk().ok_or_else(|| bad("the strings"))?;
        let len = usize::try_from(u32::from_le_bytes(*len)).map_err(|_| bad("the strings"))?;
        rest = after.get(len..).ok_or_else(|| bad("the strings"))?;
        longest = longest.max(len);
    }
    // The decoder divides by the number of values where there are bytes.
    if count == 0 && !bytes.is_empty() { Err(bad("the strings")) } else { Ok(longest) }
}

/// Checks the encoded values of a page; `is_text` says whether they are byte strings.
pub(super) fn values(
    values: &Values<'_>,
    encoding: Encoding,
    is_text: bool,
    has_dictionary: bool,
    allowance: &mut Allowance,
) -> Result<()> {
    let Values { bytes, count } = *values;
    let of_dictionary = matches!(encoding, Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY);
    match encoding {
        _ if of_dictionary => {
            let is_narrow = bytes.first().is_none_or(|width| *width <= 32);
            if has_dictionary && is_narrow { Ok(()) } else { Err(bad("the dictionary")) }
        }
        Encoding::PLAIN if is_text => longest_string(bytes, count).map(|_| ()),
        Encoding::PLAIN | Encoding::RLE | Encoding::BYTE_STREAM_SPLIT => Ok(()),
        Encoding::DELTA_BINARY_PACKED => deltas(bytes, count, allowance).map(|_| ()),
        Encoding::DELTA_LENGTH_BYTE_ARRAY => strings_of_lengths(bytes, count, allowance),
        Encoding::DELTA_BYTE_ARRAY => {
            let (prefixes, end) = deltas(bytes, count, allowance)?;
            strings_of_lengths(bytes.get(end..).unwrap_or_default(), count, allowance)?;
            // A value repeats the beginning of the one before, so that all of them may be far longer than the page.
            allowance.spend(sum_of_lengths(&prefixes)?)
        }
        other => Err(FormatError::codec(&format!("{other:?}"))),
    }
}

/// Checks that values which are split into a stream for each of their bytes are there: the decoder counts on it.
pub(super) fn streams(values: &Values<'_>, width: u64) -> Result<()> {
    let needed = values.count.checked_mul(width).filter(|_| width > 0);
    if needed.is_some_and(|needed| needed <= values.bytes.len() as u64) {
        Ok(())
    } else {
        Err(bad("the streams"))
    }
}

/// Lengths of byte strings and then the strings, which must be there.
fn strings_of_lengths(bytes: &[u8], count: u64, allowance: &mut Allowance) -> Result<()> {
    let (lengths, end) = deltas(bytes, count, allowance)?;
    let there = bytes.len().saturating_sub(end) as u64;
    if sum_of_lengths(&lengths)? > there { Err(bad("the strings")) } else { Ok(()) }
}

/// Lengths are of 31 bits.
fn sum_of_lengths(lengths: &[i64]) -> Result<u64> {
    let length = |length: &i64| i32::try_from(*length).ok().and_then(|length| u64::try_from(length).ok());
    lengths.iter().map(length).sum::<Option<u64>>().ok_or_else(|| bad("the lengths"))
}

/// The whole numbers of a page, of which there must be so many, and where their bytes end (Parquet format, "Delta
/// Encoding").
fn deltas(bytes: &[u8], count: u64, allowance: &mut Allowance) -> Result<(Vec<i64>, usize)> {
    read_deltas(bytes, count, allowance)?.ok_or_else(|| bad("the deltas"))
}

fn read_deltas(bytes: &[u8], count: u64, allowance: &mut Allowance) -> Result<Option<(Vec<i64>, usize)>> {
    let mut rest = bytes;
    let header = (varint(&mut rest), varint(&mut rest), varint(&mut rest), varint(&mut rest));
    let (Some(block), Some(blocks), Some(total), Some(first)) = header else { return Ok(None) };
    let is_regular = block > 0 && block <= MAX_BLOCK && block % 128 == 0;
    if !is_regular || blocks == 0 || block % blocks != 0 || (block / blocks) % 32 != 0 || total != count {
        return Ok(None);
    }
    allowance.spend(total * size_of::<i64>() as u64)?;
    let mut numbers = Vec::new();
    let mut last = zigzag(first);
    if total > 0 {
        numbers.push(last);
    }
    while (numbers.len() as u64) < total {
        let Some(min) = varint(&mut rest).map(zigzag) else { return Ok(None) };
        let Some((widths, after)) = rest.split_at_checked(blocks as usize) else { return Ok(None) };
        rest = after;
        for width in widths {
            if numbers.len() as u64 == total {
                break;
            }
            let values = (block / blocks) as usize;
            let len = usize::from(*width) * values / 8;
            let Some((packed, after)) = rest.split_at_checked(len).filter(|_| *width <= 64) else {
                return Ok(None);
            };
            rest = after;
            for index in 0..values.min((total as usize).saturating_sub(numbers.len())) {
                let delta = bits(packed, index * usize::from(*width), *width).cast_signed();
                last = last.wrapping_add(min).wrapping_add(delta);
                numbers.push(last);
            }
        }
    }
    Ok(Some((numbers, bytes.len() - rest.len())))
}

/// An unsigned number in groups of seven bits (LEB128), of at most 64 bits.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn zigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -(value & 1).cast_signed()
}

/// `width` bits from a place on, the lowest first.
fn bits(packed: &[u8], start: usize, width: u8) -> u64 {
    let bit = |index: usize| {
        let byte = packed.get(index / 8).copied().unwrap_or_default();
        u64::from(byte >> (index % 8) & 1)
    };
    (0..usize::from(width)).fold(0, |value, index| value | bit(start + index) << index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_counted_and_not_missing() {
        // A run of five ones; a packed group; both; three kinds of cut; a level that is no bit.
        for (levels, rows, expected) in [
            (b"\x0A\x01".as_slice(), 5, Some(5)),
            (b"\x03\xFF", 3, Some(3)),
            (b"\x04\x00\x03\x05", 6, Some(2)),
            (b"\x0A\x01", 6, None),
            (b"\x05\xFF", 9, None),
            (b"", 1, None),
            (b"\x0A\x02", 5, None),
            (b"\x00\x01", 5, None),
            (b"", 0, Some(0)),
        ] {
            assert_eq!(count_levels(levels, rows).ok(), expected, "{levels:?}");
        }
    }

    #[test]
    fn deltas_are_those_of_the_format_description() {
        let mut allowance = Allowance { left: 1000, limit: 1000, ratio: 1000 };
        // Parquet format, "Delta Encoding", second example: 7, 5, 3, 1, 2, 3, 4, 5, with the deltas -2 to 1 in two
        // bits each; a block of 128 in four parts, the last three of width 0.
        let packed = [0b1100_0000_u8, 0b0011_1111];
        let mut page = vec![0x80, 1, 4, 8, 14, 3, 2, 0, 0, 0];
        page.extend(packed);
        page.extend([0; 6]);
        let (numbers, end) = deltas(&page, 8, &mut allowance).unwrap();
        assert_eq!(numbers, [7, 5, 3, 1, 2, 3, 4, 5]);
        assert_eq!(end, page.len());
        assert!(deltas(&page, 7, &mut allowance).is_err());
        assert!(deltas(&page[..11], 8, &mut allowance).is_err());
        assert_eq!(deltas(&[0x80, 1, 4, 0, 0], 0, &mut allowance).unwrap().0, [0_i64; 0]);
    }

    #[test]
    fn streams_are_as_long_as_their_values() {
        // Two doubles take 16 bytes; one byte less, a third value or values without a width are refused.
        for (len, count, width, holds) in
            [(16, 2, 8, true), (15, 2, 8, false), (16, 3, 8, false), (16, 2, 0, false), (0, 0, 4, true)]
        {
            let bytes = vec![0; len];
            assert_eq!(
                streams(&Values { bytes: &bytes, count }, width).is_ok(),
                holds,
                "{len} {count} {width}"
            );
        }
        assert!(streams(&Values { bytes: &[], count: u64::MAX }, 8).is_err());
    }
}
