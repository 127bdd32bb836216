//! What the sources of scores say of the same providers, and a blend of two of them.

use evenhand_protocol::{EntityKind, Outcome, RoundStanding, StandingAnswer, VoicePair, Voices, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS, Names, number, percent, value_or_reason};
use leptos::prelude::*;

use super::page_frame::{Scope, Sources, caption};
use super::standing::standing_of;
use crate::briefing::pinned_as;
use crate::components::{Cell, DataGrid, Head, Row, Table};
use crate::i18n::t;

/// Shown only where a round has scores of two sources or more.
#[component]
pub fn VoicesOf(sources: Sources<StandingAnswer>, round: Memo<Option<String>>) -> impl IntoView {
    let share = RwSignal::new(0.5);
    let several = Memo::new(move |_| {
        let round = round.get();
        let known = sources.asked.read(|answer| {
            standing_of(answer, round.as_deref()).is_some_and(|standing| standing.voices.known().is_some())
        });
        known.unwrap_or(false)
    });
    let lines = move || {
        let round = round.get();
        let made = sources.make(|answer, scope| {
            let voices = standing_of(answer, round.as_deref())?.voices.known()?;
            Some(voices.pairs.iter().flat_map(|pair| pair_lines(pair, scope)).collect::<Vec<String>>())
        });
        let lines = made.flatten().unwrap_or_default();
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    let table = sources.table_of(move |answer, scope| {
        let standing = standing_of(answer, round.get().as_deref())?;
        Some(voices_table(standing, standing.voices.known()?, share.get(), scope))
    });
    let set = move |text: String| {
        if let Ok(value) = text.parse::<f64>() {
            share.set(value.clamp(0.0, 1.0));
        }
    };
    let pin = pinned_as("voices", move || Some(("share", share.get().to_string())));
    view! {
        <Show when=move || several.get()>
            <h3 class="table-title">{t(|w| w.standing.voices_heading)}</h3>
            <ul class="remark" data-testid="voices">{lines}</ul>
            <label class="slider">
                <span>{t(|w| w.standing.voices_share)}</span>
                <input
                    type="range"
                    min="0"
                    max="1"
                    step="0.01"
                    data-testid="blend"
                    prop:value=move || share.get().to_string()
                    on:input:target=move |event| set(event.target().value())
                />
                <output>{move || percent(share.get(), 0)}</output>
            </label>
            <DataGrid table=table caption=caption(|w| w.standing.voices_heading) name="voices" pin=pin.clone() />
        </Show>
    }
}

/// How far two sources agree on the order, and by how much one is more lenient.
fn pair_lines(pair: &VoicePair, scope: &Scope<'_>) -> [String; 2] {
    let words = &scope.language.words().standing;
    let line = |name: &str, found: &Outcome<evenhand_protocol::Estimate>, decimals: usize| {
        let value = value_or_reason(scope.language, found, decimals);
        format!("{} − {} · {name} · {value}", pair.first, pair.second)
    };
    [
        line(words.voices_correlation, &pair.correlation, COEFFICIENT_DECIMALS),
        line(words.voices_difference, &pair.difference, COMPOSITE_DECIMALS),
    ]
}

fn voices_table(standing: &RoundStanding, voices: &Voices, share: f64, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let mut heads = vec![Head::text(words.providers.columns.provider)];
    heads.extend(voices.sources.iter().map(|source| Head::plain(source, true)));
    heads.push(Head::number(words.standing.voices_blend));
    let rows = standing.rows.iter().map(|row| {
        let mut cells = vec![Cell::text(scope.names.name(EntityKind::Provider, &row.provider))];
        cells.extend(row.by_source.iter().map(|value| Cell::maybe_number(*value, COMPOSITE_DECIMALS)));
        let both = row.by_source.first().copied().flatten().zip(row.by_source.get(1).copied().flatten());
        cells.push(both.map_or_else(Cell::empty, |(first, second)| {
            let blend = share * first + (1.0 - share) * second;
            Cell::value(blend, number(blend, COMPOSITE_DECIMALS))
        }));
        Row::about(entity_link(EntityKind::Provider, &row.provider), cells)
    });
    Table::new(heads, rows)
}
