//! Who came and went, whether it shows, and what changes between rounds are made of.

use evenhand_charts::domain::{change_split, panel_flow, panel_network};
use evenhand_protocol::{EntityKind, Question as Ask, Topic, TurnoverAnswer};
use evenhand_words::Names;
use leptos::prelude::*;

use super::figures::Figures;
use super::page_frame::{Methods, Section, Sources, caption};
use super::turnover_tables::{groups_table, newcomer_figures, rounds_table, splits_table};
use crate::components::{Asked, ChartCard, DataGrid, Findings, OnDemand, Select};
use crate::i18n::t;

/// The section of the page about evaluators; computed when it is opened.
#[component]
pub fn TurnoverSection() -> impl IntoView {
    let asked = Asked::new(Ask::Turnover);
    view! {
        <Section title=|w| w.turnover.heading>
            <OnDemand asked label=|w| w.turnover.open testid="turnover-detail">
                <Contents asked />
            </OnDemand>
        </Section>
    }
}

#[component]
fn Contents(asked: Asked<TurnoverAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    let newcomers = Signal::derive(move || sources.make(newcomer_figures).unwrap_or_default());
    let has_groups = move || asked.read(|answer| !answer.groups.is_empty()).unwrap_or(false);
    view! {
        <Findings topic=Topic::Turnover findings />
        <h3 class="table-title">{t(|w| w.turnover.splits_heading)}</h3>
        <ChartCard scene=sources.scene(change_split) name="change-split" />
        <DataGrid
            table=sources.table(splits_table)
            caption=caption(|w| w.turnover.splits_heading)
            name="change-splits"
        />
        <h3 class="table-title">{t(|w| w.turnover.rounds_heading)}</h3>
        <ChartCard scene=sources.scene(panel_flow) name="panel-flow" />
        <DataGrid
            table=sources.table(rounds_table)
            caption=caption(|w| w.turnover.rounds_heading)
            name="panel-rounds"
        />
        <NetworkOf sources />
        <Figures models=newcomers />
        <Show when=has_groups>
            <h3 class="table-title">{t(|w| w.turnover.groups_heading)}</h3>
            <DataGrid
                table=sources.table(groups_table)
                caption=caption(|w| w.turnover.groups_heading)
                name="evaluator-groups"
            />
        </Show>
        <Methods text=|w| w.turnover.method />
    }
}

/// Who shares panels in a round that the reader chooses; the latest at first.
#[component]
fn NetworkOf(sources: Sources<TurnoverAnswer>) -> impl IntoView {
    let chosen = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let made = sources.make(|answer, scope| {
            let option = |round: &evenhand_protocol::RoundPanel| {
                (round.round.clone(), scope.names.name(EntityKind::Round, &round.round))
            };
            answer.rounds.iter().map(option).collect::<Vec<_>>()
        });
        made.unwrap_or_default()
    });
    let round = Memo::new(move |_| {
        let has = |id: &String| options.with(|options| options.iter().any(|option| option.0 == *id));
        let last = || options.with(|options| options.last().map(|option| option.0.clone()));
        chosen.get().filter(has).or_else(last).unwrap_or_default()
    });
    let scene = sources.scene_of(move |answer: &TurnoverAnswer, context| {
        let found = answer.rounds.iter().find(|found| round.with(|round| found.round == *round))?;
        Some(panel_network(found, context))
    });
    view! {
        <p class="chooser">
            <Select
                label=|w| w.turnover.network_round
                testid="network-round"
                options
                chosen=round.into()
                choose=move |id| chosen.set(Some(id))
            />
        </p>
        <ChartCard scene name="panel-network" chosen=Signal::derive(move || ("in", round.get())) />
    }
}
