//! Bytes in, sheets of text out: the only crate that knows file formats, archives and encodings.
//!
//! [`read`] takes the bytes of one file, finds out what they are and gives every table in them as a [`Sheet`] of
//! delimited text, whose rows are numbered as in the source.
//! [`decode_head`] does the same for the first bytes of a text file, before the rest is there.
//!
//! The crate knows nothing of scores.
//! What makes a file unreadable is a [`FormatError`] with its place.
//! Whatever the bytes say of their own size is checked against [`Limits`] before memory is taken for it, and
//! decompression is bounded while it runs.
//!
//! ```
//! use evenhand_formats::{Limits, TextForm, read};
//! let contents = read("scores.json", br#"[{"provider":"P1","score":4.50}]"#.to_vec(), &Limits::default()).unwrap();
//! let sheets = contents.sheets;
//! assert_eq!(sheets[0].text.content, "provider,score\nP1,4.50\n");
//! assert_eq!(sheets[0].text.form, TextForm::Delimited);
//! ```

mod archive;
mod budget;
mod cell;
mod columnar;
mod detect;
mod error;
mod grid;
mod json;
mod limits;
mod number_format;
mod ods;
mod read;
mod rfc4180;
mod sheet;
mod text;
mod xls;
mod xlsx;
mod xml;

pub use detect::Format;
pub use error::{FormatError, FormatErrorKind};
pub use limits::Limits;
pub use read::read;
pub use sheet::{Contents, Encoding, MergedRange, Sheet, Text, TextForm};
pub use text::{DecodedHead, decode_head};
