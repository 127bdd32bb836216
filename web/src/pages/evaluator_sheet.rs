//! Everything about one evaluator in one place.

use evenhand_charts::domain::evaluator_track;
use evenhand_protocol::{
    CountOf, DriftClass, EntityKind, Estimate, Outcome, Question as Ask, Scorecard, ScorecardsAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Names, advice, advice_reason, conflict_kind, count, count_entities, count_of,
    drift_class, labelled, number, p_value, rating_effect, reason, scale_decimals, with_interval,
};
use leptos::prelude::*;

use super::page_frame::{Scope, Sources};
use super::scorecards::pick;
use super::sheet_parts::chooser;
use crate::components::{Asked, ChartCard, asked_now};
use crate::i18n::t;
use crate::state::ReaderPolicy;

/// What a sheet says, in lines.
#[derive(Default, Clone, PartialEq)]
struct Sheet {
    advice: String,
    reasons: Vec<String>,
    work: Vec<String>,
    severity: Vec<String>,
    drift: Vec<String>,
    agreement: Vec<String>,
    effects: Vec<String>,
    ties: Vec<String>,
    consequences: Vec<String>,
}

/// The sheet of the evaluator `id`.
pub fn evaluator_sheet(id: Signal<String>) -> AnyView {
    let policy = expect_context::<ReaderPolicy>();
    view! { {move || asked_now(Asked::new(Ask::Scorecards(policy.get()), pick), move |asked| contents(asked, id))} }
        .into_any()
}

fn contents(asked: Asked<ScorecardsAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let sheet = Memo::new(move |_| {
        let made =
            sources.make(|answer, scope| Some(sheet(answer, id.with(|id| card_of(answer, id))?, scope)));
        made.flatten().unwrap_or_default()
    });
    let scene = sources.scene_of(move |answer: &ScorecardsAnswer, context| {
        let card = id.with(|id| card_of(answer, id))?;
        Some(evaluator_track(card, &answer.scale, context))
    });
    let list = move |pick: fn(&Sheet) -> &Vec<String>| {
        let lines = sheet.with(|sheet| pick(sheet).clone());
        view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
    };
    view! {
        {chooser(sources, |w| w.scorecards.sheet_evaluator, EntityKind::Evaluator, id)}
        <p class="chooser">
            <button type="button" class="button" on:click=move |_| print()>
                {t(|w| w.scorecards.print)}
            </button>
        </p>
        <article class="card feedback-sheet" data-testid="evaluator-sheet">
            <p class="sheet-advice" data-testid="sheet-advice">
                <strong>{move || sheet.with(|sheet| sheet.advice.clone())}</strong>
            </p>
            {move || list(|sheet| &sheet.reasons)}
            <div class="sheet-columns">
                <section>
                    <h2 class="sheet-part">{t(|w| w.scorecards.severity.header)}</h2>
                    {move || list(|sheet| &sheet.severity)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.drift.header)}</h2>
                    {move || list(|sheet| &sheet.drift)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.agreement.header)}</h2>
                    {move || list(|sheet| &sheet.agreement)}
                </section>
                <section>
                    <h2 class="sheet-part">{t(|w| w.scorecards.effects.header)}</h2>
                    {move || list(|sheet| &sheet.effects)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.conflicts.header)}</h2>
                    {move || list(|sheet| &sheet.ties)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.consequences)}</h2>
                    {move || list(|sheet| &sheet.consequences)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.workload)}</h2>
                    {move || list(|sheet| &sheet.work)}
                </section>
            </div>
            <ChartCard scene name="evaluator-track" chosen=Signal::derive(move || ("evaluator", id.get())) />
        </article>
    }
    .into_any()
}

/// The browser's print dialogue; a browser that refuses has told the user why.
fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

fn card_of<'a>(answer: &'a ScorecardsAnswer, id: &str) -> Option<&'a Scorecard> {
    answer.evaluators.iter().find(|card| card.evaluator == id)
}

fn sheet(answer: &ScorecardsAnswer, card: &Scorecard, scope: &Scope<'_>) -> Sheet {
    let language = scope.language;
    let words = &language.words().scorecards;
    let reasons = card.reasons.iter().map(|one| advice_reason(language, one, &answer.scale, &scope.names));
    Sheet {
        advice: labelled(language, words.advice.header, advice(language, card.advice)),
        reasons: reasons.collect(),
        work: work(card, scope),
        severity: severity(answer, card, scope),
        drift: drift(answer, card, scope),
        agreement: agreement(card, scope),
        effects: effects(card, scope),
        ties: ties(answer, card, scope),
        consequences: vec![
            labelled(language, words.drift.header, &decisions(card.n_drift_decisions, scope)),
            labelled(language, words.conflicts.header, &decisions(card.n_conflict_decisions, scope)),
        ],
    }
}

fn decisions(n: u32, scope: &Scope<'_>) -> String {
    if n == 0 {
        return scope.language.words().scorecards.none.to_owned();
    }
    count_of(scope.language, CountOf::ProviderRounds, n)
}

/// How much was done, and when.
fn work(card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let columns = &language.words().evaluators.columns;
    let sheets: Vec<String> = card
        .sheets_by_round
        .iter()
        .map(|one| labelled(language, &scope.names.name(EntityKind::Round, &one.round), &count(one.n)))
        .collect();
    vec![
        labelled(language, columns.n_score_sheets.header, &count(card.n_score_sheets)),
        count_entities(language, EntityKind::Provider, card.n_providers),
        sheets.join(" · "),
    ]
}

fn severity(answer: &ScorecardsAnswer, card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    match &card.severity {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => {
            let mut lines = vec![
                evenhand_words::severity(language, found.value, &answer.scale),
                told(found, scale_decimals(&answer.scale), scope),
            ];
            lines.extend(card.p_severity.map(p_value));
            lines
        }
    }
}

fn drift(answer: &ScorecardsAnswer, card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    match &card.drift {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(drift) => {
            let mut lines = vec![drift_class(language, drift.class).to_owned(), p_value(drift.p_adjusted)];
            if drift.class != DriftClass::Stable {
                let round = scope.names.name(EntityKind::Round, &drift.from_round);
                let change = told(&drift.change, scale_decimals(&answer.scale), scope);
                lines.insert(1, labelled(language, &round, &change));
            }
            lines
        }
    }
}

fn agreement(card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let mut lines = match &card.agreement {
        Outcome::Undefined(why) => vec![reason(language, why)],
        Outcome::Known(found) => vec![told(found, COEFFICIENT_DECIMALS, scope)],
    };
    if let Some(infit) = card.infit {
        lines.push(labelled(language, language.words().scorecards.infit.header, &number(infit, 2)));
    }
    lines
}

fn effects(card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    if card.effects.is_empty() {
        return vec![scope.language.words().scorecards.none.to_owned()];
    }
    card.effects.iter().map(|effect| rating_effect(scope.language, *effect).header.to_owned()).collect()
}

fn ties(answer: &ScorecardsAnswer, card: &Scorecard, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    if card.conflicts.is_empty() {
        return vec![language.words().scorecards.none.to_owned()];
    }
    let line = |one: &evenhand_protocol::ScorecardConflict| {
        let kind = conflict_kind(language, one.kind);
        let n = count_entities(language, EntityKind::Provider, one.n_providers);
        let value = match &one.difference {
            Outcome::Known(found) => told(found, scale_decimals(&answer.scale), scope),
            Outcome::Undefined(why) => reason(language, why),
        };
        labelled(language, &format!("{kind} ({n})"), &value)
    };
    card.conflicts.iter().map(line).collect()
}

fn told(estimate: &Estimate, decimals: usize, scope: &Scope<'_>) -> String {
    with_interval(scope.language, estimate.value, estimate.interval.as_ref(), decimals)
}
