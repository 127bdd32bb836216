use serde::{Deserialize, Serialize};

use crate::mapping::folded;
use crate::{Choice, ColumnMapping, IdJoin, LoadPlan, TableKind, TableMapping, TablePreview};

/// A plan as a file of its own, to read next month's files like this month's.
///
/// ```json
/// { "evenhand_mapping": 1, "tables": [ … ], "joins": [], "choices": [] }
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MappingFile {
    /// Version of the format.
    pub evenhand_mapping: u32,
    /// One mapping per table.
    pub tables: Vec<TableMapping>,
    /// Ids that the user joined.
    #[serde(default)]
    pub joins: Vec<IdJoin>,
    /// What is done about problems, where it is not the usual.
    #[serde(default)]
    pub choices: Vec<Choice>,
}

/// Why a mapping file does not fit the files at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MappingMismatch {
    /// The mapping file is of another version.
    Version {
        /// As written.
        found: u32,
    },
    /// No table has the name or the headers of a mapped one.
    NoSuchTable {
        /// File name in the mapping.
        name: String,
        /// Sheet in the mapping.
        sheet: Option<String>,
        /// A header of the mapping that the nearest table lacks, if one is near.
        missing_header: Option<String>,
    },
}

impl MappingFile {
    /// The version that is written.
    pub const VERSION: u32 = 1;

    /// The mapping file of a plan.
    pub fn of(plan: &LoadPlan) -> Self {
        let LoadPlan { tables, joins, choices } = plan.clone();
        Self { evenhand_mapping: Self::VERSION, tables, joins, choices }
    }

    /// The plan for tables at hand: each is read like the mapped table of the same file, sheet and place, else like
    /// one with the same headers, else like one whose headers stand in another row than was guessed: in the row of the
    /// mapping, else in the first that has them. Tables without a match keep their guessed mapping.
    ///
    /// # Errors
    /// [`MappingMismatch`] for another version, and for the first mapped table in use that nothing at hand matches.
    pub fn apply(&self, previews: &[TablePreview]) -> Result<LoadPlan, MappingMismatch> {
        if self.evenhand_mapping != Self::VERSION {
            return Err(MappingMismatch::Version { found: self.evenhand_mapping });
        }
        let mut used = vec![false; self.tables.len()];
        let mut tables = Vec::with_capacity(previews.len());
        for preview in previews {
            tables.push(match self.found(preview) {
                Some((index, here)) => {
                    used[index] = true;
                    overlaid(&self.tables[index], &here)
                }
                None => preview.mapping.clone(),
            });
        }
        let unused = self.tables.iter().zip(used).find(|(mapped, used)| {
            !used && mapped.kind != TableKind::Ignored && !comes_again(mapped, &tables)
        });
        match unused {
            Some((mapped, _)) => Err(no_such_table(mapped, previews)),
            None => Ok(LoadPlan { tables, joins: self.joins.clone(), choices: self.choices.clone() }),
        }
    }

    /// The mapped table that a table at hand is read like, and the table with its header in the right row.
    fn found(&self, preview: &TablePreview) -> Option<(usize, TableMapping)> {
        let here = &preview.mapping;
        let position = |fits: &dyn Fn(&TableMapping) -> bool| self.tables.iter().position(fits);
        let guessed = position(&|mapped| same_place(mapped, here) && same_headers(mapped, here))
            .or_else(|| position(&|mapped| same_headers(mapped, here)));
        if let Some(index) = guessed {
            return Some((index, here.clone()));
        }
        let mut indices: Vec<usize> = (0..self.tables.len()).collect();
        indices.sort_by_key(|index| !same_place(&self.tables[*index], here));
        indices.into_iter().find_map(|index| Some((index, moved(&self.tables[index], preview)?)))
    }
}

/// The table at hand with its header where it is called like that of the mapped one.
fn moved(mapped: &TableMapping, preview: &TablePreview) -> Option<TableMapping> {
    // Nothing says where the header of a table without columns is.
    if mapped.columns.is_empty() {
        return None;
    }
    let rows = std::iter::once(mapped.header_row).chain(preview.known_rows().map(|(row, _)| row));
    let with_header = |row| preview.with_header(&preview.mapping, row, mapped.header_rows);
    rows.filter_map(with_header).find(|here| same_headers(mapped, here))
}

/// A mapping of this month's sheet may have no sheet of its own next month while its headers do come again.
fn comes_again(mapped: &TableMapping, tables: &[TableMapping]) -> bool {
    tables.iter().any(|table| same_headers(mapped, table))
}

fn same_place(mapped: &TableMapping, here: &TableMapping) -> bool {
    let (a, b) = (&mapped.source, &here.source);
    a.name == b.name && a.member == b.member && a.sheet == b.sheet && a.block == b.block
}

fn same_headers(mapped: &TableMapping, here: &TableMapping) -> bool {
    mapped.columns.len() == here.columns.len()
        && mapped.columns.iter().zip(&here.columns).all(|(a, b)| folded(&a.header) == folded(&b.header))
}

/// The table at hand, read like the mapped one. Constants that were read off names are read off the new names.
fn overlaid(mapped: &TableMapping, here: &TableMapping) -> TableMapping {
    let columns = mapped.columns.iter().zip(&here.columns);
    let columns =
        columns.map(|(mapped, here)| ColumnMapping { header: here.header.clone(), ..mapped.clone() });
    let same = same_place(mapped, here);
    let constants = mapped.constants.iter().map(|constant| {
        let guessed =
            here.constants.iter().find(|own| own.field == constant.field && own.from == constant.from);
        guessed.filter(|_| !same).unwrap_or(constant).clone()
    });
    TableMapping {
        kind: mapped.kind,
        shape: mapped.shape,
        columns: columns.collect(),
        constants: constants.collect(),
        values: mapped.values.clone(),
        reasons: Vec::new(),
        ..here.clone()
    }
}

fn no_such_table(mapped: &TableMapping, previews: &[TablePreview]) -> MappingMismatch {
    let nearest = previews.iter().max_by_key(|preview| {
        let has = |column: &&ColumnMapping| has_header(&preview.mapping, &column.header);
        mapped.columns.iter().filter(has).count()
    });
    let missing = nearest.and_then(|nearest| {
        mapped.columns.iter().find(|column| !has_header(&nearest.mapping, &column.header))
    });
    MappingMismatch::NoSuchTable {
        name: mapped.source.name.clone(),
        sheet: mapped.source.sheet.clone(),
        missing_header: missing.map(|column| column.header.clone()),
    }
}

fn has_header(table: &TableMapping, header: &str) -> bool {
    table.columns.iter().any(|column| folded(&column.header) == folded(header))
}
