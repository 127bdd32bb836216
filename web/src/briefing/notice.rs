//! What became of the latest action, and what goes on.

use evenhand_words::Language;
use leptos::prelude::*;

use crate::components::trouble_words;
use crate::i18n::{language, t};
use crate::state::{BriefingNote, BriefingState, BriefingWork};

/// A line of status, with the way to stop what takes long.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let text = move || state.note.get().map(|note| words(&note, language()));
    let busy = Memo::new(move |_| state.work.get() != BriefingWork::Idle);
    let share = move || match state.work.get() {
        BriefingWork::Busy(Some(now)) if now.total > 0 => Some(now.done as f64 / now.total as f64),
        _ => None,
    };
    let value = move || share().map(|share| format!("{share:.3}"));
    let told = move || {
        let words = language().words().report.exporting;
        share().map_or_else(
            || words.to_owned(),
            |share| format!("{words} {}", evenhand_words::percent(share, 0)),
        )
    };
    view! {
        <div role="status" data-testid="briefing-note">
            {move || text().map(|text| view! { <p class="notice">{text}</p> })}
        </div>
        <Show when=move || busy.get()>
            <div class="waiting" data-testid="briefing-busy">
                <p role="status">{told}</p>
                <progress max="1" value=value aria-label=t(|w| w.report.exporting)></progress>
                <button type="button" class="button" data-testid="briefing-stop" on:click=move |_| state.cancel()>
                    {t(|w| w.common.stop)}
                </button>
            </div>
        </Show>
    }
}

fn words(note: &BriefingNote, language: Language) -> String {
    let words = &language.words().report;
    match note {
        BriefingNote::Pinned => words.pinned_now.to_owned(),
        BriefingNote::Removed => words.removed.to_owned(),
        BriefingNote::Exported => words.exported.to_owned(),
        BriefingNote::NoBriefing => words.not_a_briefing.to_owned(),
        BriefingNote::Newer => words.newer_briefing.to_owned(),
        BriefingNote::Failed(trouble) => trouble_words(trouble, language),
    }
}
