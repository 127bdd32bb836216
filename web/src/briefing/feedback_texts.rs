//! The words around the numbers of feedback sheets.

use evenhand_protocol::FeedbackTexts;
use evenhand_words::{ReportWords, Words};
use leptos::prelude::*;

use crate::components::TextArea;
use crate::i18n::{language, t};
use crate::state::BriefingState;

type Label = fn(&'static Words) -> &'static str;

/// One text: for whom, above or below the numbers, what stands there if nothing is written, and the field.
#[derive(Clone, Copy)]
struct Text {
    testid: &'static str,
    whose: Label,
    place: Label,
    usual: fn(&'static ReportWords) -> &'static str,
    field: fn(&mut FeedbackTexts) -> &mut String,
}

/// Letters of a text: more would leave no room for the numbers, as a sheet is one page.
const MOST: u32 = 800;

const TEXTS: [Text; 4] = [
    Text {
        testid: "provider-opening",
        whose: |w| w.report.for_provider,
        place: |w| w.report.feedback_opening,
        usual: |w| w.provider_opening,
        field: |texts| &mut texts.provider_opening,
    },
    Text {
        testid: "provider-closing",
        whose: |w| w.report.for_provider,
        place: |w| w.report.feedback_closing,
        usual: |w| w.provider_closing,
        field: |texts| &mut texts.provider_closing,
    },
    Text {
        testid: "evaluator-opening",
        whose: |w| w.report.for_evaluator,
        place: |w| w.report.feedback_opening,
        usual: |w| w.evaluator_opening,
        field: |texts| &mut texts.evaluator_opening,
    },
    Text {
        testid: "evaluator-closing",
        whose: |w| w.report.for_evaluator,
        place: |w| w.report.feedback_closing,
        usual: |w| w.evaluator_closing,
        field: |texts| &mut texts.evaluator_closing,
    },
];

/// Boxes for the purchaser's own words.
#[component]
pub fn FeedbackTextBoxes() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    view! {
        <details class="section feedback-texts" data-testid="feedback-texts">
            <summary>{t(|w| w.report.feedback_texts)}</summary>
            {TEXTS.map(|text| text_box(state, text))}
        </details>
    }
}

fn text_box(state: BriefingState, text: Text) -> AnyView {
    let Text { testid, whose, place, usual, field } = text;
    let label = Signal::derive(move || evenhand_words::labelled(language(), t(whose)(), t(place)()));
    let usual = Signal::derive(move || usual(&language().words().report).to_owned());
    let value = Signal::derive(move || field(&mut state.texts.get()).clone());
    let write = move |text: String| state.texts.update(|texts| *field(texts) = text);
    view! { <TextArea label testid rows=3 most=MOST usual value write /> }.into_any()
}
