//! A table as it is read on a slide: an interval beside its value, and what has no value last.
//!
//! The workbook has every number of the table; a slide is read from the back of a room.

use evenhand_charts::{Column, DataTable, TableCell};
use evenhand_words::{Language, NO_VALUE, value_with_ends};

/// The table for a slide.
pub(crate) fn slide_table(table: &DataTable, language: Language) -> DataTable {
    let parts = parts(table, language);
    let columns = parts.iter().map(|part| table.columns[part.place()].clone()).collect();
    let (known, unknown): (Vec<_>, Vec<_>) = table.rows.iter().partition(|row| has_number(row));
    let row = |row: &Vec<TableCell>| -> Vec<TableCell> {
        parts.iter().map(|part| part.cell(row, &table.columns, language)).collect()
    };
    DataTable { columns, rows: known.into_iter().chain(unknown).map(row).collect() }
}

/// What becomes of one or more columns.
enum Part {
    /// A column as it is.
    Same(usize),
    /// A value and the two columns after it, which are the ends of its interval.
    WithEnds(usize),
}

impl Part {
    fn place(&self) -> usize {
        match self {
            Self::Same(place) | Self::WithEnds(place) => *place,
        }
    }

    fn cell(&self, row: &[TableCell], columns: &[Column], language: Language) -> TableCell {
        let place = self.place();
        let text = |place: usize| match row.get(place) {
            Some(TableCell::Number { text, .. }) => Some(text.as_str()),
            _ => None,
        };
        match (self, row.get(place)) {
            (_, None) => TableCell::Empty,
            // The reason why there is no value is told in the workbook; here it would be the widest cell of all.
            (_, Some(TableCell::Text(_))) if place > 0 && columns[place].numeric => TableCell::from(NO_VALUE),
            (Self::WithEnds(_), Some(cell)) => match (text(place), text(place + 1), text(place + 2)) {
                (Some(value), Some(low), Some(high)) => {
                    TableCell::Text(value_with_ends(language, value, low, high))
                }
                _ => cell.clone(),
            },
            (Self::Same(_), Some(cell)) => cell.clone(),
        }
    }
}

/// The columns of the slide, in their order.
fn parts(table: &DataTable, language: Language) -> Vec<Part> {
    let words = &language.words().common;
    let is_part = |place: usize, of: usize, end: &str| {
        let of = table.columns[of].name.as_str();
        table.columns.get(place).is_some_and(|column| {
            column.name.len() > of.len() + end.len()
                && column.name.starts_with(of)
                && column.name.ends_with(end)
        })
    };
    let mut parts = Vec::new();
    let mut place = 0;
    while place < table.columns.len() {
        if is_part(place + 1, place, words.low) && is_part(place + 2, place, words.high) {
            parts.push(Part::WithEnds(place));
            let value = place;
            place += 3;
            while is_part(place, value, words.standard_error) || is_part(place, value, words.n) {
                place += 1;
            }
        } else {
            parts.push(Part::Same(place));
            place += 1;
        }
    }
    parts
}

fn has_number(row: &[TableCell]) -> bool {
    row.iter().any(|cell| matches!(cell, TableCell::Number { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_stand_beside_values_and_what_has_none_comes_last() {
        let mut table = DataTable::new()
            .text_column("Evaluator")
            .number_column("Difference")
            .number_column("Difference, Lower end")
            .number_column("Difference, Upper end")
            .number_column("Difference, Standard error")
            .number_column("Difference, Number")
            .number_column("p")
            .text_column("Verdict");
        table.push([TableCell::from("E1"), TableCell::from("Too few scores.")]);
        let numbers = [0.5, 0.25, 0.75, 0.1, 30.0, 0.01].map(|value| TableCell::number(value, 2));
        table.push([vec![TableCell::from("E2")], numbers.to_vec(), vec![TableCell::from("higher")]].concat());
        let found = slide_table(&table, Language::En);
        let names: Vec<&str> = found.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["Evaluator", "Difference", "p", "Verdict"]);
        let said = |row: usize| -> Vec<&str> { found.rows[row].iter().map(crate::html::cell_text).collect() };
        assert_eq!(said(0), ["E2", "0.50 (0.25 to 0.75)", "0.01", "higher"]);
        assert_eq!(said(1), ["E1", NO_VALUE, "", ""]);
    }
}
