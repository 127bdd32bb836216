//! Text files: which encoding they are in, and their text.

mod decode;
mod gb18030;
mod head;
mod utf16;

pub(crate) use decode::{BYTE_ORDER_MARKS, decode, decode_name, read};
pub use head::{DecodedHead, decode_head};
