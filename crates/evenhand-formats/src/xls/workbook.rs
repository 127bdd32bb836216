use super::compound::Compound;
use super::globals::Globals;
use super::worksheet;
use crate::budget::Budget;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::grid::Strings;
use crate::sheet::Sheet;

/// All worksheets of a workbook in its order; sheets of charts and macros are none.
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Sheet>> {
    let file = Compound::open(bytes)?;
    let stream = match file.stream("Workbook")? {
        Some(stream) => Some(stream),
        None => file.stream("Book")?,
    };
    let Some(stream) = stream else { return Err(without_workbook(&file)) };
    budget.charge(stream.len() as u64)?;
    let mut strings = Strings::default();
    let globals = Globals::read(&stream, &mut strings)?;
    let mut sheets = Vec::new();
    for listed in globals.sheets.iter().filter(|listed| listed.is_worksheet) {
        budget.sheet()?;
        let len = strings.len();
        let records = stream.get(listed.start..).unwrap_or_default();
        let grid = worksheet::read(records, &globals, &mut strings);
        let sheet = grid.and_then(|grid| grid.into_sheet(&strings, budget));
        strings.shorten(len);
        let sheet = sheet.map_err(|error| error.in_sheet(&listed.name))?;
        sheets.push(Sheet { name: Some(listed.name.clone()), hidden: listed.hidden, ..sheet });
    }
    if sheets.iter().all(|sheet| sheet.text.content.is_empty()) {
        return Err(FormatError::new(FormatErrorKind::NoTable));
    }
    Ok(sheets)
}

/// Other programs keep their files in compound files too, and Office those with a password.
fn without_workbook(file: &Compound<'_>) -> FormatError {
    if file.has("EncryptedPackage") {
        return FormatError::new(FormatErrorKind::Encrypted);
    }
    let known = [("WordDocument", "DOC"), ("PowerPoint Document", "PPT"), ("__properties_version1.0", "MSG")];
    match known.iter().find(|(stream, _)| file.has(stream)) {
        Some((_, name)) => FormatError::unsupported(name),
        None => FormatError::corrupt("the compound file holds no workbook"),
    }
}
