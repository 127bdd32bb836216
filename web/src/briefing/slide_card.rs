//! One slide of the list: what it looks like, its words, and its place.

use evenhand_protocol::{BriefingItem, Statistics};
use evenhand_words::Words;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::slide_view::slide_view;
use crate::components::{Select, TextArea, TextField};
use crate::i18n::{language, t};
use crate::state::BriefingState;

type Label = fn(&'static Words) -> &'static str;

/// The kind of data that a dragged slide is told by.
const DRAGGED: &str = "application/x-evenhand-slide";

const STATISTICS: [(Statistics, &str, Label); 3] = [
    (Statistics::Footnote, "footnote", |w| w.report.statistics_footnote),
    (Statistics::Shown, "shown", |w| w.report.statistics_shown),
    (Statistics::Hidden, "hidden", |w| w.report.statistics_hidden),
];

/// A slide that can be edited, moved by hand or with Alt and the arrow keys, and taken out.
#[component]
pub fn SlideCard(id: String) -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let id = StoredValue::new(id);
    let item = Memo::new(move |_| {
        state.briefing.with(|briefing| {
            let found = briefing.items.iter().find(|item| id.with_value(|id| item.id == *id));
            found.cloned().unwrap_or_default()
        })
    });
    let slide = Memo::new(move |_| {
        state.slides.with(|slides| slides.iter().find(|slide| id.with_value(|id| slide.id == *id)).cloned())
    });
    let heading =
        move || slide.with(|slide| slide.as_ref().map(|slide| slide.heading.clone())).unwrap_or_default();
    let stale = move || slide.with(|slide| slide.as_ref().and_then(|slide| slide.stale_words.clone()));
    let shift = move |by: isize| {
        id.with_value(|id| state.shift(id, by));
        keep_focus(id.get_value());
    };
    let press = move |event: KeyboardEvent| {
        if event.alt_key() {
            match event.key().as_str() {
                "ArrowUp" => shift(-1),
                "ArrowDown" => shift(1),
                _ => return,
            }
            event.prevent_default();
        }
    };
    let taken = move |event: web_sys::DragEvent| {
        if let Some(transfer) = event.data_transfer() {
            // A browser that carries nothing moves nothing.
            let _ = id.with_value(|id| transfer.set_data(DRAGGED, id));
        }
    };
    let dropped = move |event: web_sys::DragEvent| {
        let dragged = event.data_transfer().and_then(|transfer| transfer.get_data(DRAGGED).ok());
        if let Some(dragged) = dragged.filter(|dragged| !dragged.is_empty()) {
            event.prevent_default();
            event.stop_propagation();
            id.with_value(|id| state.put(&dragged, id));
        }
    };
    let options = Signal::derive(move || {
        STATISTICS.map(|(_, code, words)| (code.to_owned(), words(language().words()).to_owned())).to_vec()
    });
    let chosen = Signal::derive(move || {
        let now = item.with(|item| item.statistics);
        let code = STATISTICS.iter().find(|(kind, ..)| *kind == now).map_or("", |(_, code, _)| code);
        code.to_owned()
    });
    let choose = move |code: String| {
        if let Some((kind, ..)) = STATISTICS.iter().find(|(_, known, _)| *known == code) {
            id.with_value(|id| state.edit(id, |item| item.statistics = *kind));
        }
    };
    view! {
        <li
            class="slide-card card"
            tabindex="-1"
            id=id.get_value()
            data-testid="slide"
            on:keydown=press
            on:dragover=|event: web_sys::DragEvent| event.prevent_default()
            on:drop=dropped
        >
            <div class="slide-preview" draggable="true" on:dragstart=taken>
                {slide_view(move || slide.with(|slide| slide.as_ref().map(|slide| slide.html.clone()).unwrap_or_default()))}
            </div>
            <div class="slide-fields">
                <div role="status">
                    {move || stale().map(|words| view! {
                        <p class="notice" data-testid="slide-stale">
                            <strong>{t(|w| w.report.stale)}</strong> " " {words} " "
                            <button
                                type="button"
                                class="button quiet"
                                data-testid="slide-refresh"
                                on:click=move |_| id.with_value(|id| state.refresh(id))
                            >
                                {t(|w| w.report.refresh)}
                            </button>
                        </p>
                    })}
                </div>
                <TextField
                    label=Signal::derive(move || t(|w| w.report.retitle)().to_owned())
                    testid="slide-heading"
                    usual=Signal::derive(heading)
                    value=Signal::derive(move || item.with(|item| item.heading.clone().unwrap_or_default()))
                    write=move |text: String| {
                        edit(state, id, |item| item.heading = Some(text).filter(|text| !text.is_empty()));
                    }
                />
                {words_box(item, id, state, |w| w.report.annotate, "slide-annotation", |item| &mut item.annotation)}
                {words_box(item, id, state, |w| w.report.notes, "slide-notes", |item| &mut item.notes)}
                <Select label=|w| w.common.statistics testid="slide-statistics" options chosen choose />
                <p class="button-row">
                    <button type="button" class="button" data-testid="slide-up" on:click=move |_| shift(-1)>
                        {t(|w| w.report.move_up)}
                    </button>
                    <button type="button" class="button" data-testid="slide-down" on:click=move |_| shift(1)>
                        {t(|w| w.report.move_down)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        data-testid="slide-remove"
                        on:click=move |_| id.with_value(|id| state.remove(id))
                    >
                        {t(|w| w.report.unpin)}
                    </button>
                </p>
            </div>
        </li>
    }
}

fn edit(state: BriefingState, id: StoredValue<String>, change: impl FnOnce(&mut BriefingItem)) {
    id.with_value(|id| state.edit(id, change));
}

/// A box for several lines of the reader's words.
fn words_box(
    item: Memo<BriefingItem>,
    id: StoredValue<String>,
    state: BriefingState,
    label: Label,
    testid: &'static str,
    field: fn(&mut BriefingItem) -> &mut String,
) -> AnyView {
    let value = Signal::derive(move || field(&mut item.get()).clone());
    let write = move |text: String| edit(state, id, |item| *field(item) = text);
    view! { <TextArea label=Signal::derive(move || t(label)().to_owned()) testid rows=2 value write /> }
        .into_any()
}

/// A moved slide loses the focus with its place in the document; it gets it back.
fn keep_focus(id: String) {
    Timeout::new(0, move || {
        let card = document().get_element_by_id(&id).and_then(|card| card.dyn_into::<HtmlElement>().ok());
        if let Some(card) = card {
            let _ = card.focus();
        }
    })
    .forget();
}
