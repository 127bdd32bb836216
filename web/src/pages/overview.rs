//! The three questions side by side.

use evenhand_charts::domain::{links_heatmap, overview_multiples};
use evenhand_protocol::{EntityKind, OverviewAnswer, Page, Question as Ask, Topic};
use evenhand_words::{Words, page, problems_found};
use leptos::prelude::*;

use super::overview_tables::rounds_table;
use super::page_frame::{Methods, Question, Section, Sources, caption};
use super::round_sheet::round_sheet;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, Findings, WithSheet};
use crate::i18n::{language, t};
use crate::state::{Dataset, Router};

/// Findings shown at most.
const FINDINGS: usize = 5;

/// The page that opens after loading.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let asked = Asked::new(Ask::Overview);
    view! {
        <WithSheet page=Page::Overview kind=EntityKind::Round sheet=round_sheet>
            <Question text=|w| w.overview.question />
            <AnswerGate asked>
                <Contents asked />
            </AnswerGate>
        </WithSheet>
    }
}

#[component]
fn Contents(asked: Asked<OverviewAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    view! {
        <Findings topic=Topic::Overview findings at_first=FINDINGS more=false />
        <QualityNote />
        <div class="doors">
            <Door page=Page::Evaluators question=|w| w.overview.evaluators_question />
            <Door page=Page::Indicators question=|w| w.overview.indicators_question />
            <Door page=Page::Providers question=|w| w.overview.providers_question />
        </div>
        <Section title=|w| w.overview.by_round>
            <ChartCard scene=sources.scene(overview_multiples) name="rounds" />
            <DataGrid table=sources.table(rounds_table) caption=caption(|w| w.overview.by_round) name="rounds" />
        </Section>
        <Section title=|w| w.overview.links_heading>
            <p class="remark">{t(|w| w.overview.links_hint)}</p>
            <ChartCard scene=sources.scene(links_heatmap) name="links" />
        </Section>
        <Methods text=|w| w.overview.method />
    }
}

/// What was wrong with the data, in a line that leads to the details.
#[component]
fn QualityNote() -> impl IntoView {
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let text = move || {
        dataset.loaded.with(|loaded| {
            let report = &loaded.as_ref()?.quality;
            (!report.counts.is_empty()).then(|| problems_found(language(), report))
        })
    };
    view! {
        <Show when=move || text().is_some()>
            <p class="quality-note" data-testid="quality-note">
                {text} " " <a href=move || router.href(|route| route.on(Page::Quality))>{t(|w| w.load.see_quality)}</a>
            </p>
        </Show>
    }
}

/// The way to a page, by its question.
#[component]
fn Door(page: Page, question: fn(&'static Words) -> &'static str) -> impl IntoView {
    let router = expect_context::<Router>();
    let name = move || self::page(language(), page);
    view! {
        <a class="card door" href=move || router.href(|route| route.on(page))>
            <span class="door-name">{name}</span>
            <span class="door-question">{t(question)}</span>
        </a>
    }
}
