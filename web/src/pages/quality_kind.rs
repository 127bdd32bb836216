//! One kind of problem: how often, the values found most, what is done about it, and each instance on request.

use evenhand_protocol::{ProblemCode, QualityReport, actions};
use evenhand_words::{action, action_choice, count, found_count, problem_title};
use leptos::prelude::*;

use super::load_adjust::{at, position};
use super::quality::with_report;
use super::quality_list::Instances;
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow};

/// Values found that are named at once.
const VALUES: usize = 6;

/// A kind of problem.
#[component]
pub fn Kind(
    /// Which.
    code: ProblemCode,
) -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let counted = Memo::new(move |_| {
        let find = |report: &QualityReport| report.counts.iter().find(|one| one.code == code).cloned();
        with_report(dataset, find).flatten()
    });
    let open = RwSignal::new(false);
    let title = Signal::derive(move || problem_title(language(), code).to_owned());
    let n = move || counted.with(|counted| counted.as_ref().map_or(0, |counted| counted.count));
    let done =
        move || counted.with(|counted| counted.as_ref().map(|counted| action(language(), counted.action)));
    let values = move || {
        let language = language();
        let values: Vec<String> = counted.with(|counted| {
            let values = counted.iter().flat_map(|counted| counted.found.iter().take(VALUES));
            values.map(|value| found_count(language, &value.found, value.count)).collect()
        });
        (!values.is_empty()).then(|| {
            let values = values.into_iter().map(|value| view! { <li>{value}</li> }).collect_view();
            view! {
                <p class="found-label" id=found_id(code)>{t(|w| w.quality.most_frequent)}</p>
                <ul class="found-values" aria-labelledby=found_id(code)>{values}</ul>
            }
        })
    };
    view! {
        <li class="card problem" data-testid=format!("problem-{}", code_name(code)) data-value=n>
            <div class="problem-head">
                <h3>{title}</h3>
                <span class="problem-count">{move || count(n())}</span>
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { t(|w| w.quality.hide_details)() } else { t(|w| w.quality.details)() }}
                </button>
            </div>
            <div class="problem-body">
                <p class="problem-action">{done}</p>
                <ActionChoice code />
            </div>
            {values}
            <Show when=move || open.get()>
                <Instances code caption=title />
            </Show>
        </li>
    }
}

/// What is to be done about the kind, where there is a choice.
#[component]
fn ActionChoice(code: ProblemCode) -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let possible = actions(code);
    let may_choose = move || possible.len() > 1 && flow.in_use.with(Option::is_some);
    let options = Signal::derive(move || {
        let words = possible.iter().map(|one| action_choice(language(), *one).to_owned());
        words.enumerate().map(|(k, word)| (k.to_string(), word)).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let now = flow.in_use.with(|plan| plan.as_ref().map(|plan| plan.action(code)));
        position(possible, now)
    });
    let choose = move |value: String| {
        if let Some(action) = at(possible, &value) {
            flow.choose(code, action);
        }
    };
    view! {
        <Show when=may_choose>
            <Select
                label=|w| w.quality.choose_action
                quiet=true
                testid=format!("choose-{}", code_name(code))
                options
                chosen
                choose
            />
        </Show>
    }
}

fn found_id(code: ProblemCode) -> String {
    format!("found-{}", code_name(code))
}

/// The name of a kind of problem, for tests: `NotANumber` is `not-a-number`.
pub fn code_name(code: ProblemCode) -> String {
    let mut name = String::new();
    for letter in format!("{code:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}
