use evenhand_protocol::{Expected, Problem, ProblemCode};

use crate::{Language, expected, field};

/// The clause of a problem that a check of values, totals, names or formats found and that is not a matter of one
/// thing found in place of another; `found` is what was found, shortened.
pub(crate) fn said_outright(language: Language, problem: &Problem, found: &str) -> Option<String> {
    let expected = expected(language, &problem.expected);
    let (en, zh) = match problem.code {
        ProblemCode::TotalRow => (
            format!("“{found}” names a total or a mean, not a score"),
            format!("“{found}”是合计或平均，不是评分"),
        ),
        ProblemCode::HiddenRows if found.is_empty() => {
            ("rows are hidden".to_owned(), "有行被隐藏".to_owned())
        }
        ProblemCode::HiddenRows => (format!("rows {found} are hidden"), format!("第{found}行被隐藏")),
        ProblemCode::HiddenColumns => ("the column is hidden".to_owned(), "该列被隐藏".to_owned()),
        ProblemCode::HiddenSheet => ("the sheet is hidden".to_owned(), "该工作表被隐藏".to_owned()),
        ProblemCode::WordsGuessed | ProblemCode::ConvertedValue | ProblemCode::NearDuplicateId => {
            (format!("“{found}” was {}", en_tail(problem, &expected)), format!("“{found}”{expected}"))
        }
        ProblemCode::WeightsInconsistent if found.is_empty() => {
            ("the weights do not add up".to_owned(), "权重之和不符".to_owned())
        }
        ProblemCode::WeightsInconsistent => {
            (format!("the weights add up to {found}, {expected}"), format!("权重之和为{found}，{expected}"))
        }
        ProblemCode::SingleSheet => (
            format!("evaluator “{found}” filled in one score sheet only"),
            format!("评估员“{found}”只有一张评分表"),
        ),
        ProblemCode::StraightLined => (
            format!("every indicator of the score sheet has the score {found}"),
            format!("该评分表各项评分均为{found}"),
        ),
        ProblemCode::ImpossibleTotal if found.is_empty() => {
            (format!("there is no total, {expected}"), format!("没有合计，{expected}"))
        }
        ProblemCode::ImpossibleTotal => {
            (format!("the total is {found}, {expected}"), format!("合计为{found}，{expected}"))
        }
        ProblemCode::ConstantGuessed => {
            let of = match &problem.expected {
                Expected::OwnColumn { field: of } => field(language, *of),
                _ => language.pick("value", "值"),
            };
            (
                format!(
                    "“{of}” has no column and is “{found}” for the whole table, as its name or title says"
                ),
                format!("没有“{of}”列，按表名或标题，全表取“{found}”"),
            )
        }
        ProblemCode::BadFormat if found.is_empty() => {
            ("the file is damaged".to_owned(), "文件已损坏".to_owned())
        }
        ProblemCode::BadFormat => (
            format!("the file cannot be read ({found}), {expected}"),
            format!("文件无法读取（{found}），{expected}"),
        ),
        ProblemCode::Encrypted => ("the file needs a password".to_owned(), "文件需要密码".to_owned()),
        _ => return None,
    };
    Some(language.pick(en, zh))
}

/// “good” was read as 3 in 12 cells; “P 7” was found, perhaps the same as “P7”.
fn en_tail(problem: &Problem, expected: &str) -> String {
    match problem.expected {
        Expected::ReadAs { .. } | Expected::ReadAsMissing { .. } => expected.to_owned(),
        _ => format!("found, {expected}"),
    }
}
