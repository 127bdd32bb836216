//! What stands around a table and among its rows: titles, headers of two rows, totals, blank rows.

use super::{BY_INDICATOR, LONG, scaled};
use crate::case::{Case, Result};
use crate::grid::{Grid, Sheet};
use crate::write::{ods, workbook};

/// A header of two rows; the upper one names the dimensions.
const TWO_ROWS: &str = "round,provider,evaluator,service,,management,\n,,,care,staff,files,records\n\
    R1,甲,E1,7,6.5,8,9\nR1,甲,E2,8,9,7,6\nR1,乙,E1,5,6,6.5,7\nR1,乙,E2,5.5,7,6,8\n";

/// The scales of [`TWO_ROWS`].
const SCALES: &str = "indicator,min,max\ncare,0,10\nstaff,0,10\nfiles,0,10\nrecords,0,10\n";

pub fn cases() -> Result<Vec<Case>> {
    let two_rows = |name, file: &str, bytes: Vec<u8>| {
        let mut case = scaled(name, file, bytes);
        case.files[1].bytes = SCALES.into();
        case
    };
    let merged = Sheet {
        merged: vec![[0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 1, 2], [0, 3, 0, 4], [0, 5, 0, 6]],
        ..Sheet::of("Sheet1", TWO_ROWS)
    };
    let titled = Sheet {
        merged: vec![[0, 0, 0, 4]],
        ..Sheet::of("Sheet1", &format!("社会组织评估得分表\n\n{BY_INDICATOR}"))
    };
    Ok(vec![
        two_rows("a header of two rows", "scores.csv", TWO_ROWS.into()),
        two_rows("a merged header, xlsx", "scores.xlsx", workbook(std::slice::from_ref(&merged))?),
        two_rows("a merged header, ods", "scores.ods", ods(&[merged])?),
        scaled("a merged title", "scores.xlsx", workbook(&[titled])?),
        scaled(
            "titles and blank rows above",
            "scores.csv",
            format!("评估得分表,,,,\n制表单位：评估中心,,,,\n,,,,\n{LONG}"),
        ),
        scaled("a round in the title", "scores.csv", format!("2024年第二轮评估得分表\n{}", no_rounds())),
        scaled("a total column and total rows", "scores.csv", totals()),
        scaled(
            "rows of nothing but commas",
            "scores.csv",
            format!("{}\n,,,,\n,,,,\n", LONG.replace("R2,甲,care,E1", ",,,,\nR2,甲,care,E1")),
        ),
        scaled(
            "a table that starts in the third row and second column",
            "scores.xlsx",
            workbook(&[shifted()])?,
        ),
        scaled("columns of remarks", "scores.csv", remarks()),
    ])
}

/// The first round of a score sheet per row, without the column of rounds.
fn no_rounds() -> String {
    let rows = BY_INDICATOR.lines().filter(|line| !line.starts_with("R2"));
    rows.map(|line| format!("{}\n", line.split_once(',').map_or("", |(_, rest)| rest))).collect()
}

/// Sums on the right and means below.
fn totals() -> String {
    "round,provider,evaluator,care,staff,total\n\
    R1,甲,E1,7,6.5,13.5\nR1,甲,E2,8,9,17\nR1,乙,E1,5,6,11\nR1,乙,E2,5.5,7,12.5\n\
    R2,甲,E1,8,7,15\nR2,甲,E2,8.5,9.5,18\nR2,乙,E1,6,6.5,12.5\nR2,乙,E2,6.5,7.5,14\n\
    average,,,6.8125,7.375,14.1875\n"
        .to_owned()
}

fn shifted() -> Sheet {
    let lines = LONG.lines().map(|line| format!(",{line}\n")).collect::<String>();
    Sheet { grid: Grid::of(&format!("\n\n{lines}")), ..Sheet::of("Sheet1", "") }
}

fn remarks() -> String {
    let row = |(k, line): (usize, &str)| {
        let (number, remark) = if k == 0 { ("序号".to_owned(), "备注") } else { (k.to_string(), "") };
        format!("{number},{line},{remark}\n")
    };
    LONG.lines().enumerate().map(row).collect()
}
