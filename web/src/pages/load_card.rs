//! Tables of one form: what they were taken for and why, on their first rows, and the way to correct it.

use evenhand_protocol::{Shape, TableKind};
use evenhand_words::{
    bytes, field, guess_reason, more_tables, problem, read_hidden, shape, table_kind, table_name,
};
use leptos::prelude::*;

use super::load_adjust::Adjust;
use super::load_grid::RowsGrid;
use super::load_values::{WordsTable, has_words};
use crate::i18n::{language, t};
use crate::state::{Group, LoadFlow, Origin, set_kind};

/// One card for all tables of a form. It opens by itself where the user is needed.
#[component]
pub fn TableCard(
    /// The tables.
    group: Group,
) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let first = group.first();
    let open = RwSignal::new(untrack(|| draft.needs_help(&group)));
    let group = StoredValue::new(group);
    let name = Signal::derive(move || {
        draft.table(first, |table| table_name(language(), &table.source)).unwrap_or_default()
    });
    let size = draft.previews.with_untracked(|previews| previews.get(first).map(|seen| seen.size));
    let others = move || {
        let n = group.with_value(|group| group.tables.len()) - 1;
        (n > 0).then(|| format!("{} · ", more_tables(language(), n)))
    };
    let error = move || {
        let untouched = draft.origins.with(|origins| origins.get(first) == Some(&Origin::Guessed));
        let error = draft.previews.with(|previews| previews.get(first)?.error.clone());
        let error = error.filter(|_| untouched)?;
        Some(view! {
            <p class="alert" role="alert">{move || problem(language(), &error.problem)}</p>
        })
    };
    // A hidden sheet that holds something is read on request only.
    let left_out = move || {
        let ignored = draft.table(first, |table| table.kind == TableKind::Ignored).unwrap_or(false);
        let seems = draft
            .previews
            .with(|previews| previews.get(first).filter(|seen| seen.hidden).map(|seen| seen.seems));
        seems.filter(|seems| ignored && *seems != TableKind::Ignored)
    };
    let scores = move || draft.table(first, |table| table.kind == TableKind::Scores).unwrap_or(false);
    view! {
        <article class="card file-card" data-testid=format!("file-{first}") aria-label=name>
            <header class="file-head">
                <h3>{name}</h3>
                <p class="file-size">{others} {size.map(bytes)}</p>
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || open.get().to_string()
                    data-testid=format!("file-{first}-adjust")
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || if open.get() { t(|w| w.load.adjust_done)() } else { t(|w| w.load.adjust)() }}
                </button>
            </header>
            {error}
            <Taken first last=group.with_value(Group::last) />
            <Show when=move || left_out().is_some()>
                <p>
                    <button
                        type="button"
                        class="button"
                        data-testid=format!("file-{first}-read")
                        on:click=move |_| {
                            if let Some(kind) = untrack(left_out) {
                                group.with_value(|group| draft.edit(&group.tables, |table| set_kind(table, kind)));
                            }
                        }
                    >
                        {move || left_out().map(|kind| read_hidden(language(), kind))}
                    </button>
                </p>
            </Show>
            <Show when=move || scores() && has_words(draft, first)>
                <WordsTable group=group.get_value() />
            </Show>
            <Show when=move || open.get()>
                <Adjust group=group.get_value() />
            </Show>
            <RowsGrid group=group.get_value() name open />
        </article>
    }
}

/// What the tables of a group were taken for, in a line, and why, in sentences.
#[component]
fn Taken(first: usize, last: usize) -> impl IntoView {
    let draft = expect_context::<LoadFlow>().draft;
    let taken = move || {
        let language = language();
        draft.table(first, |table| {
            let mut parts = vec![table_kind(language, table.kind).to_owned()];
            if table.kind == TableKind::Scores {
                parts.push(shape(language, table.shape));
                parts.extend(table.constants.iter().map(|constant| {
                    let other = draft.table(last, |table| table.constant(constant.field).map(str::to_owned));
                    let other = other.flatten().filter(|other| *other != constant.value);
                    let until = other.map(|other| format!(" … {other}")).unwrap_or_default();
                    format!("{} {}{until}", field(language, constant.field), constant.value)
                }));
            }
            parts.join(" · ")
        })
    };
    let reasons = move || {
        let language = language();
        let words = &language.words().load;
        let origin = draft.origins.with(|origins| origins.get(first).copied());
        let lines = match origin.unwrap_or(Origin::Guessed) {
            Origin::ByHand => vec![words.by_hand_reason.to_owned()],
            Origin::Remembered => vec![words.remembered_reason.to_owned()],
            Origin::File => vec![words.mapping_reason.to_owned()],
            Origin::Guessed => draft
                .table(first, |table| {
                    table.reasons.iter().map(|reason| guess_reason(language, reason)).collect()
                })
                .unwrap_or_default(),
        };
        lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <p class="taken" data-testid=format!("file-{first}-taken")>{taken}</p>
        <ul class="reasons" data-testid=format!("file-{first}-reasons") aria-label=t(|w| w.load.why)>
            {reasons}
        </ul>
    }
}

/// Whether the scores of a table stand several in a row.
pub fn is_wide(shape: Shape) -> bool {
    shape != Shape::Long
}
