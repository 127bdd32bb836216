//! How far each page and sheet was scrolled, so that the way back leads to the same place.

use std::collections::HashMap;

use evenhand_protocol::Page;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use leptos::prelude::*;

use super::route::Route;

/// A view that has not reached its height after so many looks is not waited for any longer.
const LOOKS: u32 = 60;
/// Milliseconds between two looks.
const PAUSE: u32 = 50;

/// A page, or a sheet on it.
type View = (Page, Option<String>);

/// The scroll places of all views that were seen.
#[derive(Clone, Copy)]
pub struct Places {
    route: RwSignal<Route>,
    tops: StoredValue<HashMap<View, f64>>,
    /// Whether the view that comes next was seen before and is gone back to.
    back: StoredValue<bool>,
}

impl Places {
    /// Follows the scrolling of the window, and brings each view that `route` leads to where it belongs: those gone back to
    /// where they were, others to their top.
    pub(super) fn new(route: RwSignal<Route>) -> Self {
        let places = Self { route, tops: StoredValue::new(HashMap::new()), back: StoredValue::new(false) };
        // The browser would scroll before the page has its height.
        if let Ok(history) = window().history() {
            let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
        }
        EventListener::new(&window(), "scroll", move |_| places.note()).forget();
        let view = Memo::new(move |_| route.with(view_of));
        Effect::new(move |before: Option<View>| {
            let now = view.get();
            if before.is_some_and(|before| before != now) {
                let top = if places.back.get_value() { places.top(&now) } else { 0.0 };
                places.back.set_value(false);
                places.scroll(now.clone(), top, LOOKS);
            }
            now
        });
        places
    }

    /// The view that comes next is one gone back to.
    pub(super) fn go_back(&self) {
        self.back.set_value(true);
    }

    /// The view that comes next is a new one.
    pub(super) fn go_on(&self) {
        self.back.set_value(false);
    }

    fn top(&self, view: &View) -> f64 {
        self.tops.with_value(|tops| tops.get(view).copied().unwrap_or(0.0))
    }

    fn note(&self) {
        let top = window().scroll_y().unwrap_or(0.0);
        let view = self.route.with_untracked(view_of);
        self.tops.update_value(|tops| {
            tops.insert(view, top);
        });
    }

    /// Scrolls as soon as the view is high enough, unless the reader has gone on by then.
    fn scroll(self, view: View, top: f64, looks: u32) {
        Timeout::new(if looks == LOOKS { 0 } else { PAUSE }, move || {
            if self.route.with_untracked(view_of) != view {
                return;
            }
            let height = document().document_element().map_or(0, |root| root.scroll_height());
            let room = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
            if f64::from(height) - room >= top || looks == 0 {
                window().scroll_to_with_x_and_y(0.0, top);
            } else {
                self.scroll(view, top, looks - 1);
            }
        })
        .forget();
    }
}

fn view_of(route: &Route) -> View {
    let (page, at) = route.view_key();
    (page, at.map(str::to_owned))
}
