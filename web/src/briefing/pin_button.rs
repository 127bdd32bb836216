//! The button that pins something to the briefing, or takes it out again.

use evenhand_protocol::Pinned;
use leptos::prelude::*;

use crate::i18n::t;
use crate::state::BriefingState;

/// Pins `what`, as it is when the button is pressed.
pub fn pin_button(what: impl Fn() -> Pinned + Send + Sync + Clone + 'static) -> AnyView {
    let state = expect_context::<BriefingState>();
    let here = what.clone();
    let item = Memo::new(move |_| state.item_of(&here()));
    let is_pinned = move || item.with(Option::is_some);
    let turn = move |_| match item.get_untracked() {
        Some(id) => state.remove(&id),
        None => state.pin(untrack(&what)),
    };
    view! {
        <button
            type="button"
            class="button quiet pin"
            data-testid="pin"
            aria-pressed=move || is_pinned().to_string()
            aria-label=t(|w| w.report.pin)
            title=t(|w| w.report.pin)
            on:click=turn
        >
            <span aria-hidden="true">{move || if is_pinned() { "★" } else { "☆" }}</span>
            {t(|w| w.report.pin_short)}
        </button>
    }
    .into_any()
}
