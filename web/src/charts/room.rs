//! The room a chart has on the page.

use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ResizeObserver, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::turns::in_turn;

/// Keeps `width` at the width of the element, in whole pixels, as long as it is on the page.
///
/// The browser tells it once at first and after every change. Charts are drawn in turn, so that a page of many stays
/// awake.
pub fn follow_width(host: NodeRef<html::Div>, width: RwSignal<Option<f64>>) {
    Effect::new(move || {
        let Some(host) = host.get() else { return };
        let measured = host.clone();
        let measure = move || {
            let now = f64::from(measured.client_width());
            let is_new = move || width.try_get_untracked().is_some_and(|before| before != Some(now));
            if now > 0.0 && is_new() {
                in_turn(move || {
                    if is_new() {
                        width.set(Some(now));
                    }
                });
            }
        };
        let callback = Closure::<dyn Fn()>::new(measure);
        if let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) {
            observer.observe(&host);
            let kept = StoredValue::new_local((observer, callback));
            on_cleanup(move || {
                kept.try_with_value(|(observer, _)| observer.disconnect());
                kept.dispose();
            });
        }
    });
}

/// Scrolls the page so far that the datum stepped to can be seen, once it is marked.
pub fn keep_in_view(host: NodeRef<html::Div>) {
    Timeout::new(0, move || {
        let host = host.try_get_untracked().flatten();
        if let Some(ring) = host.and_then(|host| host.query_selector(".datum-ring").ok().flatten()) {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            options.set_inline(ScrollLogicalPosition::Nearest);
            ring.scroll_into_view_with_scroll_into_view_options(&options);
        }
    })
    .forget();
}
