//! A button that opens a small text file of ours.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use super::drop_zone::files_of;
use crate::i18n::t;
use evenhand_words::Words;

/// A button and the hidden input behind it; what the file says goes to `take`, an empty text if it cannot be read.
pub fn text_file_button(
    label: fn(&'static Words) -> &'static str,
    testid: &'static str,
    input_testid: &'static str,
    take: impl Fn(String) + Clone + 'static,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(target) = target else { return };
        if let Some(file) = files_of(target.files()).into_iter().next() {
            let take = take.clone();
            spawn_local(async move { take(text_of(file).await) });
        }
        // The same file can be chosen again.
        target.set_value("");
    };
    view! {
        <button type="button" class="button" data-testid=testid on:click=choose>
            {t(label)}
        </button>
        <input
            node_ref=input
            type="file"
            accept=".json"
            class="visually-hidden"
            tabindex="-1"
            aria-label=t(label)
            data-testid=input_testid
            on:change=chosen
        />
    }
}

async fn text_of(file: File) -> String {
    JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default()
}
