//! The same scores in every format, encoding, wrapper and shape give the identical table, cell for cell.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use arrow_ipc::CompressionType;
use common::{rows, sorted, try_load};
use evenhand_corpus::{
    Cell, File, Grid, Result, Sheet, TextStyle, arrow_file, arrow_stream, gb18030, gzipped, json,
    json_columns, ndjson, ods, parquet, text, utf16_be, utf16_le, workbook, xlsm, zipped,
};
use evenhand_data::LoadedTable;
use parquet::basic::{Compression, ZstdLevel};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

/// Round, provider, indicator, evaluator.
type Key = [String; 4];
type Scores = BTreeMap<Key, f64>;

const NAMES: [&str; 4] = ["round", "provider", "indicator", "evaluator"];
const ROUND: usize = 0;
const INDICATOR: usize = 2;
const EVALUATOR: usize = 3;

/// Ways to write one table as a file, whatever characters it has.
fn formats(grid: &Grid) -> Result<Vec<File>> {
    let csv = text(grid, TextStyle::CSV);
    let sheets = [Sheet { name: "Sheet1".to_owned(), grid: grid.clone(), ..Sheet::default() }];
    let zstd = Compression::ZSTD(ZstdLevel::default());
    Ok(vec![
        File::new("scores.csv", csv.as_str()),
        File::new("scores.tsv", text(grid, TextStyle::TSV)),
        File::new("scores.txt", text(grid, TextStyle { delimiter: '|', ..TextStyle::CSV })),
        File::new("utf-8 with a mark.csv", format!("\u{feff}{csv}")),
        File::new("utf-16 low.csv", utf16_le(&csv)),
        File::new("utf-16 high.csv", utf16_be(&csv)),
        File::new("scores.xlsx", workbook(&sheets)?),
        File::new("scores.xlsm", xlsm(&sheets)?),
        File::new("scores.ods", ods(&sheets)?),
        File::new("scores.parquet", parquet(grid, Compression::SNAPPY)?),
        File::new("zstd.parquet", parquet(grid, zstd)?),
        File::new("scores.arrow", arrow_file(grid, None)?),
        File::new("scores.feather", arrow_file(grid, Some(CompressionType::LZ4_FRAME))?),
        File::new("scores.arrows", arrow_stream(grid)?),
        File::new("scores.json", json(grid)),
        File::new("columns.json", json_columns(grid)),
        File::new("scores.ndjson", ndjson(grid)),
        File::new("scores.csv.gz", gzipped(csv.as_bytes())?),
        File::new("scores.zip", zipped(&[File::new("scores.csv", csv.as_str())])?),
        File::new("book.zip", zipped(&[File::new("data/scores.xlsx", workbook(&sheets)?)])?),
    ])
}

fn ids(scores: &Scores, field: usize) -> Vec<String> {
    scores.keys().map(|key| key[field].clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> Vec<Cell> {
    words.map(|word| Cell::Text(word.to_owned())).collect()
}

/// One score a row, without the column of one field where `without` names it.
fn long(scores: &Scores, without: Option<usize>) -> Grid {
    let kept = || (0..4).filter(|field| Some(*field) != without);
    let header = words(kept().map(|field| NAMES[field]).chain(["score"]));
    let row = |(key, score): (&Key, &f64)| {
        let mut cells = words(kept().map(|field| key[field].as_str()));
        cells.push(Cell::Number(*score));
        cells
    };
    Grid(std::iter::once(header).chain(scores.iter().map(row)).collect())
}

/// One column for each id of a field; a row has a score of at least one of them.
fn wide(scores: &Scores, across: usize) -> Grid {
    let rest = || (0..4).filter(|field| *field != across);
    let columns = ids(scores, across);
    let mut rows: BTreeMap<Vec<&str>, BTreeMap<&str, f64>> = BTreeMap::new();
    for (key, score) in scores {
        rows.entry(rest().map(|field| key[field].as_str()).collect())
            .or_default()
            .insert(&key[across], *score);
    }
    let header = words(rest().map(|field| NAMES[field]).chain(columns.iter().map(String::as_str)));
    let row = |(ids, scores): (Vec<&str>, BTreeMap<&str, f64>)| {
        let mut cells = words(ids.into_iter());
        let score = |id: &String| scores.get(id.as_str()).map_or(Cell::Blank, |score| Cell::Number(*score));
        cells.extend(columns.iter().map(score));
        cells
    };
    Grid(std::iter::once(header).chain(rows.into_iter().map(row)).collect())
}

/// The scores with one id of a field.
fn part(scores: &Scores, field: usize, id: &str) -> Scores {
    scores.iter().filter(|(key, _)| key[field] == id).map(|(key, score)| (key.clone(), *score)).collect()
}

/// A sheet for each id of a field.
fn sheets(scores: &Scores, field: usize) -> Vec<Sheet> {
    let sheet = |id: String| {
        let grid = long(&part(scores, field, &id), Some(field));
        Sheet { name: id, grid, ..Sheet::default() }
    };
    ids(scores, field).into_iter().map(sheet).collect()
}

/// A text for each id of a field, under a name that ends in the id.
fn files(scores: &Scores, field: usize) -> Vec<File> {
    let file =
        |sheet: Sheet| File::new(&format!("scores_{}.csv", sheet.name), text(&sheet.grid, TextStyle::CSV));
    sheets(scores, field).into_iter().map(file).collect()
}

#[track_caller]
fn load(files: &[File], scales: &File, what: &str) -> LoadedTable {
    let files = [files, std::slice::from_ref(scales)].concat();
    try_load(&files).map_err(|error| format!("{what}: {error:?}")).unwrap()
}

/// The table of the long CSV file, which holds the scores themselves, row for row.
#[track_caller]
fn reference(scores: &Scores, scales: &File) -> LoadedTable {
    let csv = File::new("scores.csv", text(&long(scores, None), TextStyle::CSV));
    let loaded = load(&[csv], scales, "long csv");
    let row = |([round, provider, indicator, evaluator], score): (Key, f64)| {
        (round, provider, indicator, evaluator, score)
    };
    assert_eq!(rows(&loaded), sorted(scores.clone().into_iter().map(row).collect()));
    loaded
}

/// An indicators table, so that neither scales nor the order of indicators is a guess.
fn scales(scores: &Scores) -> File {
    let rows: String = ids(scores, INDICATOR).iter().map(|id| format!("{id},0,100\n")).collect();
    File::new("indicators.csv", format!("indicator,min,max\n{rows}"))
}

/// Ids that headers of wide tables can have without being taken for something else; providers are text of characters
/// that GB 2312 has too: rarer ones alone are not taken for Chinese text, lest other encodings be.
fn programme() -> impl Strategy<Value = Scores> {
    let sizes = (2usize..4, 2usize..5, 2usize..5);
    let providers = vec("[A-Za-z阳光社工][A-Za-z0-9服务中心评估 ,;|\"'()（）-]{0,9}[a-z0-9甲乙丙丁]", 2..5);
    let scores = vec(proptest::option::weighted(0.85, 0u32..=10_000), 256);
    (sizes, providers, scores).prop_map(|((rounds, indicators, evaluators), providers, values)| {
        const INDICATORS: [&str; 4] = ["care", "态度", "Staff training", "档案管理"];
        let mut values = values.into_iter();
        let mut scores = Scores::new();
        for round in 1..=rounds {
            for provider in &providers {
                for indicator in &INDICATORS[..indicators] {
                    for evaluator in 1..=evaluators {
                        let key = [
                            format!("R{round}"),
                            provider.clone(),
                            (*indicator).to_owned(),
                            format!("E{evaluator}"),
                        ];
                        if let Some(hundredths) = values.next().flatten() {
                            scores.insert(key, f64::from(hundredths) / 100.0);
                        }
                    }
                }
            }
        }
        scores
    })
}

/// A few scores of anything, given by anybody to anybody.
fn anything() -> impl Strategy<Value = Scores> {
    let id =
        || "\\PC{1,12}".prop_filter("blank ids are errors", |id: &String| !id.is_empty() && id.trim() == id);
    btree_map([id(), id(), id(), id()], -1e6..1e6_f64, 1..12)
}

/// So many cases, or as many as `EVENHAND_CASES` says. There are no files of former failures: what failed once belongs
/// into the corpus.
fn config(cases: u32) -> ProptestConfig {
    let wanted = std::env::var("EVENHAND_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = wanted.unwrap_or(cases);
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(config(3))]

    #[test]
    fn shapes_and_formats_do_not_matter(scores in programme()) {
        prop_assume!((0..4).all(|field| ids(&scores, field).len() > 1));
        let scales = scales(&scores);
        let expected = reference(&scores, &scales);
        let shapes = [
            ("long", long(&scores, None)),
            ("wide by indicator", wide(&scores, INDICATOR)),
            ("wide by evaluator", wide(&scores, EVALUATOR)),
            ("wide by round", wide(&scores, ROUND)),
        ];
        for (shape, grid) in shapes {
            let texts = [
                File::new("decimal commas.csv", text(&grid, TextStyle::SEMICOLON)),
                File::new("gb18030.csv", gb18030(&text(&grid, TextStyle::CSV))),
            ];
            for file in formats(&grid).unwrap().into_iter().chain(texts) {
                let what = format!("{shape}, {}", file.name);
                prop_assert_eq!(&load(&[file], &scales, &what).table, &expected.table, "{}", what);
            }
        }
    }

    #[test]
    fn several_sheets_and_files_do_not_matter(scores in programme()) {
        prop_assume!((0..4).all(|field| ids(&scores, field).len() > 1));
        let scales = scales(&scores);
        let expected = reference(&scores, &scales);
        for (field, name) in [(ROUND, "round"), (EVALUATOR, "evaluator")] {
            let sheets = sheets(&scores, field);
            let files = files(&scores, field);
            let sets = [
                ("xlsx", vec![File::new("scores.xlsx", workbook(&sheets).unwrap())]),
                ("ods", vec![File::new("scores.ods", ods(&sheets).unwrap())]),
                ("zip", vec![File::new("scores.zip", zipped(&files).unwrap())]),
                ("files", files),
            ];
            for (format, files) in sets {
                let what = format!("{format} by {name}");
                prop_assert_eq!(&load(&files, &scales, &what).table, &expected.table, "{}", what);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(8))]

    /// Ids of any characters and scores to the last bit come through every format that has them.
    #[test]
    fn nothing_is_lost_in_any_format(scores in anything()) {
        let other = File::new("rounds.csv", "round,order\nnone,1\n");
        let expected = reference(&scores, &other);
        let grid = long(&scores, None);
        for file in formats(&grid).unwrap() {
            let what = file.name.clone();
            prop_assert_eq!(&load(&[file], &other, &what).table, &expected.table, "{}", what);
        }
    }
}
