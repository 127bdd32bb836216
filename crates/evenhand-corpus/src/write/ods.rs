use super::archive::zipped;
use crate::case::{File, Result};
use crate::grid::{Cell, Sheet};

/// The parts before and behind the tables of `content.xml`: OpenDocument 1.3, part 3, sections 3.1.3.2 and 9.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3">
<office:automatic-styles>
<style:style style:name="shown" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>"#;
const TAIL: &str = "</office:spreadsheet></office:body></office:document-content>";
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"#;

/// A workbook in OpenDocument.
///
/// # Errors
/// None that writing to memory can have.
pub fn ods(sheets: &[Sheet]) -> Result<Vec<u8>> {
    let tables: String = sheets.iter().map(table).collect();
    zipped(&[
        File::new("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        File::new("content.xml", format!("{HEAD}{tables}{TAIL}")),
        File::new("META-INF/manifest.xml", MANIFEST),
    ])
}

fn table(sheet: &Sheet) -> String {
    let style = if sheet.hidden { "hidden" } else { "shown" };
    let name = escaped(&sheet.name);
    let mut xml = format!(r#"<table:table table:name="{name}" table:style-name="{style}">"#);
    for column in 0..sheet.grid.width() {
        let hidden = sheet.hidden_columns.iter().any(|hidden| usize::from(*hidden) == column);
        let visibility = if hidden { r#" table:visibility="collapse""# } else { "" };
        xml.push_str(&format!("<table:table-column{visibility}/>"));
    }
    for (row, cells) in (0..).zip(&sheet.grid.0) {
        let visibility =
            if sheet.hidden_rows.contains(&row) { r#" table:visibility="collapse""# } else { "" };
        xml.push_str(&format!("<table:table-row{visibility}>"));
        for (column, value) in (0..).zip(cells) {
            xml.push_str(&cell(sheet, row, column, value));
        }
        xml.push_str("</table:table-row>");
    }
    xml.push_str("</table:table>");
    xml
}

fn cell(sheet: &Sheet, row: u32, column: u32, cell: &Cell) -> String {
    let inside = |[top, left, bottom, right]: &&[u32; 4]| {
        (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
    };
    let (mut name, mut span) = ("table:table-cell", String::new());
    if let Some([top, left, bottom, right]) = sheet.merged.iter().find(inside) {
        if (*top, *left) == (row, column) {
            span = format!(
                r#" table:number-columns-spanned="{}" table:number-rows-spanned="{}""#,
                right - left + 1,
                bottom - top + 1
            );
        } else {
            name = "table:covered-table-cell";
        }
    }
    let value = match cell {
        Cell::Blank => return format!("<{name}{span}/>"),
        Cell::Text(_) => r#" office:value-type="string""#.to_owned(),
        Cell::Number(number) => format!(r#" office:value-type="float" office:value="{number}""#),
        Cell::Day(day) => format!(r#" office:value-type="date" office:date-value="{day}""#),
    };
    let paragraphs: String =
        cell.text().split('\n').map(|line| format!("<text:p>{}</text:p>", spaced(&escaped(line)))).collect();
    format!("<{name}{span}{value}>{paragraphs}</{name}>")
}

/// Every space but the first of several is an element of its own, since white space collapses.
fn spaced(text: &str) -> String {
    text.replace("  ", " <text:s/>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
