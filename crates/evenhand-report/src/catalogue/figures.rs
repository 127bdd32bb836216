//! Key figures by the names they have on the pages.

use evenhand_protocol::{
    AgreementAnswer, Answer, Coefficient, ConflictEffect, ConflictKind, ConflictsAnswer, Estimate,
    IndicatorsAnswer, Newcomers, Outcome, PinnedChoice, Topic, TurnoverAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Column, Language, coefficient, count_of, named_interval,
    number, p_value, percent, reason, scale_decimals, signed,
};

use super::of_choice::{chosen, of_round};

/// The figures that can be pinned, and whose answers hold them.
pub const FIGURES: &[(&str, Topic)] = &[
    ("icc-a-1-overall", Topic::Evaluators),
    ("icc-c-1-overall", Topic::Evaluators),
    ("icc-a-k-overall", Topic::Evaluators),
    ("icc-c-k-overall", Topic::Evaluators),
    ("agreement-icc-a1", Topic::Agreement),
    ("agreement-icc-ak", Topic::Agreement),
    ("agreement-alpha-interval", Topic::Agreement),
    ("affiliation-same", Topic::Evaluators),
    ("affiliation-other", Topic::Evaluators),
    ("affiliation-difference", Topic::Evaluators),
    ("conflict-tied", Topic::Conflicts),
    ("conflict-other", Topic::Conflicts),
    ("conflict-difference", Topic::Conflicts),
    ("newcomer-severity", Topic::Turnover),
    ("newcomer-scatter", Topic::Turnover),
    ("alpha-overall", Topic::Indicators),
    ("alpha-standardised-overall", Topic::Indicators),
    ("sem-overall", Topic::Indicators),
    ("round-mean", Topic::Providers),
    ("separated-share", Topic::Providers),
];

/// A key figure in words.
pub(crate) struct Figure {
    pub(crate) label: &'static str,
    pub(crate) tip: String,
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
        Answer::Indicators(answer) => indicators(name, answer, language),
        Answer::Agreement(answer) => agreement(name, answer, language),
        Answer::Conflicts(answer) => conflict(name, choice, answer, language),
        Answer::Turnover(answer) => newcomers(name, answer, language),
        Answer::Providers(answer) => {
            let league = of_round(&answer.rounds, choice)?;
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

/// A number without an interval.
fn plain(column: Column, value: f64, text: String) -> Figure {
    Figure {
        label: column.header,
        tip: column.tip.to_owned(),
        value: text,
        interval: None,
        basis: None,
        numbers: vec![value],
    }
}

/// A coefficient with its interval.
fn coefficient_figure(found: &Estimate, column: Column, language: Language) -> Figure {
    estimate(found, column, language, |value| number(value, COEFFICIENT_DECIMALS), COEFFICIENT_DECIMALS)
}

fn indicators(name: &str, answer: &IndicatorsAnswer, language: Language) -> Option<Figure> {
    let words = &language.words().indicators;
    let known = &answer.reliability;
    match name {
        "alpha-overall" => {
            let column = language.words().overview.columns.alpha;
            Some(outcome(known, column, language, |found| coefficient_figure(&found.alpha, column, language)))
        }
        "alpha-standardised-overall" => {
            let column = Column { header: words.standardised_alpha, tip: "" };
            Some(outcome(known, column, language, |found| {
                outcome(&found.standardised, column, language, |value| {
                    plain(column, *value, number(*value, COEFFICIENT_DECIMALS))
                })
            }))
        }
        "sem-overall" => {
            let column = Column { header: words.sem, tip: words.sem_tip };
            Some(outcome(known, column, language, |found| {
                plain(column, found.sem, number(found.sem, COMPOSITE_DECIMALS))
            }))
        }
        _ => None,
    }
}

/// A default coefficient of all scores.
fn agreement(name: &str, answer: &AgreementAnswer, language: Language) -> Option<Figure> {
    let which = match name {
        "agreement-icc-a1" => Coefficient::IccA1,
        "agreement-icc-ak" => Coefficient::IccAk,
        "agreement-alpha-interval" => Coefficient::AlphaInterval,
        _ => return None,
    };
    let column = coefficient(language, which);
    let value = answer.overall.value(which)?;
    Some(outcome(value, column, language, |found| coefficient_figure(found, column, language)))
}

/// Scores of tied providers, of the others, and the difference within evaluators.
fn conflict(
    name: &str,
    choice: &PinnedChoice,
    answer: &ConflictsAnswer,
    language: Language,
) -> Option<Figure> {
    let words = &language.words().conflicts;
    let decimals = scale_decimals(&answer.scale) + 1;
    let kind = chosen(choice, "kind").and_then(ConflictKind::from_code);
    let of = answer.of(kind.unwrap_or(ConflictKind::SameAffiliation))?;
    let (column, pick): (Column, fn(&ConflictEffect) -> &Estimate) = match name {
        "conflict-tied" => (words.tied, |effect| &effect.tied),
        "conflict-other" => (words.other, |effect| &effect.other),
        "conflict-difference" => (words.difference, |effect| &effect.difference),
        _ => return None,
    };
    let mut figure = outcome(&of.overall, column, language, |effect| {
        estimate(pick(effect), column, language, |value| signed(value, decimals), decimals)
    });
    if let (Some(effect), "conflict-difference") = (of.overall.known(), name) {
        let (p, permuted) = (p_value(effect.p), p_value(effect.p_permutation));
        figure.tip = format!("{} {p}, {} {permuted}", figure.tip, words.p_permutation.header);
    }
    Some(figure)
}

/// Newcomers against those who stayed.
fn newcomers(name: &str, answer: &TurnoverAnswer, language: Language) -> Option<Figure> {
    let words = &language.words().turnover;
    let decimals = scale_decimals(&answer.scale);
    let (column, p): (Column, fn(&Newcomers) -> Option<f64>) = match name {
        "newcomer-severity" => (words.newcomers, |found| Some(found.p)),
        "newcomer-scatter" => (words.newcomer_noise, |found| found.p_noise),
        _ => return None,
    };
    let mut figure = outcome(&answer.newcomers, column, language, |found| {
        if name == "newcomer-severity" {
            estimate(&found.severity, column, language, |value| signed(value, decimals), decimals)
        } else {
            outcome(&found.noise_ratio, column, language, |ratio| coefficient_figure(ratio, column, language))
        }
    });
    if let Some(p) = answer.newcomers.known().and_then(p) {
        figure.tip = format!("{} {}", figure.tip, p_value(p));
    }
    Some(figure)
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
            tip: column.tip.to_owned(),
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
        tip: column.tip.to_owned(),
        value: write(estimate.value),
        interval: ends.map(|ends| named_interval(language, ends, decimals)),
        basis: Some(count_of(language, estimate.of, estimate.n)),
        numbers: std::iter::once(estimate.value)
            .chain(ends.into_iter().flat_map(|ends| [ends.low, ends.high]))
            .collect(),
    }
}
