//! Rows that are wrong while the rest is read.

use super::{LONG, SCALES, scaled};
use crate::case::{Case, File};

pub fn cases() -> Vec<Case> {
    // `LONG` has 17 rows.
    let added = |name, rows: &str| scaled(name, "scores.csv", format!("{LONG}{rows}"));
    let mut cases = vec![
        added("a score that is no number", "R2,乙,care,E3,good\n"),
        added("a score that is not finite", "R2,乙,care,E3,NaN\nR2,乙,care,E3,inf\n"),
        added("scores out of range", "R2,乙,care,E3,10.5\nR2,乙,care,E3,-1\n"),
        added("a score off its step", "R1,乙,care,E3,7.3\nR2,乙,care,E3,6\n"),
        added("the same score twice", "R2,乙,care,E1,6\n"),
        added("two scores for the same thing", "R2,乙,care,E1,9\n"),
        added("blank ids", "R2,,care,E1,6\nR2,乙,care,,6\n,乙,care,E1,6\n"),
        added("rows that are too short and too long", "R2,乙,care,E3\nR2,乙,care,E3,7,extra\n"),
        added("an evaluator who is alone on every panel", "R2,丙,care,E3,7\nR2,丙,staff,E3,8\n"),
        added("rows of totals in a long table", "R2,合计,care,E1,70\nR2,甲,小计,E1,15\n"),
    ];
    cases.push(scaled(
        "score sheets with one score throughout",
        "scores.csv",
        "provider,evaluator,care,staff,files\n甲,E1,7,7,7\n甲,E2,8,9,7\n乙,E1,5,6,7\n乙,E2,6,6,6\n",
    ));
    cases.push(scaled(
        "a total that does not follow",
        "scores.csv",
        "provider,evaluator,care,staff,total\n甲,E1,7,6.5,13.5\n甲,E2,8,9,17\n乙,E1,5,6,11\n乙,E2,5.5,7,21.5\n",
    ));
    cases.push(Case::new(
        "duplicates across files",
        vec![
            File::new("scores a.csv", LONG),
            File::new(
                "scores b.csv",
                "round,provider,indicator,evaluator,score\nR2,乙,care,E1,9\nR2,乙,care,E2,6.5\n",
            ),
            File::new("indicators.csv", SCALES),
        ],
    ));
    cases.push(scaled(
        "broken rows of a semicolon file in GB18030",
        "得分.csv",
        crate::write::gb18030("机构;指标;评估员;得分\n甲;care;张三;7,5\n甲;care;李四;很好\n甲;care;王五;8\n乙;care;张三;70\n乙;care;李四;6\n"),
    ));
    cases
}
