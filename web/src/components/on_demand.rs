//! A part of a page whose answer is computed when it is opened.

use evenhand_protocol::OneAnswer;
use evenhand_words::Words;
use leptos::prelude::*;

use super::answer_gate::{AnswerGate, Asked};
use super::disclosure::Disclosure;
use crate::state::{Answers, Router};

/// A disclosure that asks its question when it is opened, and again whenever data set or filter change while it is.
#[component]
pub fn OnDemand<T: OneAnswer>(
    /// The question.
    asked: Asked<T>,
    /// What is to be had by opening it.
    label: fn(&'static Words) -> &'static str,
    /// Its name in the address and for tests.
    testid: &'static str,
    /// What is shown once there is an answer.
    children: ChildrenFn,
) -> impl IntoView {
    let answers = expect_context::<Answers>();
    let open = expect_context::<Router>().is_open(testid);
    Effect::new(move || {
        if open.get() {
            answers.want(asked.question());
        }
    });
    let children = StoredValue::new(children);
    view! {
        <Disclosure label testid>
            <AnswerGate asked>{children.with_value(|children| children())}</AnswerGate>
        </Disclosure>
    }
}

/// An answer that is asked now, and again whenever data set or filter change; to be called anew when the question changes.
pub fn asked_now<T: OneAnswer>(
    asked: Asked<T>,
    show: impl Fn(Asked<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let answers = expect_context::<Answers>();
    Effect::new(move || answers.want(asked.question()));
    let show = StoredValue::new(show);
    view! { <AnswerGate asked>{show.with_value(|show| show(asked))}</AnswerGate> }.into_any()
}
