//! The tables of the chosen files on their first rows: what each holds and what each column means, to be corrected by hand.

use evenhand_protocol::{Field, TableKind, TablePreview, TableSource};
use evenhand_words::{bytes, field, guess_reason, table_kind};
use leptos::prelude::*;

use super::page_frame::Section;
use crate::components::Select;
use crate::i18n::{language, t};
use crate::state::LoadFlow;

const KINDS: [TableKind; 7] = [
    TableKind::Scores,
    TableKind::Rounds,
    TableKind::Providers,
    TableKind::Indicators,
    TableKind::Evaluators,
    TableKind::Conflicts,
    TableKind::Ignored,
];

const FIELDS: [Field; 22] = [
    Field::Round,
    Field::Provider,
    Field::Indicator,
    Field::Evaluator,
    Field::Score,
    Field::Occasion,
    Field::Source,
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
    Field::Total,
    Field::Ignored,
];

/// Every table of the chosen files, and the button that loads them as they stand.
#[component]
pub fn Preview() -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let tables = move || {
        let previews = flow.previews.get();
        previews
            .into_iter()
            .enumerate()
            .map(|(place, preview)| view! { <TableCard place preview /> })
            .collect_view()
    };
    view! {
        <Section title=|w| w.load.preview_heading>
            <p class="remark">{t(|w| w.load.preview_hint)}</p>
            {tables}
            <p>
                <button
                    type="button"
                    class="button primary"
                    disabled=move || flow.is_busy()
                    data-testid="load-mapped"
                    on:click=move |_| flow.load()
                >
                    {t(|w| w.load.load_mapped)}
                </button>
            </p>
        </Section>
    }
}

#[component]
fn TableCard(place: usize, preview: TablePreview) -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let kinds = Signal::derive(move || {
        KINDS
            .into_iter()
            .enumerate()
            .map(|(k, kind)| (k.to_string(), table_kind(language(), kind).to_owned()))
            .collect()
    });
    let kind = Signal::derive(move || {
        let kind = flow.plan.with(|plan| plan.tables.get(place).map(|table| table.kind));
        position(&KINDS, kind)
    });
    let choose = move |value: String| {
        if let Some(kind) = value.parse().ok().and_then(|k: usize| KINDS.get(k)) {
            flow.set_kind(place, *kind);
        }
    };
    let TablePreview { size, mapping, rows, error, .. } = preview;
    let heads = mapping.columns.iter().enumerate();
    let heads = heads.map(|(column, mapped)| {
        view! { <ColumnHead table=place column header=mapped.header.clone() /> }
    });
    let heads = heads.collect_view();
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    });
    let rows = rows.collect_view();
    let error = error.map(|error| {
        view! {
            <p class="alert" role="alert">{move || evenhand_words::problem(language(), &error.problem)}</p>
        }
    });
    let name = table_name(&mapping.source);
    let reasons = mapping.reasons.clone();
    let reasons = reasons.into_iter().map(|reason| {
        view! { <li>{move || guess_reason(language(), &reason)}</li> }
    });
    let reasons = reasons.collect_view();
    view! {
        <article class="card file-card" data-testid=format!("file-{place}")>
            <header class="file-head">
                <h3>{name.clone()}</h3>
                <p class="file-size">{bytes(size)}</p>
                <Select
                    label=|w| w.load.file_holds
                    testid=format!("file-{place}-kind")
                    options=kinds
                    chosen=kind
                    choose
                />
            </header>
            {error}
            <ul class="remark">{reasons}</ul>
            <div class="grid-box" role="region" aria-label=name tabindex="0">
                <table class="grid preview">
                    <caption class="visually-hidden">{t(|w| w.load.first_rows)}</caption>
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </article>
    }
}

#[component]
fn ColumnHead(table: usize, column: usize, header: String) -> impl IntoView {
    let flow = expect_context::<LoadFlow>();
    let fields = Signal::derive(move || {
        FIELDS
            .into_iter()
            .enumerate()
            .map(|(k, of)| (k.to_string(), field(language(), of).to_owned()))
            .collect()
    });
    let chosen = Signal::derive(move || {
        let of = flow.plan.with(|plan| Some(plan.tables.get(table)?.columns.get(column)?.field));
        position(&FIELDS, of)
    });
    let choose = move |value: String| {
        if let Some(of) = value.parse().ok().and_then(|k: usize| FIELDS.get(k)) {
            flow.set_field(table, column, *of);
        }
    };
    view! {
        <th scope="col">
            <span class="column-header">{header}</span>
            <Select
                label=|w| w.load.column_means
                quiet=true
                testid=format!("file-{table}-column-{column}")
                options=fields
                chosen
                choose
            />
        </th>
    }
}

/// The file, the member of an archive, the sheet, and which table of it where there are several.
fn table_name(source: &TableSource) -> String {
    let mut parts = vec![source.name.clone()];
    parts.extend(source.member.clone());
    parts.extend(source.sheet.clone());
    if source.block > 0 {
        parts.push(format!("#{}", source.block + 1));
    }
    parts.join(" › ")
}

/// Where a value stands in a list, as the value of its option.
fn position<T: PartialEq>(list: &[T], value: Option<T>) -> String {
    value
        .and_then(|value| list.iter().position(|one| *one == value))
        .map(|k| k.to_string())
        .unwrap_or_default()
}
