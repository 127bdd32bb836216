//! What is said about one evaluator on a sheet: advice with its reasons, and everything that it rests on.

use evenhand_protocol::{
    CountOf, DriftClass, EntityKind, Estimate, Outcome, Scorecard, ScorecardConflict, ScorecardsAnswer,
};

use crate::{
    COEFFICIENT_DECIMALS, Language, Names, advice, advice_reason, conflict_kind, count, count_entities,
    count_of, drift_class, labelled, number, p_value, rating_effect, reason, scale_decimals, with_interval,
};

/// An evaluator's sheet in lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EvaluatorSheet {
    /// What is advised.
    pub advice: String,
    /// Why.
    pub reasons: Vec<String>,
    /// How severe the evaluator is.
    pub severity: Vec<String>,
    /// Whether that changed.
    pub drift: Vec<String>,
    /// How far it agrees with its colleagues.
    pub agreement: Vec<String>,
    /// Rating effects.
    pub effects: Vec<String>,
    /// Scores of providers to which it is tied.
    pub ties: Vec<String>,
    /// Decisions that hang on it.
    pub consequences: Vec<String>,
    /// How much was done, and when.
    pub work: Vec<String>,
}

/// The sheet of the evaluator of `card`, which is one of `answer`.
pub fn evaluator_sheet(
    language: Language,
    names: &dyn Names,
    answer: &ScorecardsAnswer,
    card: &Scorecard,
) -> EvaluatorSheet {
    let speaker = &Told { language, names };
    let words = &language.words().scorecards;
    let reasons = card.reasons.iter().map(|one| advice_reason(language, one, &answer.scale, names));
    EvaluatorSheet {
        advice: labelled(language, words.advice.header, advice(language, card.advice)),
        reasons: reasons.collect(),
        severity: severity_lines(answer, card, speaker),
        drift: drift(answer, card, speaker),
        agreement: agreement(card, speaker),
        effects: effects(card, speaker),
        ties: ties(answer, card, speaker),
        consequences: vec![
            labelled(language, words.drift.header, &drift_decisions(card, speaker)),
            labelled(language, words.conflicts.header, &decisions(card.n_conflict_decisions, speaker)),
        ],
        work: work(card, speaker),
    }
}

/// In which language, and how everybody is called.
struct Told<'a> {
    language: Language,
    names: &'a dyn Names,
}

/// The decisions that hang on the drift, and how many of them surely.
fn drift_decisions(card: &Scorecard, speaker: &Told<'_>) -> String {
    let all = decisions(card.n_drift_decisions, speaker);
    if card.n_drift_decisions == 0 {
        return all;
    }
    let sure = count(card.n_sure_drift_decisions);
    match speaker.language {
        Language::En => format!("{all} ({sure} certain)"),
        Language::Zh => format!("{all}（{sure}个可以确定）"),
    }
}

fn decisions(n: u32, speaker: &Told<'_>) -> String {
    if n == 0 {
        return speaker.language.words().scorecards.none.to_owned();
    }
    count_of(speaker.language, CountOf::ProviderRounds, n)
}

/// How much was done, and when.
fn work(card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    let columns = &language.words().evaluators.columns;
    let sheets: Vec<String> = card
        .sheets_by_round
        .iter()
        .map(|one| labelled(language, &speaker.names.name(EntityKind::Round, &one.round), &count(one.n)))
        .collect();
    vec![
        labelled(language, columns.n_score_sheets.header, &count(card.n_score_sheets)),
        count_entities(language, EntityKind::Provider, card.n_providers),
        sheets.join(" · "),
    ]
}

fn severity_lines(answer: &ScorecardsAnswer, card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    match &card.severity {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => {
            let mut lines = vec![
                crate::severity(language, found.value, &answer.scale),
                told(found, scale_decimals(&answer.scale), speaker),
            ];
            lines.extend(card.p_severity.map(p_value));
            lines
        }
    }
}

fn drift(answer: &ScorecardsAnswer, card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    match &card.drift {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(drift) => {
            let mut lines = vec![drift_class(language, drift.class).to_owned(), p_value(drift.p_adjusted)];
            if drift.class != DriftClass::Stable {
                let round = speaker.names.name(EntityKind::Round, &drift.from_round);
                let change = told(&drift.change, scale_decimals(&answer.scale), speaker);
                lines.insert(1, labelled(language, &round, &change));
            }
            lines.push(count_entities(language, EntityKind::Round, drift.n_rounds));
            lines
        }
    }
}

fn agreement(card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    let mut lines = match &card.agreement {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => vec![told(found, COEFFICIENT_DECIMALS, speaker)],
    };
    if let Some(infit) = card.infit {
        lines.push(labelled(language, language.words().scorecards.infit.header, &number(infit, 2)));
    }
    lines
}

fn effects(card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    if card.effects.is_empty() {
        return vec![speaker.language.words().scorecards.none.to_owned()];
    }
    card.effects.iter().map(|effect| rating_effect(speaker.language, *effect).header.to_owned()).collect()
}

fn ties(answer: &ScorecardsAnswer, card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    if card.conflicts.is_empty() {
        return vec![language.words().scorecards.none.to_owned()];
    }
    let line = |one: &ScorecardConflict| {
        let kind = conflict_kind(language, one.kind);
        let n = count_entities(language, EntityKind::Provider, one.n_providers);
        let value = match &one.difference {
            Outcome::Known(found) => told(found, scale_decimals(&answer.scale), speaker),
            Outcome::Undefined(why) => reason(language, why),
        };
        labelled(language, &format!("{kind} ({n})"), &value)
    };
    card.conflicts.iter().map(line).collect()
}

fn told(estimate: &Estimate, decimals: usize, speaker: &Told<'_>) -> String {
    with_interval(speaker.language, estimate.value, estimate.interval.as_ref(), decimals)
}
