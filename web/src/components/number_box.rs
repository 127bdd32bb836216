//! A box for a number, with its label.

use evenhand_words::Words;
use leptos::prelude::*;

use crate::i18n::t;

/// A labelled box for a number between two ends; what is no number changes nothing.
pub fn number_box(
    label: fn(&'static Words) -> &'static str,
    testid: &'static str,
    (least, most): (f64, f64),
    value: Signal<f64>,
    choose: impl Fn(f64) + 'static,
) -> AnyView {
    let change = move |text: String| {
        if let Ok(value) = text.parse::<f64>()
            && value.is_finite()
        {
            choose(value.clamp(least, most));
        }
    };
    view! {
        <label class="select">
            <span>{t(label)}</span>
            <input
                type="number"
                class="number-box"
                data-testid=testid
                min=least
                max=most
                step="any"
                prop:value=move || value.get().to_string()
                on:change:target=move |event| change(event.target().value())
            />
        </label>
    }
    .into_any()
}
