//! Tables that are stored by columns: Apache Parquet and Apache Arrow.

mod arrow;
mod buffers;
mod checked_file;
mod message;
mod page;
mod page_check;
mod page_codec;
mod parquet;
mod row_groups;
mod table;
mod thrift_check;
mod thrift_types;
mod value;

pub(crate) use arrow::read_arrow;
pub(crate) use parquet::read_parquet;
