//! The navigation: the pages in their order, as links that keep filter, language and theme.

use evenhand_protocol::Page;
use evenhand_words::Words;
use leptos::prelude::*;

use super::method_link::methods_address;
use crate::i18n::{language, t};
use crate::palette::PaletteButton;
use crate::state::{BriefingState, Dataset, Router};

type Label = fn(&'static Words) -> &'static str;

const LINKS: [(Page, Label, &str); 7] = [
    (Page::Load, |w| w.nav.load, "nav-load"),
    (Page::Quality, |w| w.nav.quality, "nav-quality"),
    (Page::Overview, |w| w.nav.overview, "nav-overview"),
    (Page::Evaluators, |w| w.nav.evaluators, "nav-evaluators"),
    (Page::Indicators, |w| w.nav.indicators, "nav-indicators"),
    (Page::Providers, |w| w.nav.providers, "nav-providers"),
    (Page::Briefing, |w| w.report.briefing, "nav-briefing"),
];

/// The navigation at the left, or at the bottom of a narrow screen.
#[component]
pub fn SideNav() -> impl IntoView {
    let links = LINKS.map(|(page, label, testid)| view! { <NavLink page label testid /> });
    view! {
        <header class="side">
            <p class="brand">
                <span class="brand-mark" aria-hidden="true"></span>
                <span class="brand-name">{t(|w| w.nav.product)}</span>
            </p>
            <PaletteButton />
            <nav class="nav" aria-label=t(|w| w.nav.pages)>
                <ul class="nav-list">{links}</ul>
            </nav>
            <p class="side-note">
                <a
                    class="side-link"
                    href=move || methods_address(language(), "")
                    target="_blank"
                    rel="noopener"
                    data-testid="methods"
                >
                    {t(|w| w.methods.heading)}
                </a>
                {t(|w| w.load.privacy)}
            </p>
        </header>
    }
}

#[component]
fn NavLink(page: Page, label: Label, testid: &'static str) -> impl IntoView {
    let router = expect_context::<Router>();
    let dataset = expect_context::<Dataset>();
    let current = move || (router.page.get() == page).then_some("page");
    let empty = move || page != Page::Load && dataset.loaded.with(Option::is_none);
    let briefing = expect_context::<BriefingState>();
    let pinned = move || {
        let n = briefing.briefing.with(|briefing| briefing.items.len());
        (page == Page::Briefing && n > 0).then_some(n)
    };
    view! {
        <li>
            <a
                class="nav-link"
                class:is-empty=empty
                href=move || router.href(|route| route.on(page))
                aria-current=current
                data-testid=testid
            >
                {t(label)}
                {move || pinned().map(|n| view! { <span class="nav-count">{n}</span> })}
            </a>
        </li>
    }
}
