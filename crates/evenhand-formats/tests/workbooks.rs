//! XLSX, XLS and ODS.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_formats::{FormatErrorKind, MergedRange, Sheet};
use support::{failure, ods, sheets, text, xlsx, zipped};

const MERGED: MergedRange = MergedRange { first_row: 7, first_column: 2, last_row: 9, last_column: 3 };

#[track_caller]
fn check_kinds(sheets: &[Sheet], expected: &str) {
    let names: Vec<_> = sheets.iter().map(|sheet| (sheet.name.as_deref().unwrap(), sheet.hidden)).collect();
    assert_eq!(names, [("分数", false), ("hidden", true), ("empty", false)]);
    assert_eq!(sheets[0].text.content, expected);
    assert_eq!(sheets[0].hidden_rows, [5]);
    assert_eq!(sheets[0].hidden_columns, [5]);
    assert_eq!(sheets[0].merged, [MERGED]);
    assert_eq!(sheets[1].text.content, "x\n");
    assert_eq!(sheets[2].text.content, "");
}

#[test]
fn xlsx_cells_of_every_kind() {
    let expected = "\n,round,provider,score,date,ok,result\n,1,\"甲, \"\"first\"\"\",4.5,2024-03-01,TRUE,9\n\n\
        ,0.1,\"line\nbreak\",0.30000000000000004,2024-03-01T12:30:00,FALSE,#DIV/0!\n\n\
        ,merged,merged,,,,\n,merged,merged,,,,\n,merged,merged,7,,,\n";
    check_kinds(&sheets("a.xlsx", xlsx()), expected);
    // The name does not matter, nor an archive around it.
    check_kinds(&sheets("a.bin", xlsx()), expected);
    let archived = sheets("a.zip", zipped(&[("b/a.xlsx", &xlsx())]));
    check_kinds(&archived, expected);
    assert_eq!(archived[1].member.as_deref(), Some("b/a.xlsx"));
}

/// Written by xlwt 1.3.0 with `corpus/make_xls.py`, which says what is in them; it does not compute formulas.
#[test]
fn xls_cells_of_every_kind() {
    let expected = "\n,round,provider,score,date,ok,result\n,1,\"甲, \"\"first\"\"\",4.5,2024-03-01,TRUE,\n\n\
        ,0.1,\"line\nbreak\",-12345.75,2024-03-01T12:30:00,FALSE,\n\n\
        ,merged,merged,,,,\n,merged,merged,,,,\n,merged,merged,7,,,\n,123456789,0.00001,#N/A,,,\n";
    check_kinds(&sheets("a.xls", include_bytes!("corpus/kinds.xls").to_vec()), expected);
    assert_eq!(text("a.xls", include_bytes!("corpus/dates_1904.xls").to_vec()), "2024-03-01\n");
}

#[test]
fn xls_strings_go_on_in_the_next_record() {
    let long = text("a.xls", include_bytes!("corpus/long.xls").to_vec());
    let expected: String = (0..300_usize)
        .map(|row| {
            let word = if row % 3 > 0 { "评审" } else { "text" };
            format!("row {row} {},{}\n", word.repeat(row % 40), row as f64 / 8.0)
        })
        .collect();
    assert_eq!(long, expected);
}

#[test]
fn ods_cells_of_every_kind() {
    let table = r#"<table:table table:name="分数" table:style-name="ta1">
<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-header-rows><table:table-row><table:table-cell/>
<table:table-cell office:value-type="string"><text:p>round</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b &amp; <text:span>c</text:span></text:p><text:p>d</text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation><text:p>date</text:p></table:table-cell>
</table:table-row></table:table-header-rows>
<table:table-row><table:table-cell/>
<table:table-cell office:value-type="float" office:value="1"><text:p>1.00</text:p></table:table-cell>
<table:table-cell office:value-type="percentage" office:value="0.125"><text:p>13%</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-03-01"><text:p>1.3.24</text:p></table:table-cell>
<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
</table:table-row>
<table:table-row table:number-rows-repeated="1"/>
<table:table-row table:visibility="filter"><table:table-cell/>
<table:table-cell office:value-type="time" office:time-value="PT18H30M00S"><text:p>18:30</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2024-03-01T12:30:00"/>
</table:table-row>
<table:table-row/>
<table:table-row><table:table-cell/>
<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"><text:p>merged</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/>
<table:table-cell office:value-type="float" office:value="7"/></table:table-row>
<table:table-row table:number-rows-repeated="1048567"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="hidden" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>
<table:table table:name="empty"/>"#;
    let expected = "\n,round,\"a  b & c\nd\",date,\n,1,0.125,2024-03-01,TRUE\n\n\
        ,18:30:00,#N/A,2024-03-01T12:30:00,\n\n,merged,merged,,\n,merged,merged,7,\n,merged,merged,7,\n";
    check_kinds(&sheets("a.ods", ods(table)), expected);
}

#[test]
fn repeated_cells_are_repeated() {
    let table = r#"<table:table table:name="a"><table:table-row table:number-rows-repeated="2">
<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="4.50"/></table:table-row></table:table>"#;
    assert_eq!(text("a.ods", ods(table)), "4.5,4.5,4.5\n4.5,4.5,4.5\n");
    let bomb = table.replace("\"2\"", "\"1048576\"").replace("\"3\"", "\"16384\"");
    assert!(matches!(failure("a.ods", ods(&bomb)).kind, FormatErrorKind::TooLarge { .. }));
}

/// A workbook whose only sheet has this XML.
fn workbook(sheet: &str) -> Vec<u8> {
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", br#"<Relationships><Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="rId7" Type="a/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId8" Type="a/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId9" Type="a/styles" Target="styles.xml"/></Relationships>"#),
        ("xl/sharedStrings.xml", b"<sst><si><t>one</t></si><si><r><t>t</t></r><r><t xml:space=\"preserve\">wo </t></r><rPh><t>no</t></rPh></si></sst>"),
        ("xl/styles.xml", b"<styleSheet><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn xlsx_of_other_writers() {
    let sheet = r#"<worksheet><sheetData><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in</t></is></c></row>
<row r="3"><c r="B3" s="1"><v>43890</v></c><c><v> 1E3 </v></c><c t="d"><v>2024-03-01T00:00:00</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
</sheetData></worksheet>"#;
    assert_eq!(text("a.xlsx", workbook(sheet)), "two ,in,,,,\n\n,2024-03-01,1000,2024-03-01,TRUE,#N/A\n");
}

#[test]
fn broken_workbooks_say_where() {
    for (sheet, row) in [
        (
            r#"<worksheet><sheetData><row r="7"><c r="A7" t="s"><v>2</v></c></row></sheetData></worksheet>"#,
            Some(7),
        ),
        (
            r#"<worksheet><sheetData><row r="2"><c r="XFE2"><v>2</v></c></row></sheetData></worksheet>"#,
            Some(2),
        ),
        (r#"<worksheet><sheetData><row r="4"><c r="A4"><v>2"#, Some(4)),
        (r#"<worksheet><mergeCell ref="A1:ZZZZ9"/></worksheet>"#, None),
    ] {
        let error = failure("a.xlsx", workbook(sheet));
        assert!(matches!(error.kind, FormatErrorKind::Corrupt { .. }), "{error}");
        assert_eq!((error.sheet.as_deref(), error.row), (Some("S"), row), "{error}");
    }
    let far = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>2</v></c><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    // 1,048,576 rows of one byte, and one row of 16,384 columns twice: that fits.
    assert_eq!(text("a.xlsx", workbook(far)).lines().count(), 1_048_576);
    let over = far.replace("XFD1048576", "A1048577");
    assert!(matches!(failure("a.xlsx", workbook(&over)).kind, FormatErrorKind::TooManyRows { .. }));
    let merged = r#"<worksheet><sheetData><row><c r="A1"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>"#;
    assert!(matches!(failure("a.xlsx", workbook(merged)).kind, FormatErrorKind::TooLarge { .. }));
    assert_eq!(
        failure("a.xlsx", workbook("<worksheet><sheetData/></worksheet>")).kind,
        FormatErrorKind::NoTable
    );
}

#[test]
fn passwords_are_told() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let encrypted = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x01\x02"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    assert_eq!(failure("a.ods", encrypted).kind, FormatErrorKind::Encrypted);
    // The names of streams are UTF-16 in the directory: a workbook becomes what Office makes of one with a password.
    let mut xls = include_bytes!("corpus/kinds.xls").to_vec();
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let at = xls.windows(16).position(|window| window == wide("Workbook")).unwrap();
    xls[at..at + 32].copy_from_slice(&wide("EncryptedPackage"));
    xls[at + 64] = 34;
    assert_eq!(failure("a.xlsx", xls).kind, FormatErrorKind::Encrypted);
}

#[test]
fn other_office_files_are_named() {
    for (member, name) in
        [("word/document.xml", "DOCX"), ("ppt/presentation.xml", "PPTX"), ("xl/workbook.bin", "XLSB")]
    {
        let bytes = zipped(&[("[Content_Types].xml", b""), ("_rels/.rels", b""), (member, b"")]);
        let kind = FormatErrorKind::UnsupportedFormat { name: name.to_owned() };
        assert_eq!(failure("a", bytes).kind, kind);
    }
}
