//! Ties between evaluators and providers: whether they show, in whose scores, and what hangs on them.

use evenhand_charts::domain::conflict_dots;
use evenhand_protocol::{ConflictKind, ConflictsAnswer, Question as Ask, Topic};
use evenhand_words::{conflict_kind, reason};
use leptos::prelude::*;

use super::conflicts_tables::{conflict_figures, conflicts_table, without_table};
use super::figures::Figures;
use super::page_frame::{Methods, Section, Sources, caption};
use crate::briefing::pinned_as;
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand, Select};
use crate::i18n::{language, t};

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn ConflictsSection() -> impl IntoView {
    let asked = Asked::new(Ask::Conflicts);
    view! {
        <Section title=|w| w.conflicts.heading>
            <OnDemand asked label=|w| w.conflicts.open testid="conflicts-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<ConflictsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let chosen = RwSignal::new(0usize);
    let kind = Signal::derive(move || {
        ConflictKind::ALL.get(chosen.get()).copied().unwrap_or(ConflictKind::SameAffiliation)
    });
    let code = Signal::derive(move || ("kind", kind.get().code().to_owned()));
    let pin = move |name| pinned_as(name, move || Some(code.get()));
    let options = Signal::derive(move || {
        let named = |(place, kind): (usize, &ConflictKind)| {
            (place.to_string(), conflict_kind(language(), *kind).to_owned())
        };
        ConflictKind::ALL.iter().enumerate().map(named).collect::<Vec<_>>()
    });
    let why = move || {
        let why = asked.read(|answer| answer.of(kind.get())?.overall.reason().cloned());
        why.flatten().map(|why| reason(language(), &why))
    };
    let figures = Signal::derive(move || {
        sources.make(|answer, scope| conflict_figures(answer, kind.get(), scope)).unwrap_or_default()
    });
    let has_rows = move || {
        let any = asked.read(|answer| answer.of(kind.get()).is_some_and(|of| !of.evaluators.is_empty()));
        any.unwrap_or(false)
    };
    let scene = sources
        .scene_of(move |answer: &ConflictsAnswer, context| Some(conflict_dots(answer, kind.get(), context)));
    let evaluators = sources.table_of(move |answer, scope| Some(conflicts_table(answer, kind.get(), scope)));
    let providers = sources.table_of(move |answer, scope| Some(without_table(answer, kind.get(), scope)));
    view! {
        <Findings topic=Topic::Conflicts findings />
        <p class="chooser">
            <Select
                label=|w| w.conflicts.which
                testid="conflict-kind"
                options
                chosen=Signal::derive(move || chosen.get().to_string())
                choose=move |place| chosen.set(place.parse().unwrap_or(0))
            />
        </p>
        {move || why().map(|why| view! { <p class="remark" data-testid="conflicts-why">{why}</p> })}
        <Show when=has_rows>
            <Figures models=figures />
            <ChartCard scene name="conflicts" chosen=code />
            <h3 class="table-title">{t(|w| w.conflicts.evaluators_heading)}</h3>
            <DataGrid
                table=evaluators
                caption=caption(|w| w.conflicts.evaluators_heading)
                name="conflict-evaluators"
                pin=pin("conflict-evaluators")
            />
            <h3 class="table-title">{t(|w| w.conflicts.providers_heading)}</h3>
            <DataGrid
                table=providers
                caption=caption(|w| w.conflicts.providers_heading)
                name="conflict-providers"
                pin=pin("conflict-providers")
            />
        </Show>
        <Methods text=|w| w.conflicts.method />
    }
}
