//! The policy behind the scorecards: an editor, and its file.

use evenhand_protocol::{ScorecardPolicy, ScorecardPolicyFile};
use evenhand_words::policy_threshold;
use leptos::prelude::*;

use crate::charts::save_text;
use crate::components::text_file_button;
use crate::i18n::{language, t};
use crate::state::{ReaderPolicy, from_json, to_json};

/// The name under which a policy is saved.
const NAME: &str = "evenhand-scorecard-policy.json";

/// One threshold as a number of whole steps.
struct Threshold {
    testid: &'static str,
    /// Steps per unit that the reader sees.
    per_unit: f64,
    get: fn(&ScorecardPolicy) -> u16,
    set: fn(&mut ScorecardPolicy, u16),
}

/// In the order of [`policy_threshold`].
const THRESHOLDS: [Threshold; 8] = [
    Threshold { testid: "policy-alpha", per_unit: 1_000.0, get: |p| p.alpha, set: |p, v| p.alpha = v },
    Threshold {
        testid: "policy-sheets",
        per_unit: 1.0,
        get: |p| p.least_score_sheets,
        set: |p, v| p.least_score_sheets = v,
    },
    Threshold { testid: "policy-severity", per_unit: 10.0, get: |p| p.severity, set: |p, v| p.severity = v },
    Threshold { testid: "policy-drift", per_unit: 10.0, get: |p| p.drift, set: |p, v| p.drift = v },
    Threshold {
        testid: "policy-agreement",
        per_unit: 100.0,
        get: |p| p.agreement,
        set: |p, v| p.agreement = v,
    },
    Threshold {
        testid: "policy-effects",
        per_unit: 1.0,
        get: |p| p.effects_to_retrain,
        set: |p, v| p.effects_to_retrain = v,
    },
    Threshold { testid: "policy-conflict", per_unit: 10.0, get: |p| p.conflict, set: |p, v| p.conflict = v },
    Threshold {
        testid: "policy-decisions",
        per_unit: 1.0,
        get: |p| p.decisions_to_review,
        set: |p, v| p.decisions_to_review = v,
    },
];

/// The thresholds as number boxes, each with its source, and the way to a file and back.
#[component]
pub fn PolicyEditor(policy: ReaderPolicy) -> impl IntoView {
    let unreadable = RwSignal::new(false);
    let save = move |_| {
        if let Some(text) = to_json(&ScorecardPolicyFile::of(untrack(|| policy.get()))) {
            save_text(NAME, "application/json", &text);
        }
    };
    let take = move |text: String| {
        let read = from_json::<ScorecardPolicyFile>(&text).and_then(|file| file.policy());
        // The page may have been left by now.
        unreadable.try_set(read.is_none());
        if let Some(read) = read {
            policy.set(read);
        }
    };
    view! {
        <section class="policy" data-testid="policy">
            <h3 class="table-title">{t(|w| w.scorecards.policy_heading)}</h3>
            <p class="remark">{t(|w| w.scorecards.policy_hint)}</p>
            <ul class="policy-list">
                {THRESHOLDS
                    .iter()
                    .enumerate()
                    .map(|(place, threshold)| threshold_box(place, threshold, policy))
                    .collect_view()}
            </ul>
            <p class="button-row">
                <button type="button" class="button" data-testid="save-policy" on:click=save>
                    {t(|w| w.scorecards.download)}
                </button>
                {text_file_button(|w| w.scorecards.upload, "open-policy", "policy-input", take)}
                <button
                    type="button"
                    class="button quiet"
                    data-testid="restore-policy"
                    on:click=move |_| policy.set(ScorecardPolicy::DEFAULT)
                >
                    {t(|w| w.scorecards.restore)}
                </button>
            </p>
            <Show when=move || unreadable.get()>
                <p class="remark" role="alert">{t(|w| w.scorecards.not_a_policy)}</p>
            </Show>
        </section>
    }
}

fn threshold_box(place: usize, threshold: &'static Threshold, policy: ReaderPolicy) -> AnyView {
    let words = move || policy_threshold(language(), &policy.get())[place].0;
    let value = move || f64::from((threshold.get)(&policy.get())) / threshold.per_unit;
    let change = move |text: String| {
        let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()) else { return };
        let steps = (value * threshold.per_unit).round().clamp(0.0, f64::from(u16::MAX)) as u16;
        policy.update(|policy| (threshold.set)(policy, steps));
    };
    view! {
        <li>
            <label class="select">
                <span>{move || words().header}</span>
                <input
                    type="number"
                    class="number-box"
                    min="0"
                    step="any"
                    data-testid=threshold.testid
                    prop:value=move || value().to_string()
                    on:change:target=move |event| change(event.target().value())
                />
            </label>
            <details class="policy-why">
                <summary>{t(|w| w.scorecards.why_default)}</summary>
                <p>{move || words().tip}</p>
            </details>
        </li>
    }
    .into_any()
}
