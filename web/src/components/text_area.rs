//! A box for several lines of the reader's words.

use leptos::prelude::*;

/// A labelled box; what is written in it is taken when the hand leaves it.
#[component]
pub fn TextArea(
    /// What it is for.
    #[prop(into)]
    label: Signal<String>,
    /// Name for tests.
    testid: &'static str,
    /// Lines that are seen at once.
    rows: u32,
    /// Letters at most.
    #[prop(optional)]
    most: Option<u32>,
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
            <textarea
                rows=rows
                maxlength=most
                data-testid=testid
                placeholder=move || usual.get()
                prop:value=move || value.get()
                on:change:target=move |event| write.run(event.target().value())
            ></textarea>
        </label>
    }
}
