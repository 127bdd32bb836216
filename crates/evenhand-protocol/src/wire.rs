//! Reports of the engine as bytes.
//!
//! An answer about thousands of rows is a tree of tens of thousands of JavaScript objects when it is posted as one, and
//! takes longer to walk than a frame lasts, on both sides. As bytes it is one typed array, which the browser hands over
//! without a copy. The format is Borsh: small code for many types, and numbers keep every bit. It has no names and no
//! versions, so it is only for the page and the engine of one build; reports that are kept are JSON.

use std::io::{Error, ErrorKind, Read, Result as IoResult, Write};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::FromEngine;

/// Why bytes are no report; the page and the engine are of different versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Garbled(
    /// What the reader stumbled over.
    pub String,
);

/// A report as bytes.
///
/// # Errors
/// [`Garbled`] when it holds a number that is none, which is a mistake of the engine.
pub fn encode(report: &FromEngine) -> Result<Vec<u8>, Garbled> {
    borsh::to_vec(report).map_err(|error| Garbled(error.to_string()))
}

/// The report in these bytes.
///
/// # Errors
/// [`Garbled`] when they are none.
pub fn decode(bytes: &[u8]) -> Result<FromEngine, Garbled> {
    borsh::from_slice(bytes).map_err(|error| Garbled(error.to_string()))
}

pub(crate) fn write_char<W: Write>(value: &char, into: &mut W) -> IoResult<()> {
    u32::from(*value).serialize(into)
}

pub(crate) fn read_char<R: Read>(from: &mut R) -> IoResult<char> {
    char::from_u32(u32::deserialize_reader(from)?).ok_or_else(|| Error::from(ErrorKind::InvalidData))
}
