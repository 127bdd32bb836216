//! The whole report as CSV, fetched from the engine page by page so that the page stays awake.

use std::cell::RefCell;
use std::rc::Rc;

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{Problem, ProblemCode};
use evenhand_words::{Language, action, expected, problem_title};
use leptos::prelude::*;

use super::quality::with_report;
use crate::charts::save_text;
use crate::i18n::{language, t};
use crate::state::{Dataset, ProblemLists};

/// Instances asked for at a time.
const PART: u32 = 500;
const NAME: &str = "data-quality.csv";

/// A report in the making.
struct Making {
    lists: ProblemLists,
    language: Language,
    left: RefCell<Vec<ProblemCode>>,
    table: RefCell<DataTable>,
    busy: RwSignal<bool>,
}

/// The button that saves every instance of every kind.
#[component]
pub fn DownloadReport() -> impl IntoView {
    let dataset = expect_context::<Dataset>();
    let lists = expect_context::<ProblemLists>();
    let busy = RwSignal::new(false);
    let save = move |_| {
        let codes = untrack(|| {
            with_report(dataset, |report| report.counts.iter().rev().map(|counted| counted.code).collect())
        });
        let language = untrack(language);
        let making = Making {
            lists,
            language,
            left: RefCell::new(codes.unwrap_or_default()),
            table: RefCell::new(heads(language)),
            busy,
        };
        busy.set(true);
        next_kind(&Rc::new(making));
    };
    view! {
        <p class="button-row">
            <button
                type="button"
                class="button"
                disabled=move || busy.get()
                data-testid="download-quality"
                on:click=save
            >
                {move || if busy.get() { t(|w| w.quality.preparing)() } else { t(|w| w.quality.download)() }}
            </button>
        </p>
    }
}

fn next_kind(making: &Rc<Making>) {
    let next = making.left.borrow_mut().pop();
    match next {
        Some(code) => fetch(making, code, 0),
        None => {
            save_text(NAME, "text/csv", &making.table.borrow().to_csv());
            making.busy.try_set(false);
        }
    }
}

fn fetch(making: &Rc<Making>, code: ProblemCode, from: u32) {
    let again = Rc::clone(making);
    making.lists.ask(code, from, PART, move |page| {
        let Some(page) = page else {
            // The data set changed or the engine is gone: a report with holes would mislead.
            again.busy.try_set(false);
            return;
        };
        let n = u32::try_from(page.problems.len()).unwrap_or(u32::MAX);
        let rows = page.problems.iter().map(|one| row(one, again.language));
        rows.for_each(|row| again.table.borrow_mut().push(row));
        let end = from.saturating_add(n);
        if n > 0 && end < page.total { fetch(&again, code, end) } else { next_kind(&again) }
    });
}

fn heads(language: Language) -> DataTable {
    let words = language.words();
    DataTable::new()
        .text_column(words.quality.kind)
        .text_column(words.load.file)
        .text_column(words.quality.sheet)
        .number_column(words.quality.row)
        .text_column(words.load.column)
        .text_column(words.quality.found)
        .text_column(words.quality.expected)
        .text_column(words.quality.action)
}

fn row(one: &Problem, language: Language) -> [TableCell; 8] {
    let maybe = |text: &Option<String>| text.clone().map_or(TableCell::Empty, TableCell::Text);
    let place = &one.place;
    [
        problem_title(language, one.code).into(),
        place.file.clone().into(),
        maybe(&place.sheet),
        place.row.map_or(TableCell::Empty, |row| TableCell::number(row as f64, 0)),
        maybe(&place.column),
        one.found.clone().into(),
        expected(language, &one.expected).into(),
        action(language, one.action).into(),
    ]
}
