//! Short messages above the page, read out politely.

use leptos::prelude::*;

use crate::engine::Incident;
use crate::i18n::{language, t};
use crate::state::{EngineStart, Notice, Notices};

/// The latest notice, with a button to take it away.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notices = expect_context::<Notices>();
    let engine = expect_context::<EngineStart>();
    let cannot_start = move || notices.current.get() == Some(Notice::Engine(Incident::CannotStart));
    let text = move || {
        let words = language().words();
        match notices.current.get()? {
            Notice::Engine(Incident::Restarting) => Some(words.errors.engine_restarting.to_owned()),
            Notice::Engine(Incident::Restarted) => Some(words.errors.engine_restarted.to_owned()),
            Notice::Engine(Incident::DataLost) => Some(words.errors.engine_lost_data.to_owned()),
            Notice::Engine(Incident::CannotStart) => {
                Some(format!("{} {}", words.errors.engine_failed, words.errors.engine_failed_hint))
            }
            Notice::Engine(Incident::Started) => None,
            Notice::Update => Some(words.errors.update_ready.to_owned()),
            Notice::Cancelled => Some(words.load.cancelled.to_owned()),
        }
    };
    view! {
        <div class="notices" role="status" aria-live="polite" data-testid="notice">
            {move || {
                text()
                    .map(|text| {
                        view! {
                            <p class="notice">
                                <span>{text}</span>
                                <Show when=move || notices.current.get() == Some(Notice::Update)>
                                    <button type="button" class="button" on:click=move |_| reload()>
                                        {t(|w| w.errors.reload)}
                                    </button>
                                </Show>
                                <Show when=cannot_start>
                                    <button
                                        type="button"
                                        class="button"
                                        data-testid="engine-again"
                                        on:click=move |_| engine.try_again()
                                    >
                                        {t(|w| w.common.retry)}
                                    </button>
                                </Show>
                                <button type="button" class="button quiet" on:click=move |_| notices.dismiss()>
                                    {t(|w| w.common.close)}
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Asks the starting script, which knows the new version, to reload the page with it.
fn reload() {
    if let Ok(event) = web_sys::Event::new("evenhand-reload") {
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}
