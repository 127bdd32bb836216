//! Tables that are stored by columns: Apache Parquet and Apache Arrow.

use crate::budget::Budget;
use crate::error::{FormatError, Result};
use crate::sheet::Sheet;

pub(crate) fn read_parquet(_bytes: Vec<u8>, _budget: &mut Budget) -> Result<Sheet> {
    Err(FormatError::unsupported("Parquet"))
}
pub(crate) fn read_arrow(_bytes: Vec<u8>, _budget: &mut Budget) -> Result<Sheet> {
    Err(FormatError::unsupported("Arrow"))
}
