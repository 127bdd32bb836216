//! What is the same for a whole table: the round of each sheet, the evaluator of each file.

use evenhand_protocol::{Field, Shape, TableSource};
use evenhand_words::{constant_source, field, table_name};
use leptos::prelude::*;

use super::load_adjust::{at, numbered};
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{Group, LoadFlow, add_constant, remove_constant, set_constant};

const FIELDS: [Field; 6] =
    [Field::Round, Field::Provider, Field::Indicator, Field::Evaluator, Field::Occasion, Field::Source];

/// The values of a group's tables, table by table, and the way to add a field.
#[component]
pub fn Constants(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let fields = Memo::new(move |_| {
        let fields = draft
            .table(first, |table| table.constants.iter().map(|constant| constant.field).collect::<Vec<_>>());
        fields.unwrap_or_default()
    });
    let group = StoredValue::new(group);
    let listed = move || {
        let of = |field| view! { <OneField group=group.get_value() of=field /> };
        fields.get().into_iter().map(of).collect_view()
    };
    let options = Signal::derive(move || {
        let mut options = vec![(String::new(), t_add())];
        options.extend(numbered(FIELDS.map(|of| field(language(), of).to_owned())));
        options.retain(|(value, _)| at(&FIELDS, value).is_none_or(|of| is_free(draft, first, of)));
        options
    });
    let add = move |value: String| {
        if let Some(of) = at(&FIELDS, &value) {
            group.with_value(|group| draft.edit(&group.tables, |table| add_constant(table, of, "")));
        }
    };
    view! {
        <fieldset class="constants">
            <legend>{t(|w| w.load.constants)}</legend>
            <p class="remark">{t(|w| w.load.constants_hint)}</p>
            {listed}
            <Select
                label=|w| w.load.add_constant
                quiet=true
                testid=format!("file-{first}-add-constant")
                options
                chosen=Signal::derive(String::new)
                choose=add
            />
        </fieldset>
    }
}

fn t_add() -> String {
    format!("{}…", language().words().load.add_constant)
}

/// Whether a field has no value yet and is not what score columns stand for.
fn is_free(draft: crate::state::Draft, first: usize, of: Field) -> bool {
    let free =
        draft.table(first, |table| table.constant(of).is_none() && table.shape != Shape::Wide { across: of });
    free.unwrap_or(false)
}

/// One field with its value in each table.
#[component]
fn OneField(group: Group, of: Field) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let alone = group.tables.len() == 1;
    let value = move |index: usize| {
        draft.table(index, |table| table.constant(of).map(str::to_owned)).flatten().unwrap_or_default()
    };
    let source = move |index: usize| {
        let from = draft.table(index, |table| {
            table.constants.iter().find(|constant| constant.field == of).map(|constant| constant.from)
        });
        from.flatten().map(|from| constant_source(language(), from))
    };
    let tables = group.tables.iter().map(|&index| {
        let name = move || {
            if alone {
                field(language(), of).to_owned()
            } else {
                draft.table(index, |table| short_name(&table.source)).unwrap_or_default()
            }
        };
        view! {
            <label class="field">
                <span>{name}</span>
                <input
                    type="text"
                    data-testid=format!("file-{index}-constant-{}", code(of))
                    prop:value=move || value(index)
                    on:change:target=move |event| {
                        let value = event.target().value();
                        draft.edit(&[index], |table| set_constant(table, of, value.trim()));
                    }
                />
                {alone.then(|| view! { <span class="source">{move || source(index)}</span> })}
            </label>
        }
    });
    let tables = tables.collect_view();
    let group = StoredValue::new(group);
    view! {
        <div class="constant">
            <p class="constant-head">
                <strong>{move || field(language(), of)}</strong>
                <button
                    type="button"
                    class="button quiet"
                    data-testid=format!("file-{first}-remove-{}", code(of))
                    on:click=move |_| {
                        group.with_value(|group| draft.edit(&group.tables, |table| remove_constant(table, of)));
                    }
                >
                    {t(|w| w.load.remove)}
                </button>
            </p>
            <div class="constant-values">{tables}</div>
        </div>
    }
}

/// What tells tables of one form apart: the sheet, else the file.
fn short_name(source: &TableSource) -> String {
    source.sheet.clone().unwrap_or_else(|| table_name(language(), source))
}

/// The name of a field, for tests.
fn code(of: Field) -> String {
    format!("{of:?}").to_lowercase()
}
