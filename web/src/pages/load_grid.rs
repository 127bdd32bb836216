//! The first rows of a table as written, under its columns and what each of them means.

use evenhand_protocol::{Field, PreviewRow, TableKind};
use evenhand_words::{Language, field};
use leptos::prelude::*;

use super::load_card::is_wide;
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::{Group, LoadFlow, set_field, set_wide_id, sight};

/// Rows shown while the card is folded.
const FOLDED: usize = 3;

const FIELDS: [Field; 22] = [
    Field::Round,
    Field::Provider,
    Field::Indicator,
    Field::Evaluator,
    Field::Score,
    Field::Occasion,
    Field::Source,
    Field::Total,
    Field::Order,
    Field::Label,
    Field::Date,
    Field::Category,
    Field::Affiliation,
    Field::Dimension,
    Field::Weight,
    Field::Min,
    Field::Max,
    Field::Step,
    Field::Direction,
    Field::Qualification,
    Field::Group,
    Field::Ignored,
];

/// The first rows of the table that stands for a group.
#[component]
pub fn RowsGrid(
    /// The tables that are corrected together.
    group: Group,
    /// What the table is called.
    name: Signal<String>,
    /// Whether columns can be corrected.
    open: RwSignal<bool>,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let headers = Memo::new(move |_| {
        let headers = draft.table(first, |table| {
            table.columns.iter().map(|column| column.header.clone()).collect::<Vec<_>>()
        });
        headers.unwrap_or_default()
    });
    let seen = Memo::new(move |_| {
        let (place, rows) = draft.table(first, |table| (table.header_row, table.header_rows))?;
        draft.previews.with_untracked(|previews| {
            let preview = previews.get(first)?;
            let mut mapping = preview.mapping.clone();
            (mapping.header_row, mapping.header_rows) = (place, rows);
            Some(sight(preview, &mapping))
        })
    });
    let group = StoredValue::new(group);
    let heads = move || {
        let headers = headers.get();
        let heads = headers.into_iter().enumerate();
        heads
            .map(|(column, header)| {
                view! { <ColumnHead group=group.get_value() column header open /> }
            })
            .collect_view()
    };
    let rows = move || {
        let seen = seen.get()?;
        let n = if open.get() { seen.len() } else { FOLDED };
        let rows = seen.into_iter().take(n).map(|PreviewRow { row: number, cells }| {
            let cells = cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr><th scope="row" class="row-number">{number}</th>{cells}</tr> }
        });
        Some(rows.collect_view())
    };
    view! {
        <div class="grid-box" role="region" aria-label=name tabindex="0">
            <table class="grid preview">
                <caption class="visually-hidden">{t(|w| w.load.first_rows)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="row-number">
                            <span class="visually-hidden">{t(|w| w.quality.row)}</span>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A column: its header, what it means, and the id that a score column of a wide table stands for.
#[component]
fn ColumnHead(group: Group, column: usize, header: String, open: RwSignal<bool>) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let of = Memo::new(move |_| {
        draft.table(first, |table| table.columns.get(column).map(|column| column.field)).flatten()
    });
    let stands_for = Memo::new(move |_| {
        let id = draft.table(first, |table| {
            let column = table.columns.get(column)?;
            let wide = table.kind == TableKind::Scores && is_wide(table.shape);
            (wide && column.field == Field::Score).then(|| column.wide_id().to_owned())
        });
        id.flatten()
    });
    let fields = Signal::derive(move || field_options(language()));
    let chosen = Signal::derive(move || {
        of.get()
            .and_then(|of| FIELDS.iter().position(|one| *one == of))
            .map(|k| k.to_string())
            .unwrap_or_default()
    });
    let known = StoredValue::new((group, header.clone()));
    let choose = move |value: String| {
        if let Some(of) = value.parse().ok().and_then(|k: usize| FIELDS.get(k)) {
            known.with_value(|(group, header)| {
                draft.edit(&group.tables, |table| set_field(table, header, *of));
            });
        }
    };
    let rename = move |value: String| {
        known.with_value(|(group, header)| {
            draft.edit(&group.tables, |table| set_wide_id(table, header, &value));
        });
    };
    // While it is folded the meaning is told, not asked.
    let meaning = move || {
        of.get().map(|of| {
            let name = field(language(), of);
            let id = stands_for.get().filter(|id| known.with_value(|(_, header)| header != id));
            let name = id.map_or_else(|| name.to_owned(), |id| format!("{name} · {id}"));
            view! { <span class="column-meaning" class:is-unused=of == Field::Ignored>{name}</span> }
        })
    };
    let testid = StoredValue::new(format!("file-{first}-column-{column}"));
    view! {
        <th scope="col">
            <span class="column-header">{header}</span>
            <Show when=move || open.get() fallback=move || meaning()>
                <Select
                    label=|w| w.load.column_means
                    quiet=true
                    testid=testid.get_value()
                    options=fields
                    chosen
                    choose
                />
                <Show when=move || stands_for.with(Option::is_some)>
                    <label class="field">
                        <span>{t(|w| w.load.stands_for)}</span>
                        <input
                            type="text"
                            data-testid=format!("{}-id", testid.get_value())
                            prop:value=move || stands_for.get().unwrap_or_default()
                            on:change:target=move |event| rename(event.target().value())
                        />
                    </label>
                </Show>
            </Show>
        </th>
    }
}

fn field_options(language: Language) -> Vec<(String, String)> {
    let named = FIELDS.into_iter().enumerate();
    named.map(|(k, of)| (k.to_string(), field(language, of).to_owned())).collect()
}
