//! Drift of severity between rounds by two models, and what it did to providers.

use evenhand_charts::domain::{control_multiples, drift_multiples, indicator_multiples, wright_map};
use evenhand_protocol::{DriftReport, Question as Ask, Topic};
use leptos::prelude::*;

use super::drift_tables::{consequences_table, drift_table, indicators_table, links_table};
use super::page_frame::{Methods, Section, Sources, caption};
use crate::components::{Asked, ChartCard, DataGrid, Disclosure, Findings, asked_now, number_box};
use crate::i18n::t;
use crate::state::ReaderMarks;

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn DriftSection() -> impl IntoView {
    let marks = expect_context::<ReaderMarks>();
    view! {
        <Section title=|w| w.drift.heading>
            <Disclosure label=|w| w.drift.open testid="drift-detail">
                <p class="chooser">
                    {number_box(
                        |w| w.drift.pass_mark,
                        "drift-pass-mark",
                        (0.0, 100.0),
                        marks.pass(),
                        move |mark| marks.set_pass(mark),
                    )}
                </p>
                {move || {
                    asked_now(Asked::new(Ask::Drift(marks.get())), move |asked| view! { <Contents asked /> }.into_any())
                }}
            </Disclosure>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<DriftReport>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|report| report.findings.clone());
    view! {
        <Findings topic=Topic::Drift findings />
        <ChartCard scene=sources.scene(drift_multiples) name="drift-multiples" />
        <ChartCard scene=sources.scene(control_multiples) name="control-multiples" />
        <h3 class="table-title">{t(|w| w.drift.evaluators_heading)}</h3>
        <DataGrid
            table=sources.table(drift_table)
            caption=caption(|w| w.drift.evaluators_heading)
            name="drift-evaluators"
        />
        <h3 class="table-title">{t(|w| w.drift.providers_heading)}</h3>
        <DataGrid
            table=sources.table(consequences_table)
            caption=caption(|w| w.drift.providers_heading)
            name="drift-providers"
        />
        <ChartCard scene=sources.scene(indicator_multiples) name="indicator-multiples" />
        <h3 class="table-title">{t(|w| w.drift.indicators_heading)}</h3>
        <DataGrid
            table=sources.table(indicators_table)
            caption=caption(|w| w.drift.indicators_heading)
            name="drift-indicators"
        />
        <h3 class="table-title">{t(|w| w.drift.links_heading)}</h3>
        <DataGrid table=sources.table(links_table) caption=caption(|w| w.drift.links_heading) name="drift-links" />
        <ChartCard scene=sources.scene(wright_map) name="wright-map" />
        <Methods text=|w| w.drift.method />
    }
}
