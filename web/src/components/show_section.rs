//! Brings the section that is linked to into view, once it is there.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use leptos::prelude::*;

use crate::state::Router;

/// Looks for a section that may come with an answer, before it is given up.
const LOOKS: u32 = 100;
/// Milliseconds between two looks.
const PAUSE: u32 = 50;
/// What is above the section changes its height while charts are drawn: so many looks after the first it is in its place.
const SETTLED: u32 = 6;

/// Follows the address: a section, table or chart that it names comes into view.
pub fn show_sections(router: Router) {
    // Once: a new filter or language must not scroll the page under the reader's eyes.
    Effect::new(move |before: Option<Option<String>>| {
        let section = router.section();
        if let Some(name) = section.clone().filter(|_| before.flatten() != section) {
            look(router, name, LOOKS, SETTLED);
        }
        section
    });
}

fn look(router: Router, name: String, looks: u32, settled: u32) {
    Timeout::new(PAUSE, move || {
        if looks == 0 || untrack(|| router.section()).as_ref() != Some(&name) {
            return;
        }
        let found = document().query_selector(&format!("[data-testid=\"{name}\"]")).ok().flatten();
        if let Some(element) = &found {
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
