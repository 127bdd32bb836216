use quick_xml::events::Event;

use super::relationships::{self, Relationship};
use super::styles::Styles;
use super::value::Context;
use super::{shared_strings, worksheet};
use crate::archive::Package;
use crate::budget::Budget;
use crate::cell::DateSystem;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::grid::Strings;
use crate::sheet::Sheet;
use crate::xml::{attribute, flag};

/// All worksheets of a workbook in its order; sheets of charts are none.
pub(crate) fn read(package: &mut Package, budget: &mut Budget) -> Result<Vec<Sheet>> {
    let start = relationships::read(package, "", budget)?;
    let start = start.into_iter().find(|relationship| relationship.kind == "officeDocument");
    let path = start.map_or_else(|| "xl/workbook.xml".to_owned(), |relationship| relationship.target);
    let Some(workbook) = workbook(package, &path, budget)? else {
        return Err(FormatError::corrupt(format!("{path} is missing")));
    };
    let relationships = relationships::read(package, &path, budget)?;
    let target = |kind: &str| {
        relationships.iter().find(|relationship| relationship.kind == kind).map(|part| part.target.clone())
    };
    let mut strings = Strings::default();
    let shared = match target("sharedStrings") {
        Some(path) => package.read_part(&path, budget, |xml| shared_strings::read(xml, &mut strings))?,
        None => None,
    };
    let styles = match target("styles") {
        Some(path) => package.read_part(&path, budget, Styles::read)?,
        None => None,
    };
    let context = Context {
        shared: shared.unwrap_or_default(),
        styles: styles.unwrap_or_default(),
        dates: workbook.dates,
    };
    let mut sheets = Vec::new();
    for listed in workbook.sheets {
        let part = part_of(&listed, &relationships);
        let Some(part) = part else { continue };
        budget.sheet()?;
        let sheet = read_sheet(package, part, &context, &mut strings, budget);
        let sheet = sheet.map_err(|error| error.in_sheet(&listed.name))?;
        sheets.push(Sheet { name: Some(listed.name), hidden: listed.hidden, ..sheet });
    }
    if sheets.iter().all(|sheet| sheet.text.content.is_empty()) {
        return Err(FormatError::new(FormatErrorKind::NoTable));
    }
    Ok(sheets)
}

struct Workbook {
    sheets: Vec<Listed>,
    dates: DateSystem,
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    relationship: String,
    hidden: bool,
}

fn workbook(package: &mut Package, path: &str, budget: &mut Budget) -> Result<Option<Workbook>> {
    package.read_part(path, budget, |xml| {
        let mut workbook = Workbook { sheets: Vec::new(), dates: DateSystem::From1900 };
        while let Some(event) = xml.next()? {
            let Event::Start(start) = event else { continue };
            match start.local_name().as_ref() {
                "workbookPr" if flag(&start, "date1904")? => workbook.dates = DateSystem::From1904,
                "sheet" => workbook.sheets.push(Listed {
                    name: attribute(&start, "name")?.unwrap_or_default().into_owned(),
                    relationship: attribute(&start, "id")?.unwrap_or_default().into_owned(),
                    hidden: attribute(&start, "state")?.is_some_and(|state| state != "visible"),
                }),
                _ => {}
            }
        }
        Ok(workbook)
    })
}

fn part_of<'r>(listed: &Listed, relationships: &'r [Relationship]) -> Option<&'r str> {
    let part = relationships.iter().find(|relationship| relationship.id == listed.relationship)?;
    (part.kind == "worksheet").then_some(part.target.as_str())
}

fn read_sheet(
    package: &mut Package,
    part: &str,
    context: &Context,
    strings: &mut Strings,
    budget: &mut Budget,
) -> Result<Sheet> {
    let len = strings.len();
    let grid = package.read_part(part, budget, |xml| worksheet::read(xml, context, strings))?;
    let Some(grid) = grid else { return Err(FormatError::corrupt(format!("{part} is missing"))) };
    let sheet = grid.into_sheet(strings, budget);
    strings.shorten(len);
    sheet
}
