//! Load files, check how they are read, and see what was wrong with them.

use leptos::prelude::*;

use super::load_preview::Preview;
use super::load_progress::LoadProgress;
use super::page_frame::Question;
use super::quality::Quality;
use crate::components::{DropZone, trouble_words};
use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow};

/// The page on which everything begins.
#[component]
pub fn LoadPage() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let dataset = expect_context::<Dataset>();
    let has_preview = move || flow.previews.with(|previews| !previews.is_empty());
    view! {
        <Question text=|w| w.load.question />
        <p class="intro">{t(|w| w.load.intro)}</p>
        <LoadProgress />
        <LoadTrouble />
        <DropZone />
        <Show when=has_preview>
            <Preview />
        </Show>
        <Show when=move || dataset.loaded.with(Option::is_some) fallback=Needed>
            <Quality />
        </Show>
    }
}

/// Why the latest attempt came to nothing.
#[component]
fn LoadTrouble() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    move || {
        flow.trouble.get().map(|trouble| {
            view! {
                <div class="alert" role="alert" data-testid="load-error">
                    <h2>{t(|w| w.errors.load_failed)}</h2>
                    <p>{move || trouble_words(&trouble, language())}</p>
                </div>
            }
        })
    }
}

/// What the files should hold.
#[component]
fn Needed() -> impl IntoView {
    view! {
        <section class="needed">
            <div>
                <h2>{t(|w| w.load.needed_heading)}</h2>
                <p>{t(|w| w.load.needed)}</p>
            </div>
            <div>
                <h2>{t(|w| w.load.optional_heading)}</h2>
                <p>{t(|w| w.load.optional)}</p>
            </div>
        </section>
    }
}
