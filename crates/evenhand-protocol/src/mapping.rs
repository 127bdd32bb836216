use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::{Field, GuessReason, TableKind, ValueRules};

/// Where a table lies: in which file, which member of an archive, which sheet, and which table of that sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct TableSource {
    /// Index of the file among those chosen.
    pub file: u32,
    /// File name.
    pub name: String,
    /// Name within the archive, where the file is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Sheet name, where the format has sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Which table of the sheet, from 0: tables stand one under the other, apart by blank rows.
    #[serde(default)]
    pub block: u32,
}

impl TableSource {
    /// The file as problems name it: with the member, where it is an archive.
    pub fn file_name(&self) -> String {
        match &self.member {
            Some(member) => format!("{}/{member}", self.name),
            None => self.name.clone(),
        }
    }
}

/// How the scores of a table are laid out.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize,
)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shape {
    /// One score a row.
    #[default]
    Long,
    /// Several scores a row: each score column stands for one id of a field.
    Wide {
        /// The field whose ids the score columns stand for.
        across: Field,
    },
}

/// One column of a table and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct ColumnMapping {
    /// Header as written; the two rows of a header are joined as `upper / lower`.
    pub header: String,
    /// What it is taken for.
    pub field: Field,
    /// Of a score column of a wide table: the id it stands for; the header where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Of a score column that stands for an indicator: its dimension, where the upper header row tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
}

impl ColumnMapping {
    /// A column whose header says all there is to say.
    pub fn new(header: impl Into<String>, field: Field) -> Self {
        Self { header: header.into(), field, id: None, dimension: None }
    }

    /// The id that a score column of a wide table stands for.
    pub fn wide_id(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.header)
    }
}

/// Where the value of a constant comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstantSource {
    /// The name of the file or of the archive's member.
    FileName,
    /// The name of the sheet.
    SheetName,
    /// The title above the header.
    BlockTitle,
    /// Set by the user.
    ByHand,
}

/// A field that has one value for a whole table: one round per file, one evaluator per sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct Constant {
    /// The field.
    pub field: Field,
    /// Its value.
    pub value: String,
    /// Where the value comes from.
    pub from: ConstantSource,
}

/// How one table is to be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, BorshSerialize, BorshDeserialize)]
pub struct TableMapping {
    /// Where it lies.
    pub source: TableSource,
    /// What it holds.
    pub kind: TableKind,
    /// Cell delimiter: `,`, `;`, tab or `|`.
    #[serde(default = "comma")]
    #[borsh(serialize_with = "crate::wire::write_char", deserialize_with = "crate::wire::read_char")]
    pub delimiter: char,
    /// Encoding as found, by its usual name: `UTF-8`, `GB18030`.
    #[serde(default)]
    pub encoding: String,
    /// Row of the header, as a spreadsheet numbers it; the first row that is not blank where it is 0.
    #[serde(default)]
    pub header_row: u32,
    /// Rows of the header: 1 or 2.
    #[serde(default = "one")]
    pub header_rows: u32,
    /// Last row of the table; to the end of its sheet where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_row: Option<u64>,
    /// How its scores are laid out.
    #[serde(default)]
    pub shape: Shape,
    /// Fields with one value for the whole table.
    #[serde(default)]
    pub constants: Vec<Constant>,
    /// Columns from left to right.
    pub columns: Vec<ColumnMapping>,
    /// How cells become scores.
    #[serde(default)]
    pub values: ValueRules,
    /// Why it was taken for this.
    #[serde(default)]
    pub reasons: Vec<GuessReason>,
}

fn comma() -> char {
    ','
}

fn one() -> u32 {
    1
}

impl TableMapping {
    /// A table of which nothing is known but its place.
    pub fn unknown(source: TableSource) -> Self {
        Self {
            source,
            kind: TableKind::Ignored,
            delimiter: comma(),
            encoding: String::new(),
            header_row: 0,
            header_rows: one(),
            last_row: None,
            shape: Shape::Long,
            constants: Vec::new(),
            columns: Vec::new(),
            values: ValueRules::default(),
            reasons: Vec::new(),
        }
    }

    /// A key of the table's shape that is the same for all tables with the same headers, whatever their case, width
    /// and spaces: the page remembers corrections by it.
    pub fn shape_key(&self) -> String {
        shape_key(self.columns.iter().map(|column| column.header.as_str()))
    }

    /// The value of a field that is the same for the whole table.
    pub fn constant(&self, field: Field) -> Option<&str> {
        self.constants.iter().find(|constant| constant.field == field).map(|constant| constant.value.as_str())
    }
}

/// The number of headers and the FNV-1a hash (Fowler, Noll & Vo 1991; 64 bits) of their folded text.
fn shape_key<'a>(headers: impl Iterator<Item = &'a str>) -> String {
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let (mut hash, mut n) = (BASIS, 0);
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    for header in headers {
        n += 1;
        folded(header).bytes().for_each(&mut add);
        // A byte that no UTF-8 text holds keeps `ab,c` and `a,bc` apart.
        add(0xff);
    }
    format!("{n}-{hash:016x}")
}

/// Lower case, half width, without spaces.
pub(crate) fn folded(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_of_headers_does_not_change_the_shape() {
        let key = |headers: &[&str]| shape_key(headers.iter().copied());
        assert_eq!(key(&["Round", "得分（A）"]), key(&[" ROUND", "得 分（Ａ）"]));
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        assert_ne!(key(&["a", "b"]), key(&["b", "a"]));
        assert!(key(&["a", "b"]).starts_with("2-"));
    }
}
