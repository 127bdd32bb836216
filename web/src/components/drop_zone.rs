//! Where files are dropped or chosen.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use crate::i18n::t;
use crate::state::LoadFlow;
use crate::tour::TourState;

/// What can be read.
const ACCEPTED: &str =
    ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.parquet,.arrow,.feather,.json,.ndjson,.jsonl,.gz,.zip";

/// The files of a list.
pub fn files_of(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|k| list.item(k)).collect()).unwrap_or_default()
}

/// A large field to drop files on, with a button for those who do not drag.
///
/// The drop itself is handled by the frame of the page, which accepts files anywhere.
#[component]
pub fn DropZone() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let input = NodeRef::<html::Input>::new();
    let over = RwSignal::new(false);
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        flow.take_files(files_of(input.files()));
        // So that choosing the same file again is a change again.
        input.set_value("");
    };
    let leave = move |_: DragEvent| over.set(false);
    view! {
        <section
            class="drop-zone"
            class:is-over=move || over.get()
            on:dragenter=move |_| over.set(true)
            on:dragover=move |_| over.set(true)
            on:dragleave=leave
            on:drop=leave
            data-testid="drop-zone"
        >
            <p class="drop-title">
                {move || if over.get() { t(|w| w.load.drop_active)() } else { t(|w| w.load.drop_title)() }}
            </p>
            <p class="drop-hint">{t(|w| w.load.drop_hint)}</p>
            <input
                node_ref=input
                type="file"
                multiple
                accept=ACCEPTED
                class="visually-hidden"
                tabindex="-1"
                aria-label=t(|w| w.load.choose_files)
                data-testid="file-input"
                on:change=chosen
            />
            <p class="drop-actions">
                <button
                    type="button"
                    class="button primary"
                    disabled=move || flow.is_busy()
                    data-testid="choose-files"
                    on:click=choose
                >
                    {t(|w| w.load.choose_files)}
                </button>
                <SampleButton />
            </p>
            <p class="drop-privacy">
                <strong>{t(|w| w.load.privacy)}</strong>
                " "
                {t(|w| w.load.privacy_detail)}
            </p>
        </section>
    }
}

/// Loads the sample data, with or without a tour through it.
#[component]
pub fn SampleButton() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let tour = expect_context::<TourState>();
    let show_around = move |_| {
        flow.load_sample();
        tour.begin();
    };
    view! {
        <button
            type="button"
            class="button"
            disabled=move || flow.is_busy()
            title=t(|w| w.load.sample_hint)
            data-testid="try-sample"
            on:click=move |_| flow.load_sample()
        >
            {t(|w| w.load.try_sample)}
        </button>
        <button
            type="button"
            class="button"
            disabled=move || flow.is_busy()
            title=t(|w| w.tour.start_hint)
            data-testid="tour-start"
            on:click=show_around
        >
            {t(|w| w.tour.start)}
        </button>
    }
}
