//! What became of the latest action, and what goes on.

use evenhand_words::Language;
use leptos::prelude::*;

use crate::components::{trouble_words, working};
use crate::i18n::language;
use crate::state::{BriefingNote, BriefingState, BriefingWork};

/// A line of status, with the way to stop what takes long.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let text = move || state.note.get().map(|note| words(&note, language()));
    let busy = Memo::new(move |_| state.work.get() != BriefingWork::Idle);
    let progress = Signal::derive(move || match state.work.get() {
        BriefingWork::Busy(now) => now,
        _ => None,
    });
    view! {
        <div class="briefing-note" role="status" data-testid="briefing-note">
            {move || text().map(|text| view! { <p class="notice">{text}</p> })}
        </div>
        <Show when=move || busy.get()>
            {working(progress, |w| w.report.exporting, ["briefing-busy", "briefing-stop"], move || state.cancel())}
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
