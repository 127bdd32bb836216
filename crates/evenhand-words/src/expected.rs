use evenhand_protocol::{Expected, TableKind};

use crate::{Language, bytes, count, counts::counted, field, speaker::plain};

/// What was expected instead of what was found, as a clause: "expected a number", "应为数字".
/// One arm per expectation: the list is long because the protocol's is; what the quality checks expect is apart.
pub fn expected(language: Language, expected: &Expected) -> String {
    let fixed = |en: &str, zh: &str| language.pick(en, zh).to_owned();
    match (expected, language) {
        (Expected::Column { field: of }, Language::En) => {
            format!("expected a column for “{}”", field(language, *of))
        }
        (Expected::Column { field: of }, Language::Zh) => format!("应有“{}”列", field(language, *of)),
        (Expected::Cells { count: n }, _) => {
            let cells = counted(language, *n, ["cell", "cells"], "个单元格");
            language.pick(format!("expected {cells}"), format!("应为{cells}"))
        }
        (Expected::AtMostBytes { bytes: n }, Language::En) => format!("expected at most {}", bytes(*n)),
        (Expected::AtMostBytes { bytes: n }, Language::Zh) => format!("应不超过{}", bytes(*n)),
        (Expected::Direction, _) => {
            fixed("expected “higher” or “lower”", "应为“higher”（高分为优）或“lower”（低分为优）")
        }
        (Expected::Range { min, max }, Language::En) => {
            format!("expected a number from {} to {}", plain(*min), plain(*max))
        }
        (Expected::Range { min, max }, Language::Zh) => format!("应为{}至{}的数字", plain(*min), plain(*max)),
        (Expected::Step { min, step }, Language::En) => {
            format!("expected a number in steps of {} from {} on", plain(*step), plain(*min))
        }
        (Expected::Step { min, step }, Language::Zh) => {
            format!("应为从{}起、以{}为步长的数字", plain(*min), plain(*step))
        }
        (Expected::OneScore { first_row }, Language::En) => format!(
            "expected one score per round, provider, occasion, source, indicator and evaluator (the first is in row {})",
            count(*first_row)
        ),
        (Expected::OneScore { first_row }, Language::Zh) => format!(
            "同一轮次、机构、场次、来源、指标和评估员应只有一个评分（首次出现在第{}行）",
            count(*first_row)
        ),
        (Expected::ListedIn { table }, _) => listed_in(language, *table),
        (Expected::UniqueId { first_row }, Language::En) => {
            format!("expected each id once (the first is in row {})", count(*first_row))
        }
        (Expected::UniqueId { first_row }, Language::Zh) => {
            format!("编号不应重复（首次出现在第{}行）", count(*first_row))
        }
        (
            Expected::ReadAs { .. }
            | Expected::ReadAsMissing { .. }
            | Expected::SameIdAs { .. }
            | Expected::WeightSum { .. }
            | Expected::TotalOf { .. }
            | Expected::OwnColumn { .. }
            | Expected::FitsInMemory { .. }
            | Expected::AtMostRows { .. }
            | Expected::AtMostSheets { .. }
            | Expected::NoTotals
            | Expected::Visible
            | Expected::TwoSheets
            | Expected::DifferentScores
            | Expected::KnownFormat
            | Expected::NoPassword,
            _,
        ) => crate::expected_of_quality::expected_of_quality(language, expected),
        (Expected::ReadableFile, _) => fixed("expected a file that can be read", "应为可以读取的文件"),
        (Expected::Rows, _) => {
            fixed("expected at least one row below the header", "表头之下应至少有一行数据")
        }
        (Expected::Utf8, _) => {
            fixed("expected text in UTF-8, UTF-16 or GB18030", "应为UTF-8、UTF-16或GB18030编码的文本")
        }
        (Expected::Columns, _) => fixed(
            "expected columns separated by a comma, semicolon, tab or vertical bar",
            "应为以逗号、分号、制表符或竖线分隔的多列",
        ),
        (Expected::KnownTable, _) => fixed(
            "expected a table whose columns name scores, rounds, providers, indicators or evaluators",
            "列名应能对应评分、轮次、机构、指标或评估员",
        ),
        (Expected::OneColumnPerField, _) => {
            fixed("expected one column for each meaning", "每种含义应只对应一列")
        }
        (Expected::ScoreTable, _) => {
            fixed("expected a table of scores among the files", "文件中应有评分数据")
        }
        (Expected::ClosingQuote, _) => fixed("expected a closing quote", "引号应闭合"),
        (Expected::Number, _) => fixed("expected a number", "应为数字"),
        (Expected::Id, _) => fixed("expected an id", "应为编号"),
        (Expected::TwoEvaluators, _) => {
            fixed("expected at least two evaluators on a panel", "每个评审组应至少有两名评估员")
        }
        (Expected::GivenScale, _) => fixed(
            "expected an indicators table with the lowest and highest possible score",
            "应在指标表中给出最低分和最高分",
        ),
        (Expected::GivenOrder, _) => {
            fixed("expected a rounds table with an order or dates", "应在轮次表中给出顺序或日期")
        }
        (Expected::Weight, _) => fixed("expected a weight", "应给出权重"),
    }
}

fn listed_in(language: Language, table: TableKind) -> String {
    let (en, zh) = match table {
        TableKind::Scores => ("expected an id that occurs in the scores", "应为评分数据中出现过的编号"),
        TableKind::Rounds => ("expected an id listed in the rounds table", "应列入轮次表"),
        TableKind::Providers => ("expected an id listed in the providers table", "应列入机构表"),
        TableKind::Indicators => ("expected an id listed in the indicators table", "应列入指标表"),
        TableKind::Evaluators => ("expected an id listed in the evaluators table", "应列入评估员表"),
        TableKind::Conflicts => ("expected a pair listed in the conflicts table", "应列入利益冲突表"),
        TableKind::Ignored => ("expected an id that is listed", "应为已列出的编号"),
    };
    language.pick(en, zh).to_owned()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Field, TotalRule};

    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_expectation_has_words() {
        let cases = [
            Expected::ReadableFile,
            Expected::Rows,
            Expected::Utf8,
            Expected::Columns,
            Expected::KnownTable,
            Expected::Column { field: Field::Provider },
            Expected::OneColumnPerField,
            Expected::ScoreTable,
            Expected::Cells { count: 5 },
            Expected::ClosingQuote,
            Expected::AtMostBytes { bytes: 2_000_000_000 },
            Expected::Number,
            Expected::Id,
            Expected::Range { min: 0.0, max: 10.0 },
            Expected::Step { min: 0.0, step: 0.25 },
            Expected::OneScore { first_row: 12 },
            Expected::ListedIn { table: TableKind::Scores },
            Expected::ListedIn { table: TableKind::Rounds },
            Expected::ListedIn { table: TableKind::Providers },
            Expected::ListedIn { table: TableKind::Indicators },
            Expected::ListedIn { table: TableKind::Evaluators },
            Expected::ListedIn { table: TableKind::Conflicts },
            Expected::ListedIn { table: TableKind::Ignored },
            Expected::ReadAs { value: 4.0, cells: 12 },
            Expected::ReadAsMissing { cells: 12 },
            Expected::SameIdAs { field: Field::Provider, id: "P7".to_owned() },
            Expected::WeightSum { sum: 100.0 },
            Expected::TotalOf { rule: TotalRule::Sum, value: 81.5 },
            Expected::TotalOf { rule: TotalRule::Mean, value: 81.5 },
            Expected::TotalOf { rule: TotalRule::WeightedSum, value: 81.5 },
            Expected::TotalOf { rule: TotalRule::WeightedMean, value: 81.5 },
            Expected::OwnColumn { field: Field::Round },
            Expected::AtMostRows { rows: 1_048_576 },
            Expected::AtMostSheets { sheets: 1000 },
            Expected::NoTotals,
            Expected::Visible,
            Expected::TwoSheets,
            Expected::DifferentScores,
            Expected::KnownFormat,
            Expected::NoPassword,
            Expected::UniqueId { first_row: 3 },
            Expected::TwoEvaluators,
            Expected::GivenScale,
            Expected::GivenOrder,
            Expected::Weight,
            Expected::Direction,
        ];
        for language in Language::ALL {
            let texts: Vec<String> = cases.iter().map(|one| expected(language, one)).collect();
            for (i, text) in texts.iter().enumerate() {
                if matches!(cases[i], Expected::AtMostBytes { .. }) {
                    assert!(text.contains("2.0 GB"));
                } else {
                    check(language, text);
                }
                assert!(!texts[..i].contains(text), "{text:?} stands twice");
            }
        }
    }

    #[test]
    fn values_are_worded() {
        let range = Expected::Range { min: 0.0, max: 10.0 };
        assert_eq!(expected(Language::En, &range), "expected a number from 0 to 10");
        assert_eq!(expected(Language::Zh, &range), "应为0至10的数字");
        let step = Expected::Step { min: 1.0, step: 0.25 };
        assert_eq!(expected(Language::En, &step), "expected a number in steps of 0.25 from 1 on");
        assert_eq!(expected(Language::En, &Expected::Cells { count: 1 }), "expected 1 cell");
    }
}
