//! Scorecards for a terminal: those who are advised something, and why.

use evenhand_protocol::{Advice, EntityKind, ScorecardsAnswer};
use evenhand_words::{Language, Names, advice, advice_reason, labelled, policy_threshold};

/// The policy in a line, then every evaluator with an advice and its reasons.
pub fn scorecards(language: Language, answer: &ScorecardsAnswer, names: &dyn Names) -> String {
    let words = &language.words().scorecards;
    let thresholds: Vec<String> = policy_threshold(language, &answer.policy)
        .iter()
        .map(|(column, value)| labelled(language, column.header, value))
        .collect();
    let policy = labelled(language, words.policy_heading, &thresholds.join(" · "));
    let mut text = format!("  {policy}\n");
    for card in answer.evaluators.iter().filter(|card| card.advice != Advice::Keep) {
        let name = names.name(EntityKind::Evaluator, &card.evaluator);
        text.push_str(&format!("  • {}\n", labelled(language, &name, advice(language, card.advice))));
        for reason in &card.reasons {
            text.push_str(&format!("    {}\n", advice_reason(language, reason, &answer.scale, names)));
        }
    }
    text
}
