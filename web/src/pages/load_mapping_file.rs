//! Mapping files: how these tables are read, to read next month's like them.

use evenhand_words::mapping_mismatch;
use leptos::prelude::*;

use crate::charts::save_text;
use crate::components::text_file_button;
use crate::i18n::{language, t};
use crate::state::{LoadFlow, MappingNote, to_json};

/// The name under which a mapping file is saved.
const NAME: &str = "evenhand-mapping.json";

/// Saves and opens mapping files.
#[component]
pub fn MappingFileBar() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let nothing = move || flow.mapping_file().is_none();
    let save = move |_| {
        let file = untrack(|| flow.mapping_file());
        if let Some(text) = file.as_ref().and_then(to_json) {
            save_text(NAME, "application/json", &text);
        }
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
                {text_file_button(
                    |w| w.load.open_mapping,
                    "open-mapping",
                    "mapping-input",
                    // What cannot be read is no mapping file either.
                    move |text| flow.take_mapping(&text),
                )}
            </p>
            <p class="remark">{t(|w| w.load.mapping_saved_hint)}</p>
        </section>
    }
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
