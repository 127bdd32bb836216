//! The briefing: what the reader pinned, in order, and what the engine makes of it.

use std::rc::Rc;

use evenhand_protocol::{
    Briefing, BriefingItem, ComposeRequest, Failure, FeedbackTexts, Filter, Pinned, Progress, ReportFormat,
    ReportLanguage, ReportRequest, Request, Slide, SlideOptions, Template,
};
use evenhand_words::Language;
use gloo::storage::{SessionStorage, Storage};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::latest::Latest;
use super::undo_stack::UndoStack;
use super::{Dataset, Router, from_json, to_json};
use crate::charts::save_bytes;
use crate::engine::{Client, Report, Trouble};

/// Where the briefing outlives a reload; it ends with the tab, as it may hold names.
const KEY: &str = "evenhand.briefing";

/// How long the reader's hand rests before the slides are made anew.
const REST_MS: u32 = 150;

/// What the engine is doing for the briefing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Work {
    /// Nothing.
    Idle,
    /// Filling a template or writing a file; how far, where it says so.
    Busy(Option<Progress>),
}

/// What became of the latest action.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// Something was pinned.
    Pinned,
    /// An item was taken out.
    Removed,
    /// A file was made.
    Exported,
    /// The opened file is no briefing.
    NoBriefing,
    /// The opened file is of a newer version.
    Newer,
    /// The engine could not do it.
    Failed(Trouble),
}

/// The briefing and its slides.
#[derive(Clone, Copy)]
pub struct BriefingState {
    /// The items and what holds for all of them.
    pub briefing: RwSignal<Briefing>,
    /// The slides of the moment, one for each item; those before while new ones are being made.
    pub slides: RwSignal<Vec<Slide>>,
    /// Whether slides are being made.
    pub drawing: RwSignal<bool>,
    /// What the engine is doing besides.
    pub work: RwSignal<Work>,
    /// What became of the latest action.
    pub note: RwSignal<Option<Note>>,
    /// The reader's words on feedback sheets.
    pub texts: RwSignal<FeedbackTexts>,
    /// The slide that is presented.
    pub presenting: RwSignal<Option<usize>>,
    /// Whether slides are dark, where that is chosen for them and does not follow the page.
    pub theme: RwSignal<Option<bool>>,
    undoable: UndoStack<Briefing>,
    request: StoredValue<Option<u32>>,
    drawing_request: StoredValue<Option<u32>>,
    latest_drawing: Latest,
    latest_asking: Latest,
    client: StoredValue<Rc<Client>, LocalStorage>,
    dataset: Dataset,
    router: Router,
}

impl BriefingState {
    /// The briefing of this tab before it was reloaded, else an empty one.
    pub fn new(client: Rc<Client>, dataset: Dataset, router: Router) -> Self {
        let kept = SessionStorage::raw().get_item(KEY).ok().flatten();
        let kept = kept.and_then(|text| from_json::<Briefing>(&text));
        let briefing = kept.unwrap_or_else(|| Briefing { date: today(), ..Briefing::default() });
        let state = Self {
            briefing: RwSignal::new(briefing),
            slides: RwSignal::new(Vec::new()),
            drawing: RwSignal::new(false),
            work: RwSignal::new(Work::Idle),
            note: RwSignal::new(None),
            texts: RwSignal::new(FeedbackTexts::default()),
            presenting: RwSignal::new(None),
            theme: RwSignal::new(None),
            undoable: UndoStack::new(),
            request: StoredValue::new(None),
            drawing_request: StoredValue::new(None),
            latest_drawing: Latest::new(),
            latest_asking: Latest::new(),
            client: StoredValue::new_local(client),
            dataset,
            router,
        };
        Effect::new(move || {
            let text = state.briefing.with(to_json);
            // Storage may be full or forbidden; then the briefing lasts as long as the page.
            if let Some(text) = text {
                let _ = SessionStorage::raw().set_item(KEY, &text);
            }
        });
        state
    }

    /// The item that shows this under the filter of the moment, if it is pinned; follows both.
    pub fn item_of(&self, pinned: &Pinned) -> Option<String> {
        let filter = self.router.filter.get();
        self.briefing.with(|briefing| {
            let mine = |item: &&BriefingItem| item.pinned == *pinned && item.filter == filter;
            briefing.items.iter().find(mine).map(|item| item.id.clone())
        })
    }

    /// Pins something, with the filter and the marks of the moment.
    pub fn pin(&self, pinned: Pinned) {
        let (filter, marks, policy) =
            untrack(|| (self.router.filter.get(), self.router.marks.get(), self.router.policy.get()));
        self.change(|briefing| {
            let id = free_id(briefing);
            briefing.items.push(BriefingItem {
                id,
                pinned,
                filter,
                marks,
                policy,
                ..BriefingItem::default()
            });
        });
        self.note.set(Some(Note::Pinned));
    }

    /// Takes an item out.
    pub fn remove(&self, id: &str) {
        self.change(|briefing| briefing.items.retain(|item| item.id != id));
        self.note.set(Some(Note::Removed));
    }

    /// Moves an item so many places down, or up.
    pub fn shift(&self, id: &str, by: isize) {
        self.change(|briefing| {
            let Some(from) = briefing.items.iter().position(|item| item.id == id) else { return };
            let last = briefing.items.len() - 1;
            let to = from.saturating_add_signed(by).min(last);
            let item = briefing.items.remove(from);
            briefing.items.insert(to, item);
        });
    }

    /// Puts an item in the place of another.
    pub fn put(&self, id: &str, onto: &str) {
        let place = |id: &str| {
            self.briefing.with_untracked(|briefing| briefing.items.iter().position(|item| item.id == id))
        };
        if let (Some(from), Some(to)) = (place(id), place(onto)) {
            self.shift(id, to as isize - from as isize);
        }
    }

    /// Changes an item.
    pub fn edit(&self, id: &str, change: impl FnOnce(&mut BriefingItem)) {
        self.change(|briefing| {
            if let Some(item) = briefing.items.iter_mut().find(|item| item.id == id) {
                change(item);
            }
        });
    }

    /// Changes the briefing; it can be undone.
    pub fn change(&self, change: impl FnOnce(&mut Briefing)) {
        let before = self.briefing.get_untracked();
        let mut next = before.clone();
        change(&mut next);
        if next == before {
            return;
        }
        self.undoable.push(before);
        self.briefing.set(next);
    }

    /// Whether a change can be undone; follows it.
    pub fn can_undo(&self) -> bool {
        !self.undoable.is_empty()
    }

    /// Takes the latest change back.
    pub fn undo(&self) {
        if let Some(before) = self.undoable.pop_where(|_| true) {
            self.briefing.set(before);
        }
    }

    /// Fills a template from the answers, in the place of what is in the briefing.
    pub fn compose(&self, template: Template) {
        let router = self.router;
        let compose = untrack(|| ComposeRequest {
            template,
            language: report_language(router.language.get()),
            date: today(),
            filter: router.filter.get(),
            marks: router.marks.get(),
            policy: router.policy.get(),
        });
        let state = *self;
        self.begin(Request::Compose { compose }, move |report| {
            if let Report::Composed(composed) = report {
                state.change(|briefing| {
                    *briefing = Briefing {
                        anonymise: briefing.anonymise,
                        min_group: briefing.min_group,
                        ..*composed
                    };
                });
            }
        });
    }

    /// Makes a file and saves it.
    pub fn export(&self, format: ReportFormat) {
        let briefing = untrack(|| self.current());
        let report = ReportRequest { briefing, format, texts: self.texts.get_untracked() };
        let state = *self;
        self.begin(Request::Report { report }, move |report| {
            if let Report::Reported(file) = report {
                save_bytes(&file.name, &file.media_type, &file.bytes);
                state.note.set(Some(Note::Exported));
            }
        });
    }

    /// The language of its words.
    pub fn language(&self) -> Memo<Language> {
        self.router.language
    }

    /// Stops the filling of a template or the making of a file.
    pub fn cancel(&self) {
        if let Some(request) = self.request.get_value() {
            self.client.with_value(|client| client.cancel(request));
        }
    }

    /// The briefing as a file.
    pub fn as_file(&self) -> Option<String> {
        to_json(&untrack(|| self.current()))
    }

    /// Takes a briefing from a file.
    pub fn open(&self, text: &str) {
        match from_json::<Briefing>(text) {
            Some(opened) if opened.version > evenhand_protocol::BRIEFING_VERSION => {
                self.note.set(Some(Note::Newer));
            }
            // A file of another kind has no items and no version of its own.
            Some(opened) if text.contains("\"items\"") => {
                self.note.set(None);
                self.change(|briefing| *briefing = opened);
            }
            _ => self.note.set(Some(Note::NoBriefing)),
        }
    }

    /// Takes the numbers of now for an item: what it shows is no longer out of date.
    pub fn refresh(&self, id: &str) {
        self.edit(id, |item| item.fingerprint = None);
    }

    /// The briefing in the language of the page, about the data set of the moment; follows both.
    pub fn current(&self) -> Briefing {
        let dataset = self.dataset.with_summary(|summary| summary.name.clone()).unwrap_or_default();
        Briefing { language: report_language(self.router.language.get()), dataset, ..self.briefing.get() }
    }

    /// Keeps the slides up with the briefing as long as the caller lives.
    pub fn keep_drawn(self, dark: Memo<bool>) {
        let wanted = Memo::new(move |_| {
            let serial = self.dataset.serial.get();
            self.dataset
                .loaded
                .with(Option::is_some)
                .then(|| (self.current(), self.theme.get().unwrap_or_else(|| dark.get()), serial))
        });
        Effect::new(move || {
            let Some((briefing, dark, serial)) = wanted.get() else { return };
            Timeout::new(REST_MS, move || {
                let is_latest = wanted.try_with_untracked(|now| {
                    now.as_ref().is_some_and(|now| (&now.0, now.1, now.2) == (&briefing, dark, serial))
                });
                if is_latest == Some(true) {
                    self.draw(briefing, dark);
                }
            })
            .forget();
        });
    }

    fn draw(self, briefing: Briefing, dark: bool) {
        if let Some(before) = self.drawing_request.get_value() {
            self.client.with_value(|client| client.withdraw(before));
        }
        self.drawing.set(true);
        let turn = self.latest_drawing.begin();
        let options = SlideOptions { dark, only: None };
        let on_report = move |report| match report {
            // What comes for a briefing that has changed since would put old slides in the place of new ones.
            _ if !turn.is_latest() => {}
            Report::Slides(slides) => self.drawn(slides),
            Report::Failed(trouble) => {
                self.drawing.set(false);
                if trouble != Trouble::Told(Failure::Cancelled) {
                    self.note.set(Some(Note::Failed(trouble)));
                }
            }
            _ => {}
        };
        let request = Request::Slides { briefing, options };
        let id = self.client.with_value(|client| client.send(request, Vec::new(), Rc::new(on_report)));
        self.drawing_request.set_value(Some(id));
    }

    /// Notes what the numbers are of what was pinned just now.
    fn drawn(self, slides: Vec<Slide>) {
        self.drawing.set(false);
        // Nothing that is shown changes by it, so nothing is drawn anew for it.
        self.briefing.update_untracked(|briefing| {
            for item in briefing.items.iter_mut().filter(|item| item.fingerprint.is_none()) {
                let slide = slides.iter().find(|slide| slide.id == item.id);
                item.fingerprint = slide.and_then(|slide| slide.fingerprint.clone());
            }
        });
        self.slides.set(slides);
    }

    /// One slide under another filter, for a question from the room; the briefing stays as it is.
    pub fn draw_filtered(&self, place: usize, filter: Filter, dark: bool, shown: RwSignal<Option<Slide>>) {
        let mut briefing = untrack(|| self.current());
        let Some(item) = briefing.items.get_mut(place) else { return };
        item.filter = filter;
        item.fingerprint = None;
        let options = SlideOptions { dark, only: u32::try_from(place).ok() };
        let turn = self.latest_asking.begin();
        let on_report = move |report| {
            if let Report::Slides(slides) = report
                && turn.is_latest()
            {
                shown.try_set(slides.into_iter().next());
            }
        };
        let request = Request::Slides { briefing, options };
        self.client.with_value(|client| client.send(request, Vec::new(), Rc::new(on_report)));
    }

    /// Back from another filter to the briefing as it is; what still comes for that filter is not shown.
    pub fn drop_filtered(&self, shown: RwSignal<Option<Slide>>) {
        self.latest_asking.begin();
        shown.set(None);
    }

    fn begin(&self, request: Request, on_result: impl Fn(Report) + 'static) {
        if self.work.get_untracked() != Work::Idle {
            return;
        }
        self.note.set(None);
        self.work.set(Work::Busy(None));
        let state = *self;
        let on_report = move |report| match report {
            Report::Progress(progress) => state.work.set(Work::Busy(Some(progress))),
            Report::Failed(trouble) => {
                state.work.set(Work::Idle);
                if trouble != Trouble::Told(Failure::Cancelled) {
                    state.note.set(Some(Note::Failed(trouble)));
                }
            }
            result => {
                state.work.set(Work::Idle);
                on_result(result);
            }
        };
        let id = self.client.with_value(|client| client.send(request, Vec::new(), Rc::new(on_report)));
        self.request.set_value(Some(id));
    }
}

fn report_language(language: Language) -> ReportLanguage {
    match language {
        Language::En => ReportLanguage::En,
        Language::Zh => ReportLanguage::Zh,
    }
}

/// An id that no item has.
fn free_id(briefing: &Briefing) -> String {
    let is_free = |id: &String| briefing.items.iter().all(|item| item.id != *id);
    (1..).map(|number: u32| format!("item-{number}")).find(is_free).unwrap_or_default()
}

/// Today in the reader's own time zone, as `2026-11-28`.
/// The date here and now, such as `2026-11-28`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_free() {
        let item = |id: &str| BriefingItem { id: id.to_owned(), ..BriefingItem::default() };
        let briefing = Briefing { items: vec![item("item-1"), item("item-3")], ..Briefing::default() };
        assert_eq!(free_id(&briefing), "item-2");
        assert_eq!(free_id(&Briefing::default()), "item-1");
    }
}
