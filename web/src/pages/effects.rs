//! Rating effects: how evaluators use the scale.

use evenhand_charts::domain::effects_matrix;
use evenhand_protocol::{EffectsAnswer, Question as Ask, RatingEffect, Topic};
use evenhand_words::rating_effect;
use leptos::prelude::*;

use super::effects_tables::{effects_by_round_table, effects_table};
use super::page_frame::{Methods, Section, Sources, caption};
use crate::briefing::pinned_as;
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand, Select};
use crate::i18n::{language, t};
use crate::state::Router;

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn EffectsSection() -> impl IntoView {
    let asked = Asked::new(Ask::Effects);
    view! {
        <Section title=|w| w.effects.heading>
            <OnDemand asked label=|w| w.effects.open testid="effects-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<EffectsAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    view! {
        <Findings topic=Topic::Effects findings />
        <ChartCard scene=sources.scene(effects_matrix) name="effects" />
        <h3 class="table-title">{t(|w| w.effects.table_heading)}</h3>
        <DataGrid
            table=sources.table(effects_table)
            caption=caption(|w| w.effects.table_heading)
            name="effects"
        />
        <ByRound sources />
        <Methods text=|w| w.effects.method />
    }
}

/// One effect, which the reader chooses, of every evaluator in every round.
#[component]
fn ByRound(sources: Sources<EffectsAnswer>) -> impl IntoView {
    let router = expect_context::<Router>();
    let place = router.chosen("effect");
    let chosen = move || place.with(|place| place.as_ref()?.parse::<usize>().ok()).unwrap_or_default();
    let effect = move || RatingEffect::ALL.get(chosen()).copied().unwrap_or(RatingEffect::ALL[0]);
    let options = Signal::derive(move || {
        let named = |(place, effect): (usize, &RatingEffect)| {
            (place.to_string(), rating_effect(language(), *effect).header.to_owned())
        };
        RatingEffect::ALL.iter().enumerate().map(named).collect::<Vec<_>>()
    });
    let table = sources.table_of(move |answer, scope| Some(effects_by_round_table(answer, effect(), scope)));
    let pin = pinned_as("effects-by-round", move || Some(("effect", effect().code().to_owned())));
    view! {
        <h3 class="table-title">{t(|w| w.effects.by_round_heading)}</h3>
        <p class="chooser">
            <Select
                label=|w| w.effects.which
                testid="effect-by-round"
                options
                chosen=Signal::derive(move || chosen().to_string())
                choose=move |place| router.choose("effect", place)
            />
        </p>
        <DataGrid table=table caption=caption(|w| w.effects.by_round_heading) name="effects-by-round" pin />
    }
}
