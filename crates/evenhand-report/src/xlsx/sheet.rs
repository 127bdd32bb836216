//! One sheet: a head that stays in sight, typed cells, notes below.

use evenhand_charts::{DataTable, TableCell, text_width};

use super::cells::{cell, column, style, words};
use crate::xml::DECLARATION;

/// How wide columns are.
pub(super) enum Width {
    /// As their words and numbers.
    Fit,
    /// Wide, with words broken into lines.
    Words,
}

/// A sheet of a workbook.
pub(super) struct Sheet {
    pub(super) name: String,
    /// Lines above the table, the first as the title.
    pub(super) title: Vec<String>,
    pub(super) table: DataTable,
    /// Lines below the table.
    pub(super) notes: Vec<String>,
    pub(super) widths: Width,
}

/// Columns are no wider than so many letters.
const WIDEST: f64 = 44.0;

impl Sheet {
    /// The sheet as XML; `active` where it is the one that is open at first.
    pub(super) fn xml(&self, active: bool) -> String {
        let head = self.title.len() + usize::from(!self.title.is_empty()) + 1;
        let mut out = format!(
            "{DECLARATION}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews><sheetView{} workbookViewId=\"0\"><pane{} ySplit=\"{head}\" topLeftCell=\"{}{}\" activePane=\"{}\" state=\"frozen\"/></sheetView></sheetViews>",
            if active { " tabSelected=\"1\"" } else { "" },
            if self.title.is_empty() { " xSplit=\"1\"" } else { "" },
            if self.title.is_empty() { "B" } else { "A" },
            head + 1,
            if self.title.is_empty() { "bottomRight" } else { "bottomLeft" },
        );
        self.columns(&mut out);
        out.push_str("<sheetData>");
        let mut row = 0;
        for (place, line) in self.title.iter().enumerate() {
            row += 1;
            let style = if place == 0 { style::TITLE } else { style::NOTE };
            out.push_str(&format!("<row r=\"{row}\">{}</row>", words(&format!("A{row}"), line, style)));
        }
        row = head;
        out.push_str(&format!("<row r=\"{row}\">"));
        for (place, of) in self.table.columns.iter().enumerate() {
            out.push_str(&words(&format!("{}{row}", column(place)), &of.name, style::HEAD));
        }
        out.push_str("</row>");
        let plain = if matches!(self.widths, Width::Words) { style::WRAPPED } else { style::PLAIN };
        for cells in &self.table.rows {
            row += 1;
            out.push_str(&format!("<row r=\"{row}\">"));
            for (place, one) in cells.iter().enumerate() {
                out.push_str(&cell(&format!("{}{row}", column(place)), one, plain));
            }
            out.push_str("</row>");
        }
        let last = row;
        for (place, note) in self.notes.iter().enumerate() {
            row = last + 2 + place;
            out.push_str(&format!("<row r=\"{row}\">{}</row>", words(&format!("A{row}"), note, style::NOTE)));
        }
        out.push_str("</sheetData>");
        if !self.table.columns.is_empty() && last > head {
            let end = column(self.table.columns.len() - 1);
            out.push_str(&format!("<autoFilter ref=\"A{head}:{end}{last}\"/>"));
        }
        out.push_str("<pageSetup orientation=\"landscape\" paperSize=\"9\" fitToHeight=\"0\"/></worksheet>");
        out
    }

    fn columns(&self, out: &mut String) {
        if self.table.columns.is_empty() {
            return;
        }
        out.push_str("<cols>");
        for (place, of) in self.table.columns.iter().enumerate() {
            let width = match self.widths {
                Width::Words if place == 0 => 30.0,
                Width::Words => 60.0,
                Width::Fit => self.fitting(place, &of.name),
            };
            let number = place + 1;
            out.push_str(&format!(
                "<col min=\"{number}\" max=\"{number}\" width=\"{width:.1}\" customWidth=\"1\"/>"
            ));
        }
        out.push_str("</cols>");
    }

    /// The width of the longest cell, in letters.
    fn fitting(&self, place: usize, head: &str) -> f64 {
        let letters = |text: &str| text_width(text, 1.0) / 0.58;
        let of_cells = self.table.rows.iter().filter_map(|row| match row.get(place)? {
            TableCell::Text(text) | TableCell::Number { text, .. } => Some(letters(text)),
            TableCell::Empty => None,
        });
        of_cells.fold((letters(head) * 0.7).max(9.0), f64::max).min(WIDEST) + 2.0
    }
}
