//! Scorecards of all evaluators, under a policy that the reader can change.

use evenhand_protocol::{Question as Ask, ScorecardsAnswer, Topic};
use leptos::prelude::*;

use super::page_frame::{Methods, Section, Sources, caption};
use super::scorecard_policy::PolicyEditor;
use super::scorecards_tables::scorecards_table;
use crate::components::{Asked, DataGrid, Disclosure, Findings, asked_now};
use crate::i18n::t;
use crate::state::ReaderPolicy;

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn ScorecardsSection() -> impl IntoView {
    let policy = expect_context::<ReaderPolicy>();
    view! {
        <Section title=|w| w.scorecards.heading>
            <Disclosure label=|w| w.scorecards.open testid="scorecards-detail">
                {move || {
                    asked_now(Asked::new(Ask::Scorecards(policy.get())), |asked| view! { <Contents asked /> }.into_any())
                }}
                <PolicyEditor policy />
                <Methods text=|w| w.scorecards.method />
            </Disclosure>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<ScorecardsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    view! {
        <Findings topic=Topic::Scorecards findings />
        <h3 class="table-title">{t(|w| w.scorecards.table_heading)}</h3>
        <DataGrid
            table=sources.table(scorecards_table)
            caption=caption(|w| w.scorecards.table_heading)
            name="scorecards"
        />
    }
}
