use std::io::{BufReader, Cursor};

use zip::read::ZipFile;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::budget::{Bounded, Budget};
use crate::error::{FormatError, FormatErrorKind, Result};
use crate::text::decode_name;
use crate::xml::Xml;

/// A zip file: an archive of files, or the parts of a workbook.
pub(crate) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
}

/// What a zip file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PackageKind {
    /// A workbook in Office Open XML.
    Xlsx,
    /// A workbook in OpenDocument.
    Ods,
    /// Something else of a known kind, which is not read.
    Other(&'static str),
    /// An archive of files.
    Archive,
}

/// A member of an archive.
pub(crate) struct Entry {
    /// Its number.
    pub index: usize,
    /// Its path.
    pub path: String,
}

/// A part that is decompressed while it is read as XML.
pub(crate) type PartXml<'b> = Xml<BufReader<Bounded<'b, ZipFile<'b, Cursor<Vec<u8>>>>>>;

impl Package {
    /// Reads the table of contents.
    ///
    /// # Errors
    /// `Corrupt`, and `Encrypted` where a member needs a password.
    pub fn open(bytes: Vec<u8>) -> Result<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(of_zip)?;
        Ok(Self { archive })
    }

    /// What it is, from the names of its members.
    pub fn kind(&mut self, budget: &mut Budget) -> Result<PackageKind> {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        if has("xl/workbook.xml")
            || has("_rels/.rels") && has("[Content_Types].xml") && !has("word/document.xml")
        {
            let other = if has("xl/workbook.bin") { Some("XLSB") } else { None };
            let other = other.or(has("ppt/presentation.xml").then_some("PPTX"));
            return Ok(other.map_or(PackageKind::Xlsx, PackageKind::Other));
        }
        if has("word/document.xml") {
            return Ok(PackageKind::Other("DOCX"));
        }
        if has("Index/Document.iwa") || has("Index.zip") {
            return Ok(PackageKind::Other("Numbers"));
        }
        if !has("mimetype") {
            return Ok(PackageKind::Archive);
        }
        let kind = self.part("mimetype", budget)?.unwrap_or_default();
        let spreadsheet = b"application/vnd.oasis.opendocument.spreadsheet";
        Ok(match kind.strip_prefix(spreadsheet) {
            Some(_) => PackageKind::Ods,
            None if kind.starts_with(b"application/vnd.oasis.opendocument") => {
                PackageKind::Other("OpenDocument")
            }
            None if kind.starts_with(b"application/epub") => PackageKind::Other("EPUB"),
            None => PackageKind::Archive,
        })
    }

    /// All members in the order of the archive.
    pub fn entries(&mut self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for index in 0..self.archive.len() {
            let file = self.archive.by_index_raw(index).map_err(of_zip)?;
            let path = match decode_name(file.name_raw()) {
                Some(path) => path,
                None => file.name().map_err(of_zip)?.into_owned(),
            };
            entries.push(Entry { index, path });
        }
        Ok(entries)
    }

    /// The bytes of a member.
    pub fn member(&mut self, index: usize, budget: &mut Budget) -> Result<Vec<u8>> {
        bounded(&mut self.archive, index, budget)?.into_bytes()
    }

    /// The bytes of a part; nothing where there is no such part.
    pub fn part(&mut self, path: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>> {
        let Some(index) = self.index(path) else { return Ok(None) };
        let failed = |error: FormatError| error.in_member(path);
        self.member(index, budget).map(Some).map_err(failed)
    }

    /// Reads a part as XML while it is decompressed; nothing where there is no such part.
    ///
    /// # Errors
    /// What `read` says, and what stopped the decompression.
    pub fn read_part<T>(
        &mut self,
        path: &str,
        budget: &mut Budget,
        read: impl FnOnce(&mut PartXml<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let Some(index) = self.index(path) else { return Ok(None) };
        let result = {
            let source = bounded(&mut self.archive, index, budget)?;
            read(&mut Xml::new(BufReader::with_capacity(1 << 16, source)))
        };
        // The XML reader only knows that reading failed; the budget knows why.
        match (result, budget.take_failure()) {
            (Ok(value), None) => Ok(Some(value)),
            (Err(error), None) => Err(error),
            (_, Some(error)) => Err(error),
        }
    }

    /// Names of parts are compared as Office does: without case, with either slash.
    fn index(&self, path: &str) -> Option<usize> {
        self.archive.index_for_name(path).or_else(|| {
            let alike = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
            let name = |index| self.archive.name_for_index(index)?.ok();
            (0..self.archive.len()).find(|index| name(*index).is_some_and(|name| alike(&name)))
        })
    }
}

fn bounded<'b>(
    archive: &'b mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
    budget: &'b mut Budget,
) -> Result<Bounded<'b, ZipFile<'b, Cursor<Vec<u8>>>>> {
    let (method, encrypted) = {
        let file = archive.by_index_raw(index).map_err(of_zip)?;
        (file.compression(), file.encrypted())
    };
    if encrypted {
        return Err(FormatError::new(FormatErrorKind::Encrypted));
    }
    if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err(FormatError::codec(&method.to_string()));
    }
    let file = archive.by_index(index).map_err(of_zip)?;
    let compressed = file.compressed_size();
    Ok(Bounded::new(file, compressed, budget))
}

fn of_zip(error: ZipError) -> FormatError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            FormatError::new(FormatErrorKind::Encrypted)
        }
        error => FormatError::corrupt(error),
    }
}
