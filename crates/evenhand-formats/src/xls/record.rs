use crate::error::{FormatError, Result};

/// One record of the stream.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// The records from a place on; they end with the stream or where it is cut.
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub fn new(stream: &'a [u8]) -> Self {
        Self { rest: stream }
    }

    /// The parts that continue the record that was just given.
    pub fn continued(&mut self) -> Vec<&'a [u8]> {
        const CONTINUE: u16 = 0x003C;
        let mut parts = Vec::new();
        while self.rest.first_chunk() == Some(&CONTINUE.to_le_bytes()) {
            match self.next() {
                Some(record) => parts.push(record.data),
                None => break,
            }
        }
        parts
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (header, rest) = self.rest.split_first_chunk::<4>()?;
        let [kind_low, kind_high, len_low, len_high] = *header;
        let len = usize::from(u16::from_le_bytes([len_low, len_high]));
        let (data, rest) = rest.split_at_checked(len)?;
        self.rest = rest;
        Some(Record { kind: u16::from_le_bytes([kind_low, kind_high]), data })
    }
}

impl Record<'_> {
    /// The bytes at a place.
    ///
    /// # Errors
    /// `Corrupt` where the record is shorter.
    pub fn bytes<const N: usize>(&self, start: usize) -> Result<[u8; N]> {
        let found = self.data.get(start..).and_then(|rest| rest.first_chunk());
        found.copied().ok_or_else(|| FormatError::corrupt(format!("record 0x{:04X} is cut", self.kind)))
    }

    pub fn u8(&self, start: usize) -> Result<u8> {
        self.bytes::<1>(start).map(|[byte]| byte)
    }

    pub fn u16(&self, start: usize) -> Result<u16> {
        self.bytes(start).map(u16::from_le_bytes)
    }

    pub fn u32(&self, start: usize) -> Result<u32> {
        self.bytes(start).map(u32::from_le_bytes)
    }

    /// What follows a place.
    pub fn from(&self, start: usize) -> &[u8] {
        self.data.get(start..).unwrap_or_default()
    }
}
