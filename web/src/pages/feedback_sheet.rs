//! The feedback sheet of one provider: where it stands, what changed, its highest and lowest indicators.

use evenhand_protocol::{EntityKind, StandingAnswer, StandingRow};
use evenhand_words::{Names, ProviderSheet, provider_sheet};
use leptos::prelude::*;

use super::page_frame::Sources;
use super::standing::standing_of;
use crate::components::{Select, print_alone};
use crate::i18n::t;

/// The sheet of the provider chosen.
#[component]
pub fn FeedbackSheet(
    sources: Sources<StandingAnswer>,
    round: Memo<Option<String>>,
    /// Whose sheet it is; chosen by hand where nothing is said.
    #[prop(optional)]
    provider: Option<Signal<String>>,
) -> impl IntoView {
    let by_hand = provider.is_none();
    let chosen = RwSignal::new(None::<String>);
    let options = Signal::derive(move || {
        let round = round.get();
        let made = sources.make(|answer, scope| {
            let standing = standing_of(answer, round.as_deref())?;
            let option = |row: &StandingRow| {
                (row.provider.clone(), scope.names.name(EntityKind::Provider, &row.provider))
            };
            Some(standing.rows.iter().map(option).collect::<Vec<_>>())
        });
        made.flatten().unwrap_or_default()
    });
    let shown = Memo::new(move |_| {
        let has = |id: &String| options.with(|options| options.iter().any(|option| option.0 == *id));
        let first = || options.with(|options| options.first().map(|option| option.0.clone()));
        match provider {
            Some(provider) => provider.get(),
            None => chosen.get().filter(has).or_else(first).unwrap_or_default(),
        }
    });
    let sheet = Memo::new(move |_| {
        let (round, provider) = (round.get(), shown.get());
        let made = sources.make(|answer, scope| {
            let standing = standing_of(answer, round.as_deref())?;
            let row = standing.rows.iter().find(|row| row.provider == provider)?;
            let (language, names) = (scope.language, &scope.names);
            Some(provider_sheet(language, names, answer, standing, row, evenhand_stats::mean))
        });
        made.flatten().unwrap_or_default()
    });
    let list = move |pick: fn(&ProviderSheet) -> &Vec<String>| {
        let lines = sheet.with(|sheet| pick(sheet).clone());
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <h3 class="table-title">{t(|w| w.standing.sheet_heading)}</h3>
        <p class="chooser">
            <Show when=move || by_hand>
                <Select
                    label=|w| w.standing.sheet_provider
                    testid="sheet-provider"
                    options
                    chosen=shown.into()
                    choose=move |id| chosen.set(Some(id))
                />
            </Show>
            <button type="button" class="button" data-testid="print-sheet" on:click=move |_| print_alone("sheet")>
                {t(|w| w.standing.print)}
            </button>
        </p>
        <article class="card feedback-sheet" data-testid="feedback-sheet">
            <h4>{move || sheet.with(|sheet| sheet.title.clone())}</h4>
            <h5>{t(|w| w.standing.sheet_standing)}</h5>
            <ul>{move || list(|sheet| &sheet.standing)}</ul>
            <h5>{t(|w| w.standing.sheet_change)}</h5>
            <p>{move || sheet.with(|sheet| sheet.change.clone())}</p>
            <h5>{t(|w| w.standing.sheet_strong)}</h5>
            <ul>{move || list(|sheet| &sheet.strong)}</ul>
            <h5>{t(|w| w.standing.sheet_weak)}</h5>
            <ul>{move || list(|sheet| &sheet.weak)}</ul>
        </article>
    }
}
