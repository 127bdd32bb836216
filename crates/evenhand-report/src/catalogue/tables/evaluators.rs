//! Tables about evaluators and their scores.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{
    AgreementAnswer, AgreementDifference, DriftReport, EntityKind, Facets, InteractionTable, InteractionWith,
    Outcome, Scorecard, ScorecardsAnswer, TurnoverAnswer,
};
use evenhand_words::{
    COEFFICIENT_DECIMALS, advice, advice_reason, drift_class, grouped_by, part, rating_effect, reason,
    scale_decimals, signed, step,
};

use super::Scope;
use super::cells::{counted, estimate, estimates, outcome, p, value, written};

/// Decimals of logits.
const LOGITS: usize = 2;

/// What is advised about each evaluator, and why.
pub(super) fn scorecards(answer: &ScorecardsAnswer, scope: &Scope<'_>) -> DataTable {
    let all = scope.language.words();
    let words = &all.scorecards;
    let table = DataTable::new()
        .text_column(all.evaluators.columns.evaluator.header)
        .text_column(words.advice.header)
        .text_column(words.reasons.header);
    let table = estimates(table, words.severity.header, scope).text_column(words.drift.header);
    let mut table = estimates(table, words.agreement.header, scope)
        .number_column(words.infit.header)
        .text_column(words.effects.header)
        .number_column(words.decisions.header)
        .number_column(words.sheets.header);
    for card in &answer.evaluators {
        table.push(scorecard(card, answer, scope));
    }
    table
}

fn scorecard(card: &Scorecard, answer: &ScorecardsAnswer, scope: &Scope<'_>) -> Vec<TableCell> {
    let (language, decimals) = (scope.language, scale_decimals(&answer.scale));
    let reasons = card.reasons.iter().map(|one| advice_reason(language, one, &answer.scale, scope.names));
    let effects = card.effects.iter().map(|effect| rating_effect(language, *effect).header);
    let mut cells = vec![
        TableCell::Text(scope.names.name(EntityKind::Evaluator, &card.evaluator)),
        TableCell::from(advice(language, card.advice)),
        TableCell::Text(reasons.collect::<Vec<String>>().join(" · ")),
    ];
    cells.extend(outcome(&card.severity, decimals, scope));
    cells.push(match &card.drift {
        Outcome::Known(drift) => TableCell::from(drift_class(language, drift.class)),
        Outcome::Undefined(why) => TableCell::Text(reason(language, why)),
    });
    cells.extend(outcome(&card.agreement, COEFFICIENT_DECIMALS, scope));
    cells.push(card.infit.map_or(TableCell::Empty, |infit| value(infit, 2)));
    cells.push(TableCell::Text(effects.collect::<Vec<&str>>().join(" · ")));
    cells.extend([counted(card.n_drift_decisions + card.n_conflict_decisions), counted(card.n_score_sheets)]);
    cells
}

/// Severity and scatter by qualification and group; groups that are too small are left out and counted.
pub(super) fn groups(answer: &TurnoverAnswer, scope: &Scope<'_>) -> (DataTable, u64) {
    let words = &scope.language.words().turnover;
    let table = DataTable::new()
        .text_column(words.group.header)
        .text_column(words.by.header)
        .number_column(words.n_evaluators.header);
    let table = estimates(table, words.severity.header, scope);
    let table = estimates(table, words.difference.header, scope).number_column(words.p_severity.header);
    let table = estimates(table, words.noise.header, scope);
    let mut table = estimates(table, words.noise_ratio.header, scope).number_column(words.p_noise.header);
    let decimals = scale_decimals(&answer.scale);
    let mut left_out = 0;
    for group in &answer.groups {
        if group.n_evaluators < scope.suppressed.least() {
            left_out += 1;
            continue;
        }
        let mut cells = vec![
            TableCell::Text(group.name.clone()),
            TableCell::from(grouped_by(scope.language, group.by)),
            counted(group.n_evaluators),
        ];
        cells.extend(outcome(&group.severity, decimals, scope));
        cells.extend(outcome(&group.difference, decimals, scope));
        cells.push(p(group.p_adjusted));
        cells.extend(outcome(&group.noise, decimals, scope));
        cells.extend(outcome(&group.noise_ratio, COEFFICIENT_DECIMALS, scope));
        cells.push(p(group.p_noise_adjusted));
        table.push(cells);
    }
    (table, left_out)
}

/// Differences of agreement between rounds, qualifications and groups.
pub(super) fn differences(answer: &AgreementAnswer, scope: &Scope<'_>) -> (DataTable, u64) {
    let words = &scope.language.words().agreement;
    let table =
        DataTable::new().text_column(words.columns.part.header).text_column(words.compared_with.header);
    let mut table = estimates(table, words.difference.header, scope)
        .number_column(words.difference_p.header)
        .number_column(words.columns.n_shared.header);
    let rows = answer
        .round_differences
        .iter()
        .chain(&answer.qualification_differences)
        .chain(&answer.group_differences);
    let small = |row: &AgreementDifference| {
        scope.suppressed.is_small(&row.first) || scope.suppressed.is_small(&row.second)
    };
    let mut left_out = 0;
    for row in rows {
        if small(row) {
            left_out += 1;
            continue;
        }
        let name = |of| TableCell::Text(part(scope.language, of, scope.names));
        let mut cells = vec![name(&row.first), name(&row.second)];
        cells.extend(estimate(&row.difference, COEFFICIENT_DECIMALS));
        cells.extend([p(row.p_adjusted), counted(row.n_shared)]);
        table.push(cells);
    }
    (table, left_out)
}

/// Scores far from what is expected.
pub(super) fn unexpected(facets: &Facets, scope: &Scope<'_>) -> DataTable {
    let all = scope.language.words();
    let words = &all.facets;
    let mut table = DataTable::new()
        .text_column(all.overview.columns.round.header)
        .text_column(all.providers.columns.provider.header)
        .text_column(all.evaluators.columns.evaluator.header)
        .text_column(all.indicators.columns.indicator.header)
        .number_column(words.score.header)
        .number_column(words.expected.header)
        .number_column(words.deviation.header);
    for one in &facets.unexpected.scores {
        let name = |kind, id: &str| TableCell::Text(scope.names.name(kind, id));
        table.push([
            name(EntityKind::Round, &one.round),
            name(EntityKind::Provider, &one.provider),
            name(EntityKind::Evaluator, &one.evaluator),
            name(EntityKind::Indicator, &one.indicator),
            written(one.score, step(one.score, one.score)),
            value(one.expected, 1),
            written(one.standardised, signed(one.standardised, 1)),
        ]);
    }
    table
}

/// Departures from the usual severity, the surest first; those with categories that are too small are left out.
pub(super) fn interactions(facets: &Facets, found: &InteractionTable, scope: &Scope<'_>) -> (DataTable, u64) {
    let all = scope.language.words();
    let words = &all.facets;
    let element = match found.with {
        InteractionWith::Round => all.overview.columns.round,
        InteractionWith::Indicator => all.indicators.columns.indicator,
        InteractionWith::Category => words.category_of_providers,
    };
    let table = DataTable::new()
        .text_column(all.evaluators.columns.evaluator.header)
        .text_column(element.header)
        .number_column(words.points.header);
    let mut table = estimates(table, words.size.header, scope)
        .number_column(words.t.header)
        .number_column(words.p.header)
        .number_column(words.scores.header);
    let decimals = scale_decimals(&facets.scale);
    let is_small = |name: &str| {
        found.with == InteractionWith::Category
            && scope.suppressed.n_in_category(name) < scope.suppressed.least() as usize
    };
    let mut small: Vec<&str> = Vec::new();
    for term in &found.terms {
        if is_small(&term.with) {
            small.push(&term.with);
            continue;
        }
        let element = match found.with {
            InteractionWith::Round => scope.names.name(EntityKind::Round, &term.with),
            InteractionWith::Indicator => scope.names.name(EntityKind::Indicator, &term.with),
            InteractionWith::Category => term.with.clone(),
        };
        let end = |end: Option<f64>| end.map_or(TableCell::Empty, |end| value(end, LOGITS));
        table.push([
            TableCell::Text(scope.names.name(EntityKind::Evaluator, &term.evaluator)),
            TableCell::Text(element),
            written(term.points, signed(term.points, decimals)),
            written(term.size, signed(term.size, LOGITS)),
            end(term.interval.as_ref().map(|ends| ends.low)),
            end(term.interval.as_ref().map(|ends| ends.high)),
            written(term.t, signed(term.t, 1)),
            p(term.p_adjusted),
            counted(term.n_scores),
        ]);
    }
    small.sort_unstable();
    small.dedup();
    (table, small.len() as u64)
}

/// The links that put the rounds on one scale.
pub(super) fn links(report: &DriftReport, scope: &Scope<'_>) -> DataTable {
    let words = &scope.language.words().drift;
    let table = DataTable::new().text_column(words.rounds.header);
    let mut table = estimates(table, words.shift.header, scope)
        .number_column(words.kept.header)
        .number_column(words.dropped.header)
        .text_column(words.strength.header);
    let decimals = scale_decimals(&report.scale);
    for link in &report.links {
        let [first, second] = [0, 1].map(|at| scope.names.name(EntityKind::Round, &link.rounds[at]));
        let mut cells = vec![TableCell::Text(format!("{first} – {second}"))];
        cells.extend(estimate(&link.shift, decimals));
        cells.extend([counted(link.kept.len() as u32), counted(link.dropped.len() as u32)]);
        cells.push(TableCell::from(if link.strong { words.strong } else { words.weak }));
        table.push(cells);
    }
    table
}
