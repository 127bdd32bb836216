//! Presenting: one slide fills the screen, and keys or a clicker go through them.

use gloo::events::EventListener;
use gloo::utils::document;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::full_screen::ask_full_screen;
use super::present_filter::PresentFilter;
use super::slide_view::slide_view;
use super::speaker::Speaker;
use crate::charts::is_dark;
use crate::i18n::t;
use crate::state::{BriefingState, Router};

/// What is on the screen besides the slides.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The slide shown, counted from 0.
    pub at: RwSignal<usize>,
    /// Whether the screen is black.
    pub black: RwSignal<bool>,
    /// Whether the filter for questions is open.
    pub asking: RwSignal<bool>,
    /// The slide under another filter.
    pub answer: RwSignal<Option<evenhand_protocol::Slide>>,
}

/// The presentation, while there is one.
#[component]
pub fn Present() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let running = Memo::new(move |_| state.presenting.with(Option::is_some));
    view! {
        <Show when=move || running.get()>
            <Screen />
        </Show>
    }
}

#[component]
fn Screen() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let first = state.presenting.get_untracked().unwrap_or_default();
    let stage = Stage {
        at: RwSignal::new(first),
        black: RwSignal::new(false),
        asking: RwSignal::new(false),
        answer: RwSignal::new(None),
    };
    let dark = is_dark(expect_context::<Router>());
    let speaker = Speaker::new(state, stage);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            // A browser without modal dialogues shows it all the same.
            let _ = dialog.show_modal();
            let _ = dialog.focus();
        }
    });
    follow_full_screen(state);
    on_cleanup(move || {
        state.theme.set(None);
        speaker.close();
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
    });
    let press = move |key: &str| {
        match key {
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => go(state, stage, 1),
            "ArrowLeft" | "ArrowUp" | "PageUp" | "Backspace" => go(state, stage, -1),
            "Home" => go(state, stage, isize::MIN),
            "End" => go(state, stage, isize::MAX),
            "b" | "B" | "." => stage.black.update(|black| *black = !*black),
            "n" | "N" => speaker.open(),
            "f" | "F" => stage.asking.update(|asking| *asking = !*asking),
            "t" | "T" => {
                state.theme.update(|theme| *theme = Some(!theme.unwrap_or_else(|| dark.get_untracked())));
            }
            "Escape" => state.presenting.set(None),
            _ => return false,
        }
        true
    };
    speaker.on_key(press);
    let on_key = move |event: KeyboardEvent| {
        use wasm_bindgen::JsCast;
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // Selects and buttons keep the keys that are theirs.
        let is_theirs =
            target.is_some_and(|target| matches!(target.tag_name().as_str(), "SELECT" | "BUTTON"));
        if (!is_theirs || event.key() == "Escape")
            && !event.ctrl_key()
            && !event.meta_key()
            && press(&event.key())
        {
            event.prevent_default();
        }
    };
    let html = move || {
        let answer = stage.answer.with(|answer| answer.as_ref().map(|slide| slide.html.clone()));
        answer.unwrap_or_else(|| {
            state
                .slides
                .with(|slides| slides.get(stage.at.get()).map(|slide| slide.html.clone()).unwrap_or_default())
        })
    };
    let place = move || format!("{} / {}", stage.at.get() + 1, state.slides.with(Vec::len));
    let is_dark_now = move || state.theme.get().unwrap_or_else(|| dark.get());
    view! {
        <dialog
            class="presenter"
            class:is-black=move || stage.black.get()
            class:is-asking=move || stage.asking.get()
            data-bf-theme=move || if is_dark_now() { "dark" } else { "light" }
            node_ref=dialog
            tabindex="-1"
            aria-label=t(|w| w.report.present)
            data-testid="presenter"
            on:keydown=on_key
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                state.presenting.set(None);
            }
        >
            <div class="presenter-stage" data-testid="presenter-slide">{slide_view(html)}</div>
            <p class="visually-hidden" aria-live="polite">{place}</p>
            <Show when=move || stage.asking.get()>
                <PresentFilter stage />
            </Show>
            <div class="presenter-bar">
                <button type="button" class="button" data-testid="presenter-previous" on:click=move |_| go(state, stage, -1)>
                    {t(|w| w.report.previous_slide)}
                </button>
                <span class="presenter-place" data-testid="presenter-place">{place}</span>
                <button type="button" class="button" data-testid="presenter-next" on:click=move |_| go(state, stage, 1)>
                    {t(|w| w.report.next_slide)}
                </button>
                <button type="button" class="button" data-testid="presenter-notes" on:click=move |_| speaker.open()>
                    {t(|w| w.report.presenter_window)}
                </button>
                <button
                    type="button"
                    class="button"
                    data-testid="presenter-filter"
                    on:click=move |_| stage.asking.update(|asking| *asking = !*asking)
                >
                    {t(|w| w.report.live_filter)}
                </button>
                <button
                    type="button"
                    class="button"
                    data-testid="presenter-full"
                    on:click=move |_| ask_full_screen()
                >
                    {t(|w| w.report.full_screen)}
                </button>
                <button type="button" class="button" data-testid="presenter-end" on:click=move |_| state.presenting.set(None)>
                    {t(|w| w.report.leave)}
                </button>
                <span class="presenter-keys">{t(|w| w.report.present_keys)}</span>
            </div>
        </dialog>
    }
}

/// Goes so many slides on, or back, and no further than there are.
fn go(state: BriefingState, stage: Stage, by: isize) {
    let last = state.slides.with_untracked(Vec::len).saturating_sub(1);
    let to = stage.at.get_untracked().saturating_add_signed(by).min(last);
    stage.black.set(false);
    state.drop_filtered(stage.answer);
    stage.at.set(to);
}

/// Who leaves the full screen by the browser's own key ends the presentation.
fn follow_full_screen(state: BriefingState) {
    let was_full = StoredValue::new(false);
    let listener = EventListener::new(&document(), "fullscreenchange", move |_| {
        let full = document().fullscreen_element().is_some();
        if was_full.try_get_value() == Some(true) && !full {
            state.presenting.set(None);
        }
        was_full.try_update_value(|was| *was = full);
    });
    let listener = StoredValue::new_local(listener);
    on_cleanup(move || listener.dispose());
}
