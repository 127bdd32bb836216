//! Answers to questions about the loaded data set, each asked once.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use evenhand_protocol::{Answer, Failure, Filter, Page, Progress, Question, Request};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::{Dataset, Router};
use crate::engine::{Client, Report, Trouble};

/// Answers kept; the oldest go first.
const KEPT: usize = 64;

/// How long the page stays quiet before another page's question is asked ahead.
const IDLE_MS: u32 = 120;

/// How long a reader stays on the evaluators' page before what their sheets rest on is asked ahead.
const STAY_MS: u32 = 3000;

/// So many scores at most are worked on for sheets that nobody has asked for.
const AHEAD_SCORES: u32 = 200_000;

/// What is known of a question.
#[derive(Debug, Clone)]
pub enum AnswerState {
    /// It is being worked on.
    Pending,
    /// The answer.
    Ready(Arc<Answer>),
    /// It has none.
    Failed(Trouble),
}

impl PartialEq for AnswerState {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Pending, Self::Pending) => true,
            (Self::Ready(a), Self::Ready(b)) => Arc::ptr_eq(a, b),
            (Self::Failed(a), Self::Failed(b)) => a == b,
            _ => false,
        }
    }
}

/// What makes a question the same question.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    serial: u32,
    question: Question,
    filter: Filter,
}

struct Entry {
    state: AnswerState,
    /// How far the engine is with it, where it says so.
    progress: Option<Progress>,
    request: u32,
    age: u32,
}

#[derive(Default)]
struct Cache {
    entries: HashMap<Key, Entry>,
    asked: u32,
}

/// The answers so far, and the way to more.
#[derive(Clone, Copy)]
pub struct Answers {
    cache: RwSignal<Cache>,
    client: StoredValue<Rc<Client>, LocalStorage>,
    dataset: Dataset,
    router: Router,
}

impl Answers {
    /// No answers yet.
    pub fn new(client: Rc<Client>, dataset: Dataset, router: Router) -> Self {
        let client = StoredValue::new_local(client);
        Self { cache: RwSignal::new(Cache::default()), client, dataset, router }
    }

    /// What is known of a question on the current filter; `None` while nothing is loaded or it was not asked.
    pub fn state(&self, question: Question) -> Option<AnswerState> {
        let key = self.key(question);
        self.cache.with(|cache| cache.entries.get(&key).map(|entry| entry.state.clone()))
    }

    /// How far the engine is with a question, where it says so.
    pub fn progress(&self, question: Question) -> Option<Progress> {
        let key = self.key(question);
        self.cache.with(|cache| cache.entries.get(&key).and_then(|entry| entry.progress))
    }

    /// Stops the work on a question; it is asked again only when the reader says so.
    pub fn cancel(&self, question: Question) {
        let key = untrack(|| self.key(question));
        let pending = self.cache.with_untracked(|cache| {
            cache
                .entries
                .get(&key)
                .filter(|entry| entry.state == AnswerState::Pending)
                .map(|entry| entry.request)
        });
        let Some(request) = pending else { return };
        self.cache.update(|cache| {
            if let Some(entry) = cache.entries.get_mut(&key) {
                entry.state = AnswerState::Failed(Trouble::Told(Failure::Cancelled));
            }
        });
        self.client.with_value(|client| client.cancel(request));
    }

    /// Forgets everything; for a new data set.
    pub fn clear(&self) {
        self.cache.update(|cache| cache.entries.clear());
    }

    /// Asks a question that is asked only where a reader wants its answer; follows data set and filter.
    pub fn want(&self, question: Question) {
        let key = self.key(question);
        if self.dataset.loaded.with(Option::is_some) {
            self.ask(key);
        }
    }

    /// Forgets a failure and asks again.
    pub fn retry(&self, question: Question) {
        let key = untrack(|| self.key(question));
        self.cache.update_untracked(|cache| cache.entries.remove(&key));
        self.ask(key);
    }

    fn key(&self, question: Question) -> Key {
        Key { serial: self.dataset.serial.get(), question, filter: self.router.filter.get() }
    }

    /// Asks, unless it was asked before.
    fn ask(&self, key: Key) {
        if self.cache.with_untracked(|cache| cache.entries.contains_key(&key)) {
            return;
        }
        let request = Request::Ask { question: key.question, filter: key.filter.clone() };
        let (answers, about) = (*self, key.clone());
        let on_report = Rc::new(move |report| answers.settle(&about, report));
        let request = self.client.with_value(|client| client.send(request, Vec::new(), on_report));
        self.cache.update(|cache| {
            cache.asked = cache.asked.wrapping_add(1);
            let age = cache.asked;
            cache.entries.insert(key, Entry { state: AnswerState::Pending, progress: None, request, age });
            cache.drop_oldest();
        });
    }

    fn settle(&self, key: &Key, report: Report) {
        if let Report::Progress(now) = report {
            self.cache.update(|cache| {
                if let Some(entry) = cache.entries.get_mut(key) {
                    entry.progress = Some(now);
                }
            });
            return;
        }
        // The reader has stopped it, whatever comes of it now.
        if self.was_stopped(key) {
            return;
        }
        let state = match report {
            Report::Answered(answer) => AnswerState::Ready(Arc::from(answer)),
            Report::Failed(Trouble::Told(Failure::Cancelled)) => {
                self.cache.update(|cache| {
                    cache.entries.remove(key);
                });
                // The user may have come back to it in the meantime.
                if untrack(|| self.key(key.question) == *key) {
                    self.ask(key.clone());
                }
                return;
            }
            Report::Failed(trouble) => AnswerState::Failed(trouble),
            _ => return,
        };
        self.cache.update(|cache| {
            if let Some(entry) = cache.entries.get_mut(key) {
                entry.state = state;
            }
        });
    }

    /// Asks what the sheets of evaluators rest on, where a reader stays on their page and the data are not too many: it
    /// takes seconds, and who follows a name should not wait.
    fn ask_sheets_ahead(&self, visible: Key) {
        let few = |n_scores| n_scores <= AHEAD_SCORES;
        let is_few = untrack(|| self.dataset.with_summary(|summary| few(summary.n_scores))).unwrap_or(false);
        if visible.question != Question::Evaluators || !is_few {
            return;
        }
        let answers = *self;
        Timeout::new(STAY_MS, move || {
            let stays = untrack(|| answers.key(visible.question)) == visible
                && answers.router.page.get_untracked() == Page::Evaluators;
            if stays && !untrack(|| answers.is_waiting()) {
                let question = Question::Scorecards(answers.router.policy.get_untracked());
                answers.ask(Key { question, ..visible });
            }
        })
        .forget();
    }

    /// Whether anything is being worked on; follows it.
    fn is_waiting(&self) -> bool {
        let is_pending = |entry: &Entry| entry.state == AnswerState::Pending;
        self.cache.with(|cache| cache.entries.values().any(is_pending))
    }

    fn was_stopped(&self, key: &Key) -> bool {
        let stopped = AnswerState::Failed(Trouble::Told(Failure::Cancelled));
        self.cache.with_untracked(|cache| cache.entries.get(key).is_some_and(|entry| entry.state == stopped))
    }

    /// Withdraws open questions about other data sets or other filters.
    fn withdraw_stale(&self, current: &Key) {
        let stale: Vec<u32> = self.cache.with_untracked(|cache| {
            let open = cache.entries.iter().filter(|(_, entry)| entry.state == AnswerState::Pending);
            open.filter(|(key, _)| key.filter != current.filter || key.serial != current.serial)
                .map(|(_, entry)| entry.request)
                .collect()
        });
        self.client.with_value(|client| stale.into_iter().for_each(|request| client.withdraw(request)));
    }
}

impl Cache {
    fn drop_oldest(&mut self) {
        if self.entries.len() <= KEPT {
            return;
        }
        let settled = self.entries.iter().filter(|(_, entry)| entry.state != AnswerState::Pending);
        if let Some(oldest) = settled.min_by_key(|(_, entry)| entry.age).map(|(key, _)| key.clone()) {
            self.entries.remove(&oldest);
        }
    }
}

/// Asks the visible page's question whenever data set, page or filter change, then the others while idle.
///
/// The effects write the cache and read only what they ask about, so they cannot chase each other:
/// each question on each filter is asked at most once.
pub fn keep_asking(answers: Answers) {
    let visible = Memo::new(move |_| {
        let question = question_of(answers.router.page.get())?;
        answers.dataset.loaded.with(Option::is_some).then(|| answers.key(question))
    });
    Effect::new(move || {
        if let Some(key) = visible.get() {
            answers.withdraw_stale(&key);
            answers.ask(key);
        }
    });
    Effect::new(move || {
        let Some(key) = visible.get() else { return };
        if answers.is_waiting() {
            return;
        }
        Timeout::new(IDLE_MS, move || {
            if visible.get_untracked().as_ref() != Some(&key) {
                return;
            }
            let others = QUESTIONS.map(|question| Key { question, ..key.clone() });
            let unasked = answers
                .cache
                .with_untracked(|cache| others.into_iter().find(|key| !cache.entries.contains_key(key)));
            match unasked {
                Some(next) => answers.ask(next),
                None => answers.ask_sheets_ahead(key),
            }
        })
        .forget();
    });
}

const QUESTIONS: [Question; 4] =
    [Question::Overview, Question::Evaluators, Question::Indicators, Question::Providers];

fn question_of(page: Page) -> Option<Question> {
    match page {
        Page::Load | Page::Briefing => None,
        // The quality page shows which evaluators connect the rounds.
        Page::Quality | Page::Overview => Some(Question::Overview),
        Page::Evaluators => Some(Question::Evaluators),
        Page::Indicators => Some(Question::Indicators),
        Page::Providers => Some(Question::Providers),
    }
}
