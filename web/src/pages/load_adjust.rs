//! The controls that correct tables of one form.

use evenhand_protocol::{Field, Shape, TableKind};
use evenhand_words::{shape, table_kind};
use leptos::prelude::*;

use super::load_constants::Constants;
use super::load_values::{DecimalChoice, MissingTokens};
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{Group, LoadFlow, Origin, set_kind, set_shape};

const KINDS: [TableKind; 7] = [
    TableKind::Scores,
    TableKind::Rounds,
    TableKind::Providers,
    TableKind::Indicators,
    TableKind::Evaluators,
    TableKind::Conflicts,
    TableKind::Ignored,
];

const SHAPES: [Shape; 7] = [
    Shape::Long,
    Shape::Wide { across: Field::Indicator },
    Shape::Wide { across: Field::Evaluator },
    Shape::Wide { across: Field::Provider },
    Shape::Wide { across: Field::Round },
    Shape::Wide { across: Field::Source },
    Shape::Wide { across: Field::Occasion },
];

/// What the tables hold, how it is laid out, and how cells become scores.
#[component]
pub fn Adjust(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let scores = move || draft.table(first, |table| table.kind == TableKind::Scores).unwrap_or(false);
    let corrected = move || {
        draft.origins.with(|origins| origins.get(first).is_some_and(|origin| *origin != Origin::Guessed))
    };
    let group = StoredValue::new(group);
    view! {
        <div class="adjust">
            <div class="controls">
                <KindChoice group=group.get_value() />
                <Show when=scores>
                    <ShapeChoice group=group.get_value() />
                </Show>
                <HeaderPlace group=group.get_value() />
                <Show when=scores>
                    <DecimalChoice group=group.get_value() />
                    <MissingTokens group=group.get_value() />
                </Show>
            </div>
            <Show when=scores>
                <Constants group=group.get_value() />
            </Show>
            <Show when=corrected>
                <p>
                    <button
                        type="button"
                        class="button quiet"
                        data-testid=format!("file-{first}-reset")
                        on:click=move |_| group.with_value(|group| draft.reset(&group.tables))
                    >
                        {t(|w| w.load.reset)}
                    </button>
                </p>
            </Show>
        </div>
    }
}

#[component]
fn KindChoice(group: Group) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let options = Signal::derive(move || numbered(KINDS.map(|kind| table_kind(language(), kind).to_owned())));
    let chosen = Signal::derive(move || position(&KINDS, draft.table(first, |table| table.kind)));
    let choose = move |value: String| {
        if let Some(kind) = at(&KINDS, &value) {
            draft.edit(&group.tables, |table| set_kind(table, kind));
        }
    };
    view! {
        <Select label=|w| w.load.file_holds testid=format!("file-{first}-kind") options chosen choose />
    }
}

#[component]
fn ShapeChoice(group: Group) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let options = Signal::derive(move || numbered(SHAPES.map(|one| shape(language(), one))));
    let chosen = Signal::derive(move || position(&SHAPES, draft.table(first, |table| table.shape)));
    let choose = move |value: String| {
        if let Some(shape) = at(&SHAPES, &value) {
            draft.edit(&group.tables, |table| set_shape(table, shape));
        }
    };
    view! {
        <Select label=|w| w.load.layout testid=format!("file-{first}-shape") options chosen choose />
    }
}

/// In which row the header stands, and whether it has one row or two.
#[component]
fn HeaderPlace(group: Group) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let place =
        move || draft.table(first, |table| (table.header_row.max(1), table.header_rows)).unwrap_or((1, 1));
    let group = StoredValue::new(group);
    let set = move |row: u32, rows: u32| {
        group.with_value(|group| draft.move_header(&group.tables, row, rows));
    };
    let rows = Signal::derive(|| vec![("1".to_owned(), "1".to_owned()), ("2".to_owned(), "2".to_owned())]);
    let chosen = Signal::derive(move || place().1.to_string());
    view! {
        <label class="field">
            <span>{t(|w| w.load.header_row)}</span>
            <input
                type="number"
                min="1"
                step="1"
                data-testid=format!("file-{first}-header-row")
                prop:value=move || place().0.to_string()
                on:change:target=move |event| {
                    if let Ok(row) = event.target().value().parse() {
                        set(row, untrack(place).1);
                    }
                }
            />
        </label>
        <Select
            label=|w| w.load.header_rows
            testid=format!("file-{first}-header-rows")
            options=rows
            chosen
            choose=move |value: String| set(untrack(place).0, value.parse().unwrap_or(1))
        />
    }
}

/// Options named by their numbers.
pub fn numbered<const N: usize>(words: [String; N]) -> Vec<(String, String)> {
    words.into_iter().enumerate().map(|(k, word)| (k.to_string(), word)).collect()
}

/// Where a value stands in a list, as the value of its option.
pub fn position<T: PartialEq>(list: &[T], value: Option<T>) -> String {
    value
        .and_then(|value| list.iter().position(|one| *one == value))
        .map(|k| k.to_string())
        .unwrap_or_default()
}

/// The value of an option.
pub fn at<T: Copy>(list: &[T], value: &str) -> Option<T> {
    value.parse().ok().and_then(|k: usize| list.get(k)).copied()
}
