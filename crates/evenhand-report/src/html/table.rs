//! A table as HTML.

use evenhand_charts::{DataTable, TableCell};

use super::escape::escape_into;

/// Appends a table, its first column as row heads; at most `limit` rows.
pub(super) fn table(out: &mut String, table: &DataTable, limit: usize) {
    out.push_str("<table class=\"bf-table\">\n<thead><tr>");
    for column in &table.columns {
        let class = if column.numeric { " class=\"bf-number\"" } else { "" };
        out.push_str(&format!("<th scope=\"col\"{class}>"));
        escape_into(out, &column.name);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in table.rows.iter().take(limit) {
        out.push_str("<tr>");
        for (place, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            let (open, close) = if place == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let class = if column.numeric { " class=\"bf-number\"" } else { "" };
            out.push_str(&format!("<{open}{class}>"));
            escape_into(out, text(cell));
            out.push_str(&format!("</{close}>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table>\n");
}

/// What a cell says.
pub(crate) fn text(cell: &TableCell) -> &str {
    match cell {
        TableCell::Text(text) | TableCell::Number { text, .. } => text,
        TableCell::Empty => "",
    }
}
