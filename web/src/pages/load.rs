//! Load files, check how they are read, and see what was wrong with them.

use evenhand_protocol::Page;
use evenhand_words::{problems_found, rows_kept};
use leptos::prelude::*;

use super::load_kept::KeptCard;
use super::load_mapping_file::{MappingFileBar, MappingNoteLine};
use super::load_progress::LoadProgress;
use super::load_remembered::RememberedList;
use super::load_tables::Tables;
use super::page_frame::Question;
use crate::components::{DropZone, trouble_words};
use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow, Router};

/// The page on which everything begins.
#[component]
pub fn LoadPage() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let dataset = expect_context::<Dataset>();
    // Tables that are read at once are there for those who come back to this page.
    flow.straight.set(false);
    let has_tables =
        move || !flow.straight.get() && flow.draft.previews.with(|previews| !previews.is_empty());
    view! {
        <Question text=|w| w.load.question />
        <p class="intro">{t(|w| w.load.intro)}</p>
        <LoadProgress />
        <LoadTrouble />
        <DropZone />
        <MappingNoteLine />
        <Show when=move || dataset.loaded.with(Option::is_some)>
            <LoadedNote />
        </Show>
        <Show when=has_tables fallback=Needed>
            <Tables />
        </Show>
        <KeptCard />
        <MappingFileBar />
        <RememberedList />
    }
}

/// Why the latest attempt came to nothing.
#[component]
pub fn LoadTrouble() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    move || {
        flow.trouble.get().map(|trouble| {
            view! {
                <div class="alert" role="alert" data-testid="load-error">
                    <h2>{t(|w| w.errors.load_failed)}</h2>
                    <p>{move || trouble_words(&trouble, language())}</p>
                </div>
            }
        })
    }
}

/// What is loaded, and the way to what was wrong with it.
#[component]
fn LoadedNote() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let router = expect_context::<Router>();
    let summary = move || dataset.with_summary(|summary| evenhand_words::dataset(language(), summary));
    let quality = move || {
        dataset.loaded.with(|loaded| {
            let report = &loaded.as_ref()?.quality;
            let nothing = report.counts.is_empty();
            let found = if nothing {
                language().words().quality.nothing_wrong.to_owned()
            } else {
                problems_found(language(), report)
            };
            Some(format!("{} {found}", rows_kept(language(), report)))
        })
    };
    view! {
        <section class="section loaded-note" data-testid="loaded-note">
            <h2>{t(|w| w.load.loaded_heading)}</h2>
            <p>{summary}</p>
            <p>{quality}</p>
            <p class="button-row">
                <a class="button" href=move || router.href(|route| route.on(Page::Overview))>
                    {t(|w| w.load.go_overview)}
                </a>
                <a class="button" href=move || router.href(|route| route.on(Page::Quality)) data-testid="see-quality">
                    {t(|w| w.load.see_quality)}
                </a>
            </p>
        </section>
    }
}

/// What the files should hold.
#[component]
fn Needed() -> impl IntoView {
    view! {
        <section class="needed">
            <div>
                <h2>{t(|w| w.load.needed_heading)}</h2>
                <p>{t(|w| w.load.needed)}</p>
            </div>
            <div>
                <h2>{t(|w| w.load.optional_heading)}</h2>
                <p>{t(|w| w.load.optional)}</p>
            </div>
        </section>
    }
}
