//! Reliability and structure of the indicators in detail.

use evenhand_charts::Scene;
use evenhand_charts::domain::{Context, consistency_forest, indicator_matrix, scree, weight_dots};
use evenhand_protocol::{ConsistencyParts, Question as Ask, StructureAnswer, Topic};
use leptos::prelude::*;

use super::page_frame::{Methods, Section, Sources, caption};
use super::structure_tables::items_table;
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand, Select};
use crate::i18n::{language, t};
use crate::state::Router;

/// The section of the page about indicators; computed when it is opened.
#[component]
pub fn StructureSection() -> impl IntoView {
    let asked = Asked::new(Ask::Structure);
    view! {
        <Section title=|w| w.structure.heading>
            <OnDemand asked label=|w| w.structure.open testid="structure-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<StructureAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    view! {
        <Findings topic=Topic::Structure findings />
        <h3 class="table-title">{t(|w| w.structure.weights_heading)}</h3>
        <ChartCard scene=sources.scene(weight_dots) name="weights" />
        <h3 class="table-title">{t(|w| w.structure.correlations_heading)}</h3>
        <ChartCard scene=sources.scene(indicator_matrix) name="indicator-correlations" />
        <h3 class="table-title">{t(|w| w.structure.dimensions_heading)}</h3>
        <ChartCard scene=sources.scene(scree) name="scree" />
        <Reliability sources />
        <h3 class="table-title">{t(|w| w.structure.items_heading)}</h3>
        <DataGrid
            table=sources.table(items_table)
            caption=caption(|w| w.structure.items_heading)
            name="item-details"
        />
        <Methods text=|w| w.structure.method />
    }
}

/// Reliability by dimension and round, of panel means or of single score sheets.
#[component]
fn Reliability(sources: Sources<StructureAnswer>) -> impl IntoView {
    const MEANS: &str = "means";
    const SHEETS: &str = "sheets";
    let router = expect_context::<Router>();
    let chosen = router.chosen("unit");
    let unit = Signal::derive(move || chosen.get().unwrap_or_else(|| MEANS.to_owned()));
    let options = Signal::derive(move || {
        let words = &language().words().structure;
        vec![
            (MEANS.to_owned(), words.unit_means.to_owned()),
            (SHEETS.to_owned(), words.unit_sheets.to_owned()),
        ]
    });
    let scene = sources.scene_of(move |answer: &StructureAnswer, context: &Context<'_>| -> Option<Scene> {
        let parts: &ConsistencyParts =
            if unit.get() == SHEETS { &answer.score_sheets } else { &answer.provider_means };
        Some(consistency_forest(parts, context))
    });
    view! {
        <h3 class="table-title">{t(|w| w.structure.consistency_heading)}</h3>
        <p class="chooser">
            <Select
                label=|w| w.structure.unit
                testid="consistency-unit"
                options
                chosen=unit
                choose=move |unit| router.choose("unit", unit)
            />
        </p>
        <ChartCard scene name="consistency" />
    }
}
