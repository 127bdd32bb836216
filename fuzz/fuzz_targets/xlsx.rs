#![no_main]
use evenhand_fuzz::{check, parts, stored};
use libfuzzer_sys::fuzz_target;

// The parts of a workbook one after the other: sheet, shared strings, styles, workbook, relationships.
fuzz_target!(|data: &[u8]| {
    check("a.xlsx", data);
    let mut parts = parts(data);
    let mut next = |default: &'static [u8]| parts.next().filter(|part| !part.is_empty()).unwrap_or(default);
    let (sheet, strings, styles) = (next(b""), next(b"<sst/>"), next(b"<styleSheet/>"));
    let workbook = next(b"<workbook><sheets><sheet name=\"a\" id=\"1\"/></sheets></workbook>");
    let relationships = next(
        b"<Relationships><Relationship Id=\"1\" Type=\"/worksheet\" Target=\"sheet.xml\"/>\
        <Relationship Id=\"2\" Type=\"/sharedStrings\" Target=\"strings.xml\"/>\
        <Relationship Id=\"3\" Type=\"/styles\" Target=\"styles.xml\"/></Relationships>",
    );
    let package = stored(&[
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relationships),
        ("xl/sheet.xml", sheet),
        ("xl/strings.xml", strings),
        ("xl/styles.xml", styles),
    ]);
    check("a.xlsx", &package);
});
