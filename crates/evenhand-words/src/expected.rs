use evenhand_protocol::{Expected, TableKind};

use crate::{Language, bytes, count, counts::counted, field, speaker::plain};

/// What was expected instead of what was found, as the object of "expected".
/// One arm per expectation: the list is long because the protocol's is.
pub fn expected(language: Language, expected: &Expected) -> String {
    let fixed = |en: &str, zh: &str| language.pick(en, zh).to_owned();
    match (expected, language) {
        (Expected::Column { field: of }, Language::En) => {
            format!("a column for “{}”", field(language, *of))
        }
        (Expected::Column { field: of }, Language::Zh) => format!("含有“{}”列", field(language, *of)),
        (Expected::Cells { count: n }, _) => counted(language, *n, ["cell", "cells"], "个单元格"),
        (Expected::AtMostBytes { bytes: n }, Language::En) => format!("at most {}", bytes(*n)),
        (Expected::AtMostBytes { bytes: n }, Language::Zh) => format!("不超过{}", bytes(*n)),
        (Expected::Direction, _) => fixed("“higher” or “lower”", "“higher”（高分为优）或“lower”（低分为优）"),
        (Expected::Range { min, max }, Language::En) => {
            format!("a number from {} to {}", plain(*min), plain(*max))
        }
        (Expected::Range { min, max }, Language::Zh) => format!("{}至{}的数字", plain(*min), plain(*max)),
        (Expected::Step { min, step }, Language::En) => {
            format!("a number in steps of {} from {} on", plain(*step), plain(*min))
        }
        (Expected::Step { min, step }, Language::Zh) => {
            format!("从{}起、以{}为步长的数字", plain(*min), plain(*step))
        }
        (Expected::OneScore { first_row }, Language::En) => format!(
            "one score per round, provider, occasion, source, indicator and evaluator (the first is in row {})",
            count(*first_row)
        ),
        (Expected::OneScore { first_row }, Language::Zh) => format!(
            "同一轮次、机构、场次、来源、指标和评估员只有一个评分（首次出现在第{}行）",
            count(*first_row)
        ),
        (Expected::ListedIn { table }, _) => listed_in(language, *table),
        (Expected::UniqueId { first_row }, Language::En) => {
            format!("each id once (the first is in row {})", count(*first_row))
        }
        (Expected::UniqueId { first_row }, Language::Zh) => {
            format!("不重复的编号（首次出现在第{}行）", count(*first_row))
        }
        (Expected::ReadableFile, _) => fixed("a file that can be read", "可以读取的文件"),
        (Expected::Rows, _) => fixed("at least one row below the header", "表头之下至少一行数据"),
        (Expected::Utf8, _) => fixed("UTF-8 text", "UTF-8编码的文本"),
        (Expected::Columns, _) => fixed(
            "columns separated by a comma, semicolon, tab or vertical bar",
            "以逗号、分号、制表符或竖线分隔的多列",
        ),
        (Expected::KnownTable, _) => fixed(
            "a table whose columns name scores, rounds, providers, indicators or evaluators",
            "列名能对应评分、轮次、机构、指标或评估员的表",
        ),
        (Expected::OneColumnPerField, _) => fixed("one column for each meaning", "每种含义只对应一列"),
        (Expected::ScoreTable, _) => fixed("a table of scores among the files", "文件中包含评分数据"),
        (Expected::ClosingQuote, _) => fixed("a closing quote", "有闭合的引号"),
        (Expected::Number, _) => fixed("a number", "数字"),
        (Expected::Id, _) => fixed("an id", "编号"),
        (Expected::TwoEvaluators, _) => {
            fixed("at least two evaluators on a panel", "每个评审组至少两名评估员")
        }
        (Expected::GivenScale, _) => fixed(
            "an indicators table with the lowest and highest possible score",
            "指标表中给出的最低分和最高分",
        ),
    }
}

fn listed_in(language: Language, table: TableKind) -> String {
    let (en, zh) = match table {
        TableKind::Scores => ("an id that occurs in the scores", "评分数据中出现过的编号"),
        TableKind::Rounds => ("an id listed in the rounds table", "轮次表中列出的编号"),
        TableKind::Providers => ("an id listed in the providers table", "机构表中列出的编号"),
        TableKind::Indicators => ("an id listed in the indicators table", "指标表中列出的编号"),
        TableKind::Evaluators => ("an id listed in the evaluators table", "评估员表中列出的编号"),
        TableKind::Ignored => ("an id that is listed", "已列出的编号"),
    };
    language.pick(en, zh).to_owned()
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::Field;

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
            Expected::ListedIn { table: TableKind::Ignored },
            Expected::UniqueId { first_row: 3 },
            Expected::TwoEvaluators,
            Expected::GivenScale,
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
        assert_eq!(expected(Language::En, &range), "a number from 0 to 10");
        assert_eq!(expected(Language::Zh, &range), "0至10的数字");
        let step = Expected::Step { min: 1.0, step: 0.25 };
        assert_eq!(expected(Language::En, &step), "a number in steps of 0.25 from 1 on");
        assert_eq!(expected(Language::En, &Expected::Cells { count: 1 }), "1 cell");
    }
}
