//! The league table of a round and its key figures.

use evenhand_protocol::{ChangeVerdict, EntityKind, Outcome, ProviderRow, RoundLeague, entity_link};
use evenhand_words::{
    COMPOSITE_DECIMALS, change_verdict, number, p_value, percent, rank, rank_range, signed,
};

use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, Table, Tone};

/// One row per provider, best first.
pub fn league_table(league: &RoundLeague, scope: &Scope<'_>) -> Table {
    let mut heads = vec![Head::text(scope.language.words().providers.columns.provider)];
    heads.extend(provider_heads(league.has_likely_ranks(), scope));
    let rows = league.rows.iter().map(|row| {
        let mut cells = vec![Cell::entity(&scope.names, EntityKind::Provider, &row.provider)];
        cells.extend(provider_cells(row, scope));
        Row::about(entity_link(EntityKind::Provider, &row.provider), cells)
    });
    Table::new(heads, rows)
}

/// The heads of what is said of a provider in a round, without its name.
pub fn provider_heads(likely_ranks: bool, scope: &Scope<'_>) -> Vec<Head> {
    let columns = &scope.language.words().providers.columns;
    vec![
        Head::number(columns.rank),
        Head::number(if likely_ranks { columns.likely_ranks } else { columns.possible_ranks }),
        Head::number(columns.adjusted).explained("adjusted-composite"),
        Head::number(columns.raw).explained("composite"),
        Head::number(columns.rank_raw),
        Head::number(columns.change).explained("change"),
        Head::text(columns.verdict),
        Head::text(columns.from_round),
        Head::number(columns.p_adjusted).explained("many-tests"),
        Head::number(columns.n_evaluators),
        Head::number(columns.coverage),
    ]
}

/// What is said of a provider in a round, without its name.
pub fn provider_cells(row: &ProviderRow, scope: &Scope<'_>) -> Vec<Cell> {
    let (id, language) = (&row.provider, scope.language);
    let mut cells = rank_cells(row, scope).to_vec();
    cells.extend([
        Cell::estimate_outcome(&row.adjusted, COMPOSITE_DECIMALS, language)
            .testid(format!("provider-{id}-adjusted")),
        Cell::estimate_outcome(&row.raw, COMPOSITE_DECIMALS, language).testid(format!("provider-{id}-raw")),
        Cell::value(row.rank_raw, rank(row.rank_raw)),
    ]);
    cells.extend(change_cells(row, scope));
    cells.extend([Cell::count(row.n_evaluators), Cell::percent(row.coverage)]);
    cells
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
            .testid(format!("provider-{}-verdict", row.provider))
            .one_of_many(change.is_one_of_many(), language),
        Cell::entity(&scope.names, EntityKind::Round, &change.from_round),
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
        chosen: None,
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
