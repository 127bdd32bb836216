//! Files for the tests, made here.
#![allow(dead_code, reason = "each test uses a part of this")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{Cursor, Write};
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float32Array, Float64Array,
    Int64Array, LargeStringArray, RecordBatch, StringArray, StringViewArray, TimestampMicrosecondArray,
    UInt8Array,
};
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use evenhand_formats::{FormatError, Limits, Sheet, read};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding};
use parquet::file::properties::{WriterProperties, WriterVersion};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Small limits, so that a test that goes wrong does not fill the machine.
pub fn limits() -> Limits {
    Limits { max_bytes: 64 << 20, ..Limits::default() }
}

#[track_caller]
pub fn sheets(name: &str, bytes: Vec<u8>) -> Vec<Sheet> {
    let contents = read(name, bytes, &limits()).unwrap();
    assert_eq!(contents.unreadable, []);
    contents.sheets
}

/// The text of the only sheet.
#[track_caller]
pub fn text(name: &str, bytes: Vec<u8>) -> String {
    let [sheet] = sheets(name, bytes).try_into().unwrap();
    sheet.text.content
}

#[track_caller]
pub fn failure(name: &str, bytes: Vec<u8>) -> FormatError {
    read(name, bytes, &limits()).unwrap_err()
}

pub fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A workbook with a cell of every kind, from B2 on.
pub fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("分数").unwrap();
    for (column, header) in (1..).zip(["round", "provider", "score", "date", "ok", "result"]) {
        sheet.write(1, column, header).unwrap();
    }
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let day = ExcelDateTime::from_ymd(2024, 3, 1).unwrap();
    sheet.write(2, 1, 1).unwrap();
    sheet.write(2, 2, "甲, \"first\"").unwrap();
    sheet.write(2, 3, 4.5).unwrap();
    sheet.write_with_format(2, 4, &day, &date).unwrap();
    sheet.write(2, 5, true).unwrap();
    sheet.write(2, 6, Formula::new("=D3*2").set_result("9")).unwrap();
    sheet.write(4, 1, 0.1).unwrap();
    sheet.write(4, 2, "line\nbreak").unwrap();
    sheet.write(4, 3, 0.1 + 0.2).unwrap();
    sheet.write_with_format(4, 4, day.and_hms(12, 30, 0).unwrap(), &date).unwrap();
    sheet.write(4, 5, false).unwrap();
    sheet.write(4, 6, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.merge_range(6, 1, 8, 2, "merged", &Format::new()).unwrap();
    sheet.write(8, 3, 7).unwrap();
    sheet.set_row_hidden(4).unwrap();
    sheet.set_column_hidden(4).unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("hidden").unwrap().write(0, 0, "x").unwrap();
    hidden.set_hidden(true);
    book.add_worksheet().set_name("empty").unwrap();
    book.save_to_buffer().unwrap()
}

/// An OpenDocument workbook with this content between the tags of the spreadsheet.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" office:version="1.3">
<office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest='m'/>"),
    ])
}

/// Two rows and a row of nulls, of every type that has a text.
pub fn batch() -> RecordBatch {
    let dictionary: DictionaryArray<Int32Type> = vec![Some("E1"), Some("E2"), None].into_iter().collect();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("text", Arc::new(StringArray::from(vec![Some("甲"), Some("a,b"), None]))),
        ("large", Arc::new(LargeStringArray::from(vec![Some("x"), Some(""), None]))),
        ("view", Arc::new(StringViewArray::from(vec![Some("a text longer than twelve"), Some("y"), None]))),
        ("dictionary", Arc::new(dictionary)),
        ("ok", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None]))),
        ("int", Arc::new(Int64Array::from(vec![Some(i64::MIN), Some(7), None]))),
        ("byte", Arc::new(UInt8Array::from(vec![Some(255), Some(0), None]))),
        ("double", Arc::new(Float64Array::from(vec![Some(4.0), Some(0.1), None]))),
        ("single", Arc::new(Float32Array::from(vec![Some(0.1), Some(-2.5), None]))),
        ("date", Arc::new(Date32Array::from(vec![Some(19_783), Some(-1), None]))),
        (
            "moment",
            Arc::new(TimestampMicrosecondArray::from(vec![
                Some(1_709_251_200_000_000),
                Some(1_500_000),
                None,
            ])),
        ),
        (
            "decimal",
            Arc::new(
                Decimal128Array::from(vec![Some(450), Some(-5), None])
                    .with_precision_and_scale(10, 2)
                    .unwrap(),
            ),
        ),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)))
        .unwrap()
}

/// [`batch`] as text.
pub const BATCH: &str = "text,large,view,dictionary,ok,int,byte,double,single,date,moment,decimal\n\
    甲,x,a text longer than twelve,E1,TRUE,-9223372036854775808,255,4,0.1,2024-03-01,2024-03-01,4.50\n\
    \"a,b\",,y,E2,FALSE,7,0,0.1,-2.5,1969-12-31,1970-01-01T00:00:01.5,-0.05\n\
    ,,,,,,,,,,,\n";

pub fn parquet(batch: &RecordBatch, compression: Compression, version: WriterVersion) -> Vec<u8> {
    let properties =
        WriterProperties::builder().set_compression(compression).set_writer_version(version).build();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties)).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    bytes
}

/// Without dictionaries, in the encodings of version 2: deltas and split bytes.
pub fn parquet_of_deltas(batch: &RecordBatch, text: Encoding) -> Vec<u8> {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_dictionary_enabled(false)
        .set_writer_version(WriterVersion::PARQUET_2_0);
    for (name, encoding) in [
        ("text", text),
        ("large", text),
        ("int", Encoding::DELTA_BINARY_PACKED),
        ("byte", Encoding::DELTA_BINARY_PACKED),
        ("double", Encoding::BYTE_STREAM_SPLIT),
    ] {
        properties = properties.set_column_encoding(name.into(), encoding);
    }
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties.build())).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
    bytes
}

pub fn arrow_file(batch: &RecordBatch, compression: Option<arrow_ipc::CompressionType>) -> Vec<u8> {
    let options = IpcWriteOptions::default().try_with_compression(compression).unwrap();
    let mut bytes = Vec::new();
    let mut writer = FileWriter::try_new_with_options(&mut bytes, &batch.schema(), options).unwrap();
    writer.write(batch).unwrap();
    writer.write(batch).unwrap();
    writer.finish().unwrap();
    drop(writer);
    bytes
}

pub fn arrow_stream(batch: &RecordBatch) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = StreamWriter::try_new(&mut bytes, &batch.schema()).unwrap();
    writer.write(batch).unwrap();
    writer.finish().unwrap();
    drop(writer);
    bytes
}
