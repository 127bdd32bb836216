//! One rating effect of every evaluator in every round.

use evenhand_charts::{DataTable, TableCell};
use evenhand_protocol::{EffectOutcome, EffectsAnswer, EntityKind, Outcome, PinnedChoice, RatingEffect};
use evenhand_words::{effect_level, effect_size, effect_verdict, rating_effect, reason};

use super::super::of_choice::chosen;
use super::cells::{counted, estimates, p, written};
use super::{Made, Scope};

/// The effect chosen, or the first.
pub(super) fn by_round(answer: &EffectsAnswer, choice: &PinnedChoice, scope: &Scope<'_>) -> Option<Made> {
    let effect = match chosen(choice, "effect") {
        Some(code) => RatingEffect::from_code(code)?,
        None => RatingEffect::ALL[0],
    };
    let words = scope.language.words();
    let table = DataTable::new()
        .text_column(words.evaluators.columns.evaluator.header)
        .text_column(words.overview.columns.round.header)
        .number_column(words.evaluators.columns.n_score_sheets.header)
        .number_column(words.effects.own.header)
        .number_column(words.effects.panel.header);
    let mut table = estimates(table, words.effects.contrast.header, scope)
        .number_column(words.effects.p_adjusted.header)
        .text_column(words.effects.verdict.header);
    for row in &answer.evaluators {
        for round in &row.by_round {
            let Some(found) = round.effects.iter().find(|found| found.effect == effect) else { continue };
            let mut cells = vec![
                TableCell::Text(scope.names.name(EntityKind::Evaluator, &row.evaluator)),
                TableCell::Text(scope.names.name(EntityKind::Round, &round.round)),
                counted(round.n_score_sheets),
            ];
            cells.extend(effect_cells(found, scope));
            table.push(cells);
        }
    }
    Some(Made::whole(table).about(rating_effect(scope.language, effect).header))
}

fn effect_cells(found: &EffectOutcome, scope: &Scope<'_>) -> Vec<TableCell> {
    let effect = found.effect;
    let estimate = match &found.outcome {
        Outcome::Known(estimate) => estimate,
        Outcome::Undefined(why) => {
            return vec![TableCell::Empty, TableCell::Empty, TableCell::Text(reason(scope.language, why))];
        }
    };
    let level = |value| written(value, effect_level(scope.language, effect, value));
    let size = |value| written(value, effect_size(effect, value));
    let ends = estimate.contrast.interval.as_ref();
    let end = |end: Option<f64>| end.map_or(TableCell::Empty, size);
    vec![
        level(estimate.own),
        level(estimate.panel),
        size(estimate.contrast.value),
        end(ends.map(|ends| ends.low)),
        end(ends.map(|ends| ends.high)),
        p(estimate.p_adjusted),
        TableCell::from(effect_verdict(scope.language, effect, estimate.verdict)),
    ]
}
