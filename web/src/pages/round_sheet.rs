//! Everything about one round in one place.

use evenhand_charts::domain::{league, round_severities};
use evenhand_protocol::{
    EntityKind, EvaluatorsAnswer, OverviewAnswer, OverviewRow, Page, ProvidersAnswer, Question as Ask,
    RoundLeague, TurnoverAnswer, entity_link,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Names, Words, count, count_entities, labelled, number, percent,
    value_or_reason,
};
use leptos::prelude::*;

use super::page_frame::{Scope, Sources, caption};
use super::round_tables::{change_table, ends_table, left, members_table};
use super::sheet_parts::{chooser, lines};
use crate::briefing::pinned_as;
use crate::components::{AnswerGate, Asked, ChartCard, DataGrid, asked_now};
use crate::i18n::{language, t};
use crate::state::{Dataset, Router};

/// The sheet of the round `id`.
pub fn round_sheet(id: Signal<String>) -> AnyView {
    let asked = Asked::new(Ask::Overview);
    view! {
        <AnswerGate asked>
            <Contents asked id />
        </AnswerGate>
    }
    .into_any()
}

#[component]
fn Contents(asked: Asked<OverviewAnswer>, id: Signal<String>) -> impl IntoView {
    let sources = Sources::new(asked);
    let said = move |make: fn(&OverviewAnswer, &OverviewRow, &Scope<'_>) -> Vec<String>| {
        lines(move || {
            let made = sources.make(|answer, scope| {
                let row = answer.rounds.iter().find(|row| id.with(|id| row.round == *id))?;
                Some(make(answer, row, scope))
            });
            made.flatten().unwrap_or_default()
        })
    };
    view! {
        {chooser(sources, |w| w.sheets.round_choose, EntityKind::Round, id)}
        <Neighbours sources id />
        <article class="card feedback-sheet" data-testid="round-sheet">
            <div class="sheet-columns">
                <section>
                    <h2 class="sheet-part">{t(|w| w.sheets.size)}</h2>
                    {said(|_, row, scope| size(row, scope))}
                    <MissingScores id />
                    <h2 class="sheet-part">{t(|w| w.sheets.neighbours)}</h2>
                    {said(neighbours)}
                </section>
                <section>
                    <h2 class="sheet-part">{t(|w| w.sheets.agreement)}</h2>
                    {said(|_, row, scope| agreement(row, scope))}
                    <h2 class="sheet-part">{t(|w| w.sheets.providers)}</h2>
                    {said(|_, row, scope| providers(row, scope))}
                </section>
            </div>
            <h2 class="sheet-part">{t(|w| w.sheets.evaluators_heading)}</h2>
            {asked_now(Asked::new(Ask::Turnover), move |asked| members(asked, id))}
            {asked_now(Asked::new(Ask::Evaluators), move |asked| severities(asked, id))}
            <h2 class="sheet-part">{t(|w| w.sheets.league_heading)}</h2>
            {asked_now(Asked::new(Ask::Providers), move |asked| ends(asked, id))}
        </article>
    }
}

/// Links to the rounds before and after.
#[component]
fn Neighbours(sources: Sources<OverviewAnswer>, id: Signal<String>) -> impl IntoView {
    let router = expect_context::<Router>();
    let beside = move |after: bool| {
        let made = sources.make(|answer, scope| {
            let at = answer.rounds.iter().position(|row| id.with(|id| row.round == *id))?;
            let at = if after { at + 1 } else { at.checked_sub(1)? };
            let round = &answer.rounds.get(at)?.round;
            Some((round.clone(), scope.names.name(EntityKind::Round, round)))
        });
        made.flatten()
    };
    let link = move |after: bool, testid: &'static str, words: fn(&'static Words) -> &'static str| {
        move || {
            beside(after).map(|(round, name)| {
                let to = entity_link(EntityKind::Round, &round);
                let text = labelled(language(), words(language().words()), &name);
                view! {
                    <a class="button quiet" data-testid=testid href=move || router.href(|route| route.to_entity(&to))>
                        {text}
                    </a>
                }
            })
        }
    };
    view! {
        <p class="chooser">
            {link(false, "round-earlier", |w| w.sheets.earlier)} {link(true, "round-later", |w| w.sheets.later)}
        </p>
    }
}

fn size(row: &OverviewRow, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let columns = &language.words().overview.columns;
    vec![
        labelled(language, columns.n_scores.header, &count(row.n_scores)),
        count_entities(language, EntityKind::Provider, row.n_providers),
        count_entities(language, EntityKind::Evaluator, row.n_evaluators),
        labelled(language, columns.n_new_evaluators.header, &count(row.n_new_evaluators)),
    ]
}

/// Scores that are missing in the round, and the way to the page about them.
#[component]
fn MissingScores(id: Signal<String>) -> impl IntoView {
    let (router, dataset) = (expect_context::<Router>(), expect_context::<Dataset>());
    let text = move || {
        dataset.loaded.with(|loaded| {
            let missing = &loaded.as_ref()?.quality.missing;
            let row = missing.rounds.iter().position(|round| id.with(|id| round == id))?;
            let width = missing.indicators.len();
            let cells = missing.by_indicator.get(row * width..(row + 1) * width)?;
            let (scored, expected) =
                cells.iter().fold((0, 0), |sum, cell| (sum.0 + cell.scored, sum.1 + cell.expected));
            let lost = expected.saturating_sub(scored);
            let share = percent(f64::from(lost) / f64::from(expected.max(1)), 1);
            let language = language();
            Some(labelled(
                language,
                language.words().sheets.missing_scores,
                &format!("{} ({share})", count(lost)),
            ))
        })
    };
    view! {
        <p>
            {text} " " <a href=move || router.href(|route| route.on(Page::Quality))>{t(|w| w.sheets.see_quality)}</a>
        </p>
    }
}

/// Evaluators in common with the rounds before and after.
fn neighbours(answer: &OverviewAnswer, row: &OverviewRow, scope: &Scope<'_>) -> Vec<String> {
    let at = answer.rounds.iter().position(|one| one.round == row.round).unwrap_or(0);
    let beside = [at.checked_sub(1), Some(at + 1)];
    let lines: Vec<String> = beside
        .into_iter()
        .flatten()
        .filter_map(|place| {
            let other = &answer.rounds.get(place)?.round;
            let link = answer.links.iter().find(|link| {
                (link.from == row.round && link.to == *other) || (link.to == row.round && link.from == *other)
            })?;
            let name = scope.names.name(EntityKind::Round, other);
            Some(labelled(scope.language, &name, &count(link.n_evaluators)))
        })
        .collect();
    if lines.is_empty() { vec![scope.language.words().sheets.no_neighbours.to_owned()] } else { lines }
}

fn agreement(row: &OverviewRow, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let columns = &language.words().overview.columns;
    [(columns.icc_a_1, &row.icc_a_1), (columns.icc_a_k, &row.icc_a_k), (columns.alpha, &row.alpha)]
        .map(|(column, found)| {
            labelled(language, column.header, &value_or_reason(language, found, COEFFICIENT_DECIMALS))
        })
        .to_vec()
}

fn providers(row: &OverviewRow, scope: &Scope<'_>) -> Vec<String> {
    let language = scope.language;
    let words = &language.words().overview;
    let mut lines = Vec::new();
    let mean = row.mean.map(|mean| number(mean, COMPOSITE_DECIMALS));
    lines.extend(mean.map(|mean| labelled(language, words.columns.mean.header, &mean)));
    let apart = row.separated_share.map(|share| percent(share, 0));
    lines.extend(apart.map(|share| labelled(language, words.columns.separated_share.header, &share)));
    if row.n_compared > 0 {
        for (name, n) in [(words.improved, row.n_improved), (words.declined, row.n_declined)] {
            lines.push(labelled(language, name, &format!("{} / {}", count(n), count(row.n_compared))));
        }
    }
    lines
}

/// Who scored and where they come from, who left, and what that did to the mean.
fn members(asked: Asked<TurnoverAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let table = sources.table_of(move |answer, scope| id.with(|id| members_table(answer, id, scope)));
    let change = sources.table_of(move |answer, scope| id.with(|id| change_table(answer, id, scope)));
    let pin = move |name| pinned_as(name, move || Some(("in", id.get())));
    let gone = move || {
        let made = sources.make(|answer, scope| id.with(|id| left(answer, id, scope)));
        made.flatten().map(|names| labelled(language(), language().words().sheets.left_heading, &names))
    };
    view! {
        <DataGrid table caption=caption(|w| w.sheets.evaluators_heading) name="round-members" pin=pin("round-members") />
        <p data-testid="round-left">{gone}</p>
        <Show when=move || change.with(|table| !table.rows.is_empty())>
            <h3 class="table-title">{t(|w| w.sheets.change_heading)}</h3>
            <DataGrid table=change caption=caption(|w| w.sheets.change_heading) name="round-change" pin=pin("round-change") />
        </Show>
    }
    .into_any()
}

fn severities(asked: Asked<EvaluatorsAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let scene = sources.scene_of(move |answer: &EvaluatorsAnswer, context| {
        Some(id.with(|id| round_severities(answer, id, context)))
    });
    view! { <ChartCard scene name="round-severities" chosen=Signal::derive(move || ("in", id.get())) /> }
        .into_any()
}

/// The providers at either end of the league, and the league as a chart.
fn ends(asked: Asked<ProvidersAnswer>, id: Signal<String>) -> AnyView {
    let sources = Sources::new(asked);
    let of = move |answer: &ProvidersAnswer| -> Option<RoundLeague> {
        answer.rounds.iter().find(|league| id.with(|id| league.round == *id)).cloned()
    };
    let table = sources.table_of(move |answer, scope| Some(ends_table(&of(answer)?, scope)));
    let scene =
        sources.scene_of(move |answer: &ProvidersAnswer, context| Some(league(&of(answer)?, context)));
    let round = Signal::derive(move || ("in", id.get()));
    let pin = pinned_as("round-ends", move || Some(round.get()));
    view! {
        <DataGrid table caption=caption(|w| w.sheets.league_heading) name="round-ends" pin />
        <ChartCard scene name="league" chosen=round />
    }
    .into_any()
}
