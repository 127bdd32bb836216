use crate::error::{FormatError, Result};
use crate::text::BYTE_ORDER_MARKS;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Delimited text, as exported by or copied from anything; also what is not recognised at all.
    Text,
    /// A workbook in Office Open XML.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// A workbook in OpenDocument.
    Ods,
    /// Apache Parquet.
    Parquet,
    /// Apache Arrow: a file (Feather version 2) or a stream.
    Arrow,
    /// A JSON document.
    Json,
    /// One JSON object per line.
    NdJson,
    /// A compressed file.
    Gzip,
    /// An archive of files.
    Zip,
}

/// The first bytes of formats that are known and not read.
const NOT_READ: [(&[u8], &str); 14] = [
    (b"%PDF", "PDF"),
    (b"Rar!\x1A\x07", "RAR"),
    (b"7z\xBC\xAF\x27\x1C", "7-Zip"),
    (b"\x28\xB5\x2F\xFD", "Zstandard"),
    (b"\xFD7zXZ\x00", "XZ"),
    (b"BZh", "bzip2"),
    (b"$FL2", "SPSS"),
    (b"$FL3", "SPSS"),
    (b"<stata_dta>", "Stata"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"FEA1", "Feather 1"),
    (b"\x89HDF\r\n\x1A\n", "HDF5"),
];

/// Bytes of a zip file in which names of members are looked for.
const ZIP_SAMPLE: usize = 1 << 16;

impl Format {
    /// The format of a file from its name and its first bytes. The bytes count; the name helps where they fit several.
    /// A zip archive is only told from a workbook for certain when the whole file is read.
    ///
    /// # Errors
    /// `UnsupportedFormat` for a format that is known and not read.
    pub fn detect(name: &str, head: &[u8]) -> Result<Self> {
        if let Some((_, name)) = NOT_READ.iter().find(|(start, _)| head.starts_with(start)) {
            return Err(FormatError::unsupported(name));
        }
        if head.get(257..262) == Some(b"ustar") {
            return Err(FormatError::unsupported("tar"));
        }
        if let Some(format) = binary(head) {
            return Ok(format);
        }
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            return zip(name, head);
        }
        text(name, head)
    }
}

fn binary(head: &[u8]) -> Option<Format> {
    const STARTS: [(&[u8], Format); 5] = [
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Xls),
        (b"PAR1", Format::Parquet),
        (b"ARROW1\x00\x00", Format::Arrow),
        (b"\xFF\xFF\xFF\xFF", Format::Arrow),
        (b"\x1F\x8B", Format::Gzip),
    ];
    STARTS.iter().find(|(start, _)| head.starts_with(start)).map(|(_, format)| *format)
}

/// The names of the first members are in the head as they are.
fn zip(name: &str, head: &[u8]) -> Result<Format> {
    let head = head.get(..ZIP_SAMPLE).unwrap_or(head);
    let holds = |what: &[u8]| head.windows(what.len()).any(|window| window == what);
    if holds(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if holds(b"xl/workbook.bin") {
        return Err(FormatError::unsupported("XLSB"));
    }
    if holds(b"word/document.xml") {
        return Err(FormatError::unsupported("DOCX"));
    }
    let workbook = matches!(ending(name).as_str(), "xlsx" | "xlsm" | "xltx" | "xltm");
    if holds(b"xl/workbook.xml") || workbook && (holds(b"[Content_Types].xml") || holds(b"_rels/.rels")) {
        return Ok(Format::Xlsx);
    }
    Ok(if ending(name) == "ods" { Format::Ods } else { Format::Zip })
}

fn text(name: &str, head: &[u8]) -> Result<Format> {
    let marked = BYTE_ORDER_MARKS.iter().find_map(|(mark, _)| head.strip_prefix(*mark)).unwrap_or(head);
    // Two bytes per character do not matter: NULs are passed over like blanks.
    let mut visible = marked.iter().copied().filter(|byte| !byte.is_ascii_whitespace() && *byte != 0);
    let (first, second) = (visible.next(), visible.next());
    let lines = matches!(ending(name).as_str(), "ndjson" | "jsonl" | "jsonlines");
    match (first, second) {
        (Some(b'{'), Some(b'"' | b'}')) if lines || is_lines(marked) => Ok(Format::NdJson),
        (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b'[' | b']')) => Ok(Format::Json),
        (Some(b'[' | b'{'), _) if ending(name) == "json" => Ok(Format::Json),
        (Some(b'<'), _) => markup(marked),
        _ => Ok(Format::Text),
    }
}

/// Whether the first line is an object and the next one begins another.
fn is_lines(head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    let (first, second) = (lines.next(), lines.next());
    first.is_some_and(|line| line.ends_with(b"}")) && second.is_some_and(|line| line.starts_with(b"{"))
}

/// Web pages and XML are often named as if they were workbooks.
fn markup(head: &[u8]) -> Result<Format> {
    let start: Vec<u8> = head.iter().take(2048).map(u8::to_ascii_lowercase).collect();
    let holds = |what: &[u8]| start.windows(what.len()).any(|window| window == what);
    if holds(b"urn:schemas-microsoft-com:office:spreadsheet") {
        return Err(FormatError::unsupported("XML Spreadsheet 2003"));
    }
    if holds(b"<html") || holds(b"<!doctype") || holds(b"<table") {
        return Err(FormatError::unsupported("HTML"));
    }
    if start.trim_ascii_start().starts_with(b"<?xml") {
        return Err(FormatError::unsupported("XML"));
    }
    Ok(Format::Text)
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::FormatErrorKind;

    #[test]
    fn the_bytes_tell_the_format() {
        for (name, head, expected) in [
            ("a.csv", b"a,b\n1,2\n".as_slice(), Format::Text),
            ("a.xlsx", b"a,b\n1,2\n", Format::Text),
            ("a.json", b"a,b\n", Format::Text),
            ("a", b"", Format::Text),
            ("a.csv", b"[a],b\n", Format::Text),
            ("a.txt", b" [ {\"a\":1}]", Format::Json),
            ("a", b"\xEF\xBB\xBF{\"a\":1}", Format::Json),
            ("a", b"[\0{\0", Format::Json),
            ("a.json", b"[1]", Format::Json),
            ("a.jsonl", b"{\"a\":1}", Format::NdJson),
            ("a", b"{\"a\":1}\n\n{\"a\":2}", Format::NdJson),
            ("a", b"{\"a\":\n{\"b\":1}}", Format::Json),
            ("a.csv", b"PAR1....", Format::Parquet),
            ("a", b"ARROW1\0\0", Format::Arrow),
            ("a", b"\xFF\xFF\xFF\xFF\x10\0\0\0", Format::Arrow),
            ("a", b"\x1F\x8B\x08", Format::Gzip),
            ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Xls),
            ("a.zip", b"PK\x03\x04........a.csv", Format::Zip),
            ("a.xlsx", b"PK\x03\x04........[Content_Types].xml", Format::Xlsx),
            ("a.zip", b"PK\x03\x04........xl/workbook.xml", Format::Xlsx),
            ("a", b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", Format::Ods),
            ("a.csv", b"<a>,<b>\n", Format::Text),
        ] {
            assert_eq!(Format::detect(name, head), Ok(expected), "{name} {head:?}");
        }
    }

    #[test]
    fn what_is_not_read_is_named() {
        for (head, expected) in [
            (b"%PDF-1.7".as_slice(), "PDF"),
            (b"\n<HTML><body>", "HTML"),
            (
                b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>",
                "XML Spreadsheet 2003",
            ),
            (b"PK\x03\x04........xl/workbook.bin", "XLSB"),
            (b"FEA1", "Feather 1"),
        ] {
            let kind = FormatErrorKind::UnsupportedFormat { name: expected.to_owned() };
            assert_eq!(Format::detect("a.xls", head).unwrap_err().kind, kind);
        }
    }
}
