//! A table as plain data: columns, rows, their order, and the table as CSV.

use std::sync::Arc;

use evenhand_charts::{DataTable, TableCell};
use evenhand_words::{Column, Language};

use super::cell::{Cell, SortKey};

/// The head of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// Short words.
    pub title: String,
    /// What the column holds, in a sentence.
    pub tip: String,
    /// Whether it holds numbers, which are set flush right.
    pub numeric: bool,
    /// The note of the methods page that explains it.
    pub note: Option<&'static str>,
}

impl Head {
    /// A column of words.
    pub fn text(column: Column) -> Self {
        Self { title: column.header.to_owned(), tip: column.tip.to_owned(), numeric: false, note: None }
    }

    /// The same column with the note of the methods page that explains it.
    pub fn explained(self, note: &'static str) -> Self {
        Self { note: Some(note), ..self }
    }

    /// A column of numbers.
    pub fn number(column: Column) -> Self {
        Self { numeric: true, ..Self::text(column) }
    }

    /// A column that needs no further words.
    pub fn plain(title: &str, numeric: bool) -> Self {
        Self { title: title.to_owned(), tip: String::new(), numeric, note: None }
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The entity it is about, such as `evaluator:E017`.
    pub entity: Option<String>,
    /// Others that it has to do with.
    pub others: Vec<String>,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row about nothing in particular.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { entity: None, others: Vec::new(), cells }
    }

    /// The row, which has to do with these too.
    pub fn with(self, others: Vec<String>) -> Self {
        Self { others, ..self }
    }

    /// Whether it is about one of these, or has to do with it.
    pub fn is_of(&self, wanted: impl Fn(&str) -> bool) -> bool {
        self.entity.iter().chain(&self.others).any(|entity| wanted(entity))
    }

    /// A row about an entity.
    pub fn about(entity: String, cells: Vec<Cell>) -> Self {
        Self { entity: Some(entity), others: Vec::new(), cells }
    }
}

/// Which column a table is sorted by, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: usize,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Columns and rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// The columns.
    pub heads: Vec<Head>,
    /// The rows in their own order.
    pub rows: Vec<Arc<Row>>,
}

impl Table {
    /// A table of these columns and rows.
    pub fn new(heads: Vec<Head>, rows: impl IntoIterator<Item = Row>) -> Self {
        Self { heads, rows: rows.into_iter().map(Arc::new).collect() }
    }

    /// The table behind a chart.
    pub fn behind(chart: &DataTable) -> Self {
        let heads = chart.columns.iter().map(|column| Head::plain(&column.name, column.numeric)).collect();
        let cell = |cell: &TableCell| match cell {
            TableCell::Text(text) => Cell::text(text.as_str()),
            TableCell::Number { value, text } => Cell::value(*value, text.as_str()),
            TableCell::Empty => Cell::empty(),
        };
        Self::new(heads, chart.rows.iter().map(|row| Row::new(row.iter().map(cell).collect())))
    }

    /// The rows in an order; equal ones stay in their own.
    pub fn sorted(&self, order: Option<Order>) -> Vec<Arc<Row>> {
        let mut rows = self.rows.clone();
        if let Some(Order { column, descending }) = order {
            let key = |row: &Arc<Row>| row.cells.get(column).map(|cell| cell.sort.clone());
            rows.sort_by(|a, b| {
                let (a, b) = (key(a).unwrap_or(SortKey::Unknown), key(b).unwrap_or(SortKey::Unknown));
                a.compare(&b, descending)
            });
        }
        rows
    }

    /// The table as CSV with a byte-order mark; an interval takes two more columns.
    pub fn to_csv(&self, language: Language) -> String {
        let words = &language.words().common;
        let has_ends: Vec<bool> = (0..self.heads.len())
            .map(|k| self.rows.iter().any(|row| row.cells.get(k).is_some_and(|cell| cell.ends.is_some())))
            .collect();
        let mut table = DataTable::new();
        for (head, has_ends) in self.heads.iter().zip(&has_ends) {
            table =
                if head.numeric { table.number_column(&head.title) } else { table.text_column(&head.title) };
            if *has_ends {
                table = table
                    .number_column(format!("{}: {}", head.title, words.low))
                    .number_column(format!("{}: {}", head.title, words.high));
            }
        }
        for row in &self.rows {
            let cells = row.cells.iter().zip(&has_ends);
            table.push(cells.flat_map(|(cell, has_ends)| exported(cell, *has_ends)));
        }
        table.to_csv()
    }
}

fn exported(cell: &Cell, has_ends: bool) -> Vec<TableCell> {
    let full = |value: f64| TableCell::Number { value, text: value.to_string() };
    let mut cells = vec![match &cell.sort {
        SortKey::Number(value) => full(*value),
        SortKey::Text(_) => TableCell::Text(cell.text.clone()),
        SortKey::Unknown => TableCell::Empty,
    }];
    if has_ends {
        let (low, high) = cell.ends.unzip();
        cells.extend([low, high].map(|end| end.map_or(TableCell::Empty, full)));
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let cell = |value: f64| Cell { ends: Some((value - 1.0, value + 1.0)), ..Cell::value(value, "x") };
        Table::new(
            vec![Head::plain("Id", false), Head::plain("Value", true)],
            [
                Row::new(vec![Cell::text("b"), cell(2.5)]),
                Row::new(vec![Cell::text("a"), Cell::empty()]),
                Row::new(vec![Cell::text("c"), cell(1.0)]),
            ],
        )
    }

    #[test]
    fn rows_are_sorted_with_unknown_values_last() {
        let ids = |column, descending| {
            let rows = table().sorted(Some(Order { column, descending }));
            rows.iter().map(|row| row.cells[0].text.clone()).collect::<String>()
        };
        assert_eq!(ids(0, false), "abc");
        assert_eq!(ids(1, false), "cba");
        assert_eq!(ids(1, true), "bca");
    }

    #[test]
    fn csv_gives_intervals_two_columns() {
        let csv = table().to_csv(Language::En);
        assert!(
            csv.contains("Id,Value,Value: Lower end,Value: Upper end\r\nb,2.5,1.5,3.5\r\na,,,\r\n"),
            "{csv}"
        );
    }
}
