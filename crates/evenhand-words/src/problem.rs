use evenhand_protocol::{Place, Problem, ProblemCode};

use crate::{Language, action, bytes, count, counts::counted, expected};

/// The longest value quoted from a file, in characters.
const LONGEST_QUOTE: usize = 80;

/// A problem in one sentence: where it is, what was found, what was expected and what was done.
///
/// "scores.csv, row 17, column “score”: found “abc”, expected a number; the row was left out."
pub fn problem(language: Language, problem: &Problem) -> String {
    let place = place(language, &problem.place);
    let what = what(language, problem);
    let action = action(language, problem.action);
    match language {
        Language::En if place.is_empty() => format!("{}; {action}.", capitalised(&what)),
        Language::En => format!("{place}: {what}; {action}."),
        Language::Zh if place.is_empty() => format!("{what}；{action}。"),
        Language::Zh => format!("{place}：{what}；{action}。"),
    }
}

/// A kind of problem, as a heading for its instances: "Scores outside the scale".
pub fn problem_title(language: Language, code: ProblemCode) -> &'static str {
    let (en, zh) = match code {
        ProblemCode::FileUnreadable => ("Files that could not be read", "文件无法读取"),
        ProblemCode::EmptyFile => ("Empty files", "文件为空"),
        ProblemCode::HeaderOnly => ("Files with a header but no rows", "文件只有表头，没有数据"),
        ProblemCode::NotText => {
            ("Files that are neither text nor a known format", "文件既不是文本也不是已知格式")
        }
        ProblemCode::OneColumn => {
            ("Files with one column only, probably another delimiter", "文件只有一列，可能使用了其他分隔符")
        }
        ProblemCode::UnknownTable => ("Tables that were not recognised", "无法识别的表"),
        ProblemCode::MissingColumn => ("Needed columns that are missing", "缺少必需的列"),
        ProblemCode::ColumnTwice => ("Columns with the same meaning twice", "多列被指定为同一含义"),
        ProblemCode::NoScores => ("No file holds scores", "没有评分数据文件"),
        ProblemCode::RaggedRow => ("Rows with too many or too few cells", "单元格数与表头不符的行"),
        ProblemCode::OpenQuote => ("Quotes that are never closed", "引号未闭合"),
        ProblemCode::TooLarge => ("Files too large for memory", "文件过大，内存不足"),
        ProblemCode::NotANumber => ("Cells that should hold a number", "应为数字的单元格"),
        ProblemCode::MissingScore => ("Missing scores", "缺失的评分"),
        ProblemCode::MissingId => ("Missing ids", "缺失的编号"),
        ProblemCode::OutOfRange => ("Scores outside the scale", "超出分值范围的评分"),
        ProblemCode::OffStep => ("Scores between the steps of the scale", "不符合步长的评分"),
        ProblemCode::DuplicateSame => ("Scores given twice, with the same value", "重复且数值相同的评分"),
        ProblemCode::DuplicateConflict => {
            ("Scores given twice, with different values", "重复但数值不同的评分")
        }
        ProblemCode::UnknownId => ("Ids that are not in their table", "对应表中没有的编号"),
        ProblemCode::DuplicateId => ("Ids listed twice", "重复列出的编号"),
        ProblemCode::LoneEvaluator => ("Evaluators alone on every panel", "始终单独评分的评估员"),
        ProblemCode::ScaleGuessed => ("Scales guessed from the scores", "根据评分推断的分值范围"),
        ProblemCode::RoundOrderGuessed => {
            ("Order of the rounds guessed from their names", "根据名称推断的轮次顺序")
        }
        ProblemCode::WeightGuessed => ("Indicators without a weight", "未给出权重的指标"),
        ProblemCode::UnknownDirection => ("Directions that were not understood", "无法识别的方向"),
        ProblemCode::TotalRow => ("Rows and columns of totals", "合计或平均的行和列"),
        ProblemCode::HiddenRows => ("Hidden rows", "隐藏的行"),
        ProblemCode::HiddenColumns => ("Hidden columns", "隐藏的列"),
        ProblemCode::HiddenSheet => ("Hidden sheets", "隐藏的工作表"),
        ProblemCode::WordsGuessed => {
            ("Words that stand for scores, not confirmed", "以文字表示且未经确认的评分")
        }
        ProblemCode::ConvertedValue => ("Percentages, fractions and units", "百分数、分数和带单位的数值"),
        ProblemCode::NearDuplicateId => ("Ids that are nearly the same", "极为相近的编号"),
        ProblemCode::WeightsInconsistent => ("Weights that do not add up", "权重之和不符"),
        ProblemCode::SingleSheet => ("Evaluators with a single score sheet", "只有一张评分表的评估员"),
        ProblemCode::StraightLined => {
            ("Score sheets with the same score throughout", "各项评分完全相同的评分表")
        }
        ProblemCode::ImpossibleTotal => ("Totals that do not follow from their row", "与本行评分不符的合计"),
        ProblemCode::ConstantGuessed => ("Values read off names and titles", "从名称或标题中取得的值"),
        ProblemCode::BadFormat => {
            ("Files that are damaged or of a kind that is not read", "文件损坏或格式不受支持")
        }
        ProblemCode::Encrypted => ("Files with a password", "文件已加密"),
    };
    language.pick(en, zh)
}

/// Where something is: "scores.csv, row 17, column “score”", "scores.csv第17行“score”列".
pub fn place(language: Language, place: &Place) -> String {
    let mut text = place.file.clone();
    let separator = |text: &str| if text.is_empty() { "" } else { language.pick(", ", "") };
    if let Some(sheet) = &place.sheet {
        text.push_str(separator(&text));
        text.push_str(&language.pick(format!("sheet “{sheet}”"), format!("工作表“{sheet}”")));
    }
    if let Some(row) = place.row {
        text.push_str(separator(&text));
        text.push_str(&language.pick(format!("row {}", count(row)), format!("第{}行", count(row))));
    }
    if let Some(column) = place.column.as_deref().filter(|header| !header.is_empty()) {
        text.push_str(separator(&text));
        text.push_str(&language.pick(format!("column “{column}”"), format!("“{column}”列")));
    }
    text
}

/// What was found and what was expected, as a clause.
fn what(language: Language, problem: &Problem) -> String {
    if let Some(clause) = said_outright(language, problem) {
        return clause;
    }
    let found = found(language, problem);
    let expected = expected(language, &problem.expected);
    match language {
        Language::En => format!("found {found}, {expected}"),
        Language::Zh => format!("{found}，{expected}"),
    }
}

/// The clause of a problem that is not a matter of one thing found in place of another.
fn said_outright(language: Language, problem: &Problem) -> Option<String> {
    let found = shortened(problem.found.trim());
    let (en, zh) = match problem.code {
        ProblemCode::FileUnreadable if found.is_empty() => {
            ("the file cannot be read".to_owned(), "文件无法读取".to_owned())
        }
        ProblemCode::FileUnreadable => {
            (format!("the file cannot be read ({found})"), format!("文件无法读取（{found}）"))
        }
        ProblemCode::EmptyFile => ("the file is empty".to_owned(), "文件为空".to_owned()),
        ProblemCode::HeaderOnly => {
            ("there is no row below the header".to_owned(), "表头之下没有数据".to_owned())
        }
        ProblemCode::NoScores => ("no file holds scores".to_owned(), "没有评分数据文件".to_owned()),
        ProblemCode::LoneEvaluator => (
            format!("evaluator “{found}” is alone on every panel and cannot be compared with anyone"),
            format!("评估员“{found}”始终单独评分，无从比较"),
        ),
        ProblemCode::ScaleGuessed if found.is_empty() => (
            "the lowest and highest possible scores are not given".to_owned(),
            "未给出最低分和最高分".to_owned(),
        ),
        ProblemCode::ScaleGuessed => (
            format!("the lowest and highest possible scores of indicator “{found}” are not given"),
            format!("指标“{found}”未给出最低分和最高分"),
        ),
        ProblemCode::RoundOrderGuessed => (
            format!("the rounds have neither an order nor dates and were put in the order {found}"),
            format!("轮次没有顺序也没有日期，按名称排为：{found}"),
        ),
        ProblemCode::WeightGuessed => (
            format!("indicator “{found}” has no weight and got the mean of the others"),
            format!("指标“{found}”没有权重，取其余指标权重的平均值"),
        ),
        _ => return crate::problem_of_quality::said_outright(language, problem, &found),
    };
    Some(language.pick(en, zh))
}

/// What was found: a size or a number of cells in words, all else quoted as written.
fn found(language: Language, problem: &Problem) -> String {
    let raw = problem.found.trim();
    let leading = raw.split(' ').next().unwrap_or(raw).parse::<u64>();
    match (problem.code, leading, language) {
        (ProblemCode::TooLarge, Ok(size), Language::En) => bytes(size),
        (ProblemCode::TooLarge, Ok(size), Language::Zh) => format!("大小为{}", bytes(size)),
        (ProblemCode::RaggedRow, Ok(cells), Language::En) => counted(language, cells, ["cell", "cells"], ""),
        (ProblemCode::RaggedRow, Ok(cells), Language::Zh) => format!("有{}个单元格", count(cells)),
        (_, _, Language::En) if raw.is_empty() => "nothing".to_owned(),
        (_, _, Language::Zh) if raw.is_empty() => "内容为空".to_owned(),
        (_, _, Language::En) => format!("“{}”", shortened(raw)),
        (_, _, Language::Zh) => format!("内容为“{}”", shortened(raw)),
    }
}

/// The text with its first letter in upper case.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text, or its beginning and an ellipsis where it is long.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Action, Expected};

    use super::*;
    use crate::test_support::check;

    const CODES: [ProblemCode; 40] = [
        ProblemCode::FileUnreadable,
        ProblemCode::EmptyFile,
        ProblemCode::HeaderOnly,
        ProblemCode::NotText,
        ProblemCode::OneColumn,
        ProblemCode::UnknownTable,
        ProblemCode::MissingColumn,
        ProblemCode::ColumnTwice,
        ProblemCode::NoScores,
        ProblemCode::RaggedRow,
        ProblemCode::OpenQuote,
        ProblemCode::TooLarge,
        ProblemCode::NotANumber,
        ProblemCode::MissingScore,
        ProblemCode::MissingId,
        ProblemCode::OutOfRange,
        ProblemCode::OffStep,
        ProblemCode::DuplicateSame,
        ProblemCode::DuplicateConflict,
        ProblemCode::UnknownId,
        ProblemCode::DuplicateId,
        ProblemCode::LoneEvaluator,
        ProblemCode::ScaleGuessed,
        ProblemCode::RoundOrderGuessed,
        ProblemCode::WeightGuessed,
        ProblemCode::UnknownDirection,
        ProblemCode::TotalRow,
        ProblemCode::HiddenRows,
        ProblemCode::HiddenColumns,
        ProblemCode::HiddenSheet,
        ProblemCode::WordsGuessed,
        ProblemCode::ConvertedValue,
        ProblemCode::NearDuplicateId,
        ProblemCode::WeightsInconsistent,
        ProblemCode::SingleSheet,
        ProblemCode::StraightLined,
        ProblemCode::ImpossibleTotal,
        ProblemCode::ConstantGuessed,
        ProblemCode::BadFormat,
        ProblemCode::Encrypted,
    ];

    fn abc() -> Problem {
        Problem {
            code: ProblemCode::NotANumber,
            place: Place {
                file: "scores.csv".to_owned(),
                sheet: None,
                row: Some(17),
                column: Some("score".to_owned()),
            },
            found: "abc".to_owned(),
            expected: Expected::Number,
            action: Action::RowLeftOut,
        }
    }

    #[test]
    fn every_code_has_its_own_title() {
        for language in Language::ALL {
            for (i, code) in CODES.into_iter().enumerate() {
                check(language, problem_title(language, code));
                for other in &CODES[..i] {
                    assert_ne!(problem_title(language, code), problem_title(language, *other));
                }
            }
        }
    }

    #[test]
    fn a_problem_is_one_sentence() {
        assert_eq!(
            problem(Language::En, &abc()),
            "scores.csv, row 17, column “score”: found “abc”, expected a number; the row was left out."
        );
        assert_eq!(
            problem(Language::Zh, &abc()),
            "scores.csv第17行“score”列：内容为“abc”，应为数字；该行已略去。"
        );
    }

    #[track_caller]
    fn said(code: ProblemCode, found: &str, expected: Expected, en: &str, zh: &str) {
        let place = Place { file: "a.csv".to_owned(), row: Some(3), ..Place::default() };
        let one = Problem { code, place, found: found.to_owned(), expected, action: Action::Kept };
        assert_eq!(problem(Language::En, &one), en);
        assert_eq!(problem(Language::Zh, &one), zh);
    }

    #[test]
    fn some_problems_are_said_outright() {
        said(
            ProblemCode::RaggedRow,
            "4 cells",
            Expected::Cells { count: 5 },
            "a.csv, row 3: found 4 cells, expected 5 cells; it was kept as it is.",
            "a.csv第3行：有4个单元格，应为5个单元格；已按原样保留。",
        );
        said(
            ProblemCode::TooLarge,
            "3210000000",
            Expected::AtMostBytes { bytes: 2_000_000_000 },
            "a.csv, row 3: found 3.2 GB, expected at most 2.0 GB; it was kept as it is.",
            "a.csv第3行：大小为3.2 GB，应不超过2.0 GB；已按原样保留。",
        );
        said(
            ProblemCode::LoneEvaluator,
            "E9",
            Expected::TwoEvaluators,
            "a.csv, row 3: evaluator “E9” is alone on every panel and cannot be compared with anyone; it was kept as it is.",
            "a.csv第3行：评估员“E9”始终单独评分，无从比较；已按原样保留。",
        );
    }

    #[test]
    fn every_code_is_worded() {
        for language in Language::ALL {
            for code in CODES {
                for found in ["", "7"] {
                    check(language, &problem(language, &Problem { code, found: found.to_owned(), ..abc() }));
                    let nowhere = Problem { code, place: Place::default(), ..abc() };
                    let text = problem(language, &nowhere);
                    check(language, &text);
                    assert!(text.starts_with(|c: char| !c.is_ascii_lowercase()), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn places_and_values_may_be_missing() {
        let nowhere = Problem { place: Place::default(), found: " ".to_owned(), ..abc() };
        assert_eq!(
            problem(Language::En, &nowhere),
            "Found nothing, expected a number; the row was left out."
        );
        assert_eq!(problem(Language::Zh, &nowhere), "内容为空，应为数字；该行已略去。");
        let long = Problem { found: "评".repeat(200), ..abc() };
        assert!(problem(Language::En, &long).contains(&format!("“{}…”", "评".repeat(LONGEST_QUOTE))));
    }
}
