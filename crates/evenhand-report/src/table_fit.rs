//! How much of a table a slide has room for: columns as wide as what is in them, rows as high as their longest cell.

use evenhand_charts::{DataTable, text_width, wrap};

use crate::html::cell_text;

/// Columns of words give way where a table is too wide, but are not made narrower than this many letters' heights.
const NARROWEST: f64 = 6.0;

/// A cell of words wants no more than this many letters' heights for itself; longer ones are wrapped.
const WIDEST: f64 = 18.0;

/// Rows that are looked at for the widths.
const LOOKED_AT: usize = 40;

/// Bold letters and letters of other fonts may be wider than measured.
const SLACK: f64 = 1.13;

/// The room of a table and the look of its letters, all in pixels.
pub(crate) struct TableRoom {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Size of letters.
    pub(crate) size: f64,
    /// Height of a line to the size of its letters.
    pub(crate) line: f64,
    /// Beside and above the words of a cell, both sides together.
    pub(crate) padding: (f64, f64),
}

/// A table as it fits.
pub(crate) struct TableFit {
    /// Of every column.
    pub(crate) widths: Vec<f64>,
    /// Of the heads.
    pub(crate) head: f64,
    /// Of every row that there is room for.
    pub(crate) rows: Vec<f64>,
}

impl TableRoom {
    /// The table in this room.
    pub(crate) fn fit(&self, table: &DataTable) -> TableFit {
        let widths = self.widths(table);
        let high = |texts: &mut dyn Iterator<Item = &str>| {
            let lines = texts.zip(&widths).map(|(text, width)| {
                wrap(text, self.size * SLACK, (width - self.padding.0).max(self.size)).len().max(1)
            });
            lines.max().unwrap_or(1) as f64 * self.size * self.line + self.padding.1
        };
        let head = high(&mut table.columns.iter().map(|column| column.name.as_str()));
        let mut left = self.height - head;
        let mut rows = Vec::new();
        for row in &table.rows {
            let height = high(&mut row.iter().map(cell_text));
            left -= height;
            if left < 0.0 && !rows.is_empty() {
                break;
            }
            rows.push(height);
        }
        TableFit { widths, head, rows }
    }

    /// Columns of numbers get what they need, those of words share what is left.
    fn widths(&self, table: &DataTable) -> Vec<f64> {
        let width = |text: &str| text_width(text, self.size) * SLACK + self.padding.0;
        let longest_word = |text: &str| text.split_whitespace().map(width).fold(0.0, f64::max);
        let needs: Vec<f64> = table
            .columns
            .iter()
            .enumerate()
            .map(|(place, column)| {
                let cells = table.rows.iter().take(LOOKED_AT).filter_map(|row| row.get(place));
                let most = WIDEST * self.size;
                let widest = cells.map(|cell| width(cell_text(cell)).min(most)).fold(0.0, f64::max);
                widest.max(longest_word(&column.name)).max(2.0 * self.size)
            })
            .collect();
        let of = |numeric: bool| {
            let mine = needs.iter().zip(&table.columns).filter(move |(_, column)| column.numeric == numeric);
            mine.map(|(need, _)| need).sum::<f64>()
        };
        let (numbers, words) = (of(true), of(false));
        let n_words = table.columns.iter().filter(|column| !column.numeric).count() as f64;
        let left = self.width - numbers;
        if words > 0.0 && left >= n_words * NARROWEST * self.size {
            let spare = (left - words).max(0.0);
            let share = if spare > 0.0 { 1.0 } else { left / words };
            // What is to spare goes to long words, and where there are none to all alike.
            let most = WIDEST * self.size;
            let is_long = |place: usize| !table.columns[place].numeric && needs[place] >= most;
            let n_long = (0..needs.len()).filter(|place| is_long(*place)).count();
            let more = |place: usize| match n_long {
                0 => spare / needs.len() as f64,
                n if is_long(place) => spare / n as f64,
                _ => 0.0,
            };
            let sized = needs.iter().zip(&table.columns).enumerate();
            return sized
                .map(|(place, (need, column))| need * if column.numeric { 1.0 } else { share } + more(place))
                .collect();
        }
        let scale = self.width / (numbers + words).max(1.0);
        needs.iter().map(|need| need * scale).collect()
    }
}

#[cfg(test)]
mod tests {
    use evenhand_charts::TableCell;

    use super::*;

    const ROOM: TableRoom =
        TableRoom { width: 900.0, height: 400.0, size: 15.0, line: 1.22, padding: (8.0, 12.0) };

    #[test]
    fn widths_fill_the_room_and_long_rows_take_more_of_it() {
        let table = |words: &str| {
            let mut table = DataTable::new().text_column("Name").number_column("Value").text_column("Why");
            for _ in 0..30 {
                table.push([
                    TableCell::from("P28 Canal Side Meals"),
                    TableCell::number(0.5, 2),
                    TableCell::from(words),
                ]);
            }
            ROOM.fit(&table)
        };
        let (short, long) = (table("none"), table(&"one evaluator stands for another ".repeat(6)));
        for fit in [&short, &long] {
            assert!((fit.widths.iter().sum::<f64>() - 900.0).abs() < 1e-6);
            assert!(fit.head + fit.rows.iter().sum::<f64>() <= 400.0);
        }
        assert_eq!(short.rows.len(), 12, "thirteen lines of 30.3 px, the heads among them");
        assert!(long.rows.len() < 6, "{}", long.rows.len());
        assert!(long.widths[1] < 100.0, "numbers take what they need");
    }
}
