//! The tables and key figures of ties between evaluators and providers.

use evenhand_protocol::{
    ConflictConsequence, ConflictKind, ConflictVerdict, ConflictsAnswer, EntityKind, EvaluatorConflict,
    Outcome, entity_link,
};
use evenhand_words::{
    COMPOSITE_DECIMALS, Names, conflict_verdict, decision, number, p_value, rank, scale_decimals, signed,
};

use super::figures::estimate_figure;
use super::page_frame::Scope;
use crate::components::{Cell, FigureModel, Head, Row, Table, Tone};

/// Scores of tied providers, of the others, and the difference within evaluators.
pub fn conflict_figures(answer: &ConflictsAnswer, kind: ConflictKind, scope: &Scope<'_>) -> Vec<FigureModel> {
    let words = &scope.language.words().conflicts;
    // One more than elsewhere: means over thousands of scores are that exact.
    let decimals = scale_decimals(&answer.scale) + 1;
    let Some(effect) = answer.of(kind).and_then(|of| of.overall.known()) else { return Vec::new() };
    let figure = |estimate, column, testid: &str| {
        let mut figure = estimate_figure(estimate, column, testid, decimals, scope);
        figure.cell.text = signed(estimate.value, decimals);
        figure.chosen = Some(("kind", kind.code().to_owned()));
        figure
    };
    let mut difference = figure(&effect.difference, words.difference, "conflict-difference");
    difference.tip = format!(
        "{} {}, {} {}",
        difference.tip,
        p_value(effect.p),
        words.p_permutation.header,
        p_value(effect.p_permutation)
    );
    vec![
        figure(&effect.tied, words.tied, "conflict-tied"),
        figure(&effect.other, words.other, "conflict-other"),
        difference,
    ]
}

/// One row per evaluator with scores of tied providers; those beyond chance first, then the largest differences.
pub fn conflicts_table(answer: &ConflictsAnswer, kind: ConflictKind, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.conflicts;
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::number(words.difference).explained("conflicts"),
        Head::text(words.verdict),
        Head::number(words.p_adjusted).explained("many-tests"),
        Head::number(words.p_permutation).explained("conflicts"),
        Head::number(words.tied),
        Head::number(words.other),
        Head::number(words.n_tied),
        Head::number(words.n_scores),
        Head::number(words.would_pass),
        Head::number(words.would_fail),
    ];
    let mut rows: Vec<&EvaluatorConflict> =
        answer.of(kind).map(|of| of.evaluators.iter().collect()).unwrap_or_default();
    let key = |row: &EvaluatorConflict| match &row.effect {
        Outcome::Known(effect) => (effect.verdict != ConflictVerdict::NotShown, effect.difference.value),
        Outcome::Undefined(_) => (false, f64::NEG_INFINITY),
    };
    rows.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    Table::new(heads, rows.into_iter().map(|row| evaluator(row, answer, scope)))
}

fn evaluator(row: &EvaluatorConflict, answer: &ConflictsAnswer, scope: &Scope<'_>) -> Row {
    let (language, decimals) = (scope.language, scale_decimals(&answer.scale));
    let mut cells = vec![Cell::entity(&scope.names, EntityKind::Evaluator, &row.evaluator)];
    match &row.effect {
        Outcome::Undefined(why) => {
            cells.push(Cell::undefined(why, language));
            cells.extend((0..5).map(|_| Cell::empty()));
        }
        Outcome::Known(effect) => {
            let tone = match effect.verdict {
                ConflictVerdict::NotShown => Tone::Muted,
                ConflictVerdict::Favours => Tone::Lenient,
                ConflictVerdict::Disfavours => Tone::Harsher,
            };
            let told = |estimate| -> Cell {
                let estimate: &evenhand_protocol::Estimate = estimate;
                Cell::with_interval(estimate, signed(estimate.value, decimals), decimals, language)
            };
            cells.extend([
                told(&effect.difference).testid(format!("conflict-{}", row.evaluator)),
                Cell::text(conflict_verdict(language, effect.verdict)).tone(tone),
                Cell::value(effect.p_adjusted, p_value(effect.p_adjusted)),
                Cell::value(effect.p_permutation, p_value(effect.p_permutation)),
                told(&effect.tied),
                told(&effect.other),
            ]);
        }
    }
    cells.extend([row.n_providers, row.n_scores, row.n_would_pass, row.n_would_fail].map(Cell::count));
    Row::about(entity_link(EntityKind::Evaluator, &row.evaluator), cells)
}

/// One row per provider and round with scores of tied evaluators; decisions that would change first.
pub fn without_table(answer: &ConflictsAnswer, kind: ConflictKind, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let (words, drift) = (&all.conflicts, &all.drift);
    let heads = vec![
        Head::text(all.overview.columns.round),
        Head::text(all.providers.columns.provider),
        Head::text(all.evaluators.columns.evaluator),
        Head::number(drift.composite),
        Head::number(words.without),
        Head::number(drift.rank),
        Head::number(words.rank_without),
        Head::text(drift.decision),
    ];
    let consequences = answer.of(kind).and_then(|of| of.consequences.as_ref());
    let mut rows: Vec<&ConflictConsequence> =
        consequences.map(|found| found.providers.iter().collect()).unwrap_or_default();
    let key = |one: &ConflictConsequence| {
        let moved = one.without.map_or(0.0, |without| (without - one.composite).abs());
        (one.would_pass.is_some_and(|would| would != one.passed), moved)
    };
    rows.sort_by(|a, b| {
        let (a, b) = (key(a), key(b));
        b.0.cmp(&a.0).then(b.1.total_cmp(&a.1))
    });
    let row = |one: &ConflictConsequence| {
        let evaluators: Vec<String> =
            one.evaluators.iter().map(|id| scope.names.name(EntityKind::Evaluator, id)).collect();
        let without = match one.without {
            Some(value) => Cell::value(value, number(value, COMPOSITE_DECIMALS)),
            None => Cell::text(words.nothing_left).tone(Tone::Muted),
        };
        let cells = vec![
            Cell::entity(&scope.names, EntityKind::Round, &one.round),
            Cell::entity(&scope.names, EntityKind::Provider, &one.provider),
            Cell::text(evaluators.join(" · ")),
            Cell::value(one.composite, number(one.composite, COMPOSITE_DECIMALS)),
            without,
            Cell::value(one.rank, rank(one.rank)),
            one.rank_without.map_or_else(Cell::empty, |value| Cell::value(value, rank(value))),
            Cell::text(decision(scope.language, one.passed, one.would_pass.unwrap_or(one.passed))),
        ];
        Row::about(entity_link(EntityKind::Provider, &one.provider), cells)
    };
    Table::new(heads, rows.into_iter().map(row))
}
