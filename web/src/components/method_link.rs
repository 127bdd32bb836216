//! The way from a number or a chart to the note that says how it is computed.

use evenhand_words::Language;
use leptos::prelude::*;

use crate::i18n::{language, t};

/// The address of a note of the methods page, a page of its own beside this one; all notes where `note` is empty.
pub fn methods_address(language: Language, note: &str) -> String {
    let page = match language {
        Language::En => "methods.en.html",
        Language::Zh => "methods.zh.html",
    };
    if note.is_empty() { page.to_owned() } else { format!("{page}#{note}") }
}

/// A small link; it opens beside the page, because the data set would be gone with the page.
#[component]
pub fn MethodLink(
    /// The name of the note.
    note: &'static str,
) -> impl IntoView {
    view! {
        <a
            class="method-link"
            href=move || methods_address(language(), note)
            target="_blank"
            rel="noopener"
            title=t(|w| w.methods.link_help)
        >
            {t(|w| w.methods.link)}
        </a>
    }
}
