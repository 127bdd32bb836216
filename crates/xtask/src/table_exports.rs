//! Restores the table that an export names.
//!
//! `wasm-opt` up to version 108, which Debian 12 ships, writes index 0 for every exported table (WebAssembly core
//! specification 2.0, section 5.5.10 for the format).
//! The loader then puts JavaScript objects into the table of functions, and the page dies at its first line.

/// Sections read here, by their number in the format.
const TABLE_SECTION: u8 = 4;
const EXPORT_SECTION: u8 = 7;

/// The kind of an exported table.
const TABLE_KIND: u8 = 1;

/// An exported table.
#[derive(Debug, PartialEq, Eq)]
struct TableExport<'a> {
    name: &'a [u8],
    index: u32,
    /// Where the index stands in the module.
    place: usize,
}

/// Gives the exported tables of `optimised` the indices they have in `original`.
///
/// `None` when the two modules do not have the same tables, so that nothing can be said about them.
pub fn restore(original: &[u8], mut optimised: Vec<u8>) -> Option<Vec<u8>> {
    if table_types(original)? != table_types(&optimised)? {
        return None;
    }
    let expected = exports(original)?;
    let found = exports(&optimised)?;
    let mut changes = Vec::new();
    for export in &found {
        let index = expected.iter().find(|other| other.name == export.name)?.index;
        // One byte holds an index below 128, and a module of two tables has no other.
        if index > 127 || export.index > 127 {
            return None;
        }
        changes.push((export.place, u8::try_from(index).ok()?));
    }
    if found.len() != expected.len() {
        return None;
    }
    for (place, index) in changes {
        *optimised.get_mut(place)? = index;
    }
    Some(optimised)
}

/// The element type of each table that a module defines.
fn table_types(module: &[u8]) -> Option<Vec<u8>> {
    let mut types = Vec::new();
    let Some(mut reader) = section(module, TABLE_SECTION)? else { return Some(types) };
    for _ in 0..reader.number()? {
        types.push(reader.byte()?);
        let has_maximum = reader.byte()? & 1 == 1;
        reader.number()?;
        if has_maximum {
            reader.number()?;
        }
    }
    Some(types)
}

/// The exported tables of a module.
fn exports(module: &[u8]) -> Option<Vec<TableExport<'_>>> {
    let mut tables = Vec::new();
    let Some(mut reader) = section(module, EXPORT_SECTION)? else { return Some(tables) };
    for _ in 0..reader.number()? {
        let length = usize::try_from(reader.number()?).ok()?;
        let name = reader.take(length)?;
        let kind = reader.byte()?;
        let place = reader.at;
        let index = reader.number()?;
        if kind == TABLE_KIND {
            tables.push(TableExport { name, index, place });
        }
    }
    Some(tables)
}

/// A reader at the content of a section: `None` for a broken module, `Some(None)` for one without that section.
fn section(module: &[u8], wanted: u8) -> Option<Option<Reader<'_>>> {
    const HEADER: usize = 8;
    let mut reader = Reader { module, at: HEADER };
    while reader.at < module.len() {
        let id = reader.byte()?;
        let length = usize::try_from(reader.number()?).ok()?;
        if id == wanted {
            return Some(Some(reader));
        }
        reader.take(length)?;
    }
    Some(None)
}

/// Reads the numbers and bytes of a module in order.
struct Reader<'a> {
    module: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.module.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let end = self.at.checked_add(length)?;
        let bytes = self.module.get(self.at..end)?;
        self.at = end;
        Some(bytes)
    }

    /// An unsigned number in LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FUNCTIONS: u8 = 0x70;
    const OBJECTS: u8 = 0x6f;

    /// A module with a table of functions, one of `second`, and the export `t` of table `index`.
    fn module(second: u8, index: u8) -> Vec<u8> {
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        bytes.extend([TABLE_SECTION, 9, 2, FUNCTIONS, 1, 5, 5, second, 0, 0x80, 0x08]);
        bytes.extend([EXPORT_SECTION, 9, 2, 1, b'm', 2, 0, 1, b't', TABLE_KIND, index]);
        bytes
    }

    #[test]
    fn a_wrong_index_is_restored() {
        assert_eq!(restore(&module(OBJECTS, 1), module(OBJECTS, 0)), Some(module(OBJECTS, 1)));
    }

    #[test]
    fn a_right_index_stays() {
        assert_eq!(restore(&module(OBJECTS, 1), module(OBJECTS, 1)), Some(module(OBJECTS, 1)));
    }

    #[test]
    fn other_tables_are_not_guessed_at() {
        assert_eq!(restore(&module(OBJECTS, 1), module(FUNCTIONS, 0)), None);
    }

    #[test]
    fn a_broken_module_is_refused() {
        let whole = module(OBJECTS, 1);
        for length in 9..whole.len() {
            let broken = whole.get(..length).expect("it is shorter").to_vec();
            assert_eq!(restore(&whole, broken), None, "cut after {length} bytes");
        }
    }

    #[test]
    fn a_module_without_tables_stays() {
        let empty = b"\0asm\x01\0\0\0".to_vec();
        assert_eq!(restore(&empty, empty.clone()), Some(empty));
    }
}
