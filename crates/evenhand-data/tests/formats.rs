//! The same scores in every format give the same table, and what formats say of hidden rows and sheets is told.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::io::{Cursor, Write};

use common::{CLEAN, INDICATORS, counts, loaded, only, try_load_bytes};
use evenhand_protocol::{Action, Choice, GuessReason, ProblemCode, TableKind};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_xlsxwriter::{Format, Workbook};

fn indicators() -> (&'static str, &'static [u8]) {
    (INDICATORS.0, INDICATORS.1.as_bytes())
}

/// A file with the clean scores gives the clean table.
#[track_caller]
fn same_as_clean(name: &str, bytes: &[u8]) {
    let expected = loaded(&[("scores.csv", CLEAN), INDICATORS]);
    let found = try_load_bytes(&[(name, bytes), indicators()]).unwrap();
    assert_eq!(found.table, expected.table, "{name}");
    let told: Vec<_> =
        counts(&found).into_iter().filter(|(code, _)| *code != ProblemCode::ConstantGuessed).collect();
    assert_eq!(told, [], "{name}");
}

fn cells(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(',').collect()).collect()
}

/// A workbook with a sheet for each text.
pub fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, text) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in cells(text).into_iter().enumerate() {
            for (column, cell) in cells.into_iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn json_rows() -> Vec<String> {
    let rows = cells(CLEAN);
    let row = |row: &Vec<&str>| {
        let fields = rows[0].iter().zip(row).map(|(name, cell)| match cell.parse::<f64>() {
            Ok(_) => format!("\"{name}\":{cell}"),
            Err(_) => format!("\"{name}\":\"{cell}\""),
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    };
    rows[1..].iter().map(row).collect()
}

#[test]
fn encodings() {
    let (gb, ..) =
        encoding_rs::GB18030.encode("轮次,机构,指标,评估员,得分\n1,甲,care,E1,7\n1,甲,care,E2,8\n");
    let table = try_load_bytes(&[("得分.csv", &gb)]).unwrap();
    assert_eq!(table.table.metadata().providers[0].id, "甲");
    for (mark, bytes) in [
        (&[0xff, 0xfe][..], CLEAN.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        (&[0xfe, 0xff], CLEAN.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        (&[0xef, 0xbb, 0xbf], CLEAN.as_bytes().to_vec()),
    ] {
        same_as_clean("scores.csv", &[mark, &bytes].concat());
    }
}

#[test]
fn wrappers() {
    same_as_clean("scores.csv.gz", &gzipped(CLEAN.as_bytes()));
    same_as_clean("scores.zip", &zipped(&[("scores.csv", CLEAN.as_bytes())]));
    same_as_clean("scores.zip", &zipped(&[("a/scores.xlsx", &workbook(&[("Sheet1", CLEAN)]))]));
    let all =
        zipped(&[("scores.csv", CLEAN.as_bytes()), indicators(), ("readme.txt", b"Notes on the data.\n")]);
    let table = try_load_bytes(&[("all.zip", &all)]).unwrap();
    assert_eq!(table.table, loaded(&[("scores.csv", CLEAN), INDICATORS]).table);
}

#[test]
fn json() {
    same_as_clean("scores.json", format!("[{}]", json_rows().join(",")).as_bytes());
    same_as_clean("scores.ndjson", format!("{}\n", json_rows().join("\n")).as_bytes());
}

#[test]
fn workbooks() {
    same_as_clean("scores.xlsx", &workbook(&[("Sheet1", CLEAN)]));
    same_as_clean("scores.xlsx", &workbook(&[("Notes", "Read me\n"), ("Scores", CLEAN)]));
    let both = workbook(&[("scores", CLEAN), ("indicators", INDICATORS.1)]);
    let table = try_load_bytes(&[("data.xlsx", &both)]).unwrap();
    assert_eq!(table.table, loaded(&[("scores.csv", CLEAN), INDICATORS]).table);
}

#[test]
fn a_sheet_per_round_and_per_evaluator() {
    let rounds = "provider,indicator,evaluator,score\nP1,care,E1,7\nP1,care,E2,8\n";
    let table =
        try_load_bytes(&[("data.xlsx", &workbook(&[("第一轮", rounds), ("第二轮", rounds)]))]).unwrap();
    let ids: Vec<_> = table.loaded.summary.rounds.iter().map(|round| round.id.as_str()).collect();
    assert_eq!((ids.as_slice(), table.table.len()), (&["第一轮", "第二轮"][..], 4));
    let evaluators = "机构,态度,专业\n甲,7,8\n乙,6,9\n";
    let table =
        try_load_bytes(&[("data.xlsx", &workbook(&[("张三", evaluators), ("李四", evaluators)]))]).unwrap();
    assert_eq!((table.loaded.summary.evaluators.len(), table.table.len()), (2, 8));
    let months = workbook(&[("春季", rounds), ("秋季", rounds)]);
    assert_eq!(try_load_bytes(&[("data.xlsx", &months)]).unwrap().loaded.summary.rounds.len(), 2);
}

#[test]
fn merged_titles_and_headers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 4, "2024年第二轮评估", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "机构", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "评委", &plain).unwrap();
    sheet.merge_range(1, 2, 1, 3, "服务", &plain).unwrap();
    sheet.merge_range(1, 4, 2, 4, "总分", &plain).unwrap();
    sheet.write_string(2, 2, "态度").unwrap();
    sheet.write_string(2, 3, "专业").unwrap();
    for (row, (provider, evaluator, a, b)) in
        [("甲", "张", 7.0, 8.0), ("甲", "李", 6.0, 9.0)].into_iter().enumerate()
    {
        let row = row as u32 + 3;
        sheet.write_string(row, 0, provider).unwrap();
        sheet.write_string(row, 1, evaluator).unwrap();
        sheet.write_number(row, 2, a).unwrap();
        sheet.write_number(row, 3, b).unwrap();
        sheet.write_number(row, 4, a + b).unwrap();
    }
    let table = try_load_bytes(&[("a.xlsx", &book.save_to_buffer().unwrap())]).unwrap();
    assert_eq!(table.table.len(), 4);
    let metadata = table.table.metadata();
    assert_eq!(metadata.rounds[0].id, "2024年第二轮");
    assert!(metadata.indicators.iter().all(|info| info.dimension.as_deref() == Some("服务")));
}

#[test]
fn hidden_rows_and_sheets_are_told() {
    let mut book = Workbook::new();
    for (name, hidden) in [("第一轮", false), ("第二轮", true)] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.set_hidden(hidden);
        for (row, cells) in
            cells("provider,evaluator,score\nP1,E1,1\nP1,E2,2\nP2,E1,3\nP2,E2,4\n").iter().enumerate()
        {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, *cell).unwrap();
            }
        }
        sheet.set_row_hidden(2).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let files: [(&str, &[u8]); 1] = [("a.xlsx", &bytes)];
    let table = try_load_bytes(&files).unwrap();
    assert_eq!(table.table.len(), 4);
    let told = only(&table, ProblemCode::HiddenRows);
    assert_eq!((told.found.as_str(), told.place.sheet.as_deref()), ("3", Some("第一轮")));
    assert_eq!(only(&table, ProblemCode::HiddenSheet).found, "第二轮");

    let previews = common::previews(&files);
    assert!(previews[1].hidden && previews[1].seems == TableKind::Scores);
    let mut plan = evenhand_data::plan_for(&previews).unwrap();
    plan.tables[1].kind = TableKind::Scores;
    plan.choices = vec![Choice { code: ProblemCode::HiddenRows, action: Action::RowLeftOut }];
    let table = evenhand_data::load("a", &plan, vec![bytes]).unwrap();
    assert_eq!((table.table.len(), table.loaded.summary.rounds.len()), (6, 2));
}

#[test]
fn a_file_of_an_archive_that_cannot_be_read_is_left_out_and_told() {
    let files = [("scores.csv", CLEAN.as_bytes()), ("notes/more.csv", b"a,b\n1,\0\n"), indicators()];
    let archive = zipped(&files);
    let previews = common::previews(&[("all.zip", &archive)]);
    let broken = previews.iter().find(|preview| preview.mapping.columns.is_empty()).unwrap();
    assert_eq!(broken.mapping.source.member.as_deref(), Some("notes/more.csv"));
    assert_eq!((broken.mapping.kind, broken.error.as_ref()), (TableKind::Ignored, None));
    assert_eq!(broken.mapping.reasons, [GuessReason::UnreadableFile]);

    let table = try_load_bytes(&[("all.zip", &archive)]).unwrap();
    assert_eq!(table.table, loaded(&[("scores.csv", CLEAN), INDICATORS]).table);
    assert_eq!(counts(&table), [(ProblemCode::NotText, 1)]);
    let told = only(&table, ProblemCode::NotText);
    assert_eq!((told.place.file.as_str(), told.place.row), ("all.zip/notes/more.csv", Some(2)));
    assert_eq!(told.action, Action::FileLeftOut);

    // What is the matter with the only file is the matter with the archive.
    let alone = zipped(&files[1..2]);
    let error = try_load_bytes(&[("all.zip", &alone)]).unwrap_err();
    assert_eq!((error.problem.code, error.problem.action), (ProblemCode::NotText, Action::Stopped));
    // A table that is understood in part is no reason to leave it out: the user has to look at it.
    let doubtful = zipped(&[files[0], ("more.csv", b"provider,score\nP1,7\n")]);
    let error = try_load_bytes(&[("all.zip", &doubtful)]).unwrap_err();
    assert_eq!(error.problem.code, ProblemCode::MissingColumn);
    assert_eq!(error.problem.place.file, "all.zip/more.csv");
}

#[test]
fn broken_containers_are_refused() {
    let whole = workbook(&[("Sheet1", CLEAN)]);
    let error = try_load_bytes(&[("scores.xlsx", &whole[..whole.len() / 2])]).unwrap_err();
    assert_eq!(error.problem.code, ProblemCode::BadFormat);
    let error = try_load_bytes(&[("scores.pdf", b"%PDF-1.7\n1 0 obj\n")]).unwrap_err();
    assert_eq!(error.problem.code, ProblemCode::BadFormat);
}
