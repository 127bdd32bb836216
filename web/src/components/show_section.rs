//! Brings the section that is linked to into view, once it is there.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::state::Router;

/// Looks for a section that may come with an answer, before it is given up.
const LOOKS: u32 = 200;
/// Milliseconds between two looks.
const PAUSE: u32 = 50;
/// What is above the section changes its height while charts are drawn: so many looks after the first it is in its place.
const SETTLED: u32 = 6;

/// Follows the address: a section, table or chart that it names comes into view, and again where its link is followed again.
pub fn show_sections(router: Router) {
    // Once: a new filter or language must not scroll the page under the reader's eyes.
    Effect::new(move |before: Option<Option<String>>| {
        let section = router.section();
        if let Some(name) = section.clone().filter(|_| before.flatten() != section) {
            look(router, name, LOOKS, SETTLED);
        }
        section
    });
    // A link to where one is changes no address.
    EventListener::new(&document(), "click", move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
        let leads_here = |link: Element| link.get_attribute("href") == window().location().hash().ok();
        if link.is_some_and(leads_here)
            && let Some(name) = untrack(|| router.section())
        {
            look(router, name, LOOKS, SETTLED);
        }
    })
    .forget();
}

/// `name` is that of a section, or of a card or table in one after a stroke: until that is there the section is shown.
fn look(router: Router, name: String, looks: u32, settled: u32) {
    Timeout::new(PAUSE, move || {
        if looks == 0 || untrack(|| router.section()).as_ref() != Some(&name) {
            return;
        }
        let of_name =
            |name: &str| document().query_selector(&format!("[data-testid=\"{name}\"]")).ok().flatten();
        let (outer, inner) = name.split_once('/').unwrap_or((&name, &name));
        let found = of_name(inner);
        let first = looks == LOOKS;
        let shown = found.clone().or_else(|| of_name(outer).filter(|_| first));
        if let Some(element) = shown {
            element.scroll_into_view();
        }
        if found.is_none() {
            look(router, name, looks - 1, settled);
        } else if settled > 0 {
            look(router, name, looks - 1, settled - 1);
        }
    })
    .forget();
}
