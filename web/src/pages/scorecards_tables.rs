//! The table of scorecards.

use evenhand_protocol::{Advice, DriftClass, EntityKind, Outcome, Scorecard, ScorecardsAnswer, entity_link};
use evenhand_words::{
    COEFFICIENT_DECIMALS, Names, advice, advice_reason, conflict_kind, drift_class, interval, labelled,
    number, rating_effect, scale_decimals, signed,
};

use super::page_frame::Scope;
use crate::components::{Cell, Head, Row, SortKey, Table, Tone};

/// One row per evaluator, the most urgent advice first.
pub fn scorecards_table(answer: &ScorecardsAnswer, scope: &Scope<'_>) -> Table {
    let all = scope.language.words();
    let words = &all.scorecards;
    let heads = vec![
        Head::text(all.evaluators.columns.evaluator),
        Head::text(words.advice).explained("scorecards"),
        Head::text(words.reasons),
        Head::number(words.severity).explained("severity"),
        Head::text(words.drift).explained("drift"),
        Head::number(words.agreement).explained("icc"),
        Head::number(words.infit).explained("rasch"),
        Head::text(words.effects).explained("rating-effects"),
        Head::text(words.conflicts).explained("conflicts"),
        Head::number(words.decisions),
        Head::number(words.sheets),
    ];
    Table::new(heads, answer.evaluators.iter().map(|card| row(card, answer, scope)))
}

fn row(card: &Scorecard, answer: &ScorecardsAnswer, scope: &Scope<'_>) -> Row {
    let (language, decimals) = (scope.language, scale_decimals(&answer.scale));
    let reasons: Vec<String> = card
        .reasons
        .iter()
        .map(|reason| advice_reason(language, reason, &answer.scale, &scope.names))
        .collect();
    let severity = match &card.severity {
        Outcome::Known(found) => {
            Cell::with_interval(found, signed(found.value, decimals), decimals, language)
        }
        Outcome::Undefined(why) => Cell::undefined(why, language),
    };
    let cells = vec![
        Cell::entity(&scope.names, EntityKind::Evaluator, &card.evaluator),
        advice_cell(card, scope),
        if reasons.is_empty() { Cell::empty() } else { Cell::text(reasons.join(" · ")) },
        severity,
        drift_cell(card, decimals, scope),
        Cell::estimate_outcome(&card.agreement, COEFFICIENT_DECIMALS, language),
        Cell::maybe_number(card.infit, 2),
        effects_cell(card, scope),
        conflicts_cell(card, decimals, scope),
        Cell::count(card.n_drift_decisions + card.n_conflict_decisions),
        Cell::count(card.n_score_sheets),
    ];
    Row::about(entity_link(EntityKind::Evaluator, &card.evaluator), cells)
}

/// The advice, sorted by urgency.
fn advice_cell(card: &Scorecard, scope: &Scope<'_>) -> Cell {
    let tone = match card.advice {
        Advice::ReviewScores | Advice::Retrain => Tone::Worse,
        Advice::Brief => Tone::Plain,
        Advice::TooLittle | Advice::Keep => Tone::Muted,
    };
    let place = Advice::ALL.iter().position(|one| *one == card.advice).unwrap_or(0);
    let words = advice(scope.language, card.advice);
    // Letters keep the words in exports and sort as the advice is urgent.
    Cell::text(words)
        .tone(tone)
        .sorted_by(SortKey::Text(format!("{place} {words}")))
        .testid(format!("advice-{}", card.evaluator))
}

fn drift_cell(card: &Scorecard, decimals: usize, scope: &Scope<'_>) -> Cell {
    match &card.drift {
        Outcome::Undefined(why) => Cell::undefined(why, scope.language),
        Outcome::Known(drift) if drift.class == DriftClass::Stable => {
            Cell::text(drift_class(scope.language, drift.class)).tone(Tone::Muted)
        }
        Outcome::Known(drift) => {
            let round = scope.names.name(EntityKind::Round, &drift.from_round);
            let change = signed(drift.change.value, decimals);
            Cell {
                beside: Some(format!("{change} · {round}")),
                ..Cell::text(drift_class(scope.language, drift.class))
            }
        }
    }
}

fn effects_cell(card: &Scorecard, scope: &Scope<'_>) -> Cell {
    let names: Vec<&str> =
        card.effects.iter().map(|effect| rating_effect(scope.language, *effect).header).collect();
    if names.is_empty() { Cell::empty() } else { Cell::text(names.join(" · ")) }
}

fn conflicts_cell(card: &Scorecard, decimals: usize, scope: &Scope<'_>) -> Cell {
    let told: Vec<String> = card
        .conflicts
        .iter()
        .filter_map(|one| {
            let found = one.difference.known()?;
            let ends = found.interval.map(|ends| interval(scope.language, &ends, decimals));
            let value = signed(found.value, decimals);
            let value = ends.map_or(value.clone(), |ends| format!("{value} [{ends}]"));
            Some(labelled(scope.language, conflict_kind(scope.language, one.kind), &value))
        })
        .collect();
    if told.is_empty() {
        let n: u32 = card.conflicts.iter().map(|one| one.n_providers).sum();
        return if n == 0 { Cell::empty() } else { Cell::value(f64::from(n), number(f64::from(n), 0)) };
    }
    Cell::text(told.join(" · "))
}
