use std::collections::BTreeSet;
use std::io::BufRead;

use quick_xml::events::Event;

use super::table;
use crate::archive::{Package, PartXml};
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::grid::{Grid, Strings};
use crate::sheet::Sheet;
use crate::xml::{Xml, attribute};

/// All sheets in the order of the document.
pub(crate) fn read(package: &mut Package, budget: &mut Budget) -> Result<Vec<Sheet>> {
    let encrypted = package.read_part("META-INF/manifest.xml", budget, is_encrypted)?;
    if encrypted == Some(true) {
        return Err(FormatError::new(FormatErrorKind::Encrypted));
    }
    let mut strings = Strings::default();
    let tables = package.read_part("content.xml", budget, |xml| tables(xml, &mut strings))?;
    let Some(tables) = tables else { return Err(FormatError::corrupt("content.xml is missing")) };
    let mut sheets = Vec::new();
    for table in tables {
        budget.sheet()?;
        let sheet = table.grid.into_sheet(&strings, budget).map_err(|error| error.in_sheet(&table.name))?;
        sheets.push(Sheet { name: Some(table.name), hidden: table.hidden, ..sheet });
    }
    if sheets.iter().all(|sheet| sheet.text.content.is_empty()) {
        return Err(FormatError::new(FormatErrorKind::NoTable));
    }
    Ok(sheets)
}

struct Table {
    name: String,
    hidden: bool,
    grid: Grid,
}

fn is_encrypted(xml: &mut PartXml<'_>) -> Result<bool> {
    while let Some(event) = xml.next()? {
        if matches!(&event, Event::Start(start) if start.local_name().as_ref() == "encryption-data") {
            return Ok(true);
        }
    }
    Ok(false)
}

fn tables<R: BufRead>(xml: &mut Xml<R>, strings: &mut Strings) -> Result<Vec<Table>> {
    let mut tables = Vec::new();
    let mut hiding = BTreeSet::new();
    let mut style = String::new();
    while let Some(event) = xml.next()? {
        let Event::Start(start) = event else { continue };
        match start.local_name().as_ref() {
            "style" => style = attribute(&start, "name")?.unwrap_or_default().into_owned(),
            "table-properties" if attribute(&start, "display")?.as_deref() == Some("false") => {
                hiding.insert(style.clone());
            }
            "table" => {
                let name = attribute(&start, "name")?.unwrap_or_default().into_owned();
                let hidden =
                    attribute(&start, "style-name")?.is_some_and(|style| hiding.contains(style.as_ref()));
                let grid = table::read(xml, strings).map_err(|error| error.in_sheet(&name))?;
                tables.push(Table { name, hidden, grid });
            }
            _ => {}
        }
    }
    Ok(tables)
}
