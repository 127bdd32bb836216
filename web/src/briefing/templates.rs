//! Templates: briefings that are composed from the answers.

use evenhand_protocol::Template;
use evenhand_words::Words;
use leptos::prelude::*;

use crate::components::text_file_button;
use crate::i18n::t;
use crate::state::{BriefingState, BriefingWork};

type Label = fn(&'static Words) -> &'static str;

const TEMPLATES: [(Template, Label, Label); 4] = [
    (Template::Stakeholders, |w| w.report.stakeholders, |w| w.report.stakeholders_hint),
    (Template::Training, |w| w.report.training, |w| w.report.training_hint),
    (Template::Providers, |w| w.report.providers, |w| w.report.providers_hint),
    (Template::Annual, |w| w.report.annual, |w| w.report.annual_hint),
];

/// A button for each template, and the way to a saved briefing.
#[component]
pub fn Templates() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let busy = move || state.work.get() != BriefingWork::Idle;
    let replaces = move || state.briefing.with(|briefing| !briefing.items.is_empty());
    let buttons = TEMPLATES.map(|(template, name, hint)| {
        view! {
            <li>
                <button
                    type="button"
                    class="button template"
                    disabled=busy
                    data-testid=format!("template-{}", template.code())
                    on:click=move |_| state.compose(template)
                >
                    <strong>{t(name)}</strong>
                    <span>{t(hint)}</span>
                </button>
            </li>
        }
    });
    view! {
        <section class="section">
            <h2>{t(|w| w.report.templates)}</h2>
            <Show when=replaces>
                <p class="remark">{t(|w| w.report.template_replaces)}</p>
            </Show>
            <ul class="template-list">{buttons}</ul>
            <p class="button-row">
                {text_file_button(|w| w.report.open_briefing, "open-briefing", "briefing-input", move |text| {
                    state.open(&text);
                })}
            </p>
        </section>
    }
}
