/// One cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Text, whatever it looks like.
    Text(String),
    /// A number.
    Number(f64),
    /// A day, written `2024-03-01`.
    Day(String),
}

impl Cell {
    /// A number where the text is one, else the text.
    pub fn of(text: &str) -> Self {
        match text.parse() {
            _ if text.is_empty() => Self::Blank,
            Ok(number) => Self::Number(number),
            Err(_) => Self::Text(text.to_owned()),
        }
    }

    /// The cell as text; the shortest decimal that gives the number back.
    pub fn text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Day(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// A table of cells, row by row; rows may be of different lengths.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid(pub Vec<Vec<Cell>>);

impl Grid {
    /// The table that a plain text with commas spells out: no quotes, a row per line.
    pub fn of(text: &str) -> Self {
        Self(text.lines().map(|line| line.split(',').map(Cell::of).collect()).collect())
    }

    /// How many columns the longest row has.
    pub fn width(&self) -> usize {
        self.0.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub grid: Grid,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Hidden rows, from 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, from 0.
    pub hidden_columns: Vec<u16>,
    /// Merged ranges: first row and column, last row and column, from 0. The first cell holds the value.
    pub merged: Vec<[u32; 4]>,
}

impl Sheet {
    /// A sheet of the table that a plain text spells out.
    pub fn of(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), grid: Grid::of(text), ..Self::default() }
    }
}
