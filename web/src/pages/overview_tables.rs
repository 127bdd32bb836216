//! The table of the overview: one row per round.

use evenhand_protocol::{EntityKind, OverviewAnswer, OverviewRow, entity_link};
use evenhand_words::{COEFFICIENT_DECIMALS, COMPOSITE_DECIMALS};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, SortKey, Table};

/// One row per round.
pub fn rounds_table(answer: &OverviewAnswer, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().overview;
    let columns = &words.columns;
    let heads = vec![
        Head::text(columns.round),
        Head::number(columns.n_scores),
        Head::number(columns.n_providers),
        Head::number(columns.n_evaluators),
        Head::number(columns.n_new_evaluators),
        Head::number(columns.icc_a_1).explained("icc"),
        Head::number(columns.icc_a_k).explained("icc"),
        Head::number(columns.alpha).explained("cronbach-alpha"),
        Head::number(columns.mean).explained("adjusted-composite"),
        Head::number(columns.separated_share).explained("ranks"),
        Head::plain(words.improved, true),
        Head::plain(words.declined, true),
    ];
    Table::new(heads, answer.rounds.iter().enumerate().map(|(k, row)| round_row(k, row, scope)))
}

fn round_row(place: usize, row: &OverviewRow, scope: &Scope<'_>) -> Row {
    let (id, language) = (&row.round, scope.language);
    let coefficient = |outcome, name: &str| {
        Cell::estimate_outcome(outcome, COEFFICIENT_DECIMALS, language)
            .testid(format!("overview-{name}-{id}"))
    };
    let mut cells =
        vec![Cell::entity(&scope.names, EntityKind::Round, id).sorted_by(SortKey::Number(place as f64))];
    cells.extend([row.n_scores, row.n_providers, row.n_evaluators, row.n_new_evaluators].map(Cell::count));
    cells.extend([
        coefficient(&row.icc_a_1, "icc-a-1"),
        coefficient(&row.icc_a_k, "icc-a-k"),
        coefficient(&row.alpha, "alpha"),
        Cell::maybe_number(row.mean, COMPOSITE_DECIMALS).testid(format!("overview-mean-{id}")),
        row.separated_share.map_or_else(Cell::empty, Cell::percent),
        changed(row.n_improved, row.n_compared),
        changed(row.n_declined, row.n_compared),
    ]);
    Row::about(entity_link(EntityKind::Round, id), cells)
}

/// How many changed; nothing where none could be compared.
fn changed(n: u32, of: u32) -> Cell {
    if of == 0 { Cell::empty() } else { Cell::count(n) }
}
