//! Rating effects for a terminal: the evaluators who show any.

use evenhand_protocol::{EffectOutcome, EffectVerdict, EffectsAnswer, EntityKind, EvaluatorEffects, Outcome};
use evenhand_words::{Language, NO_VALUE, Names, effect_size, rating_effect};

use crate::text_table::TextTable;

/// One line per evaluator with an effect beyond chance, which a star marks; the head alone where nobody has any.
pub fn effects(language: Language, answer: &EffectsAnswer, names: &dyn Names) -> String {
    let shown: Vec<&EvaluatorEffects> =
        answer.evaluators.iter().filter(|row| row.effects.iter().any(is_shown)).collect();
    let words = language.words();
    let mut heads = vec![words.evaluators.columns.evaluator.header];
    heads.extend(evenhand_protocol::RatingEffect::ALL.map(|effect| rating_effect(language, effect).header));
    let mut table = TextTable::new(heads);
    for row in shown {
        let mut line = vec![names.name(EntityKind::Evaluator, &row.evaluator)];
        line.extend(row.effects.iter().map(cell));
        table.push(line);
    }
    table.render()
}

fn is_shown(found: &EffectOutcome) -> bool {
    found.outcome.known().is_some_and(|estimate| estimate.verdict != EffectVerdict::NotShown)
}

fn cell(found: &EffectOutcome) -> String {
    match &found.outcome {
        Outcome::Undefined(_) => NO_VALUE.to_owned(),
        Outcome::Known(estimate) => {
            let mark = if is_shown(found) { "*" } else { "" };
            format!("{}{mark}", effect_size(found.effect, estimate.contrast.value))
        }
    }
}
