//! A part of a page that is shown when it is opened; whether it is open is in the address.

use evenhand_words::Words;
use leptos::prelude::*;

use crate::i18n::t;
use crate::state::Router;

/// A disclosure.
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
    let children = StoredValue::new(children);
    view! {
        <details
            class="on-demand"
            data-testid=testid
            prop:open=open
            on:toggle:target=move |event| router.set_open(testid, event.target().open())
        >
            <summary>{t(label)}</summary>
            <Show when=move || open.get()>{children.with_value(|children| children())}</Show>
        </details>
    }
}
