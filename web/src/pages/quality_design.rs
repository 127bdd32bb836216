//! Whether everything can be compared with everything: who connects the rounds, and what hangs apart.

use evenhand_charts::domain::links_heatmap;
use evenhand_protocol::Question as Ask;
use evenhand_words::{design_part, design_verdict};
use leptos::prelude::*;

use super::page_frame::{Section, Sources};
use super::quality::with_report;
use crate::components::{Asked, ChartCard};
use crate::i18n::{language, t};
use crate::state::Dataset;

/// Parts named at most.
const PARTS: usize = 12;

/// The design in a sentence, its parts where there are several, and the rounds' common evaluators.
#[component]
pub fn Design() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let sources = Sources::new(Asked::new(Ask::Overview));
    let verdict = move || with_report(dataset, |report| design_verdict(language(), &report.design));
    let parts = move || {
        let language = language();
        let parts = with_report(dataset, |report| {
            let subsets = report.design.subsets.iter().take(PARTS);
            let part = |one: &evenhand_protocol::DesignSubset| {
                design_part(language, one.evaluators.len(), one.providers.len(), one.rounds.len())
            };
            subsets.map(part).collect::<Vec<_>>()
        });
        let parts = parts.filter(|parts| parts.len() > 1)?;
        let parts = parts.into_iter().map(|part| view! { <li>{part}</li> }).collect_view();
        Some(view! {
            <h3 class="table-title">{t(|w| w.quality.parts)}</h3>
            <ol class="parts" data-testid="design-parts">{parts}</ol>
        })
    };
    let rounds = Memo::new(move |_| dataset.with_summary(|summary| summary.rounds.len()).unwrap_or(0));
    view! {
        <Section title=|w| w.quality.design_heading>
            <p class="verdict-line" data-testid="design-verdict">{verdict}</p>
            {parts}
            <Show when=move || { rounds.get() > 1 }>
                <ChartCard scene=sources.scene(links_heatmap) name="links" />
            </Show>
        </Section>
    }
}
