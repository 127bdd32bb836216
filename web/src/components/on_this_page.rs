//! What a page holds, as links to its sections.

use evenhand_protocol::Page;
use gloo::utils::window;
use leptos::prelude::*;

use crate::i18n::t;
use crate::sections::{PageSection, sections_of};
use crate::state::Router;

/// Pixels from which there is room for the list beside everything else.
const WIDE: f64 = 700.0;

/// The list of a page's sections, unfolded where there is room for it.
#[component]
pub fn OnThisPage(
    /// The page.
    page: Page,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let is_wide =
        window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width > WIDE);
    let link = |section: &'static PageSection| {
        let href = move || router.href(|route| route.to_section(page, section.name));
        view! { <li><a href=href>{t(section.heading)}</a></li> }
    };
    view! {
        <nav class="on-this-page" aria-labelledby="on-this-page">
            <details open=is_wide data-testid="on-this-page">
                <summary id="on-this-page">{t(|w| w.nav.on_this_page)}</summary>
                <ul>{sections_of(page).map(link).collect_view()}</ul>
            </details>
        </nav>
    }
}
