use std::io::{self, Read};

use crate::error::{FormatError, FormatErrorKind, Result};
use crate::limits::Limits;

/// Bytes of a compressed part that the ratio does not bind.
const FREE_OF_RATIO: u64 = 1 << 20;

/// What is left of the limits while a file is read.
#[derive(Debug)]
pub(crate) struct Budget {
    limits: Limits,
    used: u64,
    sheets: u32,
    failure: Option<FormatError>,
}

impl Budget {
    pub fn new(limits: &Limits) -> Self {
        Self { limits: limits.clone(), used: 0, sheets: 0, failure: None }
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Takes this many bytes.
    ///
    /// # Errors
    /// `TooLarge` where they are not left.
    pub fn charge(&mut self, bytes: u64) -> Result<()> {
        let needed = self.used.saturating_add(bytes);
        let limit = self.limits.max_bytes;
        if needed > limit {
            return Err(FormatError::new(FormatErrorKind::TooLarge { needed, limit }));
        }
        self.used = needed;
        Ok(())
    }

    /// Bytes that are left.
    pub fn left(&self) -> u64 {
        self.limits.max_bytes - self.used
    }

    /// Gives back bytes that were taken for something that is gone.
    pub fn release(&mut self, bytes: u64) {
        self.used = self.used.saturating_sub(bytes);
    }

    /// What stopped a [`Bounded`] reader, if one was stopped since this was last asked.
    pub fn take_failure(&mut self) -> Option<FormatError> {
        self.failure.take()
    }

    /// Counts one more sheet or member.
    pub fn sheet(&mut self) -> Result<()> {
        self.sheets += 1;
        let limit = self.limits.max_sheets;
        if self.sheets > limit {
            return Err(FormatError::new(FormatErrorKind::TooManySheets { limit }));
        }
        Ok(())
    }
}

/// The most that a part of this compressed size may have.
pub(crate) fn plausible_size(compressed: u64, ratio: u32) -> u64 {
    compressed.saturating_mul(u64::from(ratio)).max(FREE_OF_RATIO)
}

/// A decompressing reader that stops at the limits; the budget says what stopped it.
pub(crate) struct Bounded<'b, R> {
    inner: R,
    budget: &'b mut Budget,
    compressed: u64,
    read: u64,
}

impl<'b, R: Read> Bounded<'b, R> {
    /// A reader of a part whose compressed size is known.
    pub fn new(inner: R, compressed: u64, budget: &'b mut Budget) -> Self {
        Self { inner, budget, compressed, read: 0 }
    }

    /// Everything up to the end.
    pub fn into_bytes(mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match self.read_to_end(&mut bytes) {
            Ok(_) => Ok(bytes),
            Err(error) => Err(self.budget.take_failure().unwrap_or_else(|| FormatError::corrupt(error))),
        }
    }

    fn check(&mut self, bytes: usize) -> Result<()> {
        self.read = self.read.saturating_add(bytes as u64);
        self.budget.charge(bytes as u64)?;
        let ratio = self.budget.limits().max_ratio;
        if self.read > plausible_size(self.compressed, ratio) {
            return Err(FormatError::new(FormatErrorKind::TooDense { ratio }));
        }
        Ok(())
    }
}

impl<R: Read> Read for Bounded<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let bytes = self.inner.read(buf)?;
        match self.check(bytes) {
            Ok(()) => Ok(bytes),
            Err(error) => {
                self.budget.failure = Some(error);
                Err(io::Error::other("over the limit"))
            }
        }
    }
}
