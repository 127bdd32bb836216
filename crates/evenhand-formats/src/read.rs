use crate::archive::{Package, PackageKind, gunzip, is_passed_over};
use crate::budget::Budget;
use crate::detect::Format;
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::limits::Limits;
use crate::sheet::Contents;
use crate::{columnar, json, ods, text, xls, xlsx};

/// Every table of a file.
///
/// A workbook gives all its sheets, those without content and hidden ones too; an archive all sheets of all its
/// files in its own order, and says which of its files could not be read.
///
/// # Errors
/// Why the file cannot be read, and where. Of an archive none of whose files can be read, the first file's error;
/// an archive that is beyond the limits is not read at all.
pub fn read(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Contents> {
    let mut budget = Budget::new(limits);
    read_at(name, bytes, 0, &mut budget)
}

/// `depth` archives are around the file.
fn read_at(name: &str, bytes: Vec<u8>, depth: u32, budget: &mut Budget) -> Result<Contents> {
    if bytes.is_empty() {
        return Err(FormatError::new(FormatErrorKind::Empty));
    }
    let sheets = match Format::detect(name, &bytes)? {
        Format::Text => vec![text::read(bytes, budget)?],
        Format::Json => vec![json::read_document(bytes, budget)?],
        Format::NdJson => vec![json::read_lines(bytes, budget)?],
        Format::Parquet => vec![columnar::read_parquet(bytes, budget)?],
        Format::Arrow => vec![columnar::read_arrow(&bytes, budget)?],
        Format::Xls => xls::read(&bytes, budget)?,
        Format::Gzip => {
            let depth = deeper(depth, budget)?;
            let (name, inner) = gunzip(name, &bytes, budget)?;
            drop(bytes);
            return read_at(name, inner, depth, budget);
        }
        Format::Xlsx | Format::Ods | Format::Zip => return read_package(bytes, depth, budget),
    };
    Ok(sheets.into())
}

fn read_package(bytes: Vec<u8>, depth: u32, budget: &mut Budget) -> Result<Contents> {
    let mut package = Package::open(bytes)?;
    match package.kind(budget)? {
        PackageKind::Xlsx => xlsx::read(&mut package, budget).map(Contents::from),
        PackageKind::Ods => ods::read(&mut package, budget).map(Contents::from),
        PackageKind::Other(name) => Err(FormatError::unsupported(name)),
        PackageKind::Archive => read_archive(&mut package, deeper(depth, budget)?, budget),
    }
}

fn read_archive(package: &mut Package, depth: u32, budget: &mut Budget) -> Result<Contents> {
    let mut contents = Contents::default();
    for entry in package.entries()?.into_iter().filter(|entry| !is_passed_over(&entry.path)) {
        budget.sheet()?;
        let read = package.member(entry.index, budget).and_then(|bytes| {
            let name = entry.path.rsplit(['/', '\\']).next().unwrap_or_default();
            read_at(name, bytes, depth, budget)
        });
        match read {
            Ok(inner) => contents.add_member(&entry.path, inner),
            Err(error) if error.kind.is_over_the_limits() => return Err(error.in_member(&entry.path)),
            Err(error) => contents.unreadable.push(error.in_member(&entry.path)),
        }
    }
    if contents.sheets.is_empty() {
        let first = contents.unreadable.into_iter().next();
        return Err(first.unwrap_or_else(|| FormatError::new(FormatErrorKind::NoTable)));
    }
    Ok(contents)
}

fn deeper(depth: u32, budget: &Budget) -> Result<u32> {
    let limit = budget.limits().max_depth;
    if depth >= limit { Err(FormatError::new(FormatErrorKind::TooDeep { limit })) } else { Ok(depth + 1) }
}
