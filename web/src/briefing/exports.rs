//! Files of the briefing.

use evenhand_protocol::ReportFormat;
use evenhand_words::Words;
use leptos::prelude::*;

use crate::charts::save_text;
use crate::components::print_alone;
use crate::i18n::t;
use crate::state::{BriefingState, BriefingWork};

type Label = fn(&'static Words) -> &'static str;

/// The name under which a briefing is saved.
const NAME: &str = "evenhand-briefing.json";

/// Files of the slides.
const OF_SLIDES: [(ReportFormat, Label); 4] = [
    (ReportFormat::Pptx, |w| w.report.export_pptx),
    (ReportFormat::Html, |w| w.report.export_html),
    (ReportFormat::Xlsx, |w| w.report.export_xlsx),
    (ReportFormat::Json, |w| w.report.export_json),
];

/// Files of sheets, which need no slides.
const OF_SHEETS: [(ReportFormat, Label); 2] = [
    (ReportFormat::Sheets, |w| w.report.export_sheets),
    (ReportFormat::SheetsHtml, |w| w.report.export_sheets_html),
];

/// A button for each kind of file.
#[component]
pub fn Exports(
    /// Whether there are slides.
    any: Signal<bool>,
) -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let save = move |_| {
        if let Some(text) = state.as_file() {
            save_text(NAME, "application/json", &text);
        }
    };
    view! {
        <section class="section" data-testid="exports">
            <h2>{t(|w| w.report.export)}</h2>
            <Show when=move || any.get()>
                <p class="button-row">
                    {OF_SLIDES.map(|(format, label)| button(state, format, label))}
                    <button type="button" class="button" data-testid="print-briefing" on:click=move |_| print_alone("briefing")>
                        {t(|w| w.report.export_print)}
                    </button>
                    <button type="button" class="button" data-testid="save-briefing" on:click=save>
                        {t(|w| w.report.save_briefing)}
                    </button>
                </p>
            </Show>
            <p class="button-row">{OF_SHEETS.map(|(format, label)| button(state, format, label))}</p>
        </section>
    }
}

fn button(state: BriefingState, format: ReportFormat, label: Label) -> AnyView {
    view! {
        <button
            type="button"
            class="button"
            disabled=move || state.work.get() != BriefingWork::Idle
            data-testid=format!("export-{}", format.code())
            on:click=move |_| state.export(format)
        >
            {t(label)}
        </button>
    }
    .into_any()
}
