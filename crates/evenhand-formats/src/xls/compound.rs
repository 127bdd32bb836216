use crate::error::{FormatError, Result};

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;

/// The largest regular sector number (MS-CFB 2.1).
const MAX_REGULAR: u32 = 0xFFFF_FFFA;

const DIRECTORY_ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;

/// Streams shorter than this are in mini sectors (MS-CFB 2.2).
const MINI_CUTOFF: u64 = 4096;

/// A compound file (MS-CFB): a little file system in a file.
///
/// No chain is longer than the file has sectors, so that a circle ends and no stream is larger than the file.
pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    fat: Vec<u32>,
    directory: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    len: u64,
}

#[derive(Clone, Copy)]
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    /// Sectors before the first one, for the header.
    offset: usize,
}

impl<'a> Sectors<'a> {
    /// A sector; the last one of a file may be cut.
    fn get(&self, id: u32) -> Result<&'a [u8]> {
        let missing = || FormatError::corrupt(format!("sector {id}"));
        let start = usize::try_from(id).ok().and_then(|id| (id + self.offset).checked_mul(self.size));
        let start = start.filter(|start| *start < self.bytes.len()).ok_or_else(missing)?;
        let end = start.saturating_add(self.size).min(self.bytes.len());
        self.bytes.get(start..end).ok_or_else(missing)
    }

    fn count(&self) -> usize {
        self.bytes.len() / self.size + 1
    }

    /// The sectors of a chain one after the other, at most `len` bytes.
    fn chain(&self, start: u32, fat: &[u32], len: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let (mut id, mut steps) = (start, 0);
        while id != END_OF_CHAIN && (bytes.len() as u64) < len {
            steps += 1;
            if steps > self.count() {
                return Err(FormatError::corrupt("a chain of sectors is a circle"));
            }
            bytes.extend_from_slice(self.get(id)?);
            let next = usize::try_from(id).ok().and_then(|id| fat.get(id));
            id = *next.ok_or_else(|| FormatError::corrupt(format!("sector {id} is in no chain")))?;
        }
        bytes.truncate(usize::try_from(len).unwrap_or(usize::MAX));
        Ok(bytes)
    }
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let cut = || FormatError::corrupt("the compound file is cut");
        let u32_at = |start: usize| {
            let found = bytes.get(start..).and_then(|rest| rest.first_chunk());
            found.copied().map(u32::from_le_bytes).ok_or_else(cut)
        };
        let size = match bytes.get(30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(FormatError::corrupt("the size of sectors")),
        };
        let sectors = Sectors { bytes, size, offset: 1 };
        let mut fat = Vec::new();
        for id in fat_sectors(&sectors, u32_at(68)?)? {
            fat.extend(numbers(sectors.get(id)?));
        }
        let directory = sectors.chain(u32_at(48)?, &fat, u64::MAX)?;
        let directory =
            directory.as_chunks::<DIRECTORY_ENTRY>().0.iter().filter_map(|entry| entry_of(entry, size));
        Ok(Self { sectors, directory: directory.collect(), fat })
    }

    /// Whether there is a stream or folder of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; nothing where there is none of this name.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        if entry.len >= MINI_CUTOFF {
            return self.sectors.chain(entry.start, &self.fat, entry.len).map(Some);
        }
        let root = self.directory.first().ok_or_else(|| FormatError::corrupt("no root folder"))?;
        let mini = self.sectors.chain(root.start, &self.fat, root.len)?;
        let header = self.sectors.bytes.get(60..).and_then(|rest| rest.first_chunk()).copied();
        let start = u32::from_le_bytes(header.unwrap_or_default());
        let mini_fat: Vec<u32> = numbers(&self.sectors.chain(start, &self.fat, u64::MAX)?).collect();
        let sectors = Sectors { bytes: &mini, size: MINI_SECTOR, offset: 0 };
        sectors.chain(entry.start, &mini_fat, entry.len).map(Some)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.directory.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }
}

/// The sectors of the table of sectors: 109 in the header, the others in a chain.
fn fat_sectors(sectors: &Sectors<'_>, mut next: u32) -> Result<Vec<u32>> {
    let mut ids: Vec<u32> = numbers(sectors.bytes.get(76..512).unwrap_or_default()).collect();
    let mut steps = 0;
    while next <= MAX_REGULAR {
        steps += 1;
        if steps > sectors.count() {
            return Err(FormatError::corrupt("the table of sectors is a circle"));
        }
        let mut more: Vec<u32> = numbers(sectors.get(next)?).collect();
        next = more.pop().unwrap_or(END_OF_CHAIN);
        ids.extend(more);
    }
    ids.retain(|id| *id <= MAX_REGULAR);
    // Each is there once; more would only fill memory.
    if ids.len() > sectors.count() {
        return Err(FormatError::corrupt("the table of sectors is larger than the file"));
    }
    Ok(ids)
}

fn entry_of(entry: &[u8; DIRECTORY_ENTRY], sector_size: usize) -> Option<Entry> {
    let number = |start: usize| entry.get(start..).and_then(|rest| rest.first_chunk()).copied();
    let bytes = usize::from(u16::from_le_bytes([entry[64], entry[65]]));
    let name = entry.get(..bytes.checked_sub(2)?.min(64))?;
    let units = name.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    let len = u64::from_le_bytes(number(120)?);
    // In files with small sectors the upper half may be anything (MS-CFB 2.6.3).
    let len = if sector_size == 512 { len & 0xFFFF_FFFF } else { len };
    let name = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Some(Entry { name, start: u32::from_le_bytes(entry.get(116..)?.first_chunk().copied()?), len })
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.as_chunks::<4>().0.iter().map(|chunk| u32::from_le_bytes(*chunk))
}
