//! Drift for a terminal: the evaluators who drift by either model.

use evenhand_protocol::{DriftClass, DriftReport, EntityKind, EvaluatorDrift, Outcome, SeverityTrack};
use evenhand_words::{
    Language, NO_VALUE, Names, count, drift_class, p_value, scale_decimals, signed, surely,
};

use crate::text_table::TextTable;

/// One line per evaluator who drifts by either model; the head alone where nobody does.
pub fn drift(language: Language, report: &DriftReport, names: &dyn Names) -> String {
    let words = &language.words().drift;
    let mut table = TextTable::new(vec![
        language.words().evaluators.columns.evaluator.header,
        words.class_linear.header,
        words.p_linear.header,
        words.class_rasch.header,
        words.p_rasch.header,
        words.from_round.header,
        words.change.header,
        words.affected.header,
        words.would_pass.header,
        words.would_fail.header,
    ]);
    for row in report.evaluators.iter().filter(|row| drifts(&row.linear) || drifts(&row.rasch)) {
        let mut line = vec![names.name(EntityKind::Evaluator, &row.evaluator)];
        line.extend(verdict(language, &row.linear));
        line.extend(verdict(language, &row.rasch));
        line.extend(effect(language, report, row, names));
        table.push(line);
    }
    table.render()
}

fn drifts(track: &Outcome<SeverityTrack>) -> bool {
    track.known().is_some_and(|track| track.class != DriftClass::Stable)
}

fn verdict(language: Language, track: &Outcome<SeverityTrack>) -> [String; 2] {
    track.known().map_or([NO_VALUE, NO_VALUE].map(str::to_owned), |track| {
        [drift_class(language, track.class).to_owned(), p_value(track.p_adjusted)]
    })
}

fn effect(language: Language, report: &DriftReport, row: &EvaluatorDrift, names: &dyn Names) -> [String; 5] {
    let Some(effect) = &row.effect else { return [NO_VALUE; 5].map(str::to_owned) };
    let decided = |n: u32, sure: u32| match n {
        0 => count(n),
        _ => format!("{} ({})", count(n), surely(language, sure)),
    };
    [
        names.name(EntityKind::Round, &effect.shift.from_round),
        signed(effect.shift.change.value, scale_decimals(&report.scale)),
        count(effect.n_providers),
        decided(effect.n_would_pass, effect.n_surely_pass),
        decided(effect.n_would_fail, effect.n_surely_fail),
    ]
}
