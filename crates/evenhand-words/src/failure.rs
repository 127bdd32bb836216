use evenhand_protocol::{Failure, FilterField, REPORT_VERSION};

use crate::{Language, problem, reason};

/// Why a request has no result, as a sentence.
pub fn failure(language: Language, failure: &Failure) -> String {
    let errors = &language.words().errors;
    match failure {
        Failure::Cancelled => errors.cancelled.to_owned(),
        Failure::NothingLoaded => errors.nothing_loaded.to_owned(),
        Failure::Load(error) => problem(language, &error.problem),
        Failure::Undefined(why) => reason(language, why),
        Failure::UnknownInFilter { field, found } => unknown_in_filter(language, *field, found),
        Failure::ReportOnly => errors.report_only.to_owned(),
        Failure::BadReport { version } => bad_report(language, *version),
        // What was not understood is for developers; a reader can only reload.
        Failure::BadMessage(_) => errors.version_mismatch.to_owned(),
    }
}

fn bad_report(language: Language, version: Option<u32>) -> String {
    let expected = REPORT_VERSION;
    match (language, version) {
        (Language::En, Some(found)) => format!(
            "This is a report of version {found}; version {expected} was expected. Write it again from the scores with this version of Evenhand."
        ),
        (Language::En, None) => "This file begins like a report of Evenhand, but is none.".to_owned(),
        (Language::Zh, Some(found)) => {
            format!("该报告的版本为{found}，需要版本{expected}。请用当前版本的Evenhand由评分数据重新生成。")
        }
        (Language::Zh, None) => "该文件开头像Evenhand报告，但内容不是。".to_owned(),
    }
}

fn unknown_in_filter(language: Language, field: FilterField, found: &str) -> String {
    let (en, zh) = match field {
        FilterField::Round => ("round", "轮次"),
        FilterField::Category => ("provider category", "机构类别"),
        FilterField::Dimension => ("dimension", "维度"),
        FilterField::Source => ("source", "来源"),
        FilterField::Group => ("group of evaluators", "评估员组别"),
    };
    match language {
        Language::En => format!("The filter names the {en} “{found}”, which the data set does not have."),
        Language::Zh => format!("筛选条件中的{zh}“{found}”在数据集中不存在。"),
    }
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Action, Expected, LoadError, Place, Problem, ProblemCode, Reason};

    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_failure_has_words() {
        let stopped = Problem {
            code: ProblemCode::EmptyFile,
            place: Place { file: "scores.csv".to_owned(), ..Place::default() },
            found: String::new(),
            expected: Expected::Rows,
            action: Action::Stopped,
        };
        let mut failures = vec![
            Failure::Cancelled,
            Failure::NothingLoaded,
            Failure::Load(LoadError { problem: stopped }),
            Failure::Undefined(Reason::NothingSelected),
            Failure::BadMessage("missing field".to_owned()),
            Failure::ReportOnly,
            Failure::BadReport { version: None },
            Failure::BadReport { version: Some(1) },
        ];
        for field in FilterField::ALL {
            failures.push(Failure::UnknownInFilter { field, found: "R99".to_owned() });
        }
        for language in Language::ALL {
            for one in &failures {
                check(language, &failure(language, one));
            }
        }
        assert_eq!(
            failure(Language::En, &failures[2]),
            "scores.csv: the file is empty; loading stopped, and what was loaded before stays."
        );
    }
}
