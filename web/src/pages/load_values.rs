//! How cells become scores: the decimal mark, words that stand for scores, and what stands for a missing one.

use evenhand_protocol::{DecimalMark, TableMapping};
use evenhand_words::decimal_mark;
use leptos::prelude::*;

use super::load_adjust::{at, numbered, position};
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{Draft, Group, LoadFlow};

const MARKS: [DecimalMark; 2] = [DecimalMark::Point, DecimalMark::Comma];

/// Which mark separates decimals.
#[component]
pub fn DecimalChoice(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let options =
        Signal::derive(move || numbered(MARKS.map(|mark| decimal_mark(language(), mark).to_owned())));
    let chosen = Signal::derive(move || position(&MARKS, draft.table(first, |table| table.values.decimal)));
    let choose = move |value: String| {
        if let Some(mark) = at(&MARKS, &value) {
            draft.edit(&group.tables, |table| table.values.decimal = mark);
        }
    };
    view! {
        <Select label=|w| w.load.decimal testid=format!("file-{first}-decimal") options chosen choose />
    }
}

/// What stands for a missing score, separated by commas.
#[component]
pub fn MissingTokens(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let text = move || draft.table(first, |table| table.values.missing.join(", ")).unwrap_or_default();
    let set = move |value: String| {
        let tokens = value.split([',', '，', '、']).map(str::trim).filter(|token| !token.is_empty());
        let tokens: Vec<String> = tokens.map(str::to_owned).collect();
        draft.edit(&group.tables, |table| table.values.missing.clone_from(&tokens));
    };
    view! {
        <label class="field is-wide" title=t(|w| w.load.missing_hint)>
            <span>{t(|w| w.load.missing)}</span>
            <input
                type="text"
                data-testid=format!("file-{first}-missing")
                prop:value=text
                on:change:target=move |event| set(event.target().value())
            />
        </label>
    }
}

/// Whether words stand for scores in a table.
pub fn has_words(draft: Draft, first: usize) -> bool {
    draft.table(first, |table| !table.values.words.is_empty()).unwrap_or(false)
}

/// Each word with its score, and the button by which the user agrees to all of them.
#[component]
pub fn WordsTable(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let group = StoredValue::new(group);
    let words = Memo::new(move |_| group.with_value(|group| words_of(draft, group)));
    let confirmed = move || {
        let open = |table: &TableMapping| table.values.words.iter().any(|word| !word.confirmed);
        group.with_value(|group| !group.tables.iter().any(|index| draft.table(*index, open).unwrap_or(false)))
    };
    let confirm = move |_| {
        let agree = |table: &mut TableMapping| {
            table.values.words.iter_mut().for_each(|word| word.confirmed = true);
        };
        group.with_value(|group| draft.edit(&group.tables, agree));
    };
    let rows = move || {
        let row = |(place, word): (usize, String)| view! { <WordRow group=group.get_value() place word /> };
        words.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <fieldset class="words" class:is-open=move || !confirmed() data-testid=format!("file-{first}-words")>
            <legend>{t(|w| w.load.words_heading)}</legend>
            <p class="remark">
                {move || if confirmed() { t(|w| w.load.words_hint)() } else { t(|w| w.load.words_open)() }}
            </p>
            <div class="word-list">{rows}</div>
            <p class="button-row">
                <button
                    type="button"
                    class="button"
                    disabled=confirmed
                    data-testid=format!("file-{first}-confirm")
                    on:click=confirm
                >
                    {move || if confirmed() { t(|w| w.load.words_confirmed)() } else { t(|w| w.load.confirm_words)() }}
                </button>
            </p>
        </fieldset>
    }
}

/// The words of all tables of a group, each once.
fn words_of(draft: Draft, group: &Group) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for index in &group.tables {
        let of = draft.table(*index, |table| {
            table.values.words.iter().map(|word| word.word.clone()).collect::<Vec<_>>()
        });
        for word in of.unwrap_or_default() {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

#[component]
fn WordRow(group: Group, place: usize, word: String) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let known = StoredValue::new((group, word.clone()));
    let value = move || {
        known.with_value(|(group, word)| {
            let of = |table: &TableMapping| table.values.words.iter().find(|one| one.word == *word)?.value;
            group.tables.iter().find_map(|index| draft.table(*index, of).flatten())
        })
    };
    let set = move |text: String| {
        let text = text.trim().replace(',', ".");
        let value: Option<f64> = text.parse().ok().filter(|value: &f64| value.is_finite());
        known.with_value(|(group, word)| {
            draft.edit(&group.tables, |table| {
                for one in table.values.words.iter_mut().filter(|one| one.word == *word) {
                    one.value = value;
                }
            });
        });
    };
    view! {
        <label class="field">
            <span>{word}</span>
            <input
                type="text"
                inputmode="decimal"
                data-testid=format!("file-{first}-word-{place}")
                prop:value=move || value().map(|value| value.to_string()).unwrap_or_default()
                on:change:target=move |event| set(event.target().value())
            />
        </label>
    }
}
