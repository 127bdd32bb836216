//! How far long work is, and the button that stops it.

use evenhand_protocol::Progress;
use evenhand_words::{Words, percent};
use leptos::prelude::*;

use crate::i18n::{language, t};

/// A line of words with the share that is done, a bar, and the button; `testids` name the whole and the button.
pub fn working(
    progress: Signal<Option<Progress>>,
    label: fn(&'static Words) -> &'static str,
    testids: [&'static str; 2],
    on_stop: impl Fn() + 'static,
) -> impl IntoView {
    let share = Memo::new(move |_| {
        let known = progress.get().filter(|now| now.total > 0);
        known.map(|now| now.done as f64 / now.total as f64)
    });
    let text = move || {
        let words = label(language().words());
        share.get().map_or_else(|| words.to_owned(), |share| format!("{words} {}", percent(share, 0)))
    };
    // Without a value the bar says that it does not know how far it is.
    let value = move || share.get().map(|share| format!("{share:.3}"));
    let [whole, button] = testids;
    view! {
        <div class="waiting" data-testid=whole>
            <p role="status">{text}</p>
            <progress max="1" value=value aria-label=t(label)></progress>
            <button type="button" class="button" data-testid=button on:click=move |_| on_stop()>
                {t(|w| w.common.stop)}
            </button>
        </div>
    }
}
