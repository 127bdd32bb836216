//! A choice of one among several.

use evenhand_words::Words;
use leptos::prelude::*;

use crate::i18n::t;

/// A labelled `<select>`; the chosen option follows `chosen`, whatever the user did before.
#[component]
pub fn Select(
    /// What is chosen.
    label: fn(&'static Words) -> &'static str,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    quiet: bool,
    /// Name for tests.
    #[prop(into)]
    testid: String,
    /// Values and their words.
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    chosen: Signal<String>,
    /// Called with a new value.
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    labelled(label, quiet, testid, (options, chosen), Box::new(choose))
}

/// The select itself, compiled once for all that is chosen.
fn labelled(
    label: fn(&'static Words) -> &'static str,
    quiet: bool,
    testid: String,
    (options, chosen): (Signal<Vec<(String, String)>>, Signal<String>),
    choose: Box<dyn Fn(String)>,
) -> AnyView {
    let entries = move || {
        options
            .get()
            .into_iter()
            .map(|(value, words)| {
                let mine = value.clone();
                view! {
                    <option value=value prop:selected=move || chosen.with(|chosen| *chosen == mine)>{words}</option>
                }
            })
            .collect_view()
    };
    view! {
        <label class="select">
            <span class:visually-hidden=quiet>{t(label)}</span>
            <select data-testid=testid on:change:target=move |event| choose(event.target().value())>
                {entries}
            </select>
        </label>
    }
    .into_any()
}
