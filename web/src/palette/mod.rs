//! The command palette: Ctrl-K, a few letters, Enter, and one is at any evaluator, provider, indicator, page or action.

mod entry;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::components::focus_content;
use crate::i18n::{language, t};
use crate::matching::best;
use crate::state::{Dataset, LoadFlow, Router};
use crate::tour::TourState;
use entry::{Entry, entries};

/// Entries shown at a time.
const SHOWN: usize = 10;

/// Whether the palette is open.
#[derive(Clone, Copy)]
pub struct PaletteState {
    open: RwSignal<bool>,
}

impl PaletteState {
    /// Closed; opened and closed by Ctrl-K (⌘K) from then on.
    pub fn new() -> Self {
        let open = RwSignal::new(false);
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k") {
                event.prevent_default();
                open.update(|open| *open = !*open);
            }
        })
        .forget();
        Self { open }
    }
}

/// The button that opens the palette.
#[component]
pub fn PaletteButton() -> impl IntoView {
    let open = expect_context::<PaletteState>().open;
    view! {
        <button
            type="button"
            class="button palette-button"
            aria-keyshortcuts="Control+K"
            data-testid="palette-open"
            on:click=move |_| open.set(true)
        >
            <span>{t(|w| w.common.search)}</span>
            <kbd aria-hidden="true">"Ctrl K"</kbd>
        </button>
    }
}

/// The palette, a modal dialogue.
#[component]
pub fn Palette() -> impl IntoView {
    let open = expect_context::<PaletteState>().open;
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // A browser that cannot show it leaves the page as it was.
            let _ = dialog.show_modal();
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // The browser tells of it a little later; by then the next Ctrl-K may have opened it again.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    // A click beside the box is one on the dialogue itself.
    let beside = move |event: web_sys::MouseEvent| {
        if event.target().is_some_and(|target| target.has_type::<web_sys::HtmlDialogElement>()) {
            open.set(false);
        }
    };
    view! {
        <dialog
            class="palette"
            node_ref=dialog
            aria-label=t(|w| w.palette.title)
            data-testid="palette"
            on:close=closed
            on:click=beside
        >
            <Show when=move || open.get()>
                <Search open />
            </Show>
        </dialog>
    }
}

#[component]
fn Search(open: RwSignal<bool>) -> impl IntoView {
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let flow = expect_context::<LoadFlow>();
    let tour = expect_context::<TourState>();
    let all = Memo::new(move |_| {
        let filtered = router.filter.with(|filter| !filter.is_empty());
        dataset
            .loaded
            .with(|loaded| entries(language(), loaded.as_ref().map(|loaded| &loaded.summary), filtered))
    });
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        all.with(|all| {
            let texts = all.iter().map(|entry| entry.folded.as_str());
            query
                .with(|query| best(texts, query, SHOWN))
                .into_iter()
                .map(|k| all[k].clone())
                .collect::<Vec<_>>()
        })
    });
    let choose = move |place: usize| {
        let Some(entry) = found.with_untracked(|found| found.get(place).cloned()) else { return };
        open.set(false);
        entry.deed.perform(router, flow, tour);
        // What was chosen changes the content; the focus goes there after the dialogue has closed and put it back where it
        // was.
        Timeout::new(0, focus_content).forget();
    };
    let on_key = move |event: KeyboardEvent| {
        let n = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if n > 0 => at.update(|at| *at = (*at + 1) % n),
            "ArrowUp" if n > 0 => at.update(|at| *at = (*at + n - 1) % n),
            // Enter that ends the choice of a Chinese character is not meant for us.
            "Enter" if !event.is_composing() => choose(at.get_untracked()),
            // At once, and not when the browser has got round to it: the next key may open it again.
            "Escape" if !event.is_composing() => open.set(false),
            _ => return,
        }
        event.prevent_default();
    };
    let input = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let options = move || {
        let found = found.get();
        if found.is_empty() {
            return view! { <li class="palette-none" role="presentation">{t(|w| w.palette.none)}</li> }
                .into_any();
        }
        found
            .into_iter()
            .enumerate()
            .map(|(place, entry)| option(entry, place, at, choose))
            .collect_view()
            .into_any()
    };
    let announced = move || evenhand_words::palette_found(language(), found.with(Vec::len));
    view! {
        <div class="palette-box">
            <input
                node_ref=input
                class="palette-input"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-label=t(|w| w.palette.title)
                aria-activedescendant=move || format!("palette-{}", at.get())
                placeholder=t(|w| w.palette.placeholder)
                autocomplete="off"
                spellcheck="false"
                data-testid="palette-input"
                on:input:target=move |event| {
                    query.set(event.target().value());
                    at.set(0);
                }
                on:keydown=on_key
            />
            <ul id="palette-list" class="palette-list" role="listbox" aria-label=t(|w| w.palette.results)>
                {options}
            </ul>
            <p class="visually-hidden" role="status">{announced}</p>
            <p class="palette-keys" aria-hidden="true">{t(|w| w.palette.keys)}</p>
        </div>
    }
}

fn option(
    entry: Entry,
    place: usize,
    at: RwSignal<usize>,
    choose: impl Fn(usize) + Copy + 'static,
) -> impl IntoView {
    view! {
        <li
            id=format!("palette-{place}")
            class="palette-option"
            role="option"
            aria-selected=move || (at.get() == place).to_string()
            data-testid="palette-option"
            on:click=move |_| choose(place)
            on:mousemove=move |_| at.set(place)
        >
            <span class="palette-name">{entry.name}</span>
            <span class="palette-kind">{entry.kind}</span>
        </li>
    }
}
