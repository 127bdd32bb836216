//! Tables about providers.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{
    Chances, ConflictConsequence, ConflictConsequences, DriftConsequence, DriftReport, EntityKind, Outcome,
    RankInterval, Reason, RoundStanding, StandingRow,
};
use evenhand_words::{
    COMPOSITE_DECIMALS, decision, drift_decision, pass_side, rank_range, reason, reliable_change,
};

use super::Scope;
use super::cells::{estimate, estimates, outcome, ranked, share, value};

/// What can be said of each provider.
pub(super) fn standing(of: &RoundStanding, scope: &Scope<'_>) -> DataTable {
    let words = scope.language.words();
    let columns = &words.standing.columns;
    let table = DataTable::new().text_column(words.providers.columns.provider.header);
    let table = estimates(table, words.providers.columns.adjusted.header, scope)
        .text_column(columns.side.header)
        .number_column(columns.pass.header)
        .number_column(columns.top.header)
        .text_column(words.providers.columns.likely_ranks.header)
        .text_column(columns.rank_together.header)
        .text_column(columns.rank_alone.header)
        .text_column(columns.change.header)
        .number_column(columns.index.header);
    let mut table = estimates(table, columns.shrunken.header, scope);
    for row in &of.rows {
        table.push(standing_row(row, scope));
    }
    table
}

fn standing_row(row: &StandingRow, scope: &Scope<'_>) -> Vec<TableCell> {
    let why = |why: &Reason| TableCell::Text(reason(scope.language, why));
    let chance = |pick: fn(&Chances) -> f64| match &row.chances {
        Outcome::Known(chances) => share(pick(chances)),
        Outcome::Undefined(reason) => why(reason),
    };
    let range = |found: &Outcome<RankInterval>| match found {
        Outcome::Known(found) => TableCell::Text(rank_range(found.low, found.high)),
        Outcome::Undefined(reason) => why(reason),
    };
    let side = row.side.map_or(TableCell::Empty, |side| TableCell::from(pass_side(scope.language, side)));
    let [change, index] = match &row.reliable_change {
        Outcome::Known(change) => {
            let said = reliable_change(scope.language, change);
            [TableCell::from(said), value(change.index, 2)]
        }
        Outcome::Undefined(reason) => [why(reason), TableCell::Empty],
    };
    let mut cells = vec![TableCell::Text(scope.names.name(EntityKind::Provider, &row.provider))];
    cells.extend(outcome(&row.adjusted, COMPOSITE_DECIMALS, scope));
    cells.extend([side, chance(|chances| chances.pass), chance(|chances| chances.top)]);
    cells.extend([range(&row.rank), range(&row.rank_simultaneous), range(&row.rank_alone), change, index]);
    cells.extend(outcome(&row.shrunken, COMPOSITE_DECIMALS, scope));
    cells
}

/// What drift did to composites, ranks and decisions: decisions that hang on it first, the sure ones before the others.
pub(super) fn drifted(report: &DriftReport, scope: &Scope<'_>) -> DataTable {
    let words = &scope.language.words().drift;
    let table = named(scope).number_column(words.composite.header);
    let mut table = estimates(table, words.without_drift.header, scope)
        .number_column(words.rank.header)
        .number_column(words.rank_without_drift.header)
        .text_column(words.decision.header);
    let mut sorted: Vec<&DriftConsequence> = report.consequences.iter().collect();
    let moved = |one: &DriftConsequence| (one.without_drift.value - one.composite).abs();
    sorted.sort_by(|a, b| {
        let decided =
            |one: &DriftConsequence| u8::from(one.passed != one.would_pass) * (1 + u8::from(one.sure));
        decided(b).cmp(&decided(a)).then(moved(b).total_cmp(&moved(a)))
    });
    for one in sorted {
        let mut cells = who(&one.round, &one.provider, &one.evaluators, scope);
        cells.push(value(one.composite, COMPOSITE_DECIMALS));
        cells.extend(estimate(&one.without_drift, COMPOSITE_DECIMALS));
        cells.extend([ranked(one.rank), ranked(one.rank_without_drift)]);
        cells.push(TableCell::from(drift_decision(scope.language, one)));
        table.push(cells);
    }
    table
}

/// What composites would be without the scores of tied evaluators: decisions that hang on them first.
pub(super) fn tied(consequences: &ConflictConsequences, scope: &Scope<'_>) -> DataTable {
    let all = scope.language.words();
    let (words, drift) = (&all.conflicts, &all.drift);
    let mut table = named(scope)
        .number_column(drift.composite.header)
        .number_column(words.without.header)
        .number_column(drift.rank.header)
        .number_column(words.rank_without.header)
        .text_column(drift.decision.header);
    let mut rows: Vec<&ConflictConsequence> = consequences.providers.iter().collect();
    let key = |one: &ConflictConsequence| {
        let moved = one.without.map_or(0.0, |without| (without - one.composite).abs());
        (one.would_pass.is_some_and(|would| would != one.passed), moved)
    };
    rows.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    for one in rows {
        let mut cells = who(&one.round, &one.provider, &one.evaluators, scope);
        let without =
            one.without.map_or(TableCell::from(words.nothing_left), |found| value(found, COMPOSITE_DECIMALS));
        cells.extend([value(one.composite, COMPOSITE_DECIMALS), without, ranked(one.rank)]);
        cells.push(one.rank_without.map_or(TableCell::Empty, ranked));
        cells.push(TableCell::from(decision(
            scope.language,
            one.passed,
            one.would_pass.unwrap_or(one.passed),
        )));
        table.push(cells);
    }
    table
}

/// A table whose rows are a round, a provider and evaluators.
fn named(scope: &Scope<'_>) -> DataTable {
    let words = scope.language.words();
    DataTable::new()
        .text_column(words.overview.columns.round.header)
        .text_column(words.providers.columns.provider.header)
        .text_column(words.evaluators.columns.evaluator.header)
}

fn who(round: &str, provider: &str, evaluators: &[String], scope: &Scope<'_>) -> Vec<TableCell> {
    let named = |kind, id: &str| scope.names.name(kind, id);
    let evaluators: Vec<String> = evaluators.iter().map(|id| named(EntityKind::Evaluator, id)).collect();
    vec![
        TableCell::Text(named(EntityKind::Round, round)),
        TableCell::Text(named(EntityKind::Provider, provider)),
        TableCell::Text(evaluators.join(" · ")),
    ]
}
