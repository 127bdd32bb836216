//! The place on the page that the tour is about, marked as soon as it is there.

use gloo::timers::callback::Interval;
use gloo::utils::document;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// How often it is looked for, in milliseconds.
const EVERY: u32 = 100;

/// How many times it is looked for: answers may take a while.
const TIMES: u32 = 150;

/// The share of the screen from which on a place is shown from its beginning, clear of the words of the tour.
const TALL: f64 = 0.5;

/// The class of a marked element.
const MARK: &str = "is-tour-target";

/// A mark that goes when it is dropped.
pub struct Target {
    _looking: Interval,
}

impl Target {
    /// Looks for an element by its name for tests, marks it and brings it into view.
    pub fn mark(name: &'static str) -> Self {
        let looked = Rc::new(Cell::new(0));
        let looking = Interval::new(EVERY, move || {
            let n = looked.get() + 1;
            looked.set(n);
            if n > TIMES {
                return;
            }
            let found = document().query_selector(&format!("[data-testid=\"{name}\"]")).ok().flatten();
            let Some(element) = found else { return };
            if element.class_list().contains(MARK) {
                return;
            }
            let _ = element.class_list().add_1(MARK);
            let options = ScrollIntoViewOptions::new();
            let screen = f64::from(document().document_element().map_or(0, |root| root.client_height()));
            let is_tall = element.get_bounding_client_rect().height() > TALL * screen;
            options.set_block(if is_tall {
                ScrollLogicalPosition::Start
            } else {
                ScrollLogicalPosition::Center
            });
            element.scroll_into_view_with_scroll_into_view_options(&options);
        });
        Self { _looking: looking }
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some(element) = document().query_selector(&format!(".{MARK}")).ok().flatten() {
            let _ = element.class_list().remove_1(MARK);
        }
    }
}
