//! The address as signals, in step with the browser's history.

use evenhand_protocol::{Filter, Marks, Page, ScorecardPolicy};
use evenhand_words::Language;
use gloo::events::EventListener;
use gloo::utils::{history, window};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::places::Places;
use super::preferences::{self, Theme};
use super::route::{Numbers, Route};
use super::undo_stack::UndoStack;

/// What the entries of the history that this page made carry, to be told from those of links that are followed.
const SEEN: f64 = 1.0;

/// The route and its parts; a part changes only when its own value does.
#[derive(Clone, Copy)]
pub struct Router {
    route: RwSignal<Route>,
    places: Places,
    /// The page shown.
    pub page: Memo<Page>,
    /// The part of the data set looked at.
    pub filter: Memo<Filter>,
    /// The language of the page.
    pub language: Memo<Language>,
    /// The colours of the page.
    pub theme: Memo<Theme>,
    /// Whether everything is shown larger.
    pub is_large: Memo<bool>,
    /// What providers are measured by.
    pub marks: Memo<Marks>,
    /// What evaluators are judged by.
    pub policy: Memo<ScorecardPolicy>,
    /// What can be undone: what numbers depended on before, the latest last.
    undoable: UndoStack<Numbers>,
}

impl Router {
    /// Reads the address, writes it back in full, and follows it from then on.
    pub fn new() -> Self {
        let fallback = Route {
            page: Page::Load,
            filter: Filter::default(),
            language: preferences::remembered_language(),
            theme: preferences::remembered_theme(),
            is_large: preferences::remembered_large(),
            marks: Marks::DEFAULT,
            policy: ScorecardPolicy::DEFAULT,
            at: None,
            open: Vec::new(),
            view: Vec::new(),
        };
        let first = Route::parse(&current_hash(), &fallback);
        // Without a usable history the page still works; only its address does not follow.
        let _ = history().replace_state_with_url(&JsValue::from_f64(SEEN), "", Some(&first.hash()));
        let route = RwSignal::new(first);
        let places = Places::new(route);
        for event in ["hashchange", "popstate"] {
            EventListener::new(&window(), event, move |_| {
                let next = Route::parse(&current_hash(), &route.get_untracked());
                if route.with_untracked(|now| *now == next) {
                    return;
                }
                // A link makes an entry without a state; those gone back and forward to have one.
                if history().state().is_ok_and(|state| state.is_null()) {
                    let _ = history().replace_state(&JsValue::from_f64(SEEN), "");
                    places.go_on();
                } else {
                    places.go_back();
                }
                route.set(next);
            })
            .forget();
        }
        let router = Self {
            route,
            places,
            page: Memo::new(move |_| route.with(|route| route.page)),
            filter: Memo::new(move |_| route.with(|route| route.filter.clone())),
            language: Memo::new(move |_| route.with(|route| route.language)),
            theme: Memo::new(move |_| route.with(|route| route.theme)),
            is_large: Memo::new(move |_| route.with(|route| route.is_large)),
            marks: Memo::new(move |_| route.with(|route| route.marks)),
            policy: Memo::new(move |_| route.with(|route| route.policy)),
            undoable: UndoStack::new(),
        };
        Effect::new(move || {
            preferences::apply(router.language.get(), router.theme.get(), router.is_large.get());
        });
        router
    }

    /// Goes to another route and adds it to the history; going where one is adds nothing.
    pub fn go(&self, change: impl FnOnce(&mut Route)) {
        let mut next = self.route.get_untracked();
        let before = next.numbers();
        change(&mut next);
        // Who goes to another page loses the weights moved on this one, and has not changed them.
        let stays = self.route.with_untracked(|now| now.page == next.page);
        if stays && next.numbers() != before {
            self.undoable.push(before);
        }
        self.arrive(next);
    }

    /// Whether there is a change of numbers to undo; follows it.
    pub fn can_undo(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// Takes back the latest change of what numbers depend on: a filter, a mark, a threshold, a weight.
    pub fn undo(&self) {
        let mut next = self.route.get_untracked();
        let now = next.numbers();
        // The way back by the browser's button may have led to where one is.
        let before = self.undoable.pop_where(|before| *before != now);
        if let Some(before) = before {
            next.set_numbers(before);
            self.arrive(next);
        }
    }

    fn arrive(&self, next: Route) {
        if self.route.with_untracked(|now| *now == next) {
            return;
        }
        self.places.go_on();
        let _ = history().push_state_with_url(&JsValue::from_f64(SEEN), "", Some(&next.hash()));
        self.route.set(next);
    }

    /// Nothing can be undone of another data set.
    pub fn forget_undone(&self) {
        self.undoable.clear();
    }

    /// Goes to a view that was seen before, to where it was scrolled then.
    pub fn go_back_to(&self, change: impl FnOnce(&mut Route)) {
        let before = self.route.get_untracked();
        self.go(change);
        if self.route.with_untracked(|now| *now != before) {
            self.places.go_back();
        }
    }

    /// The id of the entity of a kind whose sheet is shown.
    pub fn sheet_of(&self, kind: &'static str) -> Memo<Option<String>> {
        let route = self.route;
        Memo::new(move |_| route.with(|route| route.sheet_of(kind).map(str::to_owned)))
    }

    /// The section that is to be in view.
    pub fn section(&self) -> Option<String> {
        self.route.with(|route| route.section().map(str::to_owned))
    }

    /// Whether a section of the page is open.
    pub fn is_open(&self, section: &'static str) -> Signal<bool> {
        let route = self.route;
        Memo::new(move |_| route.with(|route| route.open.iter().any(|known| known == section))).into()
    }

    /// Opens or closes a section of the page.
    pub fn set_open(&self, section: &str, is_open: bool) {
        self.go(|route| {
            // A section that is as it should be keeps its place.
            if route.open.iter().any(|known| known == section) != is_open {
                route.set_open(section, is_open);
            }
        });
    }

    /// What is chosen on the page under a name of [`super::route::VIEW`].
    pub fn chosen(&self, name: &'static str) -> Signal<Option<String>> {
        let route = self.route;
        Memo::new(move |_| route.with(|route| route.chosen(name).map(str::to_owned))).into()
    }

    /// The same at once, for a caller that keeps nothing; follows the whole address.
    pub fn choice(&self, name: &str) -> Option<String> {
        self.route.with(|route| route.chosen(name).map(str::to_owned))
    }

    /// Chooses something on the page.
    pub fn choose(&self, name: &'static str, value: String) {
        self.go(|route| route.choose(name, Some(value)));
    }

    /// The address of a route made from the current one; follows it.
    pub fn href(&self, change: impl FnOnce(&Route) -> Route) -> String {
        self.route.with(|route| change(route).hash())
    }
}

fn current_hash() -> String {
    window().location().hash().unwrap_or_default()
}
