//! A question asked by a page: the latest answer, and what is shown while there is none.

use std::marker::PhantomData;
use std::sync::Arc;

use evenhand_protocol::{Answer, Failure, OneAnswer, Question, Reason};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::working::working;
use crate::engine::Trouble;
use crate::i18n::{language, t};
use crate::state::{AnswerState, Answers, Dataset, Router};

/// The data set and its latest answer.
type Latest = (u32, Option<Arc<Answer>>);

/// The answer to a page's question, of type `T`.
///
/// While a new filter is being worked on it is still the answer to the old one, so that nothing jumps.
pub struct Asked<T: 'static> {
    latest: Signal<Latest>,
    state: Memo<Option<AnswerState>>,
    question: Question,
    is_of: PhantomData<fn() -> T>,
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Asked<T> {}

impl<T: OneAnswer> Asked<T> {
    /// Follows a question that `T` answers.
    pub fn new(question: Question) -> Self {
        let answers = expect_context::<Answers>();
        let dataset = expect_context::<Dataset>();
        let state = Memo::new(move |_| answers.state(question));
        let follow = move |before: Option<&Latest>| {
            let serial = dataset.serial.get();
            let latest = match state.get() {
                Some(AnswerState::Ready(answer)) => Some(answer),
                Some(AnswerState::Failed(_)) => None,
                Some(AnswerState::Pending) | None => {
                    before.filter(|before| before.0 == serial).and_then(|before| before.1.clone())
                }
            };
            (serial, latest)
        };
        Self { latest: Memo::new_with_compare(follow, is_other).into(), state, question, is_of: PhantomData }
    }

    /// The question.
    pub fn question(&self) -> Question {
        self.question
    }

    /// The same question, followed in a task of its own: the parts of a page redraw one after the other,
    /// and the page answers the user in between.
    pub fn in_own_task(&self) -> Self {
        let source = self.latest;
        let latest = RwSignal::new((0, None));
        Effect::new(move || {
            source.track();
            // The page may have been left by the time the task runs.
            Timeout::new(0, move || {
                if let Some(now) = source.try_get_untracked() {
                    latest.try_set(now);
                }
            })
            .forget();
        });
        Self { latest: latest.into(), ..*self }
    }

    /// Reads the latest answer, if there is one.
    pub fn read<U>(&self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.latest.with(|(_, answer)| answer.as_deref().and_then(T::of).map(read))
    }

    /// A part of the latest answer that follows it; empty while there is none.
    pub fn signal<U: Default + Send + Sync + 'static>(self, read: fn(&T) -> U) -> Signal<U> {
        Signal::derive(move || self.read(read).unwrap_or_default())
    }

    /// Whether there is an answer to show.
    pub fn is_known(&self) -> bool {
        self.latest.with(|(_, answer)| answer.is_some())
    }

    /// Whether a newer one is being worked on.
    pub fn is_pending(&self) -> bool {
        self.state.with(|state| matches!(state, Some(AnswerState::Pending)))
    }

    fn trouble(&self) -> Option<Trouble> {
        self.state.with(|state| match state {
            Some(AnswerState::Failed(trouble)) => Some(trouble.clone()),
            _ => None,
        })
    }
}

fn is_other(a: Option<&Latest>, b: Option<&Latest>) -> bool {
    let pointer = |latest: &Latest| (latest.0, latest.1.as_ref().map(Arc::as_ptr));
    a.map(pointer) != b.map(pointer)
}

/// Shows the page when there is an answer, else what is the matter.
#[component]
pub fn AnswerGate<T: OneAnswer>(
    /// The question.
    asked: Asked<T>,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let known = Memo::new(move |_| asked.is_known());
    let children = StoredValue::new(children);
    let inside = move || {
        if dataset.loaded.with(Option::is_none) {
            return view! { <NothingLoaded /> }.into_any();
        }
        if known.get() {
            return children.with_value(|children| children()).into_any();
        }
        match asked.trouble() {
            Some(trouble) => trouble_view(trouble, asked.question),
            None => view! { <Waiting question=asked.question /> }.into_any(),
        }
    };
    view! {
        <div class="answer" class:is-pending=move || known.get() && asked.is_pending() aria-busy=move || asked.is_pending().to_string()>
            {inside}
        </div>
    }
}

/// The way to the load page while there is nothing to show.
#[component]
pub fn NothingLoaded() -> impl IntoView {
    let router = expect_context::<Router>();
    view! {
        <div class="empty" data-testid="nothing-loaded">
            <h2>{t(|w| w.common.nothing_loaded_title)}</h2>
            <p>{t(|w| w.common.nothing_loaded)}</p>
            <a class="button primary" href=move || router.href(|route| route.on(evenhand_protocol::Page::Load))>
                {t(|w| w.nav.load)}
            </a>
        </div>
    }
}

/// How far the engine is, and the button that stops it.
#[component]
fn Waiting(question: Question) -> impl IntoView {
    let answers = expect_context::<Answers>();
    let progress = Signal::derive(move || answers.progress(question));
    view! {
        <div class="empty">
            {working(progress, |w| w.common.computing, ["waiting", "answer-cancel"], move || answers.cancel(question))}
        </div>
    }
}

fn trouble_view(trouble: Trouble, question: Question) -> AnyView {
    let answers = expect_context::<Answers>();
    if trouble == Trouble::Told(Failure::Undefined(Reason::NothingSelected)) {
        return view! {
            <div class="empty" data-testid="nothing-selected">
                <h2>{t(|w| w.common.nothing_selected_title)}</h2>
                <p>{t(|w| w.common.nothing_selected)}</p>
            </div>
        }
        .into_any();
    }
    if trouble == Trouble::Told(Failure::Cancelled) {
        return view! {
            <div class="empty" data-testid="answer-stopped">
                <p>{t(|w| w.common.stopped)}</p>
                <button type="button" class="button" on:click=move |_| answers.retry(question)>
                    {t(|w| w.common.go_on)}
                </button>
            </div>
        }
        .into_any();
    }
    view! {
        <div class="empty" role="alert" data-testid="no-answer">
            <h2>{t(|w| w.errors.no_answer)}</h2>
            <p>{move || trouble_words(&trouble, language())}</p>
            <button type="button" class="button" on:click=move |_| answers.retry(question)>
                {t(|w| w.common.retry)}
            </button>
        </div>
    }
    .into_any()
}

/// A failure in a sentence.
pub fn trouble_words(trouble: &Trouble, language: evenhand_words::Language) -> String {
    match trouble {
        Trouble::Told(failure) => evenhand_words::failure(language, failure),
        Trouble::Stopped => language.words().errors.engine_stopped.to_owned(),
    }
}
