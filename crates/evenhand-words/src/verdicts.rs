//! Short verdicts about a provider: on which side of the mark, changed or not, and what would have been decided.

use evenhand_protocol::{DriftConsequence, Marks, PassSide, ReliableChange};

use crate::{Language, count, number};

/// On which side of the pass mark a provider is.
pub fn pass_side(language: Language, side: PassSide) -> &'static str {
    let words = &language.words().standing;
    match side {
        PassSide::Above => words.above,
        PassSide::Below => words.below,
        PassSide::Open => words.open_side,
    }
}

/// Whether a change is more than error of measurement.
pub fn reliable_change(language: Language, change: &ReliableChange) -> &'static str {
    let words = &language.words().standing;
    match change.reliable {
        true if change.index > 0.0 => words.reliable_up,
        true => words.reliable_down,
        false => words.within_error,
    }
}

/// What was decided, and what would have been.
pub fn decision(language: Language, passed: bool, would_pass: bool) -> &'static str {
    let words = &language.words().drift;
    match (passed, would_pass) {
        (true, true) => words.passes,
        (false, false) => words.fails,
        (false, true) => words.would_have_passed,
        (true, false) => words.would_have_failed,
    }
}

/// What was decided, and what would have been without the drift of evaluators, with how sure that is.
pub fn drift_decision(language: Language, one: &DriftConsequence) -> &'static str {
    let words = &language.words().drift;
    match (one.passed, one.would_pass) {
        _ if one.sure => decision(language, one.passed, one.would_pass),
        (true, true) => words.may_pass_still,
        (false, false) => words.may_fail_still,
        (false, true) => words.may_have_passed,
        (true, false) => words.may_have_failed,
    }
}

/// Of how many it is sure: "1 certain", "1家可以确定".
pub fn surely(language: Language, n: u32) -> String {
    let n = count(n);
    match language {
        Language::En => format!("{n} certain"),
        Language::Zh => format!("{n}家可以确定"),
    }
}

/// What the grade bands are called: "< 60", "60–70", …, "≥ 90".
pub fn band_names(marks: &Marks) -> [String; 5] {
    let [second, third, fourth, fifth] = marks.ordered().band_points().map(mark);
    [
        format!("< {second}"),
        format!("{second}–{third}"),
        format!("{third}–{fourth}"),
        format!("{fourth}–{fifth}"),
        format!("≥ {fifth}"),
    ]
}

/// A mark in points, without decimals where it is whole.
pub fn mark(points: f64) -> String {
    number(points, usize::from(points.fract() != 0.0))
}

#[cfg(test)]
mod tests {
    use evenhand_protocol::{CountOf, Estimate, Method};

    use super::*;
    use crate::test_support::check;

    /// What is not sure is never said as if it were.
    #[test]
    fn a_decision_that_is_not_sure_says_so() {
        let one = |passed, would_pass, sure| DriftConsequence {
            round: "R1".to_owned(),
            provider: "P1".to_owned(),
            evaluators: vec!["E1".to_owned()],
            composite: 59.0,
            without_drift: Estimate {
                value: 60.5,
                se: Some(1.0),
                interval: None,
                n: 3,
                of: CountOf::ScoreSheets,
                method: Method::DriftRemoved,
            },
            rank: 2.0,
            rank_without_drift: 1.0,
            passed,
            would_pass,
            sure,
        };
        for language in Language::ALL {
            for (passed, would_pass) in [(true, true), (true, false), (false, true), (false, false)] {
                let said = [true, false].map(|sure| drift_decision(language, &one(passed, would_pass, sure)));
                said.iter().for_each(|text| check(language, text));
                assert_eq!(said[0], decision(language, passed, would_pass));
                assert!(
                    said[1].contains(language.pick("interval includes the mark", "区间包含及格线")),
                    "{said:?}"
                );
                assert!(said[1].starts_with(said[0]), "{said:?}");
            }
            check(language, &surely(language, 2));
        }
    }

    #[test]
    fn bands_are_named_by_their_ends() {
        let marks = Marks { bands: [500, 605, 700, 800], ..Marks::DEFAULT };
        assert_eq!(band_names(&marks), ["< 50", "50–60.5", "60.5–70", "70–80", "≥ 80"]);
    }
}
