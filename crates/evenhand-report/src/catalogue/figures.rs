//! Key figures by the names they have on the pages.

use evenhand_protocol::{Answer, Estimate, Outcome, PinnedChoice, Topic};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Column, Language, count_of, named_interval, number, percent,
    reason, scale_decimals, signed,
};

use super::draw::league_of;

/// The figures that can be pinned, and whose answers hold them.
pub const FIGURES: &[(&str, Topic)] = &[
    ("icc-a-1-overall", Topic::Evaluators),
    ("icc-c-1-overall", Topic::Evaluators),
    ("icc-a-k-overall", Topic::Evaluators),
    ("icc-c-k-overall", Topic::Evaluators),
    ("affiliation-same", Topic::Evaluators),
    ("affiliation-other", Topic::Evaluators),
    ("affiliation-difference", Topic::Evaluators),
    ("alpha-overall", Topic::Indicators),
    ("round-mean", Topic::Providers),
    ("separated-share", Topic::Providers),
];

/// A key figure in words.
pub(crate) struct Figure {
    pub(crate) label: &'static str,
    pub(crate) tip: &'static str,
    pub(crate) value: String,
    pub(crate) interval: Option<String>,
    pub(crate) basis: Option<String>,
    /// The numbers behind it, for the workbook and the fingerprint.
    pub(crate) numbers: Vec<f64>,
}

/// Whose answer holds a figure.
pub(crate) fn figure_topic(name: &str) -> Option<Topic> {
    FIGURES.iter().find(|(known, _)| *known == name).map(|(_, topic)| *topic)
}

/// A figure of an answer; `None` where the answer does not have it.
pub(crate) fn figure(
    name: &str,
    choice: &PinnedChoice,
    answer: &Answer,
    language: Language,
) -> Option<Figure> {
    let words = language.words();
    let icc = &words.evaluators.icc;
    match answer {
        Answer::Evaluators(answer) => {
            let decimals = scale_decimals(&answer.scale) + 1;
            let of_agreement = |column, pick: fn(&evenhand_protocol::Agreement) -> &Estimate| {
                outcome(&answer.agreement, column, language, |found| {
                    estimate(
                        pick(found),
                        column,
                        language,
                        |value| number(value, COEFFICIENT_DECIMALS),
                        COEFFICIENT_DECIMALS,
                    )
                })
            };
            let of_affiliation = |header, pick: fn(&evenhand_protocol::AffiliationEffect) -> &Estimate| {
                let column = Column { header, tip: words.evaluators.affiliation_heading };
                outcome(&answer.affiliation, column, language, |found| {
                    estimate(pick(found), column, language, |value| signed(value, decimals), decimals)
                })
            };
            match name {
                "icc-a-1-overall" => Some(of_agreement(icc.icc_a_1, |found| &found.icc_a_1)),
                "icc-c-1-overall" => Some(of_agreement(icc.icc_c_1, |found| &found.icc_c_1)),
                "icc-a-k-overall" => Some(of_agreement(icc.icc_a_k, |found| &found.icc_a_k)),
                "icc-c-k-overall" => Some(of_agreement(icc.icc_c_k, |found| &found.icc_c_k)),
                "affiliation-same" => {
                    Some(of_affiliation(words.evaluators.same_affiliation, |found| &found.same))
                }
                "affiliation-other" => {
                    Some(of_affiliation(words.evaluators.other_affiliation, |found| &found.other))
                }
                "affiliation-difference" => {
                    Some(of_affiliation(words.evaluators.difference, |found| &found.difference))
                }
                _ => None,
            }
        }
        Answer::Indicators(answer) if name == "alpha-overall" => {
            let column = words.overview.columns.alpha;
            Some(outcome(&answer.reliability, column, language, |found| {
                estimate(
                    &found.alpha,
                    column,
                    language,
                    |value| number(value, COEFFICIENT_DECIMALS),
                    COEFFICIENT_DECIMALS,
                )
            }))
        }
        Answer::Providers(answer) => {
            let league = league_of(answer, choice)?;
            let plain = |column: Column, value: f64, text: String| Figure {
                label: column.header,
                tip: column.tip,
                value: text,
                interval: None,
                basis: None,
                numbers: vec![value],
            };
            match name {
                "round-mean" => {
                    let mean = league.mean?;
                    Some(plain(words.overview.columns.mean, mean, number(mean, COMPOSITE_DECIMALS)))
                }
                "separated-share" => {
                    let share = league.separated_share?;
                    Some(plain(words.overview.columns.separated_share, share, percent(share, 0)))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn outcome<T>(
    value: &Outcome<T>,
    column: Column,
    language: Language,
    known: impl FnOnce(&T) -> Figure,
) -> Figure {
    match value {
        Outcome::Known(found) => known(found),
        Outcome::Undefined(why) => Figure {
            label: column.header,
            tip: column.tip,
            value: language.words().common.no_value.to_owned(),
            interval: None,
            basis: Some(reason(language, why)),
            numbers: Vec::new(),
        },
    }
}

fn estimate(
    estimate: &Estimate,
    column: Column,
    language: Language,
    write: impl FnOnce(f64) -> String,
    decimals: usize,
) -> Figure {
    let ends = estimate.interval.as_ref();
    Figure {
        label: column.header,
        tip: column.tip,
        value: write(estimate.value),
        interval: ends.map(|ends| named_interval(language, ends, decimals)),
        basis: Some(count_of(language, estimate.of, estimate.n)),
        numbers: std::iter::once(estimate.value)
            .chain(ends.into_iter().flat_map(|ends| [ends.low, ends.high]))
            .collect(),
    }
}
