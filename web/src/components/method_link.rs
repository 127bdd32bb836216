//! The way from a number or a chart to the note that says how it is computed.

use evenhand_words::{Language, labelled};
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

/// A question mark in the head of a column; its name for those who do not see it is that of the column.
#[component]
pub fn HeadNote(
    /// The name of the note.
    note: &'static str,
    /// The title of the column.
    label: String,
) -> impl IntoView {
    let name = move || labelled(language(), &label, t(|w| w.methods.link_help)());
    view! {
        <a
            class="head-note"
            href=move || methods_address(language(), note)
            target="_blank"
            rel="noopener"
            title=t(|w| w.methods.link_help)
            aria-label=name
        >
            "?"
        </a>
    }
}
