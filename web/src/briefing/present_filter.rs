//! A filter for a question from the room: the slide of the moment for another part of the data.

use evenhand_protocol::FilterField;
use evenhand_words::Words;
use leptos::prelude::*;

use super::present::Stage;
use crate::charts::is_dark;
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{BriefingState, Dataset, Router, filter_values};

type Label = fn(&'static Words) -> &'static str;

const FIELDS: [(FilterField, Label, &str); 5] = [
    (FilterField::Round, |w| w.nav.filter_round, "ask-round"),
    (FilterField::Category, |w| w.nav.filter_category, "ask-category"),
    (FilterField::Dimension, |w| w.nav.filter_dimension, "ask-dimension"),
    (FilterField::Source, |w| w.nav.filter_source, "ask-source"),
    (FilterField::Group, |w| w.nav.filter_group, "ask-group"),
];

/// Selects for what the data set can be filtered by; the briefing stays as it is.
#[component]
pub fn PresentFilter(stage: Stage) -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let dark = is_dark(expect_context::<Router>());
    let filter = RwSignal::new(evenhand_protocol::Filter::default());
    // Each slide is asked about afresh, from the filter that it was pinned with.
    Effect::new(move || {
        let place = stage.at.get();
        let of_item = |briefing: &evenhand_protocol::Briefing| {
            briefing.items.get(place).map(|item| item.filter.clone())
        };
        filter.set(state.briefing.with_untracked(of_item).unwrap_or_default());
    });
    let ask = move |field: FilterField, value: String| {
        filter.update(|filter| {
            *filter.of_mut(field) = Some(value).filter(|value| !value.is_empty()).into_iter().collect();
        });
        let dark = state.theme.get_untracked().unwrap_or_else(|| dark.get_untracked());
        state.draw_filtered(stage.at.get_untracked(), filter.get_untracked(), dark, stage.answer);
    };
    let selects = FIELDS.map(|(field, label, testid)| select(field, label, testid, filter, ask));
    view! {
        <div class="presenter-filter" data-testid="presenter-asking">
            {selects}
            <Show when=move || stage.answer.with(Option::is_some)>
                <p role="status">
                    {t(|w| w.report.live_filter_on)} " "
                    <button type="button" class="button" data-testid="ask-back" on:click=move |_| state.drop_filtered(stage.answer)>
                        {t(|w| w.report.live_filter_off)}
                    </button>
                </p>
            </Show>
        </div>
    }
}

/// The select of a field; there is none where there is nothing to choose from.
fn select(
    field: FilterField,
    label: Label,
    testid: &'static str,
    filter: RwSignal<evenhand_protocol::Filter>,
    ask: impl Fn(FilterField, String) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let values =
        Memo::new(move |_| dataset.with_summary(|summary| filter_values(summary, field)).unwrap_or_default());
    let options = Signal::derive(move || {
        let all = (String::new(), language().words().nav.all.to_owned());
        std::iter::once(all).chain(values.get()).collect::<Vec<_>>()
    });
    let chosen =
        Signal::derive(move || filter.with(|filter| filter.of(field).first().cloned().unwrap_or_default()));
    let any = move || values.with(|values| values.len() > 1);
    view! {
        <Show when=any>
            <Select label testid options chosen choose=move |value| ask(field, value) />
        </Show>
    }
}
