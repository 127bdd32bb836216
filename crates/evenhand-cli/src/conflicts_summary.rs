//! Ties to providers for a terminal: each kind overall, then the evaluators beyond chance.

use evenhand_protocol::{ConflictVerdict, ConflictsAnswer, ConflictsOfKind, EntityKind, Outcome};
use evenhand_words::{
    Language, Names, conflict_kind, conflict_verdict, count, p_value, reason, scale_decimals, signed,
};

use crate::text_table::TextTable;

/// A block per kind of tie.
pub fn conflicts(language: Language, answer: &ConflictsAnswer, names: &dyn Names, listed: usize) -> String {
    answer.kinds.iter().map(|of| of_kind(language, answer, of, names, listed)).collect()
}

fn of_kind(
    language: Language,
    answer: &ConflictsAnswer,
    of: &ConflictsOfKind,
    names: &dyn Names,
    listed: usize,
) -> String {
    let words = &language.words().conflicts;
    let kind = conflict_kind(language, of.kind);
    // The shares of a point matter here, whatever the scale.
    let decimals = scale_decimals(&answer.scale).max(3);
    let mut text = match &of.overall {
        Outcome::Undefined(why) => format!("  {kind}: {}\n", reason(language, why)),
        Outcome::Known(effect) => {
            let mut lines = TextTable::default();
            for (name, estimate) in [
                (words.tied, &effect.tied),
                (words.other, &effect.other),
                (words.difference, &effect.difference),
            ] {
                let sign = if estimate.value > 0.0 { "+" } else { "" };
                let value = evenhand_words::estimate(language, estimate, decimals);
                lines.push(vec![name.header.to_owned(), format!("{sign}{value}")]);
            }
            let p = format!(
                "{}, {}: {}",
                p_value(effect.p),
                words.p_permutation.header,
                p_value(effect.p_permutation)
            );
            format!("  {kind} ({p})\n{}", lines.render())
        }
    };
    let mut shown: Vec<_> = of
        .evaluators
        .iter()
        .filter_map(|row| Some((row, row.effect.known()?)))
        .filter(|(_, effect)| effect.verdict != ConflictVerdict::NotShown)
        .collect();
    // The clearest first.
    shown.sort_by(|a, b| a.1.p_adjusted.total_cmp(&b.1.p_adjusted));
    if shown.is_empty() {
        return text;
    }
    let columns = &language.words().evaluators.columns;
    let mut table = TextTable::new(vec![
        columns.evaluator.header,
        words.difference.header,
        words.verdict.header,
        words.p_adjusted.header,
        words.p_permutation.header,
        words.n_tied.header,
        words.would_pass.header,
        words.would_fail.header,
    ]);
    let more = shown.len() > listed;
    for (row, effect) in shown.into_iter().take(listed) {
        table.push(vec![
            names.name(EntityKind::Evaluator, &row.evaluator),
            signed(effect.difference.value, scale_decimals(&answer.scale)),
            conflict_verdict(language, effect.verdict).to_owned(),
            p_value(effect.p_adjusted),
            p_value(effect.p_permutation),
            count(row.n_providers),
            count(row.n_would_pass),
            count(row.n_would_fail),
        ]);
    }
    if more {
        table.push(vec!["…".into()]);
    }
    text.push_str(&table.render());
    text
}
