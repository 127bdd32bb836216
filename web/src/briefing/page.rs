//! The page on which a briefing is arranged.

use evenhand_protocol::Pinned;
use leptos::prelude::*;

use super::exports::Exports;
use super::feedback_texts::FeedbackTextBoxes;
use super::full_screen::ask_full_screen;
use super::notice::NoticeLine;
use super::settings::Settings;
use super::slide_card::SlideCard;
use super::templates::Templates;
use crate::charts::is_dark;
use crate::components::NothingLoaded;
use crate::i18n::t;
use crate::state::{BriefingState, Dataset, Router};

/// The page about the briefing.
#[component]
pub fn BriefingPage() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let loaded = Memo::new(move |_| dataset.loaded.with(Option::is_some));
    view! {
        <h1 class="question">{t(|w| w.report.briefing_question)}</h1>
        <Show when=move || loaded.get() fallback=NothingLoaded>
            <Contents />
        </Show>
    }
}

#[component]
fn Contents() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    // What was said on another page is read by now.
    state.note.set(None);
    state.keep_drawn(is_dark(expect_context::<Router>()));
    let any = Memo::new(move |_| state.briefing.with(|briefing| !briefing.items.is_empty()));
    let ids = move || {
        state.briefing.with(|briefing| briefing.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>())
    };
    view! {
        <div class="briefing" data-testid="briefing" aria-busy=move || state.drawing.get().to_string()>
            <NoticeLine />
            <Templates />
            <Show
                when=move || any.get()
                fallback=|| view! { <p class="intro" data-testid="briefing-empty">{t(|w| w.report.briefing_empty)}</p> }
            >
                <p class="button-row">
                    <button
                        type="button"
                        class="button primary"
                        data-testid="present"
                        on:click=move |_| {
                            ask_full_screen();
                            state.presenting.set(Some(0));
                        }
                    >
                        {t(|w| w.report.present)}
                    </button>
                    <Show when=move || state.can_undo()>
                        <button type="button" class="button" data-testid="briefing-undo" on:click=move |_| state.undo()>
                            {t(|w| w.report.undo)}
                        </button>
                    </Show>
                </p>
                <Settings />
            </Show>
            <section class="section">
                <h2>{t(|w| w.report.slides)}</h2>
                <p class="remark">{t(|w| w.report.move_hint)}</p>
                <ol class="slide-list" data-testid="slides">
                    <For each=ids key=|id| id.clone() let(id)>
                        <SlideCard id />
                    </For>
                </ol>
                <p class="button-row">
                    <button type="button" class="button" data-testid="add-title" on:click=move |_| state.pin(Pinned::Title)>
                        {t(|w| w.report.add_title)}
                    </button>
                    <button type="button" class="button" data-testid="add-text" on:click=move |_| state.pin(Pinned::Text)>
                        {t(|w| w.report.add_text)}
                    </button>
                </p>
            </section>
            <Exports any=any.into() />
            <FeedbackTextBoxes />
        </div>
    }
}
