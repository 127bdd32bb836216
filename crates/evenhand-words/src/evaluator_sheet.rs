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
        consequences: consequences(card, speaker),
        work: work(card, speaker),
    }
}

/// In which language, and how everybody is called.
struct Told<'a> {
    language: Language,
    names: &'a dyn Names,
}

/// How many providers the drift touched, and the decisions that would be others.
fn consequences(card: &Scorecard, speaker: &Told<'_>) -> Vec<String> {
    let language = speaker.language;
    let (words, drift) = (&language.words().scorecards, &language.words().drift);
    let affected = card.n_drift_affected.map(|n| {
        labelled(language, drift.affected_composites, &count_entities(language, EntityKind::Provider, n))
    });
    let decided = [
        labelled(language, words.without_drift, &drift_decisions(card, speaker)),
        labelled(language, words.without_ties, &decisions(card.n_conflict_decisions, speaker)),
    ];
    affected.into_iter().chain(decided).collect()
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

#[cfg(test)]
mod tests {
    use evenhand_protocol::{Advice, Reason, ScoreScale, ScorecardPolicy};

    use super::*;
    use crate::{Ids, test_support::check};

    fn card(n_drift_affected: Option<u32>, n_drift_decisions: u32) -> Scorecard {
        Scorecard {
            evaluator: "E017".to_owned(),
            advice: Advice::Keep,
            reasons: Vec::new(),
            n_scores: 120,
            n_score_sheets: 12,
            n_providers: 12,
            n_rounds: 3,
            sheets_by_round: Vec::new(),
            severity: Outcome::Undefined(Reason::NoColleague),
            p_severity: None,
            by_round: Vec::new(),
            drift: Outcome::Undefined(Reason::NoColleague),
            agreement: Outcome::Undefined(Reason::NoColleague),
            infit: None,
            effects: Vec::new(),
            conflicts: Vec::new(),
            n_drift_affected,
            n_drift_decisions,
            n_sure_drift_decisions: 0,
            n_conflict_decisions: 0,
        }
    }

    #[test]
    fn what_would_be_otherwise_is_told_apart_from_who_was_touched() {
        let told = |language, card: &Scorecard| {
            let answer = ScorecardsAnswer {
                policy: ScorecardPolicy::DEFAULT,
                scale: ScoreScale::Points { min: 0.0, max: 10.0 },
                pass_mark: 60.0,
                evaluators: vec![card.clone()],
                findings: Vec::new(),
            };
            evaluator_sheet(language, &Ids, &answer, card).consequences
        };
        assert_eq!(
            told(Language::En, &card(Some(9), 1)),
            [
                "Composites that the drift changed: 9 providers",
                "Decisions that would be others without the drift: 1 provider in a round (0 certain)",
                "Decisions that would be others without scores of tied providers: none",
            ]
        );
        assert_eq!(told(Language::En, &card(None, 0)).len(), 2, "no drift touched nobody");
        for line in told(Language::Zh, &card(Some(9), 1)) {
            check(Language::Zh, &line);
        }
    }
}
