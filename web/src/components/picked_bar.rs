//! What is picked on the page, and what can be done with it.

use evenhand_protocol::EntityRef;
use evenhand_words::{DatasetNames, Names, picked};
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::{Dataset, Picked};

/// How many names are told.
const NAMED: usize = 6;

/// A bar at the foot of the window as long as anything is picked.
#[component]
pub fn PickedBar() -> impl IntoView {
    let state = expect_context::<Picked>();
    let dataset = expect_context::<Dataset>();
    let any = Memo::new(move |_| !state.all().is_empty());
    let text = move || {
        let all = state.all();
        let names: Vec<String> = dataset
            .with_summary(|dataset| {
                let names = DatasetNames::new(dataset);
                all.iter().take(NAMED).map(|entity| name_of(entity, &names)).collect()
            })
            .unwrap_or_default();
        picked(language(), all.len(), &names)
    };
    view! {
        <Show when=move || any.get()>
            <div class="picked-bar" role="status" data-testid="picked-bar">
                <p>{text}</p>
                <p class="button-row">
                    <button
                        type="button"
                        class="button"
                        aria-pressed=move || state.only.get().to_string()
                        data-testid="picked-only"
                        on:click=move |_| state.only.update(|only| *only = !*only)
                    >
                        {t(|w| w.common.picked_only)}
                    </button>
                    <button type="button" class="button quiet" data-testid="picked-clear" on:click=move |_| state.clear()>
                        {t(|w| w.common.let_go)}
                    </button>
                </p>
            </div>
        </Show>
    }
}

fn name_of(link: &str, names: &dyn Names) -> String {
    EntityRef::of_link(link).map_or_else(|| link.to_owned(), |entity| names.name(entity.kind, &entity.id))
}
