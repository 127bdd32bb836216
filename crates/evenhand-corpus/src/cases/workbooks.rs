//! What only workbooks have: several sheets, and what is hidden.

use super::{FIRST, LONG, SCALES, SECOND, scaled};
use crate::case::{Case, Result};
use crate::grid::{Cell, Grid, Sheet};
use crate::write::{ods, workbook};

pub fn cases() -> Result<Vec<Case>> {
    let rounds = [Sheet::of("R1", FIRST), Sheet::of("R2", SECOND)];
    let evaluators = [Sheet::of("E1", &part("E1")), Sheet::of("E2", &part("E2"))];
    let notes = [Sheet::of("说明", "本表由评估中心填写\n"), Sheet::of("得分", LONG)];
    let metadata = [
        Sheet::of("scores", LONG),
        Sheet::of("indicators", SCALES),
        Sheet::of("evaluators", "evaluator,affiliation,qualification\nE1,City,senior\nE2,County,junior\n"),
    ];
    let hidden_sheet = [rounds[0].clone(), Sheet { hidden: true, ..rounds[1].clone() }];
    let hidden_rows = Sheet { hidden_rows: vec![1, 2, 16], ..Sheet::of("Sheet1", LONG) };
    let hidden_column = Sheet { hidden_columns: vec![2], ..Sheet::of("Sheet1", LONG) };
    let xls = include_bytes!("../../xls/sheets.xls");
    Ok(vec![
        scaled("a sheet per round, xlsx", "scores.xlsx", workbook(&rounds)?),
        scaled("a sheet per round, ods", "scores.ods", ods(&rounds)?),
        scaled("a sheet per round, xls", "scores.xls", xls.as_slice()),
        scaled("a sheet per evaluator", "scores.xlsx", workbook(&evaluators)?),
        scaled("a sheet of notes", "scores.xlsx", workbook(&notes)?),
        Case::one("scores and metadata in one workbook", "data.xlsx", workbook(&metadata)?),
        scaled("a hidden sheet, xlsx", "scores.xlsx", workbook(&hidden_sheet)?),
        scaled("a hidden sheet, ods", "scores.ods", ods(&hidden_sheet)?),
        scaled("hidden rows, xlsx", "scores.xlsx", workbook(std::slice::from_ref(&hidden_rows))?),
        scaled("hidden rows, ods", "scores.ods", ods(&[hidden_rows])?),
        scaled("a hidden column", "scores.xlsx", workbook(&[hidden_column])?),
        scaled("days as rounds, xlsx", "scores.xlsx", workbook(&[days()])?),
        scaled("days as rounds, ods", "scores.ods", ods(&[days()])?),
        scaled("numbers stored as text", "scores.xlsx", workbook(&[as_text()])?),
    ])
}

/// One evaluator's part of [`LONG`], without the column of evaluators.
fn part(evaluator: &str) -> String {
    let kept = |line: &&str| line.contains(&format!(",{evaluator},"));
    let row = |line: &str| line.replace(&format!(",{evaluator},"), ",") + "\n";
    format!("round,provider,indicator,score\n{}", LONG.lines().filter(kept).map(row).collect::<String>())
}

/// Rounds that are days in cells with a date format.
fn days() -> Sheet {
    let mut grid = Grid::of(LONG);
    for row in &mut grid.0 {
        match row.first_mut() {
            Some(cell) if *cell == Cell::of("R1") => *cell = Cell::Day("2024-03-01".to_owned()),
            Some(cell) if *cell == Cell::of("R2") => *cell = Cell::Day("2024-09-01".to_owned()),
            _ => {}
        }
    }
    Sheet { grid, ..Sheet::of("Sheet1", "") }
}

/// Scores that somebody's system exported as text.
fn as_text() -> Sheet {
    let mut grid = Grid::of(LONG);
    grid.0.iter_mut().flatten().for_each(|cell| *cell = Cell::Text(cell.text()));
    Sheet { grid, ..Sheet::of("Sheet1", "") }
}
