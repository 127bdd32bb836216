//! The data-quality report: what was wrong with the files and what was done about it.

use std::sync::Arc;

use evenhand_protocol::{Page, Place, Problem, ProblemCode, ProblemCount, QualityReport, ScaleSource};
use evenhand_words::{Language, action, count, expected, listed, problem_title, rows_kept};
use leptos::prelude::*;

use crate::components::{Cell, DataGrid, Head, Row, Table};
use crate::i18n::{language, t};
use crate::state::{Dataset, Router};

/// What was loaded and what was found wrong with it.
#[component]
pub fn Quality() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let router = expect_context::<Router>();
    let report = move || dataset.loaded.get().map(|loaded| loaded.quality.clone()).unwrap_or_default();
    let summary = move || dataset.with_summary(|summary| evenhand_words::dataset(language(), summary));
    let guessed = move || {
        let any = dataset.with_summary(|summary| {
            summary.indicators.iter().any(|indicator| indicator.scale_source == ScaleSource::Guessed)
        });
        any.unwrap_or(false)
    };
    let contents = move || {
        let report = Arc::new(report());
        if report.counts.is_empty() {
            return view! { <p data-testid="nothing-wrong">{t(|w| w.quality.nothing_wrong)}</p> }.into_any();
        }
        let kinds = report.counts.iter().map(|counted| {
            view! { <Kind counted=counted.clone() report=Arc::clone(&report) /> }
        });
        view! {
            <p class="remark">{t(|w| w.quality.policy)}</p>
            <ul class="problem-list">{kinds.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <section class="section" data-testid="quality">
            <h2>{t(|w| w.quality.heading)}</h2>
            <p>{summary}</p>
            <p>{move || rows_kept(language(), &report())}</p>
            <Show when=guessed>
                <p class="notice" data-testid="scale-guessed">{t(|w| w.indicators.scale_guessed_note)}</p>
            </Show>
            {contents}
            <p>
                <a class="button" href=move || router.href(|route| route.on(Page::Overview))>
                    {t(|w| w.load.go_overview)}
                </a>
            </p>
        </section>
    }
}

/// One kind of problem: how often, what was done, and each instance on request.
#[component]
fn Kind(counted: ProblemCount, report: Arc<QualityReport>) -> impl IntoView {
    let ProblemCount { code, count: n, action: done, .. } = counted;
    let open = RwSignal::new(false);
    let n_listed = report.problems.iter().filter(|problem| problem.code == code).count();
    let table = Signal::derive(move || Arc::new(instances(&report, code, language())));
    let caption = Signal::derive(move || problem_title(language(), code).to_owned());
    let shortened = move || {
        let shown = u64::try_from(n_listed).unwrap_or(u64::MAX);
        (shown < u64::from(n)).then(|| listed(language(), shown, n))
    };
    let name = format!("problem-{}", code_name(code));
    view! {
        <li class="card problem" data-testid=name data-value=n>
            <p class="problem-head">
                <strong>{caption}</strong>
                <span class="problem-count">{count(n)}</span>
                <span class="problem-action">{move || action(language(), done)}</span>
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { t(|w| w.quality.hide_details)() } else { t(|w| w.quality.details)() }}
                </button>
            </p>
            <Show when=move || open.get()>
                <p class="remark">{shortened}</p>
                <DataGrid table caption name="problems" />
            </Show>
        </li>
    }
}

fn instances(report: &QualityReport, code: ProblemCode, language: Language) -> Table {
    let words = language.words();
    let heads = vec![
        Head::plain(words.load.file, false),
        Head::plain(words.quality.row, true),
        Head::plain(words.load.column, false),
        Head::plain(words.quality.found, false),
        Head::plain(words.quality.expected, false),
        Head::plain(words.quality.action, false),
    ];
    let row = |problem: &Problem| {
        let place = &problem.place;
        Row::new(vec![
            Cell::text(file_and_sheet(place)),
            place.row.map_or_else(Cell::empty, |row| Cell::value(row as f64, count(row))),
            Cell::maybe_text(place.column.as_deref()),
            Cell::text(problem.found.as_str()),
            Cell::text(expected(language, &problem.expected)),
            Cell::text(action(language, problem.action)),
        ])
    };
    Table::new(heads, report.problems.iter().filter(|problem| problem.code == code).map(row))
}

fn file_and_sheet(place: &Place) -> String {
    match &place.sheet {
        Some(sheet) => format!("{} › {sheet}", place.file),
        None => place.file.clone(),
    }
}

/// The name of a kind of problem, for tests: `NotANumber` is `not-a-number`.
fn code_name(code: ProblemCode) -> String {
    let mut name = String::new();
    for letter in format!("{code:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}
