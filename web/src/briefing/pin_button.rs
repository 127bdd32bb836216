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
    let turn = move |_| match item.get_untracked() {
        Some(id) => state.remove(&id),
        None => state.pin(untrack(&what)),
    };
    view! {
        <button
            type="button"
            class="button quiet pin"
            data-testid="pin"
            aria-pressed=move || item.with(Option::is_some).to_string()
            on:click=turn
        >
            <span aria-hidden="true">{move || if item.with(Option::is_some) { "★ " } else { "☆ " }}</span>
            {move || if item.with(Option::is_some) { t(|w| w.report.pinned)() } else { t(|w| w.report.pin)() }}
        </button>
    }
    .into_any()
}
