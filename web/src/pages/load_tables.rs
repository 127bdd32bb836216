//! The tables of the chosen files, those of the same form together, and the button that loads them as they stand.

use leptos::prelude::*;

use super::load_card::TableCard;
use super::page_frame::Section;
use crate::i18n::t;
use crate::state::{Group, LoadFlow};

/// Every table: first those that are read or wait for the user, then the hidden ones, folded away.
#[component]
pub fn Tables() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let cards = move |hidden: bool| {
        let groups = flow.draft.groups.get();
        groups
            .into_iter()
            .filter(move |group| group.hidden == hidden)
            .map(|group| view! { <TableCard group /> })
            .collect_view()
    };
    let n_hidden = move || {
        let hidden = |groups: &Vec<Group>| {
            groups.iter().filter(|group| group.hidden).map(|group| group.tables.len()).sum::<usize>()
        };
        flow.draft.groups.with(hidden)
    };
    view! {
        <Section title=|w| w.load.preview_heading>
            <p class="remark">{t(|w| w.load.preview_hint)}</p>
            {move || cards(false)}
            <Show when=move || { n_hidden() > 0 }>
                <details class="hidden-tables" data-testid="hidden-tables">
                    <summary>{t(|w| w.load.hidden_tables)} {move || format!(" ({})", n_hidden())}</summary>
                    {move || cards(true)}
                </details>
            </Show>
            <p>
                <button
                    type="button"
                    class="button primary"
                    disabled=move || flow.is_busy()
                    data-testid="load-mapped"
                    on:click=move |_| flow.load()
                >
                    {t(|w| w.load.load_mapped)}
                </button>
            </p>
        </Section>
    }
}
