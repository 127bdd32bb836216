//! Where scores are missing: two maps.

use evenhand_charts::domain::{Context, missing_by_evaluator, missing_by_indicator};
use evenhand_charts::{Frame, Scene};
use evenhand_protocol::{Coverage, MissingMap};
use evenhand_words::DatasetNames;
use leptos::prelude::*;

use super::page_frame::Section;
use super::quality::with_report;
use crate::components::ChartCard;
use crate::i18n::{language, t};
use crate::state::Dataset;

/// The maps, or the sentence that nothing is missing.
#[component]
pub fn Missing() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let any = Memo::new(move |_| {
        let gap = |cell: &Coverage| cell.scored < cell.expected;
        with_report(dataset, |report| report.missing.by_evaluator.iter().any(gap)).unwrap_or(false)
    });
    let map = move |draw: fn(&MissingMap, &Context<'_>) -> Scene| {
        move |frame: Frame| {
            let language = language();
            dataset.loaded.with(|loaded| {
                let loaded = loaded.as_ref()?;
                let names = DatasetNames::new(&loaded.summary);
                let context = Context { language, names: &names, dataset: &loaded.summary, frame };
                Some(draw(&loaded.quality.missing, &context))
            })
        }
    };
    view! {
        <Section title=|w| w.quality.missing_heading>
            <Show
                when=move || any.get()
                fallback=|| view! { <p data-testid="nothing-missing">{t(|w| w.quality.nothing_missing)}</p> }
            >
                <div class="maps">
                    <ChartCard scene=map(missing_by_indicator) name="missing-indicators" />
                    <ChartCard scene=map(missing_by_evaluator) name="missing-evaluators" />
                </div>
            </Show>
        </Section>
    }
}
