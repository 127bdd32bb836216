//! The data-quality page: what was wrong with the files, what was done about it, and what else can be done.

use std::sync::Arc;

use evenhand_protocol::{Loaded, QualityReport, ScaleSource};
use evenhand_words::quality_verdict;
use leptos::prelude::*;

use super::load::LoadTrouble;
use super::load_progress::LoadProgress;
use super::page_frame::{Methods, Question, Section};
use super::quality_choices::Choices;
use super::quality_design::Design;
use super::quality_download::DownloadReport;
use super::quality_kind::Kind;
use super::quality_missing::Missing;
use crate::components::NothingLoaded;
use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow};

/// What was loaded and what was found wrong with it.
#[component]
pub fn QualityPage() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let any = Memo::new(move |_| dataset.loaded.with(Option::is_some));
    view! {
        <Question text=|w| w.quality.question />
        <LoadProgress />
        <LoadTrouble />
        <Show when=move || any.get() fallback=NothingLoaded>
            <Contents />
        </Show>
    }
}

#[component]
fn Contents() -> impl IntoView {
    view! {
        <Verdict />
        <Choices />
        <Kinds />
        <Missing />
        <Design />
        <Methods text=|w| w.quality.method />
    }
}

/// Reads something from the report of the loaded data set; follows it.
pub fn with_report<T>(dataset: Dataset, read: impl FnOnce(&QualityReport) -> T) -> Option<T> {
    dataset.loaded.with(|loaded| loaded.as_ref().map(|loaded| read(&loaded.quality)))
}

/// How much was read, kept and set aside, and whether that matters.
#[component]
fn Verdict() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let sentences = move || {
        let sentences =
            with_report(dataset, |report| quality_verdict(language(), report)).unwrap_or_default();
        let line = |sentence: String| view! { <p class="finding-headline">{sentence}</p> };
        sentences.into_iter().map(line).collect_view()
    };
    let summary = move || dataset.with_summary(|summary| evenhand_words::dataset(language(), summary));
    let guessed = move || {
        let guessed = |loaded: &Arc<Loaded>| {
            loaded.summary.indicators.iter().any(|indicator| indicator.scale_source == ScaleSource::Guessed)
        };
        dataset.loaded.with(|loaded| loaded.as_ref().is_some_and(guessed))
    };
    view! {
        <section class="verdict" data-testid="quality">
            {sentences}
            <p class="remark">{summary}</p>
            <Show when=guessed>
                <p class="notice" data-testid="scale-guessed">{t(|w| w.indicators.scale_guessed_note)}</p>
            </Show>
        </section>
    }
}

/// The kinds of problems, most severe first.
#[component]
fn Kinds() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let flow = expect_context::<LoadFlow>();
    let none = move || with_report(dataset, |report| report.counts.is_empty()).unwrap_or(true);
    let codes = move || {
        let codes = |report: &QualityReport| report.counts.iter().map(|counted| counted.code).collect();
        with_report(dataset, codes).unwrap_or_else(Vec::new)
    };
    view! {
        <Section title=|w| w.quality.problems_heading>
            <Show
                when=move || !none()
                fallback=|| view! { <p data-testid="nothing-wrong">{t(|w| w.quality.nothing_wrong)}</p> }
            >
                <p class="remark">{t(|w| w.quality.policy)}</p>
                <Show when=move || flow.in_use.with(Option::is_none)>
                    <p class="remark">{t(|w| w.quality.sample_fixed)}</p>
                </Show>
                // Keyed, so that a decision about one kind neither folds its list nor takes the focus away.
                <ul class="problem-list">
                    <For each=codes key=|code| *code let(code)>
                        <Kind code />
                    </For>
                </ul>
                <DownloadReport />
            </Show>
        </Section>
    }
}
