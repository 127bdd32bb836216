//! A workbook: a sheet of contents, one for each table with the numbers in full, the filters, the methods.
//!
//! Written by hand, not by a library: a few parts of plain XML, whose bytes are the same everywhere. Words are always
//! words (`inlineStr`), so that nothing that begins with `=`, `+`, `-` or `@` is ever a formula.

mod cells;
mod names;
mod parts;
mod sheet;

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::Failure;

use crate::document::Document;
use crate::package::Package;
use crate::version::VERSION;
use crate::xml::{app_properties, content_types, core_properties, relations};
use names::SheetNames;
use sheet::{Sheet, Width};

/// The workbook of a briefing.
pub(crate) fn workbook(document: &Document) -> Result<Vec<u8>, Failure> {
    let sheets = sheets(document);
    let mut package = Package::new();
    let part = |place: usize| format!("xl/worksheets/sheet{}.xml", place + 1);
    let mut types = vec![
        ("xl/workbook.xml".to_owned(), "officedocument.spreadsheetml.sheet.main"),
        ("xl/styles.xml".to_owned(), "officedocument.spreadsheetml.styles"),
        ("docProps/core.xml".to_owned(), "package.core-properties"),
        ("docProps/app.xml".to_owned(), "officedocument.extended-properties"),
    ];
    types.extend((0..sheets.len()).map(|place| (part(place), "officedocument.spreadsheetml.worksheet")));
    package.add("[Content_Types].xml", content_types(&types).as_bytes())?;
    let root = [
        ("rId1".to_owned(), "officeDocument", "xl/workbook.xml".to_owned()),
        ("rId2".to_owned(), "core-properties", "docProps/core.xml".to_owned()),
        ("rId3".to_owned(), "extended-properties", "docProps/app.xml".to_owned()),
    ];
    package.add("_rels/.rels", relations(&root).as_bytes())?;
    let properties = core_properties(&document.title, &document.dataset, &document.date);
    package.add("docProps/core.xml", properties.as_bytes())?;
    package.add("docProps/app.xml", app_properties().as_bytes())?;
    let mut of_workbook: Vec<_> = (0..sheets.len())
        .map(|place| (format!("rId{}", place + 1), "worksheet", format!("worksheets/sheet{}.xml", place + 1)))
        .collect();
    of_workbook.push((format!("rId{}", sheets.len() + 1), "styles", "styles.xml".to_owned()));
    package.add("xl/_rels/workbook.xml.rels", relations(&of_workbook).as_bytes())?;
    package.add("xl/workbook.xml", parts::workbook(&sheets).as_bytes())?;
    package.add("xl/styles.xml", parts::STYLES.as_bytes())?;
    for (place, sheet) in sheets.iter().enumerate() {
        package.add(&part(place), sheet.xml(place == 0).as_bytes())?;
    }
    package.finish()
}

fn sheets(document: &Document) -> Vec<Sheet> {
    let words = &document.language.words().report;
    let mut names = SheetNames::default();
    let contents_name = names.take(words.contents);
    let mut sheets = Vec::new();
    let mut contents =
        DataTable::new().text_column(words.sheet).text_column(words.title).text_column(words.filters);
    for page in &document.pages {
        let Some(table) = &page.table else { continue };
        let about = if page.eyebrow.is_empty() { &page.heading } else { &page.eyebrow };
        let name = names.take(about);
        contents.push([
            TableCell::Text(name.clone()),
            TableCell::Text(page.heading.clone()),
            TableCell::Text(page.filter.clone()),
        ]);
        let left_out = page.left_out.as_deref().unwrap_or_default();
        let notes = [page.heading.as_str(), page.detail.as_str(), page.source.as_str(), left_out];
        let notes = notes.iter().filter(|note| !note.is_empty());
        sheets.push(Sheet {
            name,
            title: Vec::new(),
            table: table.clone(),
            notes: notes.map(|note| (*note).to_owned()).collect(),
            widths: Width::Fit,
        });
    }
    let mut title = vec![document.title.clone()];
    title.extend(document.subtitle.clone());
    title.push(format!("{} · {}", document.dataset, document.holds));
    title.extend(Some(document.date.clone()).filter(|date| !date.is_empty()));
    title.extend(document.anonymity.map(str::to_owned));
    title.push(format!("{} {VERSION}", words.made_with));
    let mut all =
        vec![Sheet { name: contents_name, title, table: contents, notes: Vec::new(), widths: Width::Words }];
    all.extend(sheets);
    all.push(filters(document, &mut names));
    all.push(methods(document, &mut names));
    all
}

/// Which part of the data set each item is about, and what is said of it.
fn filters(document: &Document, names: &mut SheetNames) -> Sheet {
    let words = &document.language.words().report;
    let mut table = DataTable::new()
        .text_column(words.item)
        .text_column(words.filters)
        .text_column(words.stale)
        .text_column(words.notes);
    for page in &document.pages {
        let stale = page.stale.map(|why| evenhand_words::stale(document.language, why));
        table.push([
            TableCell::Text(page.heading.clone()),
            TableCell::Text(page.filter.clone()),
            stale.map_or(TableCell::Empty, TableCell::from),
            TableCell::Text(page.notes.clone()),
        ]);
    }
    let name = names.take(words.filters);
    Sheet { name, title: Vec::new(), table, notes: Vec::new(), widths: Width::Words }
}

/// How the numbers are computed.
fn methods(document: &Document, names: &mut SheetNames) -> Sheet {
    let (language, words) = (document.language, document.language.words());
    let mut table = DataTable::new()
        .text_column(words.report.methods)
        .text_column(words.common.details)
        .text_column(words.methods.how)
        .text_column(words.methods.limits)
        .text_column(words.methods.sources);
    for note in &document.methods {
        table.push([
            TableCell::from(note.title(language)),
            TableCell::from(note.what(language)),
            TableCell::from(note.how(language)),
            TableCell::from(note.limits(language)),
            TableCell::Text(note.sources.join("; ")),
        ]);
    }
    let name = names.take(words.report.methods);
    Sheet { name, title: Vec::new(), table, notes: Vec::new(), widths: Width::Words }
}
