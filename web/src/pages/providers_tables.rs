//! The league table of a round and its key figures.

use evenhand_protocol::{ChangeVerdict, EntityKind, Outcome, ProviderRow, RoundLeague};
use evenhand_words::{
    COMPOSITE_DECIMALS, Names, change_verdict, number, p_value, percent, rank, rank_range, signed,
};

use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, Table, Tone, entity_link};

/// One row per provider, best first.
pub fn league_table(league: &RoundLeague, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().providers;
    let columns = &words.columns;
    let heads = vec![
        Head::text(columns.provider),
        Head::number(columns.rank),
        Head::number(if league.has_likely_ranks() { columns.likely_ranks } else { columns.possible_ranks }),
        Head::number(columns.adjusted),
        Head::number(columns.raw),
        Head::number(columns.rank_raw),
        Head::number(columns.change),
        Head::text(columns.verdict),
        Head::text(columns.from_round),
        Head::number(columns.p_adjusted),
        Head::number(columns.n_evaluators),
        Head::number(columns.coverage),
    ];
    Table::new(heads, league.rows.iter().map(|row| provider_row(row, scope)))
}

fn provider_row(row: &ProviderRow, scope: &Scope<'_>) -> Row {
    let (id, language) = (&row.provider, scope.language);
    let mut cells = vec![Cell::text(scope.names.name(EntityKind::Provider, id))];
    cells.extend(rank_cells(row, scope));
    cells.extend([
        Cell::estimate_outcome(&row.adjusted, COMPOSITE_DECIMALS, language)
            .testid(format!("provider-{id}-adjusted")),
        Cell::estimate_outcome(&row.raw, COMPOSITE_DECIMALS, language).testid(format!("provider-{id}-raw")),
        Cell::value(row.rank_raw, rank(row.rank_raw)),
    ]);
    cells.extend(change_cells(row, scope));
    cells.extend([Cell::count(row.n_evaluators), Cell::percent(row.coverage)]);
    Row::about(entity_link(EntityKind::Provider, id), cells)
}

fn rank_cells(row: &ProviderRow, scope: &Scope<'_>) -> [Cell; 2] {
    match &row.rank {
        Outcome::Undefined(reason) => [(); 2].map(|()| Cell::undefined(reason, scope.language)),
        Outcome::Known(set) => {
            let range = rank_range(set.low, set.high);
            [
                Cell::value(set.rank, rank(set.rank)).testid(format!("provider-{}-rank", row.provider)),
                Cell::value(f64::from(set.low), range),
            ]
        }
    }
}

fn change_cells(row: &ProviderRow, scope: &Scope<'_>) -> [Cell; 4] {
    let language = scope.language;
    let change = match &row.change {
        Outcome::Known(change) => change,
        Outcome::Undefined(reason) => {
            return [Cell::undefined(reason, language), Cell::empty(), Cell::empty(), Cell::empty()];
        }
    };
    let tone = match change.verdict {
        ChangeVerdict::Improved => Tone::Better,
        ChangeVerdict::Declined => Tone::Worse,
        ChangeVerdict::NoReliableChange => Tone::Muted,
    };
    let estimate = &change.change;
    [
        Cell::with_interval(
            estimate,
            signed(estimate.value, COMPOSITE_DECIMALS),
            COMPOSITE_DECIMALS,
            language,
        )
        .testid(format!("provider-{}-change", row.provider)),
        Cell::text(change_verdict(language, change.verdict))
            .tone(tone)
            .testid(format!("provider-{}-verdict", row.provider)),
        Cell::text(scope.names.name(EntityKind::Round, &change.from_round)),
        Cell::value(change.p_adjusted, p_value(change.p_adjusted)),
    ]
}

/// The mean of the round and how many pairs can be told apart.
pub fn league_figures(league: &RoundLeague, scope: &Scope<'_>) -> Vec<FigureModel> {
    let words = scope.language.words();
    let figure = |label: &str, tip: &str, cell: Cell| FigureModel {
        label: label.to_owned(),
        tip: tip.to_owned(),
        cell,
        basis: None,
        note: Some("adjusted-composite"),
    };
    let mean =
        league.mean.map_or_else(Cell::empty, |mean| Cell::value(mean, number(mean, COMPOSITE_DECIMALS)));
    let share =
        league.separated_share.map_or_else(Cell::empty, |share| Cell::value(share, percent(share, 0)));
    vec![
        figure(words.providers.mean, words.overview.columns.mean.tip, mean.testid("round-mean")),
        figure(
            words.providers.told_apart,
            words.overview.columns.separated_share.tip,
            share.testid("separated-share"),
        ),
    ]
}
