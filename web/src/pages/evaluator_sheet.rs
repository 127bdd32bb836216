//! Everything about one evaluator in one place.

use evenhand_charts::domain::evaluator_track;
use evenhand_protocol::{EntityKind, Question as Ask, Scorecard, ScorecardsAnswer};
use evenhand_words::{EvaluatorSheet, evaluator_sheet as words_of};
use leptos::prelude::*;

use super::page_frame::Sources;
use super::sheet_parts::{chooser, lines};
use crate::components::{Asked, ChartCard, asked_now, print_page};
use crate::i18n::t;
use crate::state::ReaderPolicy;

/// The sheet of the evaluator `id`.
pub fn evaluator_sheet(id: Signal<String>) -> AnyView {
    let policy = expect_context::<ReaderPolicy>();
    view! { {move || asked_now(Asked::new(Ask::Scorecards(policy.get())), move |asked| contents(asked, id))} }
        .into_any()
}

fn contents(asked: Asked<ScorecardsAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let sheet = Memo::new(move |_| {
        let made = sources.make(|answer, scope| {
            let card = id.with(|id| card_of(answer, id))?;
            Some(words_of(scope.language, &scope.names, answer, card))
        });
        made.flatten().unwrap_or_default()
    });
    let scene = sources.scene_of(move |answer: &ScorecardsAnswer, context| {
        let card = id.with(|id| card_of(answer, id))?;
        Some(evaluator_track(card, &answer.scale, context))
    });
    let list = move |pick: fn(&EvaluatorSheet) -> &Vec<String>| {
        lines(move || sheet.with(|sheet| pick(sheet).clone()))
    };
    view! {
        {chooser(sources, |w| w.scorecards.sheet_evaluator, EntityKind::Evaluator, id)}
        <p class="chooser">
            <button type="button" class="button" on:click=move |_| print_page()>
                {t(|w| w.scorecards.print)}
            </button>
        </p>
        <article class="card feedback-sheet" data-testid="evaluator-sheet">
            <p class="sheet-advice" data-testid="sheet-advice">
                <strong>{move || sheet.with(|sheet| sheet.advice.clone())}</strong>
            </p>
            {list(|sheet| &sheet.reasons)}
            <div class="sheet-columns">
                <section>
                    <h2 class="sheet-part">{t(|w| w.scorecards.severity.header)}</h2>
                    {list(|sheet| &sheet.severity)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.drift.header)}</h2>
                    {list(|sheet| &sheet.drift)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.agreement.header)}</h2>
                    {list(|sheet| &sheet.agreement)}
                </section>
                <section>
                    <h2 class="sheet-part">{t(|w| w.scorecards.effects.header)}</h2>
                    {list(|sheet| &sheet.effects)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.conflicts.header)}</h2>
                    {list(|sheet| &sheet.ties)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.consequences)}</h2>
                    {list(|sheet| &sheet.consequences)}
                    <h2 class="sheet-part">{t(|w| w.scorecards.workload)}</h2>
                    {list(|sheet| &sheet.work)}
                </section>
            </div>
            <ChartCard scene name="evaluator-track" chosen=Signal::derive(move || ("evaluator", id.get())) />
        </article>
    }
    .into_any()
}

fn card_of<'a>(answer: &'a ScorecardsAnswer, id: &str) -> Option<&'a Scorecard> {
    answer.evaluators.iter().find(|card| card.evaluator == id)
}
