//! The tables of rating effects.

use evenhand_protocol::{
    EffectEstimate, EffectOutcome, EffectVerdict, EffectsAnswer, EntityKind, Outcome, RatingEffect,
    entity_link,
};
use evenhand_words::{effect_interval, effect_level, effect_size, effect_verdict, p_value, rating_effect};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, Table, Tone};

/// One row per evaluator, one column per effect.
pub fn effects_table(answer: &EffectsAnswer, scope: &Scope<'_>) -> Table {
    let columns = &scope.language.words().evaluators.columns;
    let mut heads = vec![Head::text(columns.evaluator), Head::number(columns.n_score_sheets)];
    heads.extend(RatingEffect::ALL.map(|effect| Head::number(rating_effect(scope.language, effect))));
    let rows = answer.evaluators.iter().map(|row| {
        let id = &row.evaluator;
        let mut cells =
            vec![Cell::entity(&scope.names, EntityKind::Evaluator, id), Cell::count(row.n_score_sheets)];
        cells.extend(row.effects.iter().map(|found| {
            let code = format!("{:?}", found.effect).to_ascii_lowercase();
            contrast_cell(found, scope).testid(format!("effect-{code}-{id}"))
        }));
        Row::about(entity_link(EntityKind::Evaluator, id), cells)
    });
    Table::new(heads, rows)
}

/// One effect of every evaluator in every round.
pub fn effects_by_round_table(answer: &EffectsAnswer, effect: RatingEffect, scope: &Scope<'_>) -> Table {
    let words = scope.language.words();
    let heads = vec![
        Head::text(words.evaluators.columns.evaluator),
        Head::text(words.overview.columns.round),
        Head::number(words.evaluators.columns.n_score_sheets),
        Head::number(words.effects.own),
        Head::number(words.effects.panel),
        Head::number(words.effects.contrast),
        Head::number(words.effects.p_adjusted),
        Head::text(words.effects.verdict),
    ];
    let mut rows = Vec::new();
    for row in &answer.evaluators {
        for round in &row.by_round {
            let Some(found) = round.effects.iter().find(|found| found.effect == effect) else { continue };
            let mut cells = vec![
                Cell::entity(&scope.names, EntityKind::Evaluator, &row.evaluator),
                Cell::entity(&scope.names, EntityKind::Round, &round.round),
                Cell::count(round.n_score_sheets),
            ];
            cells.extend(round_cells(found, scope));
            rows.push(Row::about(entity_link(EntityKind::Evaluator, &row.evaluator), cells));
        }
    }
    Table::new(heads, rows)
}

fn round_cells(found: &EffectOutcome, scope: &Scope<'_>) -> [Cell; 5] {
    let contrast = contrast_cell(found, scope);
    let Outcome::Known(estimate) = &found.outcome else {
        return [Cell::empty(), Cell::empty(), contrast, Cell::empty(), Cell::empty()];
    };
    let level = |level| Cell::value(level, effect_level(scope.language, found.effect, level));
    [
        level(estimate.own),
        level(estimate.panel),
        contrast,
        p_cell(estimate),
        Cell::text(effect_verdict(scope.language, found.effect, estimate.verdict)),
    ]
}

/// The contrast with its interval, coloured where it is beyond chance; the verdict and p are its note.
fn contrast_cell(found: &EffectOutcome, scope: &Scope<'_>) -> Cell {
    let (effect, language) = (found.effect, scope.language);
    let estimate = match &found.outcome {
        Outcome::Known(estimate) => estimate,
        Outcome::Undefined(reason) => return Cell::undefined(reason, language),
    };
    let contrast = &estimate.contrast;
    let mut cell = Cell::value(contrast.value, effect_size(effect, contrast.value));
    cell.beside = contrast.interval.map(|ends| effect_interval(language, effect, &ends));
    cell.ends = contrast.interval.map(|ends| (ends.low, ends.high));
    if estimate.verdict != EffectVerdict::NotShown {
        cell.note = Some(effect_verdict(language, effect, estimate.verdict).to_owned());
    }
    cell.tone(match estimate.verdict {
        EffectVerdict::NotShown => Tone::Plain,
        EffectVerdict::Present => Tone::Worse,
        EffectVerdict::Opposite => Tone::Lenient,
    })
}

fn p_cell(estimate: &EffectEstimate) -> Cell {
    estimate.p_adjusted.map_or_else(Cell::empty, |p| Cell::value(p, p_value(p)))
}
