use std::vec::IntoIter;

use arrow_ipc::{Buffer, FieldNode, RecordBatch};
use arrow_schema::DataType;

use super::message::cut;
use crate::budget::{Budget, plausible_size};
use crate::error::{FormatError, FormatErrorKind, Result};

/// Stands for the size of a buffer that is not compressed although its batch is.
const NOT_COMPRESSED: i64 = -1;

/// The buffers of a batch, which are taken column by column in the order of the format (Arrow columnar format,
/// "Buffer Listing for Each Layout").
pub(super) struct Batch<'a> {
    body: &'a [u8],
    is_compressed: bool,
    length: i64,
    nodes: IntoIter<FieldNode>,
    buffers: IntoIter<Buffer>,
    variadic: IntoIter<i64>,
}

impl<'a> Batch<'a> {
    pub fn new(batch: &RecordBatch<'_>, body: &'a [u8], is_compressed: bool) -> Self {
        let nodes: Vec<FieldNode> = batch.nodes().into_iter().flatten().copied().collect();
        let buffers: Vec<Buffer> = batch.buffers().into_iter().flatten().copied().collect();
        let variadic: Vec<i64> = batch.variadicBufferCounts().into_iter().flatten().collect();
        Self {
            body,
            is_compressed,
            length: batch.length(),
            nodes: nodes.into_iter(),
            buffers: buffers.into_iter(),
            variadic: variadic.into_iter(),
        }
    }

    /// Checks the buffers of the next column.
    ///
    /// # Errors
    /// `Corrupt` where they are missing, outside of the message, cut within a value or too short.
    pub fn check_column(&mut self, column: &DataType, budget: &mut Budget) -> Result<()> {
        let node = self.nodes.next().ok_or_else(cut)?;
        let rows = u64::try_from(node.length()).map_err(|_| cut())?;
        let nulls = u64::try_from(node.null_count()).map_err(|_| cut())?;
        if node.length() != self.length || nulls > rows || rows > budget.limits().max_bytes {
            return Err(FormatError::corrupt("the length of a column"));
        }
        if *column == DataType::Null {
            return Ok(());
        }
        let validity = if nulls > 0 { rows.div_ceil(8) } else { 0 };
        self.check_buffer(validity, 1, budget)?;
        match column {
            DataType::Boolean => self.check_buffer(rows.div_ceil(8), 1, budget),
            DataType::Utf8 | DataType::Binary => self.check_strings(rows, 4, budget),
            DataType::LargeUtf8 | DataType::LargeBinary => self.check_strings(rows, 8, budget),
            DataType::Utf8View | DataType::BinaryView => {
                self.check_buffer(rows * 16, 16, budget)?;
                let count = self.variadic.next().ok_or_else(cut)?;
                for _ in 0..count {
                    self.check_buffer(0, 1, budget)?;
                }
                Ok(())
            }
            DataType::Dictionary(keys, _) => self.check_values(rows, keys, budget),
            other => self.check_values(rows, other, budget),
        }
    }

    /// Checks that nothing is left.
    pub fn check_end(mut self) -> Result<()> {
        let is_done =
            self.nodes.next().is_none() && self.buffers.next().is_none() && self.variadic.next().is_none();
        if is_done { Ok(()) } else { Err(FormatError::corrupt("a batch with more columns than the schema")) }
    }

    fn check_values(&mut self, rows: u64, data_type: &DataType, budget: &mut Budget) -> Result<()> {
        let width =
            data_type.primitive_width().ok_or_else(|| FormatError::corrupt("the type of a column"))?;
        self.check_buffer(rows * width as u64, width as u64, budget)
    }

    fn check_strings(&mut self, rows: u64, width: u64, budget: &mut Budget) -> Result<()> {
        // No rows may have no offsets at all.
        let offsets = if rows == 0 { 0 } else { (rows + 1) * width };
        self.check_buffer(offsets, width, budget)?;
        self.check_buffer(0, 1, budget)
    }

    /// The next buffer has at least `shortest` bytes and a whole number of values.
    fn check_buffer(&mut self, shortest: u64, width: u64, budget: &mut Budget) -> Result<()> {
        let buffer = self.buffers.next().ok_or_else(cut)?;
        let bytes = self.bytes(&buffer).ok_or_else(cut)?;
        let size = if self.is_compressed && !bytes.is_empty() {
            decompressed_size(bytes, budget)?
        } else {
            bytes.len() as u64
        };
        if size < shortest || size % width != 0 {
            return Err(FormatError::corrupt("the length of a buffer"));
        }
        Ok(())
    }

    fn bytes(&self, buffer: &Buffer) -> Option<&'a [u8]> {
        let start = usize::try_from(buffer.offset()).ok()?;
        let len = usize::try_from(buffer.length()).ok()?;
        self.body.get(start..start.checked_add(len)?)
    }
}

/// The size stands before the compressed bytes, and the reader takes that much memory at once.
fn decompressed_size(bytes: &[u8], budget: &mut Budget) -> Result<u64> {
    let (size, rest) = bytes.split_first_chunk().ok_or_else(cut)?;
    let size = i64::from_le_bytes(*size);
    if size == NOT_COMPRESSED {
        return Ok(rest.len() as u64);
    }
    let size = u64::try_from(size).map_err(|_| cut())?;
    let ratio = budget.limits().max_ratio;
    if size > plausible_size(bytes.len() as u64, ratio) {
        return Err(FormatError::new(FormatErrorKind::TooDense { ratio }));
    }
    budget.charge(size)?;
    Ok(size)
}
