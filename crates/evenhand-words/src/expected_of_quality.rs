use evenhand_protocol::{Expected, TotalRule};

use crate::{Language, bytes, count, counts::counted, field, speaker::plain};

/// What the checks of values, totals, names and formats expected, as a clause; other expectations are worded by
/// [`crate::expected`], which calls this.
pub(crate) fn expected_of_quality(language: Language, expected: &Expected) -> String {
    let cells = |n: u32| counted(language, n, ["cell", "cells"], "个单元格");
    let (en, zh) = match expected {
        Expected::ReadAs { value, cells: n } => (
            format!("read as {} in {}", plain(*value), cells(*n)),
            format!("在{}中按{}读取", cells(*n), plain(*value)),
        ),
        Expected::ReadAsMissing { cells: n } => {
            (format!("read as a missing score in {}", cells(*n)), format!("在{}中按缺失读取", cells(*n)))
        }
        Expected::SameIdAs { id, .. } => (format!("perhaps the same as “{id}”"), format!("可能与“{id}”相同")),
        Expected::WeightSum { sum } => (
            format!("expected weights that add up to {}", plain(*sum)),
            format!("权重之和应为{}", plain(*sum)),
        ),
        Expected::TotalOf { rule, value } => total(*rule, *value),
        Expected::OwnColumn { field: of } => (
            format!("expected a column for “{}” or a value set by hand", field(language, *of)),
            format!("应有“{}”列或由人工指定", field(language, *of)),
        ),
        Expected::FitsInMemory { needed, available } => (
            format!(
                "expected a file that fits in memory (about {} of {})",
                bytes(*needed),
                bytes(*available)
            ),
            format!("内存应足够（约需{}，可用{}）", bytes(*needed), bytes(*available)),
        ),
        Expected::AtMostRows { rows } => (
            format!("expected at most {} rows in a sheet", count(*rows)),
            format!("每个工作表应不超过{}行", count(*rows)),
        ),
        Expected::AtMostSheets { sheets } => (
            format!("expected at most {} sheets or files", count(*sheets)),
            format!("工作表或文件应不超过{}个", count(*sheets)),
        ),
        _ => fixed(expected),
    };
    language.pick(en, zh)
}

fn total(rule: TotalRule, value: f64) -> (String, String) {
    let (en, zh) = match rule {
        TotalRule::Sum => ("the sum of the scores", "各项评分之和"),
        TotalRule::Mean => ("the mean of the scores", "各项评分的平均值"),
        TotalRule::WeightedSum => ("the weighted sum of the scores", "各项评分的加权和"),
        TotalRule::WeightedMean => ("the weighted mean of the scores", "各项评分的加权平均值"),
    };
    // Sums of decimals show digits that nobody wrote.
    let value = plain((value * 1e6).round() / 1e6);
    (format!("expected {en}, {value}"), format!("应为{zh}{value}"))
}

fn fixed(expected: &Expected) -> (String, String) {
    let (en, zh) = match expected {
        Expected::NoTotals => ("expected scores only, without totals", "应只有评分，不含合计"),
        Expected::Visible => ("expected everything in view", "不应有隐藏内容"),
        Expected::TwoSheets => {
            ("expected at least two score sheets of an evaluator", "每名评估员应至少有两张评分表")
        }
        Expected::DifferentScores => {
            ("expected scores that differ between indicators", "各指标的评分应有差别")
        }
        Expected::NoPassword => ("expected a file without a password", "文件不应加密"),
        _ => (
            "expected a table as text, XLSX, XLS, ODS, Parquet, Arrow or JSON",
            "应为文本、XLSX、XLS、ODS、Parquet、Arrow或JSON格式的表",
        ),
    };
    (en.to_owned(), zh.to_owned())
}
