//! A page on which the sheet of one entity may lie, with the way back.

use evenhand_protocol::{EntityKind, Page, entity_link};
use evenhand_words::{DatasetNames, Names, page};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement, MouseEvent};

use crate::i18n::{language, t};
use crate::state::{Dataset, Route, Router};

/// What makes the sheet of an entity.
type MakeSheet = fn(Signal<String>) -> AnyView;

/// The contents of a page, or in their place the sheet of the entity that the address names. The contents stay as they are
/// meanwhile, so that the way back leads to the same place.
#[component]
pub fn WithSheet(
    /// The page.
    page: Page,
    /// What its sheets are about.
    kind: EntityKind,
    /// Makes the sheet of an id.
    sheet: MakeSheet,
    /// The contents.
    children: ChildrenFn,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let wanted = router.sheet_of(kind.code());
    let is_open = Memo::new(move |_| wanted.with(Option::is_some));
    // Not made before they are seen: who follows a link to a sheet waits for no page.
    let seen = Memo::new(move |before: Option<&bool>| before == Some(&true) || !is_open.get());
    // The last one, so that a sheet that closes does not change.
    let id = Memo::new(move |before: Option<&String>| {
        wanted.get().or_else(|| before.cloned()).unwrap_or_default()
    });
    focus_on_the_way_back(kind, wanted);
    let children = StoredValue::new(children);
    view! {
        <div hidden=move || is_open.get()>
            <Show when=move || seen.get()>{children.with_value(|children| children())}</Show>
        </div>
        <Show when=move || is_open.get()>
            <Head page kind id=id.into() />
            {sheet(id.into())}
        </Show>
    }
}

/// The trail to a sheet and its name; the name has the focus at first.
#[component]
fn Head(page: Page, kind: EntityKind, id: Signal<String>) -> impl IntoView {
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let name = Memo::new(move |_| {
        let id = id.get();
        let named = dataset.with_summary(|summary| DatasetNames::new(summary).name(kind, &id));
        named.unwrap_or(id)
    });
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move || {
        id.track();
        let Some(heading) = heading.get() else { return };
        Timeout::new(0, move || focus(&heading)).forget();
    });
    let back = move |event: MouseEvent| {
        // A click that asks for another tab is the browser's.
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            router.go_back_to(|route| *route = route.without_sheet());
        }
    };
    view! {
        <nav class="breadcrumbs" aria-label=t(|w| w.sheets.trail) data-testid="breadcrumbs">
            <ol>
                <li>
                    <a href=move || router.href(Route::without_sheet) on:click=back>
                        {move || self::page(language(), page)}
                    </a>
                </li>
                <li aria-current="page">{move || id.get()}</li>
            </ol>
            <button type="button" class="button quiet" data-testid="back" on:click=move |_| go_back()>
                {t(|w| w.sheets.back)}
            </button>
        </nav>
        <h1 class="question" tabindex="-1" node_ref=heading data-testid="sheet-name">{name}</h1>
    }
}

/// The way that the reader came.
fn go_back() {
    // A browser that refuses has its own button for it.
    let _ = window().history().and_then(|history| history.back());
}

/// The link that led to the sheet has the focus again when it is closed.
fn focus_on_the_way_back(kind: EntityKind, wanted: Memo<Option<String>>) {
    Effect::new(move |before: Option<Option<String>>| {
        let now = wanted.get();
        if let (Some(before), None) = (before.flatten(), &now) {
            Timeout::new(0, move || {
                let link = entity_link(kind, &before).replace('\\', "\\\\").replace('"', "\\\"");
                let links = document().query_selector_all(&format!("a[data-entity=\"{link}\"]"));
                let Ok(links) = links else { return };
                let shown = (0..links.length())
                    .filter_map(|k| links.item(k)?.dyn_into::<HtmlElement>().ok())
                    .find(|link| link.offset_parent().is_some());
                if let Some(link) = shown {
                    focus(&link);
                }
            })
            .forget();
        }
        now
    });
}

fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
