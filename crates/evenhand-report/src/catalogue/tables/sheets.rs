//! The tables of the sheets of one provider, indicator or round.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{
    EntityKind, Facets, InteractionWith, MemberStatus, Outcome, PanelMember, PinnedChoice, ProviderRow,
    ProvidersAnswer, RoundLeague, TurnoverAnswer,
};
use evenhand_words::{COMPOSITE_DECIMALS, change_verdict, member_status, rank_range, reason, signed};

use super::super::of_choice::{chosen, of_round};
use super::cells::{counted, estimates, outcome, p, ranked, share, value, written};
use super::evaluators::interactions;
use super::{Made, Scope};

/// Providers shown at either end of a league.
const EITHER_END: usize = 5;

/// A pair departs beyond chance below this p.
const LEVEL: f64 = 0.05;

/// One provider round by round.
pub(super) fn provider_rounds(
    answer: &ProvidersAnswer,
    choice: &PinnedChoice,
    scope: &Scope<'_>,
) -> Option<Made> {
    let id = chosen(choice, "provider")?;
    let row = |league: &RoundLeague| league.rows.iter().find(|row| row.provider == id).cloned();
    let rows: Vec<(&RoundLeague, ProviderRow)> =
        answer.rounds.iter().filter_map(|league| Some((league, row(league)?))).collect();
    let likely = rows.iter().any(|(league, _)| league.has_likely_ranks());
    let table = DataTable::new().text_column(scope.language.words().overview.columns.round.header);
    let columns = &scope.language.words().providers.columns;
    let mut table = provider_columns(table, likely, scope)
        .number_column(columns.raw_change.header)
        .number_column(columns.who_scored.header);
    for (league, row) in &rows {
        let mut cells = vec![TableCell::Text(scope.names.name(EntityKind::Round, &league.round))];
        cells.extend(provider_cells(row, scope));
        cells.extend(match row.change.known() {
            Some(change) => [change.raw_change, change.who_scored()]
                .map(|points| written(points, signed(points, COMPOSITE_DECIMALS))),
            None => [TableCell::Empty, TableCell::Empty],
        });
        table.push(cells);
    }
    let about = scope.names.name(EntityKind::Provider, id);
    (!rows.is_empty()).then(|| Made::whole(table).about(about))
}

/// The providers at either end of the league of a round.
pub(super) fn round_ends(answer: &ProvidersAnswer, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let league = of_round(&answer.rounds, choice)?;
    let table = DataTable::new().text_column(scope.language.words().providers.columns.provider.header);
    let mut table = provider_columns(table, league.has_likely_ranks(), scope);
    for row in &league.rows {
        let mut cells = vec![TableCell::Text(scope.names.name(EntityKind::Provider, &row.provider))];
        cells.extend(provider_cells(row, scope));
        table.push(cells);
    }
    let n = table.rows.len();
    if n > 2 * EITHER_END {
        table.rows.drain(EITHER_END..n - EITHER_END);
    }
    Some(Made::whole(table).about(scope.names.name(EntityKind::Round, &league.round)))
}

fn provider_columns(table: DataTable, likely: bool, scope: &Scope<'_>) -> DataTable {
    let columns = &scope.language.words().providers.columns;
    let ranks = if likely { columns.likely_ranks } else { columns.possible_ranks };
    let table = table.number_column(columns.rank.header).text_column(ranks.header);
    let table = estimates(table, columns.adjusted.header, scope);
    let table = estimates(table, columns.raw.header, scope).number_column(columns.rank_raw.header);
    estimates(table, columns.change.header, scope)
        .text_column(columns.verdict.header)
        .text_column(columns.from_round.header)
        .number_column(columns.p_adjusted.header)
        .number_column(columns.n_evaluators.header)
        .number_column(columns.coverage.header)
}

fn provider_cells(row: &ProviderRow, scope: &Scope<'_>) -> Vec<TableCell> {
    let why = |why| TableCell::Text(reason(scope.language, why));
    let mut cells = match &row.rank {
        Outcome::Known(set) => vec![ranked(set.rank), TableCell::Text(rank_range(set.low, set.high))],
        Outcome::Undefined(reason) => vec![why(reason), TableCell::Empty],
    };
    cells.extend(outcome(&row.adjusted, COMPOSITE_DECIMALS, scope));
    cells.extend(outcome(&row.raw, COMPOSITE_DECIMALS, scope));
    cells.push(ranked(row.rank_raw));
    match &row.change {
        Outcome::Known(change) => {
            let found = &change.change;
            let ends = found.interval.as_ref();
            let end = |end: Option<f64>| end.map_or(TableCell::Empty, |end| value(end, COMPOSITE_DECIMALS));
            cells.extend([
                written(found.value, signed(found.value, COMPOSITE_DECIMALS)),
                end(ends.map(|ends| ends.low)),
                end(ends.map(|ends| ends.high)),
                TableCell::from(change_verdict(scope.language, change.verdict)),
                TableCell::Text(scope.names.name(EntityKind::Round, &change.from_round)),
                p(Some(change.p_adjusted)),
            ]);
        }
        Outcome::Undefined(reason) => {
            cells.push(why(reason));
            cells.extend((0..5).map(|_| TableCell::Empty));
        }
    }
    cells.extend([counted(row.n_evaluators), share(row.coverage)]);
    cells
}

/// The evaluators of a round, those who were not there the round before first.
pub(super) fn round_members(
    answer: &TurnoverAnswer,
    choice: &PinnedChoice,
    scope: &Scope<'_>,
) -> Option<Made> {
    let panel = of_round(&answer.rounds, choice)?;
    // In the first round everybody is new, which says nothing.
    let is_first = answer.rounds.first().is_some_and(|first| first.round == panel.round);
    let words = scope.language.words();
    let mut table = DataTable::new()
        .text_column(words.evaluators.columns.evaluator.header)
        .text_column(words.sheets.status.header)
        .number_column(words.turnover.panels.header);
    let mut members: Vec<&PanelMember> = panel.evaluators.iter().collect();
    members.sort_by_key(|member| !is_first && member.status == MemberStatus::Stayed);
    for member in members {
        let status = TableCell::from(member_status(scope.language, member.status));
        table.push([
            TableCell::Text(scope.names.name(EntityKind::Evaluator, &member.evaluator)),
            if is_first { TableCell::Empty } else { status },
            counted(member.n_panels),
        ]);
    }
    Some(Made::whole(table).about(scope.names.name(EntityKind::Round, &panel.round)))
}

/// What the change of the mean since the round before is made of.
pub(super) fn round_change(
    answer: &TurnoverAnswer,
    choice: &PinnedChoice,
    scope: &Scope<'_>,
) -> Option<Made> {
    let round = of_round(&answer.rounds, choice)?.round.as_str();
    let split = answer.splits.iter().find(|split| split.round == round)?;
    let words = &scope.language.words().turnover;
    let mut table = DataTable::new()
        .text_column(words.to.header)
        .text_column(words.from.header)
        .number_column(words.raw.header);
    for column in [words.composition, words.drift, words.provider_mix, words.provider_change] {
        table = estimates(table, column.header, scope);
    }
    let mut cells = vec![
        TableCell::Text(scope.names.name(EntityKind::Round, &split.round)),
        TableCell::Text(scope.names.name(EntityKind::Round, &split.from_round)),
        written(split.raw, signed(split.raw, COMPOSITE_DECIMALS)),
    ];
    match &split.parts {
        Outcome::Known(parts) => {
            for part in [&parts.composition, &parts.drift, &parts.provider_mix, &parts.provider_change] {
                let ends = part.interval.as_ref();
                let end =
                    |end: Option<f64>| end.map_or(TableCell::Empty, |end| value(end, COMPOSITE_DECIMALS));
                cells.push(written(part.value, signed(part.value, COMPOSITE_DECIMALS)));
                cells.extend([end(ends.map(|ends| ends.low)), end(ends.map(|ends| ends.high))]);
            }
        }
        Outcome::Undefined(why) => cells.push(TableCell::Text(reason(scope.language, why))),
    }
    table.push(cells);
    Some(Made::whole(table).about(scope.names.name(EntityKind::Round, round)))
}

/// The evaluators who are harsher or milder on an indicator than elsewhere, beyond chance.
pub(super) fn own_way(facets: &Facets, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let id = chosen(choice, "indicator")?;
    let mut found =
        facets.interactions.iter().find(|table| table.with == InteractionWith::Indicator)?.clone();
    found.terms.retain(|term| term.with == id && term.p_adjusted.is_some_and(|p| p < LEVEL));
    let about = scope.names.name(EntityKind::Indicator, id);
    Some(Made::without(interactions(facets, &found, scope)).about(about))
}
