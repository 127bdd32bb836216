//! What every page of answers has: its question as the heading, sections, and the line on methods.

use std::sync::Arc;

use evenhand_charts::domain::Context;
use evenhand_charts::{Frame, Scene};
use evenhand_protocol::OneAnswer;
use evenhand_words::{DatasetNames, Language, Words};
use leptos::prelude::*;

use crate::components::{Asked, Table};
use crate::i18n::{language, t};
use crate::state::{Dataset, Router};

/// The heading of a page: the question it answers.
#[component]
pub fn Question(
    /// The question.
    text: fn(&'static Words) -> &'static str,
) -> impl IntoView {
    view! { <h1 class="question">{t(text)}</h1> }
}

/// A part of a page with its heading.
#[component]
pub fn Section(
    /// The heading.
    title: fn(&'static Words) -> &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section">
            <h2>{t(title)}</h2>
            {children()}
        </section>
    }
}

/// How the numbers of a page are computed.
#[component]
pub fn Methods(
    /// In a few sentences.
    text: fn(&'static Words) -> &'static str,
) -> impl IntoView {
    view! {
        <details class="methods">
            <summary>{t(|w| w.common.how_computed)}</summary>
            <p>{t(text)}</p>
        </details>
    }
}

/// What a page reads: the answer, the data set it is about, and the language.
pub struct Sources<T: 'static> {
    /// The answer.
    pub asked: Asked<T>,
    /// The data set.
    pub dataset: Dataset,
    router: Router,
}

impl<T> Clone for Sources<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Sources<T> {}

/// What the making of a table or chart has at hand.
pub struct Scope<'a> {
    /// The data set.
    pub dataset: &'a evenhand_protocol::DatasetSummary,
    /// What its ids are called.
    pub names: DatasetNames<'a>,
    /// The language of the moment.
    pub language: Language,
}

impl<T: OneAnswer> Sources<T> {
    /// For the page that asks `asked`.
    pub fn new(asked: Asked<T>) -> Self {
        Self { asked, dataset: expect_context(), router: expect_context() }
    }

    /// Makes something from answer, data set and language; follows all three.
    pub fn make<U>(&self, make: impl FnOnce(&T, &Scope<'_>) -> U) -> Option<U> {
        let language = self.router.language.get();
        let made = self.dataset.with_summary(|dataset| {
            let scope = Scope { dataset, names: DatasetNames::new(dataset), language };
            self.asked.read(|answer| make(answer, &scope))
        });
        made.flatten()
    }

    /// A chart made from them, for a frame.
    pub fn scene(
        &self,
        draw: fn(&T, &Context<'_>) -> Scene,
    ) -> impl Fn(Frame) -> Option<Scene> + Copy + Send + Sync + use<T> {
        self.scene_of(move |answer, context| Some(draw(answer, context)))
    }

    /// A chart made from a part of the answer, which may be missing.
    pub fn scene_of<D>(&self, draw: D) -> impl Fn(Frame) -> Option<Scene> + Copy + Send + Sync + use<T, D>
    where
        D: Fn(&T, &Context<'_>) -> Option<Scene> + Copy + Send + Sync + 'static,
    {
        let sources = self.in_own_task();
        move |frame| {
            let drawn = sources.make(|answer, scope| {
                let Scope { dataset, names, language } = scope;
                draw(answer, &Context { language: *language, names, dataset, frame })
            });
            drawn.flatten()
        }
    }

    /// A table made from them.
    pub fn table(&self, make: fn(&T, &Scope<'_>) -> Table) -> Signal<Arc<Table>> {
        self.table_of(move |answer, scope| Some(make(answer, scope)))
    }

    /// A table made from a part of the answer, which may be missing.
    pub fn table_of(
        &self,
        make: impl Fn(&T, &Scope<'_>) -> Option<Table> + Copy + Send + Sync + 'static,
    ) -> Signal<Arc<Table>> {
        let sources = self.in_own_task();
        let table = move |_: Option<&Arc<Table>>| Arc::new(sources.make(make).flatten().unwrap_or_default());
        Memo::new_with_compare(table, |_, _| true).into()
    }

    fn in_own_task(&self) -> Self {
        Self { asked: self.asked.in_own_task(), ..*self }
    }
}

/// A caption that follows the language.
pub fn caption(text: fn(&'static Words) -> &'static str) -> Signal<String> {
    let words = t(text);
    Signal::derive(move || words().to_owned())
}

/// The words of the moment.
pub fn words() -> &'static Words {
    language().words()
}
