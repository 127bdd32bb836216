//! The guided tour: six places of the page, a few words at each.

mod target;

use evenhand_protocol::Page;
use evenhand_words::Words;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow, Router};
use target::Target;

type Label = fn(&'static Words) -> &'static str;

/// A stop of the tour.
struct Stop {
    page: Page,
    /// The place on the page, by its name for tests.
    place: &'static str,
    title: Label,
    text: Label,
}

const STOPS: [Stop; 6] = [
    Stop {
        page: Page::Overview,
        place: "findings",
        title: |w| w.tour.overview_title,
        text: |w| w.tour.overview,
    },
    Stop {
        page: Page::Evaluators,
        place: "card-severity",
        title: |w| w.tour.evaluators_title,
        text: |w| w.tour.evaluators,
    },
    Stop {
        page: Page::Evaluators,
        place: "card-drift",
        title: |w| w.tour.drift_title,
        text: |w| w.tour.drift,
    },
    Stop {
        page: Page::Indicators,
        place: "filter-round",
        title: |w| w.tour.filter_title,
        text: |w| w.tour.filter,
    },
    Stop {
        page: Page::Providers,
        place: "card-league",
        title: |w| w.tour.providers_title,
        text: |w| w.tour.providers,
    },
    Stop { page: Page::Quality, place: "quality", title: |w| w.tour.quality_title, text: |w| w.tour.quality },
];

/// Where the tour is.
#[derive(Clone, Copy)]
pub struct TourState {
    stop: RwSignal<Option<usize>>,
}

impl TourState {
    /// Not begun.
    pub fn new() -> Self {
        Self { stop: RwSignal::new(None) }
    }

    /// Begins at the first stop; where nothing is loaded yet the first stop waits for the data.
    pub fn begin(&self) {
        self.stop.set(Some(0));
    }
}

/// The words of the stop at hand, beside the page.
#[component]
pub fn Tour() -> impl IntoView {
    let state = expect_context::<TourState>();
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let flow = expect_context::<LoadFlow>();
    let place = StoredValue::new_local(None::<Target>);
    let is_loaded = Memo::new(move |_| !flow.is_busy() && dataset.loaded.with(Option::is_some));
    // What is marked follows the stop, once there is something to show.
    Effect::new(move || {
        let stop = state.stop.get().filter(|_| is_loaded.get()).and_then(|stop| STOPS.get(stop));
        place.set_value(stop.map(|stop| {
            router.go(|route| *route = route.on(stop.page));
            Target::mark(stop.place)
        }));
    });
    view! {
        <Show when=move || state.stop.get().is_some() && is_loaded.get()>
            <Panel state />
        </Show>
    }
}

#[component]
fn Panel(state: TourState) -> impl IntoView {
    let stop = move || state.stop.get().and_then(|stop| STOPS.get(stop));
    let words = move |pick: fn(&Stop) -> Label| stop().map(|stop| pick(stop)(language().words()));
    let number = move || state.stop.get().map_or(0, |stop| stop + 1);
    let is_last = move || number() == STOPS.len();
    let end = move || state.stop.set(None);
    let next = move |_| {
        state.stop.update(|stop| *stop = stop.map(|stop| stop + 1).filter(|stop| *stop < STOPS.len()));
    };
    let back = move |_| state.stop.update(|stop| *stop = stop.map(|stop| stop.saturating_sub(1)));
    let button = NodeRef::<html::Button>::new();
    // At every stop: the button that led here may be gone, and the focus with it.
    Effect::new(move || {
        state.stop.track();
        if let Some(button) = button.get() {
            let _ = button.focus();
        }
    });
    view! {
        <aside
            class="tour"
            role="dialog"
            aria-labelledby="tour-title"
            data-testid="tour"
            on:keydown=move |event: KeyboardEvent| {
                if event.key() == "Escape" {
                    end();
                }
            }
        >
            <p class="tour-count">
                {t(|w| w.tour.label)} " " {move || evenhand_words::n_of(language(), number() as u64, STOPS.len() as u64)}
            </p>
            <div aria-live="polite">
                <h2 id="tour-title" class="tour-title">{move || words(|stop| stop.title)}</h2>
                <p>{move || words(|stop| stop.text)}</p>
            </div>
            <p class="tour-actions">
                <Show when=move || !is_last()>
                    <button type="button" class="button quiet" data-testid="tour-skip" on:click=move |_| end()>
                        {t(|w| w.tour.skip)}
                    </button>
                </Show>
                <Show when=move || { number() > 1 }>
                    <button type="button" class="button" data-testid="tour-back" on:click=back>
                        {t(|w| w.tour.back)}
                    </button>
                </Show>
                <button type="button" class="button primary" node_ref=button data-testid="tour-next" on:click=next>
                    {move || if is_last() { t(|w| w.tour.done)() } else { t(|w| w.tour.next)() }}
                </button>
            </p>
        </aside>
    }
}
