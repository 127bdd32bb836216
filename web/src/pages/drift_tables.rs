//! The tables of drift.

use evenhand_protocol::{DriftConsequence, DriftReport, EntityKind, EvaluatorDrift, Outcome, SeverityTrack};
use evenhand_words::{
    COMPOSITE_DECIMALS, Names, drift_class, drift_disagreement, number, p_value, rank, scale_decimals, signed,
};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table, entity_link};

/// One row per evaluator: both models side by side, and what the drift did.
pub fn drift_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.drift;
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::text(words.class_linear),
        Head::number(words.p_linear),
        Head::text(words.class_rasch),
        Head::number(words.p_rasch),
        Head::text(words.from_round),
        Head::number(words.change),
        Head::number(words.affected),
        Head::number(words.would_pass),
        Head::number(words.would_fail),
    ];
    // Those who drift first, the largest changes before the others; then those who could be tested.
    let mut sorted: Vec<&EvaluatorDrift> = report.evaluators.iter().collect();
    let size = |row: &EvaluatorDrift| row.effect.as_ref().map_or(0.0, |e| e.shift.change.value.abs());
    sorted.sort_by(|a, b| {
        let tested = |row: &EvaluatorDrift| row.linear.known().is_some();
        size(b).total_cmp(&size(a)).then(tested(b).cmp(&tested(a)))
    });
    let rows = sorted.into_iter().map(|row| {
        let mut cells = vec![Cell::text(scope.names.name(EntityKind::Evaluator, &row.evaluator))];
        cells.extend(verdict(&row.linear, scope));
        let [mut class, p] = verdict(&row.rasch, scope);
        if let Some(why) = row.disagreement {
            class.note = Some(drift_disagreement(scope.language, why).to_owned());
        }
        cells.extend([class, p]);
        cells.extend(effect(report, row, scope));
        Row::about(entity_link(EntityKind::Evaluator, &row.evaluator), cells)
    });
    Table::new(heads, rows)
}

fn verdict(track: &Outcome<SeverityTrack>, scope: &Scope<'_>) -> [Cell; 2] {
    match track {
        Outcome::Known(track) => [
            Cell::text(drift_class(scope.language, track.class)),
            Cell::value(track.p_adjusted, p_value(track.p_adjusted)),
        ],
        Outcome::Undefined(reason) => [Cell::undefined(reason, scope.language), Cell::empty()],
    }
}

fn effect(report: &DriftReport, row: &EvaluatorDrift, scope: &Scope<'_>) -> Vec<Cell> {
    let Some(effect) = &row.effect else { return (0..5).map(|_| Cell::empty()).collect() };
    let decimals = scale_decimals(&report.scale);
    let change = &effect.shift.change;
    vec![
        Cell::text(scope.names.name(EntityKind::Round, &effect.shift.from_round)),
        Cell::with_interval(change, signed(change.value, decimals), decimals, scope.language),
        Cell::count(effect.n_providers),
        Cell::count(effect.n_would_pass),
        Cell::count(effect.n_would_fail),
    ]
}

/// One row per provider and round touched by drift.
pub fn consequences_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.drift;
    let heads = vec![
        Head::text(all.overview.columns.round),
        Head::text(all.providers.columns.provider),
        Head::text(all.evaluators.columns.evaluator),
        Head::number(words.composite),
        Head::number(words.without_drift),
        Head::number(words.rank),
        Head::number(words.rank_without_drift),
        Head::text(words.decision),
    ];
    // Decisions that hang on the drift first, then the composites that moved most.
    let mut sorted: Vec<&DriftConsequence> = report.consequences.iter().collect();
    let moved = |one: &DriftConsequence| (one.without_drift.value - one.composite).abs();
    sorted.sort_by(|a, b| {
        let decided = |one: &DriftConsequence| one.passed != one.would_pass;
        decided(b).cmp(&decided(a)).then(moved(b).total_cmp(&moved(a)))
    });
    let rows = sorted.into_iter().map(|one| {
        let evaluators: Vec<String> =
            one.evaluators.iter().map(|id| scope.names.name(EntityKind::Evaluator, id)).collect();
        let cells = vec![
            Cell::text(scope.names.name(EntityKind::Round, &one.round)),
            Cell::text(scope.names.name(EntityKind::Provider, &one.provider)),
            Cell::text(evaluators.join(" · ")),
            Cell::value(one.composite, number(one.composite, COMPOSITE_DECIMALS)),
            Cell::estimate(&one.without_drift, COMPOSITE_DECIMALS, scope.language),
            Cell::value(one.rank, rank(one.rank)),
            Cell::value(one.rank_without_drift, rank(one.rank_without_drift)),
            Cell::text(decision(one, scope)),
        ];
        Row::about(entity_link(EntityKind::Provider, &one.provider), cells)
    });
    Table::new(heads, rows)
}

fn decision(one: &DriftConsequence, scope: &Scope<'_>) -> &'static str {
    let words = &scope.language.words().drift;
    match (one.passed, one.would_pass) {
        (true, true) => words.passes,
        (false, false) => words.fails,
        (false, true) => words.would_have_passed,
        (true, false) => words.would_have_failed,
    }
}

/// One row per link between rounds.
pub fn links_table(report: &DriftReport, scope: &Scope<'_>) -> Table {
    let words = &scope.language.words().drift;
    let heads = vec![
        Head::text(words.rounds),
        Head::number(words.shift),
        Head::number(words.kept),
        Head::number(words.dropped),
        Head::text(words.strength),
    ];
    let decimals = scale_decimals(&report.scale);
    let rows = report.links.iter().map(|link| {
        let [first, second] = [0, 1].map(|at| scope.names.name(EntityKind::Round, &link.rounds[at]));
        Row::new(vec![
            Cell::text(format!("{first} – {second}")),
            Cell::with_interval(&link.shift, signed(link.shift.value, decimals), decimals, scope.language),
            Cell::count(link.kept.len() as u32),
            Cell::count(link.dropped.len() as u32),
            Cell::text(if link.strong { words.strong } else { words.weak }),
        ])
    });
    Table::new(heads, rows)
}
