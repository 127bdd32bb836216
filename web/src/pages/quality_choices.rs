//! What the user decided about problems, and the way back.

use evenhand_words::{chosen_action, joined_ids};
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::LoadFlow;

/// The decisions in force; nothing while there are none.
#[component]
pub fn Choices() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let lines = Memo::new(move |_| {
        let language = language();
        flow.in_use.with(|plan| {
            let Some(plan) = plan else { return Vec::new() };
            let choices = plan.choices.iter().map(|choice| chosen_action(language, choice));
            choices.chain(plan.joins.iter().map(|join| joined_ids(language, join))).collect()
        })
    });
    let can_undo = move || flow.undoable.with(|undoable| !undoable.is_empty());
    let any = move || lines.with(|lines| !lines.is_empty()) || can_undo();
    let items = move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <Show when=any>
            <section class="choices" data-testid="choices">
                <h2>{t(|w| w.quality.your_choices)}</h2>
                <ul>{items}</ul>
                <p class="remark">{t(|w| w.quality.choices_hint)}</p>
                <Show when=can_undo>
                    <button
                        type="button"
                        class="button"
                        disabled=move || flow.is_busy()
                        data-testid="undo-choice"
                        on:click=move |_| flow.undo()
                    >
                        {t(|w| w.quality.undo)}
                    </button>
                </Show>
            </section>
        </Show>
    }
}
