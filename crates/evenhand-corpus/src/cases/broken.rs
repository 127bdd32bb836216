//! What cannot be loaded.

use parquet::basic::Compression;

use super::{LONG, SCALES, scaled};
use crate::case::{Case, File, Result};
use crate::grid::{Grid, Sheet};
use crate::write::{arrow_file, gzipped, json, ods, parquet, workbook, zipped};

pub fn cases() -> Result<Vec<Case>> {
    let mut cases = texts();
    cases.extend(objects());
    cases.extend(containers()?);
    cases.extend(other_formats()?);
    Ok(cases)
}

fn texts() -> Vec<Case> {
    let header = "round,provider,indicator,evaluator,score\n";
    let one = |name, bytes: &[u8]| Case::one(name, "scores.csv", bytes);
    vec![
        one("an empty file", b""),
        one("nothing but blanks", b"\xEF\xBB\xBF \r\n\r\n"),
        one("a header only", header.as_bytes()),
        one("a header and rows of commas", format!("{header},,,,\n,,,,\n").as_bytes()),
        one("one column", b"score\n7\n8\n"),
        one("an unknown delimiter", LONG.replace(',', "~").as_bytes()),
        one("an unknown table", b"alpha,beta\n1,2\n3,4\n"),
        one("no column of evaluators", b"provider,indicator,score\nP1,care,7\nP2,care,8\n"),
        one("a nul in the text", format!("{header}R1,P1,care,E1,7\nR1,P1,care,E2,\0\n").as_bytes()),
        one(
            "bytes that are no text",
            &[format!("{header}R1,P1,care,E1,7\nR1,").as_bytes(), &[0xff, 0xfe, 0xff], b",care,E2,8\n"]
                .concat(),
        ),
        one("a quote that is never closed", format!("{LONG}R2,\"乙,care,E3,7\n").as_bytes()),
        one("most rows too short", format!("{header}R1,P1,care\nR1,P2,care\nR1,P1,care,E1,7\n").as_bytes()),
        one(
            "most scores are words",
            format!("{header}R1,P1,care,E1,7\nR1,P1,care,E2,oak\nR1,P2,care,E1,elm\n").as_bytes(),
        ),
        one("no score left", format!("{header}R1,P1,care,E1,\nR1,P1,care,E2,缺考\n").as_bytes()),
        Case::one("no table of scores", "indicators.csv", SCALES),
    ]
}

fn objects() -> Vec<Case> {
    let grid = json(&Grid::of(LONG));
    let cut = &grid[..grid.len() / 2];
    vec![
        Case::one("json that is cut off", "scores.json", cut),
        Case::one(
            "json with lists in it",
            "scores.json",
            r#"[{"provider":"P1","score":7},{"provider":"P2","score":[8,9]}]"#,
        ),
        Case::one("json that is no table", "scores.json", r#"{"a":{"b":1},"c":2}"#),
        Case::one(
            "ndjson with a broken line",
            "scores.ndjson",
            "{\"provider\":\"P1\",\"evaluator\":\"E1\",\"score\":7}\n{\"provider\":\"P1\",\"evaluator\":\n",
        ),
    ]
}

fn containers() -> Result<Vec<Case>> {
    let grid = Grid::of(LONG);
    let sheets = [Sheet::of("Sheet1", LONG)];
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let zip = zipped(&[File::new("scores.csv", LONG)])?;
    let xls = include_bytes!("../../xls/long.xls");
    let bomb = zipped(&[File::new("scores.csv", vec![b'0'; 24 << 20])])?;
    Ok(vec![
        scaled("a cut zip", "scores.zip", half(zip)),
        scaled("a cut xlsx", "scores.xlsx", half(workbook(&sheets)?)),
        scaled("a cut ods", "scores.ods", half(ods(&sheets)?)),
        scaled("a cut xls", "scores.xls", half(xls.to_vec())),
        scaled("a cut gzip", "scores.csv.gz", half(gzipped(LONG.as_bytes())?)),
        scaled("a cut parquet", "scores.parquet", half(parquet(&grid, Compression::SNAPPY)?)),
        scaled("a cut arrow file", "scores.arrow", half(arrow_file(&grid, None)?)),
        scaled("an empty zip", "scores.zip", zipped(&[])?),
        scaled(
            "a zip whose only file is broken",
            "scores.zip",
            zipped(&[File::new("scores.csv", "a,b\n1,\0\n")])?,
        ),
        scaled("zips in zips in zips", "scores.zip", nested(3)?),
        scaled("a zip bomb", "scores.zip", bomb),
        scaled("a gzip bomb", "scores.csv.gz", gzipped(&vec![b'0'; 24 << 20])?),
    ])
}

fn nested(levels: u32) -> Result<Vec<u8>> {
    let mut inner = zipped(&[File::new("scores.csv", LONG)])?;
    for _ in 1..levels {
        inner = zipped(&[File::new("inner.zip", inner)])?;
    }
    Ok(inner)
}

fn other_formats() -> Result<Vec<Case>> {
    let docx = zipped(&[
        File::new("[Content_Types].xml", ""),
        File::new("_rels/.rels", ""),
        File::new("word/document.xml", "<w/>"),
    ])?;
    let xlsb = zipped(&[
        File::new("[Content_Types].xml", ""),
        File::new("_rels/.rels", ""),
        File::new("xl/workbook.bin", ""),
    ])?;
    Ok(vec![
        scaled("pdf", "scores.pdf", "%PDF-1.7\n1 0 obj\n"),
        scaled("a web page called xls", "scores.xls", "<html><table><tr><td>score</td></tr></table></html>"),
        scaled("a text document called xlsx", "scores.xlsx", docx),
        scaled("xlsb", "scores.xlsb", xlsb),
        scaled("zstandard", "scores.csv.zst", b"\x28\xB5\x2F\xFD\0\0\0\0".as_slice()),
    ])
}
