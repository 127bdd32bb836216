//! Which numbers something shows, in a few letters: whether they have changed, not what they are.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::FindingKind;
use serde_json::Value;

/// The 64-bit hash of Fowler, Noll and Vo (variant 1a, 1991) over the bits of numbers.
pub(super) struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    pub(super) fn number(&mut self, value: f64) {
        for byte in value.to_bits().to_le_bytes() {
            self.byte(byte);
        }
    }

    /// Rows count whatever their order, which changes with anonymity where it is that of the names.
    pub(super) fn table(mut self, table: &DataTable) -> Self {
        let row = |cells: &Vec<TableCell>| {
            let mut hash = Self::default();
            for cell in cells {
                match cell {
                    TableCell::Number { value, .. } => hash.number(*value),
                    // Names and words change with language and anonymity.
                    TableCell::Text(_) => hash.byte(1),
                    TableCell::Empty => hash.byte(2),
                }
            }
            hash.0
        };
        self.0 = table.rows.iter().map(row).fold(self.0, u64::wrapping_add);
        self
    }

    pub(super) fn finding(mut self, kind: &FindingKind) -> Self {
        // A finding is plain data, which always has a JSON form.
        self.json(&serde_json::to_value(kind).unwrap_or_default());
        self
    }

    fn json(&mut self, value: &Value) {
        match value {
            Value::Number(number) => self.number(number.as_f64().unwrap_or_default()),
            Value::Array(values) => values.iter().for_each(|value| self.json(value)),
            Value::Object(fields) => fields.values().for_each(|value| self.json(value)),
            Value::Null => self.byte(2),
            Value::Bool(truth) => self.byte(3 + u8::from(*truth)),
            Value::String(_) => self.byte(1),
        }
    }

    pub(super) fn finish(self) -> String {
        format!("{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_its_authors() {
        // Test vector of the FNV reference: the 64-bit 1a hash of "a".
        let mut hash = Fingerprint::default();
        hash.byte(b'a');
        assert_eq!(hash.finish(), "af63dc4c8601ec8c");
    }

    #[test]
    fn numbers_count_and_names_do_not() {
        let table = |name: &str, value| {
            let mut table = DataTable::new().text_column("a").number_column("b");
            table.push([TableCell::from(name), TableCell::number(value, 2)]);
            Fingerprint::default().table(&table).finish()
        };
        assert_eq!(table("E01", 0.5), table("EV01", 0.5));
        assert_ne!(table("E01", 0.5), table("E01", 0.500_000_1));
        let both = |values: [f64; 2]| {
            let mut table = DataTable::new().number_column("a");
            values.into_iter().for_each(|value| table.push([TableCell::number(value, 2)]));
            Fingerprint::default().table(&table).finish()
        };
        assert_eq!(both([1.0, 2.0]), both([2.0, 1.0]), "the order of rows may be that of names");
        assert_ne!(both([1.0, 2.0]), both([1.0, 3.0]));
    }
}
