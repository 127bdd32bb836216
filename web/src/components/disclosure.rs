//! A part of a page that is shown when it is opened; whether it is open is in the address.

use evenhand_words::Words;
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

use crate::i18n::t;
use crate::state::Router;

/// The link of a section, such as `section:drift-detail`.
pub fn section_link(section: &str) -> String {
    format!("section:{section}")
}

/// A disclosure; one that is linked to comes into view.
#[component]
pub fn Disclosure(
    /// What is to be had by opening it.
    label: fn(&'static Words) -> &'static str,
    /// Its name in the address and for tests.
    testid: &'static str,
    /// What is shown while it is open.
    children: ChildrenFn,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let open = router.is_open(testid);
    let details = NodeRef::<html::Details>::new();
    // Once: a new filter or language must not scroll the page under the reader's eyes.
    Effect::new(move |scrolled: Option<bool>| {
        let mine = router.at.with(|at| at.as_deref() == Some(section_link(testid).as_str()));
        if mine && scrolled != Some(true) {
            // After the page has its height.
            Timeout::new(50, move || {
                if let Some(details) = details.try_get_untracked().flatten() {
                    details.scroll_into_view();
                }
            })
            .forget();
        }
        mine
    });
    let children = StoredValue::new(children);
    view! {
        <details
            class="on-demand"
            data-testid=testid
            node_ref=details
            prop:open=open
            on:toggle:target=move |event| router.set_open(testid, event.target().open())
        >
            <summary>{t(label)}</summary>
            <Show when=move || open.get()>{children.with_value(|children| children())}</Show>
        </details>
    }
}
