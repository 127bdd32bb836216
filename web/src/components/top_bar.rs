//! The top bar: what is loaded, which part of it is looked at, language and theme.

use leptos::prelude::*;

use super::filter_menu::FilterMenu;
use super::switches::{LanguageSwitch, ThemeSwitch};
use crate::i18n::{language, t};
use crate::palette::PaletteButton;
use crate::state::{Dataset, Router};

/// The bar above every page.
#[component]
pub fn TopBar() -> impl IntoView {
    view! {
        <div class="top-bar" role="group" aria-label=t(|w| w.nav.dataset)>
            <DatasetName />
            <Filters />
            <div class="switches">
                <PaletteButton />
                <LanguageSwitch />
                <ThemeSwitch />
            </div>
        </div>
    }
}

#[component]
fn DatasetName() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let name = move || dataset.with_summary(|summary| summary.name.clone());
    let counts = move || dataset.with_summary(|summary| evenhand_words::dataset(language(), summary));
    view! {
        <div class="dataset">
            <p class="dataset-name" data-testid="dataset-name">
                {move || name().unwrap_or_else(|| language().words().nav.no_dataset.to_owned())}
            </p>
            <p class="dataset-counts" data-testid="dataset-counts">{counts}</p>
        </div>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let router = expect_context::<Router>();
    let rounds = Memo::new(move |_| {
        let options = dataset.with_summary(|summary| {
            let option = |round: &evenhand_protocol::RoundInfo| {
                let label = round.label.clone().unwrap_or_else(|| round.id.clone());
                (round.id.clone(), label)
            };
            summary.rounds.iter().map(option).collect::<Vec<_>>()
        });
        options.unwrap_or_default()
    });
    let categories = Memo::new(move |_| {
        let options = dataset.with_summary(|summary| {
            summary.categories.iter().map(|name| (name.clone(), name.clone())).collect()
        });
        options.unwrap_or_default()
    });
    let filtered = move || router.filter.with(|filter| !filter.is_empty());
    view! {
        <div class="filters">
            <FilterMenu
                label=|w| w.nav.filter_round
                all=|w| w.nav.all_rounds
                testid="filter-round"
                options=rounds
                chosen=Signal::derive(move || router.filter.with(|filter| filter.rounds.clone()))
                choose=move |rounds| router.go(|route| route.filter.rounds = rounds)
            />
            <FilterMenu
                label=|w| w.nav.filter_category
                all=|w| w.nav.all_categories
                testid="filter-category"
                options=categories
                chosen=Signal::derive(move || router.filter.with(|filter| filter.categories.clone()))
                choose=move |categories| router.go(|route| route.filter.categories = categories)
            />
            <Show when=filtered>
                <button
                    type="button"
                    class="button quiet"
                    data-testid="filter-clear"
                    on:click=move |_| router.go(|route| route.filter = evenhand_protocol::Filter::default())
                >
                    {t(|w| w.nav.clear_filters)}
                </button>
            </Show>
        </div>
    }
}
