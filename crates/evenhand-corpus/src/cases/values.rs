//! What cells hold beside plain numbers and ids.

use super::scaled;
use crate::case::{Case, File, Result};
use crate::grid::{Cell, Grid, Sheet};
use crate::write::workbook;

pub fn cases() -> Result<Vec<Case>> {
    let mut cases = numbers();
    cases.extend(words());
    cases.extend(ids());
    cases.extend(in_workbooks()?);
    Ok(cases)
}

/// Scores of one indicator by two evaluators for two providers, on a scale to `max`.
fn scores(name: &'static str, scores: [&str; 4], max: &str) -> Case {
    let [a, b, c, d] = scores;
    let text = format!(
        "provider;indicator;evaluator;score\nP1;care;E1;{a}\nP1;care;E2;{b}\nP2;care;E1;{c}\nP2;care;E2;{d}\n"
    );
    let mut case = scaled(name, "scores.csv", text);
    case.files[1].bytes = format!("indicator,min,max\ncare,0,{max}\n").into();
    case
}

fn numbers() -> Vec<Case> {
    vec![
        scores("thousands", ["1,250.5", "980", "2,000", "1,000.25"], "3000"),
        scores("thousands with points and decimal commas", ["1.250,5", "980", "2.000,0", "1.000,25"], "3000"),
        scores("decimal commas that could be thousands", ["7,125", "8,5", "9", "6,250"], "10"),
        scores("full-width digits", ["８５", "９０．５", "７", "１００"], "100"),
        scores("percent", ["85%", "90 %", "72.5％", "100%"], "100"),
        scores("percent of a scale to 10", ["85%", "9", "7.5", "100%"], "10"),
        scores("fractions", ["85/100", "90/100", "72.5/100", "100/100"], "100"),
        scores("fractions of a scale to 10", ["4/5", "9", "3/5", "5/5"], "10"),
        scores("units", ["85分", "90.5 分", "72", "100分"], "100"),
        scores("units in English", ["85 points", "90.5 pts", "72", "100 points"], "100"),
        scores("exponents and signs", ["+7", "8.5e0", "1e1", "0.5E+1"], "10"),
        scores("spaces around numbers", [" 7", "8.5 ", "\u{3000}9", "\u{a0}10"], "10"),
    ]
}

fn words() -> Vec<Case> {
    let words = |name, words: [&str; 4]| {
        let [a, b, c, d] = words;
        let text = format!("机构,评估员,得分\n甲,张三,{a}\n甲,李四,{b}\n乙,张三,{c}\n乙,李四,{d}\n");
        Case::one(name, "得分.csv", text)
    };
    let rows: String = ["-", "N/A", "缺考", "弃权", "", "not scored", "——", "未评"]
        .iter()
        .enumerate()
        .map(|(k, token)| format!("R1,乙,care,M{k},{token}\n"))
        .collect();
    vec![
        words("grades in Chinese", ["优秀", "合格", "不合格", "良好"]),
        words("satisfaction in Chinese", ["非常满意", "满意", "不满意", "一般"]),
        words("satisfaction in English", ["Very satisfied", "neutral", "DISSATISFIED", "satisfied"]),
        scaled(
            "tokens for missing scores",
            "scores.csv",
            format!("round,provider,indicator,evaluator,score\nR1,甲,care,E1,7\nR1,甲,care,E2,8\n{rows}"),
        ),
        scaled(
            "missing scores of a wide table",
            "scores.csv",
            "provider,evaluator,care,staff\n甲,E1,7,缺评\n甲,E2,,8\n乙,E1,5,6\n乙,E2,6,7\n",
        ),
        scaled(
            "evaluators who took no part",
            "scores.csv",
            "provider,indicator,E1,E2,E3\n甲,care,7,,8\n甲,staff,6.5,,7\n乙,care,5,6,\n乙,staff,7,弃权,\n",
        ),
    ]
}

fn ids() -> Vec<Case> {
    let header = "round,provider,indicator,evaluator,score\n";
    vec![
        scaled(
            "months as rounds",
            "scores.csv",
            format!(
                "{header}2024-03,甲,care,E1,7\n2024-03,甲,care,E2,8\n2024-09,甲,care,E1,6\n2024-09,甲,care,E2,7\n"
            ),
        ),
        scaled(
            "rounds whose order is a guess",
            "scores.csv",
            format!(
                "{header}spring,甲,care,E1,7\nspring,甲,care,E2,8\nautumn,甲,care,E1,6\nautumn,甲,care,E2,7\n"
            ),
        ),
        Case::new(
            "rounds in a given order",
            vec![
                File::new(
                    "scores.csv",
                    format!(
                        "{header}spring,甲,care,E1,7\nspring,甲,care,E2,8\nautumn,甲,care,E1,6\nautumn,甲,care,E2,7\n"
                    ),
                ),
                File::new("indicators.csv", super::SCALES),
                File::new("rounds.csv", "round,order\nspring,1\nautumn,2\n"),
            ],
        ),
        scaled(
            "spaces around ids",
            "scores.csv",
            format!(
                "{header}R1, 甲,care ,E1,7\nR1,甲 ,care,E2 ,8\nR1,\u{3000}乙,care,E1,6\nR1,乙,care,E2,7\n"
            ),
        ),
        scaled(
            "ids that differ in case, width and spaces",
            "scores.csv",
            format!(
                "{header}R1,Sun Home,care,E1,7\nR1,Sun Home,care,E2,8\nR1,sun home,care,E1,6\nR1,ＳｕｎHome,care,E2,7\nR1,Sun Home,staff,E1,7\nR1,Sun Home,staff,E2,9\n"
            ),
        ),
        scaled(
            "ids with commas, quotes and line breaks",
            "scores.csv",
            format!(
                "{header}R1,\"Home, \"\"Sun\"\"\",care,E1,7\nR1,\"Home, \"\"Sun\"\"\",care,E2,8\nR1,\"a\nb\",care,E1,6\nR1,\"a\nb\",care,E2,5\n"
            ),
        ),
        scaled(
            "ids that are numbers",
            "scores.csv",
            format!("{header}1,007,care,01,7\n1,007,care,2,8\n1,12,care,01,6\n1,12,care,2,7\n"),
        ),
    ]
}

fn in_workbooks() -> Result<Vec<Case>> {
    let cells = [
        ["P1", "care", "E1", "85%"],
        ["P1", "care", "E2", "９０"],
        ["P2", "care", "E1", "72分"],
        ["P2", "care", "E2", "缺考"],
    ];
    let header = ["provider", "indicator", "evaluator", "score"];
    let rows = std::iter::once(&header).chain(&cells);
    let grid =
        Grid(rows.map(|row| row.iter().map(|cell| Cell::Text((*cell).to_owned())).collect()).collect());
    let sheet = Sheet { grid, ..Sheet::of("Sheet1", "") };
    let mut case = scaled("text among numbers in a workbook", "scores.xlsx", workbook(&[sheet])?);
    case.files[1].bytes = "indicator,min,max\ncare,0,100\n".into();
    Ok(vec![case])
}
