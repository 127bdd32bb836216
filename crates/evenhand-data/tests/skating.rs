//! The figure-skating data, where they lie beside the project.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::path::Path;

use evenhand_data::{load, plan_for};
use evenhand_protocol::{Field, ScaleSource, ScoreScale, TableKind};

#[test]
fn the_skating_set_loads_without_problems() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/skating");
    if !folder.is_dir() {
        eprintln!("SKIPPED: ../shared/data/skating is absent");
        return;
    }
    let names = ["scores.csv", "rounds.csv", "providers.csv", "evaluators.csv", "indicators.csv"];
    let files: Vec<Vec<u8>> = names.iter().map(|name| std::fs::read(folder.join(name)).unwrap()).collect();
    let named: Vec<(&str, &[u8])> = names.into_iter().zip(files.iter().map(Vec::as_slice)).collect();
    let previews = common::previews(&named);
    let kinds: Vec<_> = previews.iter().map(|preview| preview.mapping.kind).collect();
    use TableKind::{Evaluators, Indicators, Providers, Rounds, Scores};
    assert_eq!(kinds, [Scores, Rounds, Providers, Evaluators, Indicators]);
    let ignored = previews.iter().flat_map(|preview| &preview.mapping.columns);
    let ignored: Vec<_> = ignored.filter(|column| column.field == Field::Ignored).collect();
    assert_eq!(ignored.iter().map(|column| column.header.as_str()).collect::<Vec<_>>(), ["level"]);

    let table = load("skating", &plan_for(&previews).unwrap(), files).unwrap();
    let summary = &table.loaded.summary;
    // Figure skating judges do give one score throughout; that is worth a look and no error.
    let codes: Vec<_> = table.loaded.quality.counts.iter().map(|count| count.code).collect();
    assert_eq!(codes, [evenhand_protocol::ProblemCode::StraightLined]);
    assert_eq!((summary.n_scores, table.loaded.quality.rows_read), (77_630, 77_630));
    assert_eq!((summary.rounds.len(), summary.providers.len()), (17, 319));
    assert_eq!((summary.indicators.len(), summary.evaluators.len()), (5, 214));
    assert_eq!(summary.rounds[0].id, "R01");
    assert_eq!(summary.scale, ScoreScale::Points { min: 0.0, max: 10.0 });
    assert!(summary.has_occasions);
    assert!(summary.indicators.iter().all(|info| info.scale_source == ScaleSource::Given));
    assert!(summary.evaluators.iter().all(|info| info.affiliation.is_some()));
}

const METADATA: [&str; 4] = ["rounds.csv", "providers.csv", "evaluators.csv", "indicators.csv"];

/// Files by name.
type Files = Vec<(&'static str, Vec<u8>)>;

/// The scores as rows of cells, and the metadata files; nothing where the data are absent.
fn skating() -> Option<(Vec<Vec<String>>, Files)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/skating");
    if !folder.is_dir() {
        eprintln!("SKIPPED: ../shared/data/skating is absent");
        return None;
    }
    let text = std::fs::read_to_string(folder.join("scores.csv")).unwrap();
    let rows = text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect();
    Some((rows, METADATA.map(|name| (name, std::fs::read(folder.join(name)).unwrap())).into()))
}

/// Loads scores as guessed, without any correction.
fn guessed(name: &str, scores: &[u8], metadata: &[(&'static str, Vec<u8>)]) -> evenhand_data::LoadedTable {
    let mut files: Vec<(&str, &[u8])> = vec![(name, scores)];
    files.extend(metadata.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    common::try_load_bytes(&files).unwrap()
}

fn csv(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(",") + "\n").collect()
}

#[test]
fn seventeen_sheets_give_the_same_table() {
    let Some((rows, metadata)) = skating() else { return };
    let expected = guessed("scores.csv", csv(&rows).as_bytes(), &metadata);
    let mut book = rust_xlsxwriter::Workbook::new();
    let mut n_sheets = 0;
    for round in rows[1..].chunk_by(|a, b| a[0] == b[0]) {
        n_sheets += 1;
        let sheet = book.add_worksheet();
        sheet.set_name(&round[0][0]).unwrap();
        for (row, cells) in std::iter::once(&rows[0]).chain(round).enumerate() {
            for (column, cell) in cells[1..].iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    assert_eq!(n_sheets, 17);
    let found = guessed("scores.xlsx", &book.save_to_buffer().unwrap(), &metadata);
    assert_eq!(found.table, expected.table);
}

#[test]
fn wide_by_evaluator_in_gb18030_gives_the_same_table() {
    let Some((rows, metadata)) = skating() else { return };
    let expected = guessed("scores.csv", csv(&rows).as_bytes(), &metadata);
    let mut evaluators: Vec<&str> = rows[1..].iter().map(|row| row[4].as_str()).collect();
    evaluators.sort_unstable();
    evaluators.dedup();
    let mut wide: std::collections::BTreeMap<[&str; 4], Vec<&str>> = std::collections::BTreeMap::new();
    for row in &rows[1..] {
        let key = [&row[0], &row[1], &row[2], &row[3]].map(String::as_str);
        let cells = wide.entry(key).or_insert_with(|| vec![""; evaluators.len()]);
        let place = evaluators.binary_search(&row[4].as_str()).unwrap();
        cells[place] = &row[5];
    }
    let mut text = format!("轮次,被评机构,场次,指标,{}\n", evaluators.join(","));
    for (key, cells) in wide {
        text.push_str(&format!("{},{}\n", key.join(","), cells.join(",")));
    }
    let (bytes, _, unmappable) = encoding_rs::GB18030.encode(&text);
    assert!(!unmappable);
    let found = guessed("得分.csv", &bytes, &metadata);
    assert_eq!(found.table, expected.table);
}
