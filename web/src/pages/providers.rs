//! Do the providers really differ, and have they really changed?

use evenhand_charts::Scene;
use evenhand_charts::domain::{Context, change_slope, league};
use evenhand_protocol::{Change, EntityKind, Page, ProvidersAnswer, Question as Ask, RoundLeague, Topic};
use evenhand_words::{Names, linked_subset};
use leptos::prelude::*;

use super::categories_together::CategoriesTogether;
use super::figures::Figures;
use super::page_frame::{Methods, Question, Scope, Section, Sources, caption, words};
use super::provider_sheet::provider_sheet;
use super::providers_tables::{league_figures, league_table};
use super::standing::StandingSection;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, Findings, OnThisPage, Select, WithSheet};
use crate::i18n::t;
use crate::state::Router;

/// The page about providers.
#[component]
pub fn ProvidersPage() -> impl IntoView {
    let asked = Asked::new(Ask::Providers);
    view! {
        <WithSheet page=Page::Providers kind=EntityKind::Provider sheet=provider_sheet>
            <Question text=|w| w.providers.question />
            <AnswerGate asked>
                <Contents asked />
            </AnswerGate>
        </WithSheet>
    }
}

#[component]
fn Contents(asked: Asked<ProvidersAnswer>) -> impl IntoView {
    let sources = Sources::new(asked);
    let findings = asked.signal(|answer| answer.findings.clone());
    // The round chosen by hand counts as long as the answer has it; else the latest one is shown.
    let router = expect_context::<Router>();
    let by_hand = router.chosen("in");
    let round = Memo::new(move |_| {
        asked.read(|answer| {
            let has = |id: &String| answer.rounds.iter().any(|league| league.round == *id);
            let latest = || answer.rounds.last().map(|league| league.round.clone());
            by_hand.get().filter(has).or_else(latest)
        })?
    });
    let options = Signal::derive(move || sources.make(round_options).unwrap_or_default());
    let figures = Signal::derive(move || {
        let round = round.get();
        let made = sources.make(|answer, scope| {
            league_of(answer, round.as_deref()).map(|league| league_figures(league, scope))
        });
        made.flatten().unwrap_or_default()
    });
    let table = sources.table_of(move |answer, scope| {
        league_of(answer, round.get().as_deref()).map(|league| league_table(league, scope))
    });
    let one_of_many = move || {
        let some = |answer: &ProvidersAnswer| {
            let league = round.with(|round| league_of(answer, round.as_deref()));
            league.is_some_and(|league| {
                league.rows.iter().filter_map(|row| row.change.known()).any(Change::is_one_of_many)
            })
        };
        asked.read(some).unwrap_or(false)
    };
    let scene = move |draw: fn(&RoundLeague, &Context<'_>) -> Scene| {
        sources.scene_of(move |answer, context| {
            league_of(answer, round.get().as_deref()).map(|league| draw(league, context))
        })
    };
    view! {
        <Findings topic=Topic::Providers findings />
        <OnThisPage page=Page::Providers />
        <Section title=|w| w.providers.league_heading>
            <p class="chooser">
                <Select
                    label=|w| w.providers.choose_round
                    testid="choose-round"
                    options
                    chosen=Signal::derive(move || round.get().unwrap_or_default())
                    choose=move |id| router.choose("in", id)
                />
            </p>
            <CategoriesTogether />
            <Figures models=figures />
            <ChartCard scene=scene(league) name="league" />
            <DataGrid table=table caption=caption(|w| w.providers.league_heading) name="providers" />
            <Show when=one_of_many>
                <p class="remark" data-testid="league-one-of-many">{t(|w| w.common.one_of_many_remark)}</p>
            </Show>
        </Section>
        <StandingSection round />
        <Section title=|w| w.providers.change_heading>
            <ChartCard scene=scene(change_slope) name="change" />
        </Section>
        <Section title=|w| w.providers.subsets_heading>
            <Subsets sources />
        </Section>
        <Methods text=|w| w.providers.method />
    }
}

#[component]
fn Subsets(sources: Sources<ProvidersAnswer>) -> impl IntoView {
    let subsets = move || {
        let lines = sources.make(|answer, scope| {
            let line = |subset| linked_subset(scope.language, subset, &scope.names);
            answer.linked_subsets.iter().map(line).collect::<Vec<_>>()
        });
        lines.unwrap_or_default()
    };
    move || {
        let lines = subsets();
        if lines.len() < 2 {
            return view! { <p data-testid="linked">{words().providers.linked}</p> }.into_any();
        }
        let items = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! {
            <p data-testid="not-linked">{words().providers.not_linked}</p>
            <ul>{items}</ul>
        }
        .into_any()
    }
}

fn round_options(answer: &ProvidersAnswer, scope: &Scope<'_>) -> Vec<(String, String)> {
    let option =
        |league: &RoundLeague| (league.round.clone(), scope.names.name(EntityKind::Round, &league.round));
    answer.rounds.iter().map(option).collect()
}

fn league_of<'a>(answer: &'a ProvidersAnswer, round: Option<&str>) -> Option<&'a RoundLeague> {
    answer.rounds.iter().find(|league| Some(league.round.as_str()) == round)
}
