//! The same scores laid out in every shape, as text and in other formats.

use arrow_ipc::CompressionType;
use parquet::basic::Compression;

use super::{BY_EVALUATOR, BY_INDICATOR, BY_ROUND, FIRST, LONG, SCALES, SECOND, scaled};
use crate::case::{Case, File, Result};
use crate::grid::{Grid, Sheet};
use crate::write::{arrow_file, json, ndjson, ods, parquet, workbook, zipped};

pub fn cases() -> Result<Vec<Case>> {
    let mut cases = vec![
        scaled("wide by indicator", "scores.csv", BY_INDICATOR),
        scaled("wide by evaluator", "scores.csv", BY_EVALUATOR),
        scaled("wide by round", "scores.csv", BY_ROUND),
        scaled("wide by indicator, xlsx", "scores.xlsx", workbook(&[Sheet::of("Sheet1", BY_INDICATOR)])?),
        scaled("wide by evaluator, ods", "scores.ods", ods(&[Sheet::of("Sheet1", BY_EVALUATOR)])?),
        scaled(
            "wide by round, parquet",
            "scores.parquet",
            parquet(&Grid::of(BY_ROUND), Compression::SNAPPY)?,
        ),
        scaled(
            "wide by evaluator, arrow",
            "scores.arrow",
            arrow_file(&Grid::of(BY_EVALUATOR), Some(CompressionType::LZ4_FRAME))?,
        ),
        scaled("wide by indicator, json", "scores.json", json(&Grid::of(BY_INDICATOR))),
        scaled("wide by round, ndjson", "scores.ndjson", ndjson(&Grid::of(BY_ROUND))),
    ];
    cases.extend(blocks());
    cases.extend(several_files()?);
    Ok(cases)
}

/// Tables one under the other.
fn blocks() -> Vec<Case> {
    let rounds = format!("Round: R1\n{FIRST}\nRound: R2\n{SECOND}");
    let evaluators = format!("评估员：,E1\n{}\n评估员：,E2\n{}", sheet_of("E1"), sheet_of("E2"));
    vec![
        scaled("blocks by round", "scores.csv", rounds),
        scaled("blocks by evaluator, the name in the next cell", "scores.csv", evaluators),
    ]
}

/// One evaluator's part of [`BY_INDICATOR`], without the column of evaluators.
fn sheet_of(evaluator: &str) -> String {
    let rows = BY_INDICATOR.lines().filter(|line| line.contains(&format!(",{evaluator},")));
    let rows: String = rows.map(|line| line.replace(&format!(",{evaluator},"), ",") + "\n").collect();
    format!("round,provider,care,staff\n{rows}")
}

fn several_files() -> Result<Vec<Case>> {
    let indicators = || File::new("indicators.csv", SCALES);
    let rounds = [File::new("R1.csv", FIRST), File::new("R2.csv", SECOND)];
    let mixed = [
        File::new("scores R1.json", json(&Grid::of(FIRST))),
        File::new("scores R2.xlsx", workbook(&[Sheet::of("Sheet1", SECOND)])?),
    ];
    let evaluators = [File::new("得分_E1.csv", sheet_of("E1")), File::new("得分_E2.csv", sheet_of("E2"))];
    let (head, tail) = LONG.split_at(LONG.find("R2").unwrap_or(0));
    let halves = [
        File::new("scores north.csv", head),
        File::new("scores south.csv", format!("round,provider,indicator,evaluator,score\n{tail}")),
    ];
    let with = |files: &[File]| [files, &[indicators()]].concat();
    Ok(vec![
        Case::new("a file per round", with(&rounds)),
        Case::new("a file per round, of two formats", with(&mixed)),
        Case::new("a file per evaluator", with(&evaluators)),
        Case::new("two files with all columns", with(&halves)),
        scaled("a zip with a file per round", "rounds.zip", zipped(&rounds)?),
    ])
}
