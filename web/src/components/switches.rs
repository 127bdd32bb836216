//! The switches of language, theme and size of type.

use evenhand_words::{Language, Words};
use leptos::prelude::*;

use crate::i18n::t;
use crate::state::{Router, Theme};

/// Each language by its own name.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let router = expect_context::<Router>();
    let buttons = Language::ALL.map(|language| {
        view! {
            <button
                type="button"
                class="segment"
                lang=language.code()
                aria-pressed=move || (router.language.get() == language).to_string()
                data-testid=format!("language-{}", language.code())
                on:click=move |_| router.go(|route| route.language = language)
            >
                {language.name()}
            </button>
        }
    });
    view! { <div class="segments" role="group" aria-label=t(|w| w.nav.language)>{buttons}</div> }
}

/// Like the system, light or dark.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let router = expect_context::<Router>();
    let buttons = Theme::ALL.map(|theme| {
        let (label, sign): (fn(&'static Words) -> &'static str, _) = match theme {
            Theme::Auto => (|w| w.nav.theme_auto, "◐"),
            Theme::Light => (|w| w.nav.theme_light, "☀"),
            Theme::Dark => (|w| w.nav.theme_dark, "☾"),
        };
        view! {
            <button
                type="button"
                class="segment"
                aria-pressed=move || (router.theme.get() == theme).to_string()
                aria-label=t(label)
                title=t(label)
                data-testid=format!("theme-{}", theme.code())
                on:click=move |_| router.go(|route| route.theme = theme)
            >
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    });
    view! { <div class="segments" role="group" aria-label=t(|w| w.nav.theme)>{buttons}</div> }
}

/// Normal or large type, for a meeting room or tired eyes.
#[component]
pub fn TypeSwitch() -> impl IntoView {
    let router = expect_context::<Router>();
    view! {
        <div class="segments">
            <button
                type="button"
                class="segment"
                aria-pressed=move || router.is_large.get().to_string()
                aria-label=t(|w| w.nav.large_type)
                title=t(|w| w.nav.large_type)
                data-testid="type-large"
                on:click=move |_| router.go(|route| route.is_large = !route.is_large)
            >
                <span aria-hidden="true">"A"<span class="larger">"A"</span></span>
            </button>
        </div>
    }
}
