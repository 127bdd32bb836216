//! Are the indicators reliable?

use evenhand_charts::domain::{
    floor_ceiling_bars, indicator_difficulty, item_rest_forest, reliability_by_round,
};
use evenhand_protocol::{EntityKind, IndicatorsAnswer, Page, Question as Ask, ScaleSource, Topic};
use leptos::prelude::*;

use super::figures::Figures;
use super::generalizability::GeneralizabilitySection;
use super::indicator_sheet::indicator_sheet;
use super::indicators_tables::{indicators_table, reliability_figures, reliability_table};
use super::page_frame::{Methods, Question, Section, Sources, caption};
use super::structure::StructureSection;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, Findings, OnThisPage, WithSheet};
use crate::i18n::t;

/// The page about indicators.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let asked = Asked::new(Ask::Indicators);
    view! {
        <WithSheet page=Page::Indicators kind=EntityKind::Indicator sheet=indicator_sheet>
            <Question text=|w| w.indicators.question />
            <AnswerGate asked>
                <Contents asked />
            </AnswerGate>
        </WithSheet>
    }
}

#[component]
fn Contents(asked: Asked<IndicatorsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let figures = Signal::derive(move || sources.make(reliability_figures).unwrap_or_default());
    let guessed = move || {
        let any = sources.dataset.with_summary(|summary| {
            summary.indicators.iter().any(|indicator| indicator.scale_source == ScaleSource::Guessed)
        });
        any.unwrap_or(false)
    };
    view! {
        <Findings topic=Topic::Indicators findings />
        <OnThisPage page=Page::Indicators />
        <Show when=guessed>
            <p class="remark" data-testid="scale-guessed">{t(|w| w.indicators.scale_guessed_note)}</p>
        </Show>
        <Section title=|w| w.indicators.reliability_heading>
            <Figures models=figures />
            <ChartCard scene=sources.scene(reliability_by_round) name="reliability-by-round" />
            <DataGrid
                table=sources.table(reliability_table)
                caption=caption(|w| w.indicators.reliability_heading)
                name="reliability"
            />
        </Section>
        <Section title=|w| w.indicators.items_heading>
            <ChartCard scene=sources.scene(item_rest_forest) name="item-rest" />
        </Section>
        <Section title=|w| w.indicators.scales_heading>
            <div class="chart-row">
                <ChartCard scene=sources.scene(indicator_difficulty) name="difficulty" />
                <ChartCard scene=sources.scene(floor_ceiling_bars) name="floor-ceiling" />
            </div>
            <h3 class="table-title">{t(|w| w.indicators.table_heading)}</h3>
            <DataGrid
                table=sources.table(indicators_table)
                caption=caption(|w| w.indicators.table_heading)
                name="indicators"
            />
        </Section>
        <StructureSection />
        <GeneralizabilitySection />
        <Methods text=|w| w.indicators.method />
    }
}
