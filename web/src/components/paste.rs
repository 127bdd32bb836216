//! Tables pasted from a spreadsheet.

use evenhand_protocol::Page;
use gloo::events::EventListener;
use gloo::utils::window;
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, File};

use super::drop_zone::files_of;
use crate::state::{LoadFlow, Router};

/// The name that a pasted table goes by.
const NAME: &str = "pasted.tsv";

/// Loads what is pasted anywhere on the load page: files, or text with tabs as spreadsheets copy it.
pub fn follow_paste(flow: LoadFlow, router: Router) {
    EventListener::new(&window(), "paste", move |event| {
        if router.page.get_untracked() != Page::Load || is_typing(event) {
            return;
        }
        let files = pasted(event);
        if !files.is_empty() {
            flow.take_files(files);
        }
    })
    .forget();
}

fn pasted(event: &Event) -> Vec<File> {
    let clipboard = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let Some(clipboard) = clipboard else { return Vec::new() };
    let files = files_of(clipboard.files());
    if !files.is_empty() {
        return files;
    }
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    if !text.contains('\t') {
        return Vec::new();
    }
    File::new_with_str_sequence(&Array::of1(&text.into()), NAME).into_iter().collect()
}

/// Whether the paste goes into a field.
fn is_typing(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, [contenteditable]").unwrap_or(false))
}
