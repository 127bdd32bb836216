//! What holds for all slides: title, date, and whose names are replaced.

use evenhand_protocol::{Briefing, ids_left};
use evenhand_words::{Words, ids_left_in_words};
use leptos::prelude::*;

use crate::components::{TextField, number_box};
use crate::i18n::{language, t};
use crate::state::{BriefingState, Dataset};

type Label = fn(&'static Words) -> &'static str;

/// Boxes for what holds for all slides.
#[component]
pub fn Settings() -> impl IntoView {
    let state = expect_context::<BriefingState>();
    let dataset = expect_context::<Dataset>();
    // What no rule can replace safely is told to whoever wrote it.
    let left = move || {
        let found = dataset.with_summary(|summary| {
            state.texts.with(|texts| state.briefing.with(|briefing| ids_left(briefing, texts, summary)))
        });
        ids_left_in_words(language(), &found.unwrap_or_default())
    };
    let min_group = Signal::derive(move || state.briefing.with(|briefing| f64::from(briefing.min_group)));
    view! {
        <section class="section briefing-settings">
            {text_box(
                state,
                |w| w.report.title,
                "briefing-title",
                "text",
                |briefing| briefing.title.clone(),
                |briefing, text| briefing.title = text,
            )}
            {text_box(
                state,
                |w| w.report.subtitle,
                "briefing-subtitle",
                "text",
                |briefing| briefing.subtitle.clone().unwrap_or_default(),
                |briefing, text| briefing.subtitle = Some(text).filter(|text| !text.is_empty()),
            )}
            {text_box(
                state,
                |w| w.report.date,
                "briefing-date",
                "date",
                |briefing| briefing.date.clone(),
                |briefing, text| briefing.date = text,
            )}
            <fieldset class="checks">
                <legend>{t(|w| w.report.anonymise)}</legend>
                {check_box(
                    state,
                    |w| w.report.anonymise_evaluators,
                    "anonymise-evaluators",
                    |briefing| briefing.anonymise.evaluators,
                    |briefing, on| briefing.anonymise.evaluators = on,
                )}
                {check_box(
                    state,
                    |w| w.report.anonymise_providers,
                    "anonymise-providers",
                    |briefing| briefing.anonymise.providers,
                    |briefing, on| briefing.anonymise.providers = on,
                )}
                {number_box(|w| w.report.min_group, "min-group", (1.0, 100.0), min_group, move |least| {
                    state.change(|briefing| briefing.min_group = least.round() as u32);
                })}
                <p class="remark">{t(|w| w.report.min_group_hint)}</p>
            </fieldset>
            <div role="status" data-testid="ids-left">
                {move || left().map(|words| view! { <p class="notice">{words}</p> })}
            </div>
        </section>
    }
}

fn text_box(
    state: BriefingState,
    label: Label,
    testid: &'static str,
    kind: &'static str,
    read: fn(&Briefing) -> String,
    write: fn(&mut Briefing, String),
) -> AnyView {
    let value = Signal::derive(move || state.briefing.with(read));
    let take = move |text: String| state.change(|briefing| write(briefing, text));
    view! { <TextField label=Signal::derive(move || t(label)().to_owned()) testid kind value write=take /> }
        .into_any()
}

fn check_box(
    state: BriefingState,
    label: Label,
    testid: &'static str,
    read: fn(&Briefing) -> bool,
    write: fn(&mut Briefing, bool),
) -> AnyView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                data-testid=testid
                prop:checked=move || state.briefing.with(read)
                on:change:target=move |event| {
                    let on = event.target().checked();
                    state.change(|briefing| write(briefing, on));
                }
            />
            <span>{t(label)}</span>
        </label>
    }
    .into_any()
}
