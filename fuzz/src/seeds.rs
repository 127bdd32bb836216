//! Writes small valid files for each target to `corpus/`, from which the fuzzer starts: `cargo run --bin seeds`.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float64Array, Int64Array, RecordBatch, StringArray,
    StringViewArray, TimestampMicrosecondArray,
};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use evenhand_fuzz::stored;
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, GzipLevel};
use parquet::file::properties::{WriterProperties, WriterVersion};
use rust_xlsxwriter::{Format, Formula, Workbook};

type Failure = Box<dyn std::error::Error>;

const XLSX_SHEET: &[u8] = b"<worksheet><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>\
    <row r=\"2\" hidden=\"1\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" s=\"1\"><v>45352.5</v></c><c t=\"b\"><v>1</v></c></row>\
    <row><c t=\"inlineStr\"><is><t>a_x000D_</t></is></c><c t=\"str\"><f>1+1</f><v>2</v></c></row></sheetData>\
    <mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells></worksheet>";

const ODS_CONTENT: &[u8] = b"<o:d><style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>\
    <table:table table:name=\"a\" table:style-name=\"h\"><table:table-column table:visibility=\"collapse\"/>\
    <table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"float\" office:value=\"4.5\" \
    table:number-columns-repeated=\"3\"/><table:table-cell table:number-columns-spanned=\"2\"><text:p>a<text:s text:c=\"2\"/>b</text:p>\
    </table:table-cell></table:table-row></table:table></o:d>";

fn main() -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let put = |target: &str, name: &str, bytes: &[u8]| -> Result<(), Failure> {
        let folder = root.join("corpus").join(target);
        fs::create_dir_all(&folder)?;
        Ok(fs::write(folder.join(name), bytes)?)
    };
    put("text", "utf8", "机构,得分\n甲,\"4\n5\"\n".as_bytes())?;
    put("text", "gbk", b"\xBB\xFA\xB9\xB9,\xB5\xC3\xB7\xD6\n\xBC\xD7,4.5\n")?;
    put("text", "utf16", b"\xFF\xFEa\0,\0b\0\n\0\x32\x75,\01\0\n\0")?;
    put("json", "rows", br#"[{"a":1.50,"b":{"c":"x\u00e9"}},{"a":true,"d":null}]"#)?;
    put("json", "columns", br#"{"a":[1,2],"b":["x",null]}"#)?;
    put("json", "lines", b"{\"a\":1}\n{\"b\":2}\n")?;
    put("xlsx", "book", &book()?)?;
    let parts = [XLSX_SHEET, b"<sst><si><t>x</t></si></sst>", b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"];
    put("xlsx", "parts", &parts.join(&0xFF))?;
    put("ods", "content", ODS_CONTENT)?;
    let corpus = root.join("../crates/evenhand-formats/tests/corpus");
    for name in ["kinds.xls", "dates_1904.xls"] {
        put("xls", name, &fs::read(corpus.join(name))?)?;
    }
    for (name, bytes) in parquet_files()? {
        put("parquet", &name, &bytes)?;
    }
    for (name, bytes) in arrow_files()? {
        put("arrow", name, &bytes)?;
    }
    let inner = stored(&[("a.csv", b"a,b\n1,2\n"), ("x/b.json", b"[{\"a\":1}]")]);
    put("archive", "zip", &stored(&[("i.zip", &inner)]))?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(b"a,b\n1,2\n")?;
    put("archive", "gzip", &gzip.finish()?)
}

fn book() -> Result<Vec<u8>, Failure> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(1, 1, "甲")?;
    sheet.write_with_format(1, 2, 45_352.5, &Format::new().set_num_format("yyyy-mm-dd"))?;
    sheet.write(2, 1, Formula::new("=1/0").set_result("#DIV/0!"))?;
    sheet.merge_range(3, 1, 4, 2, "merged", &Format::new())?;
    sheet.set_row_hidden(4)?;
    Ok(book.save_to_buffer()?)
}

fn batch() -> Result<RecordBatch, Failure> {
    let dictionary: DictionaryArray<Int32Type> = vec![Some("E1"), Some("E2"), None].into_iter().collect();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("text", Arc::new(StringArray::from(vec![Some("甲"), Some("a,b"), None]))),
        ("view", Arc::new(StringViewArray::from(vec![Some("a text longer than twelve"), Some("y"), None]))),
        ("dictionary", Arc::new(dictionary)),
        ("ok", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None]))),
        ("int", Arc::new(Int64Array::from(vec![Some(i64::MIN), Some(7), None]))),
        ("double", Arc::new(Float64Array::from(vec![4.0, 0.1, 0.5]))),
        ("date", Arc::new(Date32Array::from(vec![Some(19_783), Some(-1), None]))),
        ("moment", Arc::new(TimestampMicrosecondArray::from(vec![Some(1_500_000), Some(0), None]))),
    ];
    Ok(RecordBatch::try_from_iter(columns)?)
}

fn parquet_files() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let batch = batch()?;
    let mut files = Vec::new();
    for codec in [
        Compression::UNCOMPRESSED,
        Compression::SNAPPY,
        Compression::GZIP(GzipLevel::default()),
        Compression::LZ4_RAW,
    ] {
        for version in [WriterVersion::PARQUET_1_0, WriterVersion::PARQUET_2_0] {
            for text in [None, Some(Encoding::DELTA_LENGTH_BYTE_ARRAY), Some(Encoding::DELTA_BYTE_ARRAY)] {
                let mut properties =
                    WriterProperties::builder().set_compression(codec).set_writer_version(version);
                if let Some(text) = text {
                    properties = properties
                        .set_dictionary_enabled(false)
                        .set_column_encoding("text".into(), text)
                        .set_column_encoding("int".into(), Encoding::DELTA_BINARY_PACKED)
                        .set_column_encoding("double".into(), Encoding::BYTE_STREAM_SPLIT);
                }
                let mut bytes = Vec::new();
                let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties.build()))?;
                writer.write(&batch)?;
                writer.close()?;
                files.push((format!("{}", files.len()), bytes));
            }
        }
    }
    Ok(files)
}

fn arrow_files() -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
    let batch = batch()?;
    let mut stream = Vec::new();
    let mut writer = StreamWriter::try_new(&mut stream, &batch.schema())?;
    writer.write(&batch)?;
    writer.finish()?;
    drop(writer);
    let options = IpcWriteOptions::default().try_with_compression(Some(CompressionType::LZ4_FRAME))?;
    let mut file = Vec::new();
    let mut writer = FileWriter::try_new_with_options(&mut file, &batch.schema(), options)?;
    writer.write(&batch)?;
    writer.finish()?;
    drop(writer);
    Ok(vec![("stream", stream), ("file", file)])
}
