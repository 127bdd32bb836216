//! Scorecards of all evaluators, under a policy that the reader can change.

use evenhand_protocol::{Answer, Question as Ask, ScorecardPolicy, ScorecardsAnswer};
use leptos::prelude::*;

use super::page_frame::{Methods, Section, Sources, caption};
use super::scorecard_policy::PolicyEditor;
use super::scorecards_tables::scorecards_table;
use crate::components::{AnswerGate, Asked, DataGrid, Disclosure, Findings};
use crate::i18n::t;
use crate::state::Answers;

pub(super) fn pick(answer: &Answer) -> Option<&ScorecardsAnswer> {
    match answer {
        Answer::Scorecards(answer) => Some(answer),
        _ => None,
    }
}

/// The policy of the page: what one section sets, all use.
#[derive(Clone, Copy)]
pub struct Policy(pub RwSignal<ScorecardPolicy>);

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn ScorecardsSection() -> impl IntoView {
    let Policy(policy) = expect_context();
    view! {
        <Section title=|w| w.scorecards.heading>
            <Disclosure label=|w| w.scorecards.open testid="scorecards-detail">
                {move || under(policy.get())}
                <PolicyEditor policy />
                <Methods text=|w| w.scorecards.method />
            </Disclosure>
        </Section>
    }
}

/// The answer under a policy; asked again whenever data set or filter change.
fn under(policy: ScorecardPolicy) -> AnyView {
    let answers = expect_context::<Answers>();
    let asked = Asked::new(Ask::Scorecards(policy), pick);
    Effect::new(move || answers.want(asked.question()));
    view! {
        <AnswerGate asked>
            <Contents asked />
        </AnswerGate>
    }
    .into_any()
}

#[component]
fn Contents(asked: Asked<ScorecardsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    view! {
        <Findings findings />
        <h3 class="table-title">{t(|w| w.scorecards.table_heading)}</h3>
        <DataGrid
            table=sources.table(scorecards_table)
            caption=caption(|w| w.scorecards.table_heading)
            name="scorecards"
        />
    }
}
