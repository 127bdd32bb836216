//! Mapping files: how these tables are read, to read next month's like them.

use evenhand_words::mapping_mismatch;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use crate::charts::save_text;
use crate::components::files_of;
use crate::i18n::{language, t};
use crate::state::{LoadFlow, MappingNote, to_json};

/// The name under which a mapping file is saved.
const NAME: &str = "evenhand-mapping.json";

/// Saves and opens mapping files.
#[component]
pub fn MappingFileBar() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let input = NodeRef::<html::Input>::new();
    let nothing = move || flow.mapping_file().is_none();
    let save = move |_| {
        let file = untrack(|| flow.mapping_file());
        if let Some(text) = file.as_ref().and_then(to_json) {
            save_text(NAME, "application/json", &text);
        }
    };
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(target) = target else { return };
        if let Some(file) = files_of(target.files()).into_iter().next() {
            spawn_local(take(flow, file));
        }
        target.set_value("");
    };
    view! {
        <section class="mapping-bar">
            <p class="button-row">
                <button
                    type="button"
                    class="button"
                    disabled=nothing
                    data-testid="save-mapping"
                    on:click=save
                >
                    {t(|w| w.load.save_mapping)}
                </button>
                <button type="button" class="button" data-testid="open-mapping" on:click=choose>
                    {t(|w| w.load.open_mapping)}
                </button>
            </p>
            <input
                node_ref=input
                type="file"
                accept=".json"
                class="visually-hidden"
                tabindex="-1"
                aria-label=t(|w| w.load.open_mapping)
                data-testid="mapping-input"
                on:change=chosen
            />
            <p class="remark">{t(|w| w.load.mapping_saved_hint)}</p>
        </section>
    }
}

async fn take(flow: LoadFlow, file: File) {
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    // What cannot be read is no mapping file either.
    flow.take_mapping(&text.unwrap_or_default());
}

/// What became of the latest mapping file.
#[component]
pub fn MappingNoteLine() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let text = move || {
        let words = &language().words().load;
        flow.mapping_note.get().map(|note| match note {
            MappingNote::Waits => words.mapping_waits.to_owned(),
            MappingNote::Applied => words.mapping_applied.to_owned(),
            MappingNote::Unreadable => words.mapping_unreadable.to_owned(),
            MappingNote::Mismatch(mismatch) => mapping_mismatch(language(), &mismatch),
        })
    };
    view! {
        <div role="status" data-testid="mapping-note">
            {move || text().map(|text| view! { <p class="notice">{text}</p> })}
        </div>
    }
}
