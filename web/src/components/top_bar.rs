//! The top bar: what is loaded, which part of it is looked at, language and theme.

use evenhand_protocol::{Answer, Filter, FilterField, Question, SelectionCounts};
use leptos::prelude::*;

use super::filter_menu::FilterMenu;
use super::switches::{LanguageSwitch, ThemeSwitch, TypeSwitch};
use crate::i18n::{language, t};
use crate::state::{AnswerState, Answers, Dataset, Router, filter_values};

/// The bar above every page.
#[component]
pub fn TopBar() -> impl IntoView {
    view! {
        <section class="top-bar" aria-label=t(|w| w.nav.dataset)>
            <DatasetName />
            <Filters />
            <div class="switches">
                <LanguageSwitch />
                <ThemeSwitch />
                <TypeSwitch />
            </div>
        </section>
    }
}

#[component]
fn DatasetName() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let name = move || dataset.with_summary(|summary| summary.name.clone());
    let in_view = selection_counts();
    let counts = move || {
        dataset.with_summary(|summary| match in_view.get() {
            Some(view) => evenhand_words::in_view(language(), &view, summary),
            None => evenhand_words::dataset(language(), summary),
        })
    };
    view! {
        <div class="dataset">
            <p class="dataset-name" data-testid="dataset-name">
                {move || name().unwrap_or_else(|| language().words().nav.no_dataset.to_owned())}
            </p>
            <p class="dataset-counts" data-testid="dataset-counts">{counts}</p>
        </div>
    }
}

/// How much passes the filter; nothing while everything does. Until a new count is known the latest one stays.
fn selection_counts() -> Memo<Option<SelectionCounts>> {
    let router = expect_context::<Router>();
    let answers = expect_context::<Answers>();
    Memo::new(move |before: Option<&Option<SelectionCounts>>| {
        if router.filter.with(Filter::is_empty) {
            return None;
        }
        match answers.state(Question::Overview) {
            Some(AnswerState::Ready(answer)) => match answer.as_ref() {
                Answer::Overview(answer) => Some(answer.selection),
                _ => None,
            },
            Some(AnswerState::Failed(_)) => None,
            Some(AnswerState::Pending) | None => before.copied().flatten(),
        }
    })
}

#[component]
fn Filters() -> impl IntoView {
    let router = expect_context::<Router>();
    let filtered = move || router.filter.with(|filter| !filter.is_empty());
    let menus = FilterField::ALL.map(|field| view! { <FieldFilter field /> });
    view! {
        <div class="filters">
            {menus}
            <Show when=filtered>
                <button
                    type="button"
                    class="button quiet"
                    data-testid="filter-clear"
                    on:click=move |_| router.go(|route| route.filter = Filter::default())
                >
                    {t(|w| w.nav.clear_filters)}
                </button>
            </Show>
            <Show when=move || router.can_undo()>
                <button type="button" class="button quiet" data-testid="undo" on:click=move |_| router.undo()>
                    {t(|w| w.nav.undo)}
                </button>
            </Show>
        </div>
    }
}

/// The menu of one field; there is none where the data set has nothing to choose from.
#[component]
fn FieldFilter(field: FilterField) -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let router = expect_context::<Router>();
    let options =
        Memo::new(move |_| dataset.with_summary(|summary| filter_values(summary, field)).unwrap_or_default());
    let testid = match field {
        FilterField::Round => "filter-round",
        FilterField::Category => "filter-category",
        FilterField::Dimension => "filter-dimension",
        FilterField::Source => "filter-source",
        FilterField::Group => "filter-group",
    };
    view! {
        <FilterMenu
            field
            testid
            options
            chosen=Signal::derive(move || router.filter.with(|filter| filter.of(field).clone()))
            choose=Callback::new(move |chosen| router.go(|route| *route.filter.of_mut(field) = chosen))
        />
    }
}
