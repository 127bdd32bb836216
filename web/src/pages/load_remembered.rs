//! Corrections by hand that this browser keeps, to be forgotten one by one or all at once.

use evenhand_words::{table_kind, table_name};
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::{LoadFlow, RememberedTable};

/// Headers named of each table.
const HEADERS: usize = 6;

/// What is remembered; nothing where there is nothing.
#[component]
pub fn RememberedList() -> impl IntoView {
    let remembered = expect_context::<LoadFlow>().draft.remembered;
    let any = move || remembered.tables.with(|tables| !tables.is_empty());
    view! {
        <Show when=any>
            <details class="remembered" data-testid="remembered">
                <summary>
                    {t(|w| w.load.remembered)}
                    {move || format!(" ({})", remembered.tables.with(Vec::len))}
                </summary>
                <p class="remark">{t(|w| w.load.remembered_hint)}</p>
                <ul class="remembered-list">
                    <For each=move || remembered.tables.get() key=|table| table.shape.clone() let(table)>
                        <Item table />
                    </For>
                </ul>
                <button
                    type="button"
                    class="button"
                    data-testid="forget-all"
                    on:click=move |_| remembered.forget_all()
                >
                    {t(|w| w.load.forget_all)}
                </button>
            </details>
        </Show>
    }
}

#[component]
fn Item(table: RememberedTable) -> impl IntoView {
    let remembered = expect_context::<LoadFlow>().draft.remembered;
    let RememberedTable { shape, mapping } = table;
    let headers: Vec<&str> = mapping.columns.iter().map(|column| column.header.as_str()).collect();
    let more = if headers.len() > HEADERS { " …" } else { "" };
    let headers = format!("{}{more}", headers[..headers.len().min(HEADERS)].join(" · "));
    let (source, kind) = (mapping.source, mapping.kind);
    view! {
        <li>
            <span>
                <strong>{move || table_name(language(), &source)}</strong>
                " "
                {move || table_kind(language(), kind)}
                <span class="beside">{headers}</span>
            </span>
            <button type="button" class="button quiet" on:click=move |_| remembered.forget(&shape)>
                {t(|w| w.load.forget)}
            </button>
        </li>
    }
}
