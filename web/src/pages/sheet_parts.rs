//! What sheets have in common: lists of lines, answers that are asked when the sheet is opened, the choice of another one.

use evenhand_protocol::{DatasetSummary, EntityKind, OneAnswer, entity_link};
use evenhand_words::{Names, Words};
use leptos::prelude::*;

use super::page_frame::Sources;
use crate::components::Select;
use crate::state::Router;

/// A list of lines.
pub fn lines(lines: impl Fn() -> Vec<String> + Copy + Send + Sync + 'static) -> AnyView {
    let items = move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// The choice of another entity of the kind, which leads to its sheet.
pub fn chooser<T: OneAnswer>(
    sources: Sources<T>,
    label: fn(&'static Words) -> &'static str,
    kind: EntityKind,
    id: Signal<String>,
) -> AnyView {
    let router = expect_context::<Router>();
    let options = Signal::derive(move || {
        let made = sources.make(|_, scope| {
            let named = |id: String| {
                let name = scope.names.name(kind, &id);
                (id, name)
            };
            ids(scope.dataset, kind).into_iter().map(named).collect::<Vec<_>>()
        });
        made.unwrap_or_default()
    });
    let choose = move |id: String| router.go(|route| *route = route.to_entity(&entity_link(kind, &id)));
    view! {
        <p class="chooser">
            <Select label testid="sheet-choose" options chosen=id choose />
        </p>
    }
    .into_any()
}

fn ids(dataset: &DatasetSummary, kind: EntityKind) -> Vec<String> {
    match kind {
        EntityKind::Round => dataset.rounds.iter().map(|info| info.id.clone()).collect(),
        EntityKind::Provider => dataset.providers.iter().map(|info| info.id.clone()).collect(),
        EntityKind::Indicator => dataset.indicators.iter().map(|info| info.id.clone()).collect(),
        EntityKind::Evaluator => dataset.evaluators.iter().map(|info| info.id.clone()).collect(),
    }
}
