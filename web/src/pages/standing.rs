//! Where the providers stand: chances, ranks that hold together, the funnel, other weights, feedback sheets.

use evenhand_charts::domain::funnel;
use evenhand_protocol::{Question as Ask, RoundStanding, StandingAnswer, Topic};
use leptos::prelude::*;

use super::feedback_sheet::FeedbackSheet;
use super::page_frame::{Methods, Section, Sources, caption};
use super::standing_marks::Choices;
use super::standing_tables::standing_table;
use super::standing_voices::VoicesOf;
use super::standing_weights::WhatIf;
use crate::components::{Asked, ChartCard, DataGrid, Disclosure, Findings, asked_now};
use crate::i18n::t;
use crate::state::ReaderMarks;

/// The section of the page about providers; computed when it is opened, for the round shown.
#[component]
pub fn StandingSection(
    /// The round that the page shows.
    round: Memo<Option<String>>,
) -> impl IntoView {
    let marks = expect_context::<ReaderMarks>();
    view! {
        <Section title=|w| w.standing.heading>
            <Disclosure label=|w| w.standing.open testid="standing">
                <Choices marks />
                {move || {
                    asked_now(Asked::new(Ask::Standing(marks.get())), move |asked| view! { <Contents asked round /> }.into_any())
                }}
            </Disclosure>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<StandingAnswer>, round: Memo<Option<String>>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let scene = sources.scene_of(move |answer: &StandingAnswer, context| {
        standing_of(answer, round.get().as_deref()).map(|standing| funnel(standing, context))
    });
    let table = sources.table_of(move |answer, scope| {
        standing_of(answer, round.get().as_deref())
            .map(|standing| standing_table(standing, &answer.marks, scope))
    });
    view! {
        <Findings topic=Topic::Standing findings />
        <h3 class="table-title">{t(|w| w.standing.table_heading)}</h3>
        <DataGrid table=table caption=caption(|w| w.standing.table_heading) name="standing" />
        <ChartCard scene name="funnel" />
        <WhatIf sources round />
        <VoicesOf sources round />
        <FeedbackSheet sources round />
        <Methods text=|w| w.standing.method />
    }
}

/// The round shown, if the answer has it.
pub(super) fn standing_of<'a>(answer: &'a StandingAnswer, round: Option<&str>) -> Option<&'a RoundStanding> {
    answer.rounds.iter().find(|standing| Some(standing.round.as_str()) == round)
}
