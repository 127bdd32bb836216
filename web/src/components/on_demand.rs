//! A part of a page whose answer is computed when it is opened.

use evenhand_words::Words;
use leptos::prelude::*;

use super::answer_gate::{AnswerGate, Asked};
use crate::i18n::t;
use crate::state::Answers;

/// A disclosure that asks its question when it is opened, and again whenever data set or filter change while it is.
#[component]
pub fn OnDemand<T: 'static>(
    /// The question.
    asked: Asked<T>,
    /// What is to be had by opening it.
    label: fn(&'static Words) -> &'static str,
    /// Name for tests.
    testid: &'static str,
    /// What is shown once there is an answer.
    children: ChildrenFn,
) -> impl IntoView {
    let answers = expect_context::<Answers>();
    let open = RwSignal::new(false);
    Effect::new(move || {
        if open.get() {
            answers.want(asked.question());
        }
    });
    let children = StoredValue::new(children);
    view! {
        <details class="on-demand" data-testid=testid on:toggle:target=move |event| open.set(event.target().open())>
            <summary>{t(label)}</summary>
            <Show when=move || open.get()>
                <AnswerGate asked>{children.with_value(|children| children())}</AnswerGate>
            </Show>
        </details>
    }
}
