//! The table behind a chart: every number that is drawn, to read and to take away as CSV.

/// A column of a data table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Whether it holds numbers, which are set flush right.
    pub numeric: bool,
}

/// A cell of a data table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCell {
    /// Words.
    Text(String),
    /// A number and how the chart writes it.
    Number {
        /// The value in full.
        value: f64,
        /// The value as people read it.
        text: String,
    },
    /// Nothing known.
    Empty,
}

impl TableCell {
    /// A number written with so many decimals; `Empty` when it is not finite.
    #[must_use]
    pub fn number(value: f64, decimals: usize) -> Self {
        if value.is_finite() {
            Self::Number { value, text: crate::number_format::format_number(value, decimals) }
        } else {
            Self::Empty
        }
    }
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The data behind a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DataTable {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with one cell per column.
    pub rows: Vec<Vec<TableCell>>,
}

impl DataTable {
    /// An empty table without columns.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The table with one more column of words.
    #[must_use]
    pub fn text_column(self, name: impl Into<String>) -> Self {
        self.column(name.into(), false)
    }

    /// The table with one more column of numbers.
    #[must_use]
    pub fn number_column(self, name: impl Into<String>) -> Self {
        self.column(name.into(), true)
    }

    fn column(mut self, name: String, numeric: bool) -> Self {
        self.columns.push(Column { name, numeric });
        self
    }

    /// Appends a row; missing cells are empty, surplus ones are left out.
    pub fn push(&mut self, row: impl IntoIterator<Item = TableCell>) {
        let mut row: Vec<TableCell> = row.into_iter().collect();
        row.resize(self.columns.len(), TableCell::Empty);
        self.rows.push(row);
    }

    /// The table as CSV (RFC 4180, UTF-8 with byte order mark, CRLF).
    ///
    /// Numbers are written in full with a decimal point.
    /// Words that a spreadsheet would run as a formula get a leading apostrophe.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = String::from("\u{feff}");
        push_line(&mut csv, self.columns.iter().map(|column| text_field(&column.name)));
        for row in &self.rows {
            push_line(&mut csv, row.iter().map(field));
        }
        csv
    }
}

fn push_line(csv: &mut String, fields: impl Iterator<Item = String>) {
    let fields: Vec<String> = fields.collect();
    csv.push_str(&fields.join(","));
    csv.push_str("\r\n");
}

fn field(cell: &TableCell) -> String {
    match cell {
        TableCell::Text(text) => text_field(text),
        TableCell::Number { value, .. } if value.is_finite() => format!("{value}"),
        TableCell::Number { .. } | TableCell::Empty => String::new(),
    }
}

fn text_field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guarded = if formula { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_quotes_guards_and_keeps_numbers_in_full() {
        let mut table = DataTable::new().text_column("Evaluator").number_column("Severity, points");
        table.push(["=HYPERLINK(\"x\")".into(), TableCell::number(-1.234_567, 2)]);
        table.push(["Li \"Ana\" Wei".into(), TableCell::number(f64::NAN, 2)]);
        table.push(["+1".into(), TableCell::Number { value: 1e6, text: String::new() }, "surplus".into()]);
        table.push(["@a\nb".into()]);
        let expected = "\u{feff}Evaluator,\"Severity, points\"\r\n\
            \"'=HYPERLINK(\"\"x\"\")\",-1.234567\r\n\
            \"Li \"\"Ana\"\" Wei\",\r\n\
            '+1,1000000\r\n\
            \"'@a\nb\",\r\n";
        assert_eq!(table.to_csv(), expected);
    }
}
