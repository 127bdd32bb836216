//! Measures, interactions, unexpected scores and the use of the scale, by one model of all scores.

use evenhand_charts::domain::category_curves;
use evenhand_protocol::{Facets, FacetsAnswer, InteractionWith, Question as Ask, Topic};
use evenhand_words::{Words, interaction_line};
use leptos::prelude::*;

use super::facet_measures::FacetMeasuresPart;
use super::facets_tables::{categories_table, interaction_table, unexpected_table};
use super::page_frame::{Methods, Section, Sources, caption};
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand};
use crate::i18n::t;

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn FacetsSection() -> impl IntoView {
    let asked = Asked::new(Ask::Facets);
    view! {
        <Section title=|w| w.facets.heading>
            <OnDemand asked label=|w| w.facets.open testid="facets-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<FacetsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let why = move || {
        sources.make(|answer, scope| {
            answer.facets.reason().map(|reason| evenhand_words::reason(scope.language, reason))
        })
    };
    let curves = sources.scene_of(|answer: &FacetsAnswer, context| {
        answer.facets.known().map(|facets| category_curves(facets, context))
    });
    let of = move |make: fn(&Facets, &super::page_frame::Scope<'_>) -> crate::components::Table| {
        sources.table_of(move |answer: &FacetsAnswer, scope| {
            answer.facets.known().map(|facets| make(facets, scope))
        })
    };
    view! {
        {move || why().flatten().map(|why| view! { <p data-testid="facets-why">{why}</p> })}
        <Show when=move || asked.read(|answer| answer.facets.known().is_some()) == Some(true)>
            <Findings topic=Topic::Facets findings />
            <FacetMeasuresPart sources />
            {[InteractionWith::Round, InteractionWith::Indicator, InteractionWith::Category]
                .map(|with| interactions(sources, with))
                .into_view()}
            <h3 class="table-title">{t(|w| w.facets.unexpected_heading)}</h3>
            <DataGrid
                table=of(unexpected_table)
                caption=caption(|w| w.facets.unexpected_heading)
                name="unexpected-scores"
            />
            <ChartCard scene=curves name="category-curves" />
            <h3 class="table-title">{t(|w| w.facets.categories_heading)}</h3>
            <DataGrid
                table=of(categories_table)
                caption=caption(|w| w.facets.categories_heading)
                name="categories"
            />
            <Methods text=|w| w.facets.method />
        </Show>
    }
}

/// The interactions with rounds, indicators or categories; nothing where the data have only one.
fn interactions(sources: Sources<FacetsAnswer>, with: InteractionWith) -> AnyView {
    let heading: fn(&'static Words) -> &'static str = match with {
        InteractionWith::Round => |w| w.facets.with_round_heading,
        InteractionWith::Indicator => |w| w.facets.with_indicator_heading,
        InteractionWith::Category => |w| w.facets.with_category_heading,
    };
    let name = match with {
        InteractionWith::Round => "interactions-round",
        InteractionWith::Indicator => "interactions-indicator",
        InteractionWith::Category => "interactions-category",
    };
    let line = Signal::derive(move || {
        let line = sources.make(|answer, scope| {
            let table = answer.facets.known()?.interactions.iter().find(|table| table.with == with)?;
            Some(interaction_line(scope.language, table))
        });
        line.flatten()
    });
    let table = sources
        .table_of(move |answer: &FacetsAnswer, scope| interaction_table(answer.facets.known()?, with, scope));
    view! {
        <Show when=move || line.get().is_some()>
            <h3 class="table-title">{t(heading)}</h3>
            <p>{move || line.get().unwrap_or_default()}</p>
            <DataGrid table=table caption=caption(heading) name=name />
        </Show>
    }
    .into_any()
}
