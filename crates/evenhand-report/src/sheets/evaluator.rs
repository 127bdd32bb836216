//! The sheet of one evaluator: what is advised and why, severity, drift, agreement, effects, ties, consequences, work.

use evenhand_charts::Frame;
use evenhand_charts::domain::{Context, evaluator_track};
use evenhand_protocol::{
    CountOf, DriftClass, EntityKind, Estimate, Outcome, Scorecard, ScorecardConflict, ScorecardsAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Names, advice, advice_reason, conflict_kind, count, count_entities, count_of,
    drift_class, labelled, number, p_value, rating_effect, reason, scale_decimals, with_interval,
};

use super::{Part, Sheet, Source, file_name, own_or};

/// Width and height of the chart in pixels: flat, as a page has to hold all of it.
const CHART: (f64, f64) = (640.0, 230.0);

pub(super) fn sheet(source: &Source<'_>, place: usize) -> Option<Sheet> {
    let answer = source.scorecards()?;
    // In the order of ids: that of urgency would say how urgent the others are.
    let mut cards: Vec<&Scorecard> = answer.evaluators.iter().collect();
    cards.sort_by(|a, b| a.evaluator.cmp(&b.evaluator));
    let card = *cards.get(place)?;
    let language = source.language;
    let (words, report) = (&language.words().scorecards, &language.words().report);
    let mut first: Vec<String> = Vec::new();
    let reasons = card.reasons.iter().map(|one| advice_reason(language, one, &answer.scale, &source.names));
    first.extend(reasons);
    let consequences = vec![
        labelled(language, words.drift.header, &decisions(card.n_drift_decisions, source)),
        labelled(language, words.conflicts.header, &decisions(card.n_conflict_decisions, source)),
    ];
    let context = Context {
        language,
        names: &source.names,
        dataset: &source.loaded.summary,
        frame: Frame::new(CHART.0).with_height(CHART.1),
    };
    Some(Sheet {
        file: file_name("evaluator", place, &card.evaluator),
        kind: report.for_evaluator,
        title: source.names.name(EntityKind::Evaluator, &card.evaluator),
        lead: labelled(language, words.advice.header, advice(language, card.advice)),
        opening: own_or(&source.texts.evaluator_opening, report.evaluator_opening),
        parts: vec![
            Part::wide("", first),
            Part::new(words.severity.header, severity(answer, card, source)),
            Part::new(words.drift.header, drift(answer, card, source)),
            Part::new(words.agreement.header, agreement(card, source)),
            Part::new(words.effects.header, effects(card, source)),
            Part::new(words.conflicts.header, ties(answer, card, source)),
            Part::new(words.consequences, consequences),
            Part::wide(words.workload, work(card, source)),
        ],
        chart: Some(evaluator_track(card, &answer.scale, &context)),
        closing: own_or(&source.texts.evaluator_closing, report.evaluator_closing),
        source: source.source.clone(),
    })
}

fn decisions(n: u32, source: &Source<'_>) -> String {
    if n == 0 {
        return source.language.words().scorecards.none.to_owned();
    }
    count_of(source.language, CountOf::ProviderRounds, n)
}

/// How much was done, and when.
fn work(card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    let language = source.language;
    let columns = &language.words().evaluators.columns;
    let sheets: Vec<String> = card
        .sheets_by_round
        .iter()
        .map(|one| labelled(language, &source.names.name(EntityKind::Round, &one.round), &count(one.n)))
        .collect();
    vec![
        labelled(language, columns.n_score_sheets.header, &count(card.n_score_sheets)),
        count_entities(language, EntityKind::Provider, card.n_providers),
        sheets.join(" · "),
    ]
}

fn severity(answer: &ScorecardsAnswer, card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    let language = source.language;
    match &card.severity {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => {
            let mut lines = vec![
                evenhand_words::severity(language, found.value, &answer.scale),
                told(found, scale_decimals(&answer.scale), source),
            ];
            lines.extend(card.p_severity.map(p_value));
            lines
        }
    }
}

fn drift(answer: &ScorecardsAnswer, card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    let language = source.language;
    match &card.drift {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(drift) => {
            let mut lines = vec![drift_class(language, drift.class).to_owned(), p_value(drift.p_adjusted)];
            if drift.class != DriftClass::Stable {
                let round = source.names.name(EntityKind::Round, &drift.from_round);
                let change = told(&drift.change, scale_decimals(&answer.scale), source);
                lines.insert(1, labelled(language, &round, &change));
            }
            lines
        }
    }
}

fn agreement(card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    let language = source.language;
    let mut lines = match &card.agreement {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => vec![told(found, COEFFICIENT_DECIMALS, source)],
    };
    if let Some(infit) = card.infit {
        lines.push(labelled(language, language.words().scorecards.infit.header, &number(infit, 2)));
    }
    lines
}

fn effects(card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    if card.effects.is_empty() {
        return vec![source.language.words().scorecards.none.to_owned()];
    }
    card.effects.iter().map(|effect| rating_effect(source.language, *effect).header.to_owned()).collect()
}

fn ties(answer: &ScorecardsAnswer, card: &Scorecard, source: &Source<'_>) -> Vec<String> {
    let language = source.language;
    if card.conflicts.is_empty() {
        return vec![language.words().scorecards.none.to_owned()];
    }
    let line = |one: &ScorecardConflict| {
        let kind = conflict_kind(language, one.kind);
        let n = count_entities(language, EntityKind::Provider, one.n_providers);
        let value = match &one.difference {
            Outcome::Known(found) => told(found, scale_decimals(&answer.scale), source),
            Outcome::Undefined(why) => reason(language, why),
        };
        labelled(language, &format!("{kind} ({n})"), &value)
    };
    card.conflicts.iter().map(line).collect()
}

fn told(estimate: &Estimate, decimals: usize, source: &Source<'_>) -> String {
    with_interval(source.language, estimate.value, estimate.interval.as_ref(), decimals)
}
