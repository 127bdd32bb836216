//! Which palette the charts of the page use.

use evenhand_charts::Palette;
use gloo::events::EventListener;
use gloo::utils::window;
use leptos::prelude::*;

use crate::state::{Router, Theme};

/// Whether charts are drawn for a dark page; follows the theme switch and the system, but paper is always light.
pub fn is_dark(router: Router) -> Memo<bool> {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    let system = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let watched = query.clone();
        let listener = EventListener::new(&watched, "change", move |_| {
            let _ = system.try_set(query.matches());
        });
        let listener = StoredValue::new_local(listener);
        on_cleanup(move || listener.dispose());
    }
    let printing = RwSignal::new(false);
    let print = [("beforeprint", true), ("afterprint", false)].map(|(event, on)| {
        EventListener::new(&window(), event, move |_| {
            let _ = printing.try_set(on);
        })
    });
    let print = StoredValue::new_local(print);
    on_cleanup(move || print.dispose());
    Memo::new(move |_| match router.theme.get() {
        _ if printing.get() => false,
        Theme::Auto => system.get(),
        Theme::Light => false,
        Theme::Dark => true,
    })
}

/// The palette for a dark or a light page.
pub fn palette(dark: bool) -> Palette {
    if dark { Palette::dark() } else { Palette::light() }
}
