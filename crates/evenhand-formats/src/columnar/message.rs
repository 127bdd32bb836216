use std::collections::BTreeMap;

use arrow_ipc::convert::try_fb_to_schema;
use arrow_ipc::{CompressionType, Message, MessageHeader, RecordBatch, root_as_message};
use arrow_schema::{DataType, Schema};

use super::buffers::Batch;
use super::value::check_type;
use crate::budget::Budget;
use crate::error::{FormatError, Result};

/// Stands before the length of a message since version 0.15 of the format.
const CONTINUATION: i32 = -1;

/// Checks that all messages of a stream stay within it, that their buffers stay within the messages and fit their
/// columns, and that they do not decompress to more than allowed.
///
/// # Errors
/// `Corrupt`, `TooLarge`, `TooDense`, `Nested` with its column, and `UnsupportedCodec` for Zstandard.
pub(super) fn check(mut stream: &[u8], budget: &mut Budget) -> Result<()> {
    let mut columns: Option<Columns> = None;
    while let Some(length) = take_length(&mut stream) {
        let length = usize::try_from(length).map_err(|_| cut())?;
        if length == 0 {
            break;
        }
        let (header, rest) = stream.split_at_checked(length).ok_or_else(cut)?;
        let message = root_as_message(header).map_err(FormatError::corrupt)?;
        let body = usize::try_from(message.bodyLength()).map_err(|_| cut())?;
        let (body, rest) = rest.split_at_checked(body).ok_or_else(cut)?;
        match (&columns, message.header_type()) {
            (None, MessageHeader::Schema) => columns = Some(Columns::of(&message)?),
            (Some(columns), MessageHeader::RecordBatch) => {
                check_batch(message.header_as_record_batch(), &columns.types, body, budget)?;
            }
            (Some(columns), MessageHeader::DictionaryBatch) => {
                let dictionary = message.header_as_dictionary_batch();
                let dictionary =
                    dictionary.ok_or_else(|| FormatError::corrupt("a dictionary without data"))?;
                let values = columns.dictionaries.get(&dictionary.id());
                let values = values.ok_or_else(|| FormatError::corrupt("a dictionary of no column"))?;
                check_batch(dictionary.data(), std::slice::from_ref(values), body, budget)?;
            }
            (_, other) => return Err(FormatError::corrupt(format!("message {other:?}"))),
        }
        stream = rest;
    }
    columns.map(|_| ()).ok_or_else(cut)
}

/// The types of the columns, and those of the values of their dictionaries.
struct Columns {
    types: Vec<DataType>,
    dictionaries: BTreeMap<i64, DataType>,
}

impl Columns {
    fn of(message: &Message<'_>) -> Result<Self> {
        let stored = message.header_as_schema().ok_or_else(|| FormatError::corrupt("the schema"))?;
        let schema: Schema = try_fb_to_schema(stored).map_err(FormatError::corrupt)?;
        let mut columns = Self { types: Vec::new(), dictionaries: BTreeMap::new() };
        for field in schema.fields() {
            check_type(field.data_type()).map_err(|error| error.in_column(field.name()))?;
            columns.types.push(field.data_type().clone());
        }
        for (field, stored) in schema.fields().iter().zip(stored.fields().into_iter().flatten()) {
            if let (DataType::Dictionary(_, values), Some(dictionary)) =
                (field.data_type(), stored.dictionary())
            {
                let before = columns.dictionaries.insert(dictionary.id(), (**values).clone());
                if before.is_some_and(|before| before != **values) {
                    return Err(FormatError::corrupt("a dictionary of two types"));
                }
            }
        }
        Ok(columns)
    }
}

fn check_batch(
    batch: Option<RecordBatch<'_>>,
    columns: &[DataType],
    body: &[u8],
    budget: &mut Budget,
) -> Result<()> {
    let batch = batch.ok_or_else(|| FormatError::corrupt("a batch without data"))?;
    let is_compressed = match batch.compression().map(|compression| compression.codec()) {
        None => false,
        Some(CompressionType::LZ4_FRAME) => true,
        Some(CompressionType::ZSTD) => return Err(FormatError::codec("zstd")),
        Some(other) => return Err(FormatError::codec(&format!("{other:?}"))),
    };
    let mut batch = Batch::new(&batch, body, is_compressed);
    for column in columns {
        batch.check_column(column, budget)?;
    }
    batch.check_end()
}

pub(super) fn cut() -> FormatError {
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
