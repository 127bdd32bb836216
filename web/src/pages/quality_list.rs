//! The instances of a kind of problem, a page of them at a time as the engine gives them.

use std::sync::Arc;

use evenhand_protocol::{Expected, IdJoin, Problem, ProblemCode, ProblemPage};
use evenhand_words::{action, count, expected, field, range_of};
use leptos::prelude::*;

use crate::i18n::{language, t};
use crate::state::{Dataset, LoadFlow, ProblemLists};

/// Instances on a page.
const PAGE: u32 = 100;

/// A table of instances with the way to the pages before and after.
#[component]
pub fn Instances(
    /// The kind.
    code: ProblemCode,
    /// What it is called.
    caption: Signal<String>,
) -> impl IntoView {
    let lists = expect_context::<ProblemLists>();
    let dataset = expect_context::<Dataset>();
    let page = RwSignal::new(None::<Arc<ProblemPage>>);
    let turn_to = move |from: u32| {
        // The card may be gone by the time the page comes.
        lists.ask(code, from, PAGE, move |now| {
            if let Some(now) = now {
                page.try_set(Some(Arc::new(now)));
            }
        });
    };
    // A new data set, or the same read another way, has a list of its own.
    Effect::new(move || {
        dataset.serial.track();
        turn_to(0);
    });
    let from = move || page.with(|page| page.as_ref().map_or(0, |page| page.from));
    let total = move || page.with(|page| page.as_ref().map_or(0, |page| page.total));
    let is_last = move || from() + PAGE >= total();
    let has_sheets = Memo::new(move |_| {
        page.with(|page| {
            page.as_ref().is_some_and(|page| page.problems.iter().any(|one| one.place.sheet.is_some()))
        })
    });
    let rows = move || {
        let page = page.get()?;
        let sheets = has_sheets.get();
        let rows = page.problems.iter().map(|one| instance(one.clone(), sheets));
        Some(rows.collect_view())
    };
    let shown = move || {
        let (from, total) = (from(), total());
        let last = (from + PAGE).min(total);
        (total > 0).then(|| range_of(language(), (from + 1).into(), last.into(), total.into()))
    };
    view! {
        <div class="grid-box instances" role="region" aria-label=caption tabindex="0" aria-busy=move || page.with(Option::is_none).to_string()>
            <table class="grid" data-testid="problems">
                <caption class="visually-hidden">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(|w| w.load.file)}</th>
                        <Show when=move || has_sheets.get()>
                            <th scope="col">{t(|w| w.quality.sheet)}</th>
                        </Show>
                        <th scope="col" class="number">{t(|w| w.quality.row)}</th>
                        <th scope="col">{t(|w| w.load.column)}</th>
                        <th scope="col">{t(|w| w.quality.found)}</th>
                        <th scope="col">{t(|w| w.quality.expected)}</th>
                        <th scope="col">{t(|w| w.quality.action)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="pager">
            <span data-testid="instances-shown">{shown}</span>
            <Show when=move || { total() > PAGE }>
                <button
                    type="button"
                    class="button quiet"
                    disabled=move || from() == 0
                    on:click=move |_| turn_to(untrack(from).saturating_sub(PAGE))
                >
                    {t(|w| w.quality.previous)}
                </button>
                <button
                    type="button"
                    class="button quiet"
                    disabled=is_last
                    data-testid="instances-next"
                    on:click=move |_| turn_to(untrack(from) + PAGE)
                >
                    {t(|w| w.quality.next)}
                </button>
                <button
                    type="button"
                    class="button quiet"
                    disabled=is_last
                    data-testid="instances-last"
                    on:click=move |_| turn_to((untrack(total).saturating_sub(1)) / PAGE * PAGE)
                >
                    {t(|w| w.quality.last)}
                </button>
            </Show>
        </p>
    }
}

fn instance(one: Problem, sheets: bool) -> impl IntoView {
    let join = join_of(&one);
    let Problem { place, found, expected: wanted, action: done, .. } = one;
    let sheet = sheets.then(|| view! { <td>{place.sheet.unwrap_or_default()}</td> });
    view! {
        <tr>
            <th scope="row">{place.file}</th>
            {sheet}
            <td class="number">{place.row.map(count)}</td>
            <td>{place.column}</td>
            <td>{found}</td>
            <td>{move || expected(language(), &wanted)}</td>
            <td>{move || action(language(), done)} {join.map(|join| view! { <JoinButton join /> })}</td>
        </tr>
    }
}

/// The ids that a near-duplicate proposes to join.
fn join_of(one: &Problem) -> Option<IdJoin> {
    match (&one.expected, one.code) {
        (Expected::SameIdAs { field, id }, ProblemCode::NearDuplicateId) => {
            Some(IdJoin { field: *field, from: one.found.clone(), to: id.clone() })
        }
        _ => None,
    }
}

/// Reads one id as the other from now on.
#[component]
fn JoinButton(join: IdJoin) -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let join = StoredValue::new(join);
    let label = move || {
        join.with_value(|join| {
            let words = &language().words().quality;
            format!("{}: {} {} → {}", words.join, field(language(), join.field), join.from, join.to)
        })
    };
    view! {
        <Show when=move || flow.in_use.with(Option::is_some)>
            <button
                type="button"
                class="button join"
                aria-label=label
                title=label
                disabled=move || flow.is_busy()
                data-testid="join"
                on:click=move |_| flow.join(join.get_value())
            >
                {t(|w| w.quality.join)}
            </button>
        </Show>
    }
}
