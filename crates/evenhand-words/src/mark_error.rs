use evenhand_protocol::MarkError;

use crate::{Language, count, number};

/// What was expected of a mark in place of what was written, as a sentence.
pub fn mark_error(language: Language, error: &MarkError) -> String {
    let mark = |value: f64| number(value, usize::from(value.fract() != 0.0));
    let (en, zh) = match error {
        MarkError::NotNumber { found } => (
            format!("Expected numbers from 0 to 100, found “{found}”."),
            format!("应为0至100的数，实际为“{found}”。"),
        ),
        MarkError::OffScale { found } => {
            let found = mark(*found);
            (
                format!("Expected a mark from 0 to 100, found {found}."),
                format!("应在0至100之间，实际为{found}。"),
            )
        }
        MarkError::TooFine { found } => {
            let found = number(*found, 2);
            (
                format!("Expected at most one decimal, found {found}."),
                format!("最多保留一位小数，实际为{found}。"),
            )
        }
        MarkError::Bands { found } => {
            let found = count(*found);
            (
                format!(
                    "Expected four marks, where the second to the fifth band begin, such as 60, 70, 80, 90; found {found}."
                ),
                format!("应为四个分数，即第二至第五等级的起点，例如60、70、80、90；实际有{found}个。"),
            )
        }
        MarkError::NotRising { before, after } => {
            let (before, after) = (mark(*before), mark(*after));
            (
                format!(
                    "Expected each band to begin higher than the one before, found {after} after {before}."
                ),
                format!("每个等级的起点应高于前一等级，实际在{before}之后为{after}。"),
            )
        }
        MarkError::Top { found } => {
            let found = count(*found);
            (
                format!("Expected a number of providers from 1, found {found}."),
                format!("机构数应不小于1，实际为{found}。"),
            )
        }
    };
    language.pick(en, zh)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::check;

    #[test]
    fn every_error_has_words() {
        let errors = [
            MarkError::NotNumber { found: "B+".to_owned() },
            MarkError::OffScale { found: 120.5 },
            MarkError::TooFine { found: 60.25 },
            MarkError::Bands { found: 3 },
            MarkError::NotRising { before: 80.0, after: 70.0 },
            MarkError::Top { found: 0 },
        ];
        for language in Language::ALL {
            for error in &errors {
                check(language, &mark_error(language, error));
            }
        }
        let falling = mark_error(Language::En, &errors[4]);
        assert_eq!(falling, "Expected each band to begin higher than the one before, found 70 after 80.");
    }
}
