//! A box for a line of the reader's words.

use leptos::prelude::*;

/// A labelled box; what is written in it is taken, without space around it, when the hand leaves it.
#[component]
pub fn TextField(
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// Name for tests.
    testid: &'static str,
    /// What is written: `text`, or `date`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What stands there if nothing is written.
    #[prop(optional, into)]
    usual: Signal<String>,
    /// What is written.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was written.
    #[prop(into)]
    write: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="text-field">
            <span>{move || label.get()}</span>
            <input
                type=kind
                data-testid=testid
                placeholder=move || usual.get()
                prop:value=move || value.get()
                on:change:target=move |event| write.run(event.target().value().trim().to_owned())
            />
        </label>
    }
}
