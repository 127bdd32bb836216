use arrow_ipc::{Buffer, CompressionType, FieldNode, MessageHeader, RecordBatch, root_as_message};

use crate::budget::{Budget, plausible_size};
use crate::error::{FormatError, FormatErrorKind, Result};

/// Stands before the length of a message since version 0.15 of the format.
const CONTINUATION: i32 = -1;

/// Stands for the size of a buffer that is not compressed although its batch is.
const NOT_COMPRESSED: i64 = -1;

/// Checks that all messages of a stream stay within it, and that their buffers stay within the messages and do not
/// decompress to more than allowed.
///
/// # Errors
/// `Corrupt`, `TooLarge`, `TooDense`, and `UnsupportedCodec` for Zstandard.
pub(super) fn check(mut stream: &[u8], budget: &mut Budget) -> Result<()> {
    let mut seen = 0_u32;
    while let Some(length) = take_length(&mut stream) {
        let length = usize::try_from(length).map_err(|_| cut())?;
        if length == 0 {
            break;
        }
        let (header, rest) = stream.split_at_checked(length).ok_or_else(cut)?;
        let message = root_as_message(header).map_err(FormatError::corrupt)?;
        let body = usize::try_from(message.bodyLength()).map_err(|_| cut())?;
        let (body, rest) = rest.split_at_checked(body).ok_or_else(cut)?;
        match message.header_type() {
            MessageHeader::Schema if seen == 0 => {}
            MessageHeader::RecordBatch => {
                check_batch(message.header_as_record_batch(), body, budget)?;
            }
            MessageHeader::DictionaryBatch => {
                let dictionary = message.header_as_dictionary_batch();
                check_batch(dictionary.and_then(|dictionary| dictionary.data()), body, budget)?;
            }
            other => return Err(FormatError::corrupt(format!("message {other:?}"))),
        }
        seen += 1;
        stream = rest;
    }
    Ok(())
}

fn cut() -> FormatError {
    FormatError::corrupt("a message is cut")
}

/// The length of the next message; nothing at the end of the stream.
fn take_length(stream: &mut &[u8]) -> Option<i32> {
    let mut next = || {
        let (length, rest) = stream.split_first_chunk()?;
        *stream = rest;
        Some(i32::from_le_bytes(*length))
    };
    match next()? {
        CONTINUATION => next(),
        length => Some(length),
    }
}

fn check_batch(batch: Option<RecordBatch<'_>>, body: &[u8], budget: &mut Budget) -> Result<()> {
    let batch = batch.ok_or_else(|| FormatError::corrupt("a batch without data"))?;
    let longest = i64::try_from(budget.limits().max_bytes).unwrap_or(i64::MAX);
    let is_length = |length: i64| (0..=longest).contains(&length);
    let is_node = |node: &FieldNode| is_length(node.length()) && (0..=node.length()).contains(&node.null_count());
    if !is_length(batch.length()) || !batch.nodes().is_none_or(|nodes| nodes.iter().all(is_node)) {
        return Err(FormatError::corrupt("the length of a batch"));
    }
    let is_compressed = match batch.compression().map(|compression| compression.codec()) {
        None => false,
        Some(CompressionType::LZ4_FRAME) => true,
        Some(CompressionType::ZSTD) => return Err(FormatError::codec("zstd")),
        Some(other) => return Err(FormatError::codec(&format!("{other:?}"))),
    };
    for buffer in batch.buffers().into_iter().flatten() {
        let bytes = bytes_of(buffer, body).ok_or_else(cut)?;
        if is_compressed && !bytes.is_empty() {
            check_compressed(bytes, budget)?;
        }
    }
    Ok(())
}

fn bytes_of<'a>(buffer: &Buffer, body: &'a [u8]) -> Option<&'a [u8]> {
    let start = usize::try_from(buffer.offset()).ok()?;
    let len = usize::try_from(buffer.length()).ok()?;
    body.get(start..start.checked_add(len)?)
}

/// The size stands before the compressed bytes, and the reader takes that much memory at once.
fn check_compressed(bytes: &[u8], budget: &mut Budget) -> Result<()> {
    let size = bytes.first_chunk().copied().map(i64::from_le_bytes).ok_or_else(cut)?;
    if size == NOT_COMPRESSED {
        return Ok(());
    }
    let size = u64::try_from(size).map_err(|_| cut())?;
    let ratio = budget.limits().max_ratio;
    if size > plausible_size(bytes.len() as u64, ratio) {
        return Err(FormatError::new(FormatErrorKind::TooDense { ratio }));
    }
    budget.charge(size)
}
