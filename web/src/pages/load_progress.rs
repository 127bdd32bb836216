//! How far the loading is, and the button that stops it.

use evenhand_protocol::Progress;
use evenhand_words::progress;
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow, Phase};

/// A progress bar while files are looked at or read.
#[component]
pub fn LoadProgress() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let dataset = expect_context::<Dataset>();
    let latest = move || match flow.phase.get() {
        Phase::Loading(progress) => progress,
        Phase::Idle | Phase::Inspecting => None,
    };
    let text = move || {
        let words = &language().words().load;
        match (flow.phase.get(), latest()) {
            (Phase::Inspecting, _) => words.inspecting.to_owned(),
            (_, Some(now)) => progress(language(), &now),
            _ => words.loading.to_owned(),
        }
    };
    // Without a value the bar says that it does not know how far it is.
    let value = move || latest().filter(|now| now.total > 0).map(share);
    let keeps_old = move || dataset.loaded.with(Option::is_some);
    view! {
        <Show when=move || flow.is_busy()>
            <div class="loading" data-testid="load-progress">
                <p role="status">{text}</p>
                <div class="loading-row">
                    <progress max="1" value=value aria-label=t(|w| w.load.loading)></progress>
                    <button type="button" class="button" data-testid="load-cancel" on:click=move |_| flow.cancel()>
                        {t(|w| w.load.cancel)}
                    </button>
                </div>
                <Show when=keeps_old>
                    <p class="loading-note">{t(|w| w.load.keeps_old)}</p>
                </Show>
            </div>
        </Show>
    }
}

fn share(progress: Progress) -> String {
    format!("{:.3}", progress.done as f64 / progress.total as f64)
}
