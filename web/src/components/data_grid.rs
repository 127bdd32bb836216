//! A sortable table; long ones show their first rows until more are asked for.

use std::collections::BTreeSet;
use std::sync::Arc;

use evenhand_words::rows_of_table;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::cell::Cell;
use super::method_link::HeadNote;
use super::table::{Head, Order, Row, Table};
use crate::briefing::{Pinning, pin_button, pinned_table};
use crate::charts::{in_turn, save_text};
use crate::i18n::t;
use crate::state::{Picked, Router};

/// Words longer than this get a wider column, so that a row does not grow too high.
const LONG: usize = 60;

/// Rows shown at first, and added at a time so that no step takes long.
const ROWS: usize = 100;

/// Rows made with the page; the others of the first ones come when it is painted.
const AT_ONCE: usize = 50;

/// A table in its own scrolling box, with what can be done with it below.
#[component]
pub fn DataGrid(
    /// What is shown.
    table: Signal<Arc<Table>>,
    /// What the table is about.
    #[prop(into)]
    caption: Signal<String>,
    /// Name for tests and of the CSV file.
    #[prop(into)]
    name: String,
    /// Whether it can be taken away as CSV from here.
    #[prop(default = true)]
    download: bool,
    /// What is pinned to the briefing from here, where it is not the table of this name.
    #[prop(optional)]
    pin: Option<Pinning>,
) -> impl IntoView {
    let router = expect_context::<Router>();
    let pin = pin.or_else(|| pinned_table(&name, router)).map(|pin| pin_button(move || pin()));
    let order = RwSignal::new(None::<Order>);
    let limit = RwSignal::new(AT_ONCE);
    in_turn(move || {
        limit.try_update(|limit| *limit = (*limit).max(ROWS));
    });
    let picked = expect_context::<Picked>();
    let sorted = Memo::new_with_compare(
        move |_| {
            let rows = table.with(|table| table.sorted(order.get()));
            Arc::new(if picked.only.get() { only(rows, &picked.all()) } else { rows })
        },
        |_, _| true,
    );
    let n_rows = move || sorted.with(|rows| rows.len());
    let shown = move || sorted.with(|rows| rows.iter().take(limit.get()).cloned().collect::<Vec<_>>());
    let file = StoredValue::new(format!("{name}.csv"));
    let heads = move || {
        let heads = table.with(|table| table.heads.clone());
        heads
            .into_iter()
            .enumerate()
            .map(|(column, head)| view! { <HeadCell head column order /> })
            .collect_view()
    };
    let save = move |_| {
        let csv = table.with_untracked(|table| table.to_csv(router.language.get_untracked()));
        file.with_value(|file| save_text(file, "text/csv", &csv));
    };
    view! {
        <div class="grid-box" role="region" aria-label=move || caption.get() tabindex="0">
            <table class="grid" data-testid=name>
                <caption class="visually-hidden">{move || caption.get()}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody on:pointerleave=move |_| picked.pointed.set(None)>
                    <For each=shown key=|row| Arc::as_ptr(row) as usize let(row)>
                        <GridRow row table />
                    </For>
                </tbody>
            </table>
        </div>
        <p class="grid-actions">
            <span class="grid-count">{move || rows_of_table(router.language.get(), n_rows())}</span>
            <Show when=move || limit.get() < n_rows()>
                <button type="button" class="button quiet" on:click=move |_| show_more(limit, n_rows)>
                    {t(|w| w.common.show_all)}
                    {move || format!(" ({})", n_rows())}
                </button>
            </Show>
            <Show when=move || download>
                <button type="button" class="button quiet" on:click=save>
                    {t(|w| w.common.download_csv)}
                </button>
            </Show>
            {pin}
        </p>
    }
}

#[component]
fn HeadCell(head: Head, column: usize, order: RwSignal<Option<Order>>) -> impl IntoView {
    let mine = move || order.get().filter(|order| order.column == column);
    let aria_sort = move || match mine() {
        None => "none",
        Some(order) if order.descending => "descending",
        Some(_) => "ascending",
    };
    let numeric = head.numeric;
    // The first click brings up what matters: large numbers, or the beginning of the alphabet.
    let turn = move |_| {
        order.update(|order| {
            *order = match order.filter(|order| order.column == column) {
                None => Some(Order { column, descending: numeric }),
                Some(now) if now.descending == numeric => Some(Order { column, descending: !numeric }),
                Some(_) => None,
            };
        });
    };
    let label = head.title.clone();
    let note = head.note.map(|note| view! { <HeadNote note label /> });
    let arrow = move || mine().map(|order| if order.descending { "▼" } else { "▲" });
    view! {
        <th scope="col" class:number=numeric aria-sort=aria_sort>
            <button type="button" class="sort" title=head.tip on:click=turn>
                {head.title}
                <span class="sort-arrow" aria-hidden="true">{arrow}</span>
            </button>
            {note}
        </th>
    }
}

#[component]
fn GridRow(row: Arc<Row>, table: Signal<Arc<Table>>) -> impl IntoView {
    let router = expect_context::<Router>();
    let numeric: Vec<bool> =
        table.with_untracked(|table| table.heads.iter().map(|head| head.numeric).collect());
    let cells = row.cells.iter().zip(numeric).enumerate().map(|(k, (cell, numeric))| {
        // A row about an entity leads there from its first cell, unless that leads elsewhere.
        let own = row.entity.as_ref().filter(|_| k == 0);
        grid_cell(cell, numeric, k == 0, cell.link.as_ref().or(own).cloned(), router)
    });
    let cells = cells.collect_view();
    let picked = expect_context::<Picked>();
    let entity = StoredValue::new(row.entity.clone());
    let of = StoredValue::new(Arc::clone(&row));
    let is_picked = move || of.with_value(|row| row.is_of(|entity| picked.has(entity)));
    // The charts ring what a row is about.
    let point = move |_| {
        let entity = entity.get_value().map(|entity| ("", entity));
        if picked.pointed.with_untracked(|pointed| *pointed != entity) {
            picked.pointed.set(entity);
        }
    };
    view! { <tr class:is-picked=is_picked on:pointerover=point>{cells}</tr> }
}

fn grid_cell(cell: &Cell, numeric: bool, is_first: bool, link: Option<String>, router: Router) -> AnyView {
    let value = cell.number().map(|value| format!("{value:?}"));
    let beside = cell.beside.clone().map(|beside| view! { <span class="beside">{beside}</span> });
    let kind = if numeric {
        "number "
    } else if cell.text.chars().count() > LONG {
        "long-text "
    } else {
        ""
    };
    let class = format!("{kind}{}", cell.tone.class());
    let (text, note, testid) = (cell.text.clone(), cell.note.clone(), cell.testid.clone());
    let inner = match note {
        Some(note) => {
            let title = note.clone();
            view! {
                <span class="has-note" title=title data-testid=testid>
                    {text}
                    <span class="visually-hidden">{note}</span>
                </span>
            }
            .into_any()
        }
        None => view! { <span data-testid=testid data-value=value>{text}</span> }.into_any(),
    };
    let inner = match link {
        Some(link) => {
            let entity = link.clone();
            let href = move || router.href(|route| route.to_entity(&link));
            view! { <a class="row-link" href=href data-entity=entity>{inner}</a> }.into_any()
        }
        None => inner,
    };
    if is_first {
        view! { <th scope="row" class=class>{inner}{beside}</th> }.into_any()
    } else {
        view! { <td class=class>{inner}{beside}</td> }.into_any()
    }
}

/// The rows about what is picked; all of them in a table about other things.
fn only(rows: Vec<Arc<Row>>, picked: &BTreeSet<String>) -> Vec<Arc<Row>> {
    let is_picked = |row: &Arc<Row>| row.is_of(|entity| picked.contains(entity));
    if rows.iter().any(is_picked) { rows.into_iter().filter(is_picked).collect() } else { rows }
}

/// Adds rows step by step, so that the page stays awake while thousands come in.
fn show_more(limit: RwSignal<usize>, n_rows: impl Fn() -> usize + 'static) {
    let Some(now) = limit.try_get_untracked() else { return };
    limit.set(now + ROWS);
    if untrack(&n_rows) > now + ROWS {
        Timeout::new(30, move || show_more(limit, n_rows)).forget();
    }
}
