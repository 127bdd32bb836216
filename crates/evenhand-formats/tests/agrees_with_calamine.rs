//! The workbooks of the tests read by calamine 0.38.0 too: an independent reader of the same formats.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Cursor;

use calamine::{Data, Ods, Reader, Xls, Xlsx};
use support::{ods, sheets, xlsx};

/// The text of a cell as calamine reads it, where it does not depend on how dates are written.
fn text(data: &Data) -> Option<String> {
    match data {
        Data::Empty => Some(String::new()),
        Data::String(text) => Some(text.clone()),
        Data::Float(number) => Some(number.to_string()),
        Data::Int(number) => Some(number.to_string()),
        Data::Bool(value) => Some(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        Data::Error(error) => Some(error.to_string()),
        Data::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            let day = format!("{year:04}-{month:02}-{day:02}");
            let is_midnight = (hour, minute, second) == (0, 0, 0);
            Some(if is_midnight { day } else { format!("{day}T{hour:02}:{minute:02}:{second:02}") })
        }
        Data::DateTimeIso(_) | Data::DurationIso(_) => None,
    }
}

/// Cells of a text without line ends in quotes.
fn cells(content: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    for c in content.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => rows.last_mut().unwrap().push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => rows.last_mut().unwrap().last_mut().unwrap().push(c),
        }
    }
    rows
}

fn check<R: Reader<Cursor<Vec<u8>>>>(name: &str, bytes: Vec<u8>)
where
    R::Error: std::fmt::Debug,
{
    let mut book = R::new(Cursor::new(bytes.clone())).unwrap();
    let mut compared = 0;
    for sheet in sheets(name, bytes) {
        let range = book.worksheet_range(sheet.name.as_deref().unwrap()).unwrap();
        let cells = cells(&sheet.text.content);
        let merged = |row: u32, column: u32| {
            sheet.merged.iter().any(|range| {
                (range.first_row..=range.last_row).contains(&(row + 1))
                    && (range.first_column..=range.last_column).contains(&(column + 1))
            })
        };
        let (Some(start), Some(end)) = (range.start(), range.end()) else { continue };
        for row in start.0..=end.0 {
            for column in start.1..=end.1 {
                let data = range.get_value((row, column)).unwrap();
                let Some(expected) = text(data) else { continue };
                if merged(row, column) {
                    continue;
                }
                let found = cells.get(row as usize).and_then(|cells| cells.get(column as usize));
                // A doubled quote is lost in the simple reading above.
                assert_eq!(
                    found.map_or("", String::as_str),
                    expected.replace('"', ""),
                    "{name} {row} {column}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 3, "{name}: only {compared} cells compared");
}

#[test]
fn xlsx_files() {
    check::<Xlsx<_>>("a.xlsx", xlsx());
}

#[test]
fn xls_files() {
    check::<Xls<_>>("a.xls", include_bytes!("corpus/kinds.xls").to_vec());
    check::<Xls<_>>("a.xls", include_bytes!("corpus/long.xls").to_vec());
}

#[test]
fn ods_files() {
    let table = r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="2"><table:table-cell/><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="4.50"><text:p>4.5</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>a, b</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell></table:table-row></table:table>"#;
    check::<Ods<_>>("a.ods", ods(table));
}
