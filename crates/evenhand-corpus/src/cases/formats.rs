//! The same long table in every format.

use arrow_ipc::CompressionType;
use parquet::basic::{BrotliLevel, Compression, GzipLevel, ZstdLevel};

use super::{LONG, SCALES, scaled};
use crate::case::{Case, File, Result};
use crate::grid::{Grid, Sheet};
use crate::write::{
    TextStyle, arrow_file, arrow_stream, gzipped, json, json_columns, ndjson, ods, parquet, text, workbook,
    xlsm, zipped,
};

pub fn cases() -> Result<Vec<Case>> {
    let mut cases = delimited();
    cases.extend(workbooks()?);
    cases.extend(columnar()?);
    cases.extend(objects());
    cases.extend(wrapped()?);
    Ok(cases)
}

fn delimited() -> Vec<Case> {
    let grid = Grid::of(LONG);
    let bar = TextStyle { delimiter: '|', ..TextStyle::CSV };
    let quoted = LONG.replace(',', "\",\"").lines().map(|line| format!("\"{line}\"\r\n")).collect::<String>();
    vec![
        scaled("csv", "scores.csv", LONG),
        scaled("csv without a last line end", "scores.csv", LONG.trim_end()),
        scaled("csv, every cell quoted", "scores.csv", quoted),
        scaled("tsv", "scores.tsv", text(&grid, TextStyle::TSV)),
        scaled("semicolons and decimal commas", "scores.csv", text(&grid, TextStyle::SEMICOLON)),
        scaled("bars", "scores.txt", text(&grid, bar)),
        // As the page calls it.
        scaled("pasted from a spreadsheet", "pasted.tsv", text(&grid, TextStyle::TSV).replace('\n', "\r\n")),
    ]
}

fn workbooks() -> Result<Vec<Case>> {
    let sheets = [Sheet::of("Sheet1", LONG)];
    let xls = include_bytes!("../../xls/long.xls");
    Ok(vec![
        scaled("xlsx", "scores.xlsx", workbook(&sheets)?),
        scaled("xlsm", "scores.xlsm", xlsm(&sheets)?),
        scaled("ods", "scores.ods", ods(&sheets)?),
        scaled("xls", "scores.xls", xls.as_slice()),
    ])
}

fn columnar() -> Result<Vec<Case>> {
    let grid = Grid::of(LONG);
    let arrow = |compression| arrow_file(&grid, compression);
    let mut cases = vec![
        scaled("arrow file", "scores.arrow", arrow(None)?),
        scaled("arrow file, lz4", "scores.feather", arrow(Some(CompressionType::LZ4_FRAME))?),
        scaled("arrow file, zstd", "scores.feather", arrow(Some(CompressionType::ZSTD))?),
        scaled("arrow stream", "scores.arrows", arrow_stream(&grid)?),
    ];
    for (name, compression) in [
        ("parquet", Compression::UNCOMPRESSED),
        ("parquet, snappy", Compression::SNAPPY),
        ("parquet, gzip", Compression::GZIP(GzipLevel::default())),
        ("parquet, lz4", Compression::LZ4),
        ("parquet, lz4 raw", Compression::LZ4_RAW),
        ("parquet, brotli", Compression::BROTLI(BrotliLevel::default())),
        ("parquet, zstd", Compression::ZSTD(ZstdLevel::default())),
    ] {
        cases.push(scaled(name, "scores.parquet", parquet(&grid, compression)?));
    }
    Ok(cases)
}

fn objects() -> Vec<Case> {
    let grid = Grid::of(LONG);
    let wrapped = format!(r#"{{"exported":"2024-03-01","data":{}}}"#, json(&grid));
    vec![
        scaled("json", "scores.json", json(&grid)),
        scaled("json of columns", "scores.json", json_columns(&grid)),
        scaled("json with data in an object", "scores.json", wrapped),
        scaled("ndjson", "scores.ndjson", ndjson(&grid)),
    ]
}

fn wrapped() -> Result<Vec<Case>> {
    let scores = File::new("scores.csv", LONG);
    let indicators = File::new("indicators.csv", SCALES);
    let inner = zipped(std::slice::from_ref(&scores))?;
    let book = workbook(&[Sheet::of("Sheet1", LONG)])?;
    let folder = [
        File::new("data/scores.xlsx", book),
        File::new("data/indicators.csv.gz", gzipped(SCALES.as_bytes())?),
        File::new("__MACOSX/data/._scores.xlsx", vec![0, 5]),
        File::new("data/.DS_Store", vec![0, 1]),
    ];
    Ok(vec![
        scaled("gzip", "scores.csv.gz", gzipped(LONG.as_bytes())?),
        Case::one("zip", "all.zip", zipped(&[scores, indicators])?),
        Case::one("zip of a folder with a workbook and gzip", "all.zip", zipped(&folder)?),
        scaled("zip in a zip", "outer.zip", zipped(&[File::new("inner.zip", inner)])?),
    ])
}
