//! Everything about one provider in one place: its results round by round, and the feedback sheet.

use evenhand_protocol::{
    Change, EntityKind, ProviderRow, ProvidersAnswer, Question as Ask, RoundLeague, entity_link,
};
use evenhand_words::{COMPOSITE_DECIMALS, change_parts, signed};
use leptos::prelude::*;

use super::feedback_sheet::FeedbackSheet;
use super::page_frame::{Scope, Sources, caption};
use super::providers_tables::{provider_cells, provider_heads};
use super::sheet_parts::chooser;
use crate::briefing::pinned_as;
use crate::components::{AnswerGate, Asked, Cell, DataGrid, Head, Row, Table, asked_now};
use crate::i18n::t;
use crate::state::ReaderMarks;

/// The sheet of the provider `id`.
pub fn provider_sheet(id: Signal<String>) -> AnyView {
    let asked = Asked::new(Ask::Providers);
    view! {
        <AnswerGate asked>
            <Contents asked id />
        </AnswerGate>
    }
    .into_any()
}

#[component]
fn Contents(asked: Asked<ProvidersAnswer>, id: Signal<String>) -> impl IntoView {
    let sources = Sources::new(asked);
    let marks = expect_context::<ReaderMarks>();
    // The feedback is about the latest round of the provider.
    let round = Memo::new(move |_| {
        asked.read(|answer| {
            id.with(|id| rounds_of(answer, id).last().map(|(league, _)| league.round.clone()))
        })?
    });
    let table = sources.table_of(move |answer, scope| Some(id.with(|id| by_round(answer, id, scope))));
    let parts = move || {
        let said = sources.make(|answer, scope| {
            let changes = id.with(|id| changes_of(answer, id));
            changes.last().map(|change| change_parts(scope.language, &scope.names, change))
        });
        said.flatten()
    };
    let one_of_many = move || {
        let some = |answer: &ProvidersAnswer| {
            id.with(|id| changes_of(answer, id).into_iter().any(Change::is_one_of_many))
        };
        asked.read(some).unwrap_or(false)
    };
    let pin = pinned_as("provider-rounds", move || Some(("provider", id.get())));
    view! {
        {chooser(sources, |w| w.sheets.provider_choose, EntityKind::Provider, id)}
        <div data-testid="provider-sheet">
            <h2 class="table-title">{t(|w| w.sheets.by_round_heading)}</h2>
            <DataGrid table caption=caption(|w| w.sheets.by_round_heading) name="provider-rounds" pin />
            <p data-testid="change-parts">{parts}</p>
            <Show when=one_of_many>
                <p class="remark" data-testid="sheet-one-of-many">{t(|w| w.common.one_of_many_remark)}</p>
            </Show>
            {move || {
                asked_now(
                    Asked::new(Ask::Standing(marks.get())),
                    move |asked| {
                        let sources = Sources::new(asked);
                        view! { <FeedbackSheet sources round provider=id /> }.into_any()
                    },
                )
            }}
        </div>
    }
}

/// The rounds in which a provider was scored, with its rows.
fn rounds_of<'a>(answer: &'a ProvidersAnswer, id: &str) -> Vec<(&'a RoundLeague, &'a ProviderRow)> {
    let row = |league: &'a RoundLeague| Some((league, league.rows.iter().find(|row| row.provider == id)?));
    answer.rounds.iter().filter_map(row).collect()
}

/// The changes of a provider that could be told, in round order.
fn changes_of<'a>(answer: &'a ProvidersAnswer, id: &str) -> Vec<&'a Change> {
    rounds_of(answer, id).into_iter().filter_map(|(_, row)| row.change.known()).collect()
}

fn by_round(answer: &ProvidersAnswer, id: &str, scope: &Scope<'_>) -> Table {
    let rounds = rounds_of(answer, id);
    let likely = rounds.iter().any(|(league, _)| league.has_likely_ranks());
    let mut heads = vec![Head::text(scope.language.words().overview.columns.round)];
    heads.extend(provider_heads(likely, scope));
    let columns = &scope.language.words().providers.columns;
    heads.extend([Head::number(columns.raw_change), Head::number(columns.who_scored)]);
    let rows = rounds.into_iter().map(|(league, row)| {
        let mut cells = vec![Cell::entity(&scope.names, EntityKind::Round, &league.round)];
        cells.extend(provider_cells(row, scope));
        cells.extend(match row.change.known() {
            Some(change) => [change.raw_change, change.who_scored()]
                .map(|points| Cell::value(points, signed(points, COMPOSITE_DECIMALS))),
            None => [Cell::empty(), Cell::empty()],
        });
        Row::about(entity_link(EntityKind::Round, &league.round), cells)
    });
    Table::new(heads, rows)
}
