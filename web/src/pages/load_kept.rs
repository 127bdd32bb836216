//! The data set that is kept on this device: to be kept, opened and deleted, each by the reader's own choice.

use evenhand_words::{bytes, kept_set};
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::{KeptData, LoadFlow};

/// What is kept, and the way to keep what is loaded.
#[component]
pub fn KeptCard() -> impl IntoView {
    let kept = expect_context::<KeptData>();
    let flow = expect_context::<LoadFlow>();
    let text = move || {
        kept.set.with(|set| {
            set.as_ref().map(|set| kept_set(language(), &set.names.join(", "), &bytes(set.bytes), &set.date))
        })
    };
    let any = move || kept.set.with(Option::is_some);
    // The sample needs no keeping.
    let can_keep = move || flow.in_use.with(Option::is_some);
    view! {
        <Show when=move || any() || can_keep()>
            <section class="section kept" data-testid="kept">
                <h2>{t(|w| w.load.keep_heading)}</h2>
                <p class="remark">{t(|w| w.load.keep_hint)}</p>
                <Show when=any>
                    <p data-testid="kept-set">{text}</p>
                </Show>
                <p class="button-row">
                    <Show when=any>
                        <button
                            type="button"
                            class="button"
                            disabled=move || kept.busy.get()
                            data-testid="kept-open"
                            on:click=move |_| kept.open(flow)
                        >
                            {t(|w| w.load.keep_open)}
                        </button>
                        <button
                            type="button"
                            class="button"
                            disabled=move || kept.busy.get()
                            data-testid="kept-delete"
                            on:click=move |_| kept.delete()
                        >
                            {t(|w| w.load.keep_delete)}
                        </button>
                    </Show>
                    <Show when=can_keep>
                        <button
                            type="button"
                            class="button"
                            disabled=move || kept.busy.get()
                            data-testid="keep"
                            on:click=move |_| kept.keep(flow)
                        >
                            {t(|w| w.load.keep)}
                        </button>
                    </Show>
                </p>
                <div role="status">
                    <Show when=move || kept.failed.get()>
                        <p class="notice">{t(|w| w.load.keep_failed)}</p>
                    </Show>
                </div>
            </section>
        </Show>
    }
}
