use evenhand_protocol::{LoadError, PreviewRow, TableSource};

use crate::column_facts::ColumnFacts;
use crate::header::Header;
use crate::record::Record;
use crate::values::CellRules;

/// Rows that are looked at to say what a column holds.
const SAMPLE_ROWS: usize = 200;

/// What was seen of one table before anything was guessed.
#[derive(Debug)]
pub(crate) struct Seen {
    /// Where it lies.
    pub source: TableSource,
    /// Size of its file in bytes.
    pub size: u64,
    /// Whether its sheet is hidden.
    pub hidden: bool,
    /// Encoding as found.
    pub encoding: String,
    /// Delimiter.
    pub delimiter: u8,
    /// Distinct cells of each row above the header.
    pub titles: Vec<Vec<String>>,
    /// The rows above the header and those of the header.
    pub top: Vec<PreviewRow>,
    /// Row of the header.
    pub header_row: u32,
    /// Rows of the header.
    pub header_rows: u32,
    /// Last row, where another table follows.
    pub last_row: Option<u64>,
    /// How many tables its sheet holds.
    pub n_blocks: u32,
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Upper and lower name of a column, where the header has two rows.
    pub pairs: Vec<Option<(String, String)>>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Their numbers.
    pub row_numbers: Vec<u32>,
    /// What the first rows show of each column.
    pub facts: Vec<ColumnFacts>,
    /// Whether the text goes on behind what was seen.
    pub cut: bool,
    /// Whether it is a file of an archive that cannot be read.
    pub unreadable: bool,
    /// What keeps the table from being read at all.
    pub broken: Option<LoadError>,
}

impl Seen {
    /// A table of which nothing can be seen.
    pub fn broken(source: TableSource, size: u64, error: LoadError) -> Self {
        Self {
            source,
            size,
            hidden: false,
            encoding: String::new(),
            delimiter: b',',
            titles: Vec::new(),
            top: Vec::new(),
            header_row: 0,
            header_rows: 1,
            last_row: None,
            n_blocks: 1,
            headers: Vec::new(),
            pairs: Vec::new(),
            rows: Vec::new(),
            row_numbers: Vec::new(),
            facts: Vec::new(),
            cut: false,
            unreadable: false,
            broken: Some(error),
        }
    }

    /// Reads the header and the first rows of a table of `text`, which goes on where it is `cut`.
    pub fn read(&mut self, text: &str, header: &Header, cut: bool) {
        self.cut = cut;
        self.header_row = u32::try_from(header.row).unwrap_or(u32::MAX);
        self.header_rows = 1 + u32::from(header.lower.is_some());
        self.headers = header.names(text, self.delimiter);
        self.pairs = header.pairs(text, self.delimiter);
        let rows = first_rows(text, self.delimiter, header, self.last_row, cut);
        (self.row_numbers, self.rows) = rows.into_iter().unzip();
        let rules = CellRules::new(&evenhand_protocol::ValueRules::default());
        let cells =
            |column: usize| self.rows.iter().filter_map(move |row| row.get(column)).map(String::as_str);
        self.facts = (0..self.headers.len()).map(|column| ColumnFacts::of(cells(column), &rules)).collect();
    }

    /// The words that say what each column holds: the lower ones of a header of two rows.
    pub fn words(&self) -> Vec<String> {
        let lower = |pair: Option<&Option<(String, String)>>| pair.cloned().flatten().map(|(_, lower)| lower);
        let columns = self.headers.iter().enumerate();
        columns
            .map(|(column, header)| lower(self.pairs.get(column)).unwrap_or_else(|| header.clone()))
            .collect()
    }

    /// The cells of a column in the first rows.
    pub fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.trim())
    }
}

/// The first rows that are not blank, with their numbers; not the last one of a text that goes on.
fn first_rows(
    text: &str,
    delimiter: u8,
    header: &Header,
    last_row: Option<u64>,
    cut: bool,
) -> Vec<(u32, Vec<String>)> {
    let bytes = text.as_bytes();
    let mut rows = Vec::new();
    let (mut pos, mut row) = (header.next, header.next_row);
    while pos < text.len() && rows.len() < SAMPLE_ROWS && last_row.is_none_or(|last| row <= last) {
        let record = Record::at(bytes, delimiter, pos);
        if cut && record.next >= text.len() {
            break;
        }
        if !record.is_blank(bytes, delimiter) {
            let cells = record.values(text, delimiter).into_iter().map(std::borrow::Cow::into_owned);
            rows.push((u32::try_from(row).unwrap_or(u32::MAX), cells.collect()));
        }
        (pos, row) = (record.next, row + 1);
    }
    rows
}
