//! What to say about ties between evaluators and providers.

use evenhand_protocol::{
    Caveat, ConflictVerdict, ConflictsAnswer, ConflictsOfKind, EntityKind, EntityRef, EvaluatorConflict,
    EvaluatorConflictEffect, Finding, FindingKind, Page,
};

use crate::ALPHA;

/// Findings, most consequential first; nothing about single evaluators that the adjusted tests do not carry.
pub(super) fn findings(answer: &ConflictsAnswer) -> Vec<Finding> {
    let finding = |weight, subject, kind| Finding { kind, page: Page::Evaluators, subject, weight };
    let mut findings = Vec::new();
    for of in &answer.kinds {
        if let Some((weight, kind)) = overall(answer, of) {
            findings.push(finding(weight, None, kind));
        }
        let shown = shown(of);
        if of.n_tests > 0 {
            let favours = |row: &&(&EvaluatorConflict, &EvaluatorConflictEffect)| {
                row.1.verdict == ConflictVerdict::Favours
            };
            let kind = FindingKind::ConflictCount {
                kind: of.kind,
                n_favouring: shown.iter().filter(favours).count() as u32,
                n_disfavouring: shown.iter().filter(|row| !favours(row)).count() as u32,
                n: of.n_tests,
            };
            findings.push(finding(40.0, None, kind));
        }
        for (row, effect) in shown {
            let size = effect.difference.value.abs();
            let subject = EntityRef { kind: EntityKind::Evaluator, id: row.evaluator.clone() };
            let kind = FindingKind::ConflictEvaluator {
                evaluator: row.evaluator.clone(),
                kind: of.kind,
                difference: effect.difference.value,
                interval: effect.difference.interval,
                scale: answer.scale,
                n_providers: row.n_providers,
                p_adjusted: effect.p_adjusted,
                p_permutation: effect.p_permutation,
            };
            findings.push(finding(30.0 + 9.0 * size / (size + 1.0), Some(subject), kind));
        }
        if let Some(consequences) = &of.consequences {
            let changed = consequences.n_would_pass + consequences.n_would_fail;
            let kind = FindingKind::ConflictDecisions {
                kind: of.kind,
                n_touched: consequences.n_touched,
                n_would_pass: consequences.n_would_pass,
                n_would_fail: consequences.n_would_fail,
                n_rank_changed: consequences.n_rank_changed,
                n_nothing_left: consequences.n_nothing_left,
                by_chance: consequences.decisions_by_chance,
                pass_mark: answer.pass_mark,
            };
            findings.push(finding(if changed > 0 { 45.0 } else { 15.0 }, None, kind));
        }
    }
    if !findings.is_empty() {
        findings.push(finding(0.0, None, FindingKind::Caveat { caveat: Caveat::PatternNotIntent }));
    }
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

/// Evaluators beyond chance.
fn shown(of: &ConflictsOfKind) -> Vec<(&EvaluatorConflict, &EvaluatorConflictEffect)> {
    of.evaluators
        .iter()
        .filter_map(|row| Some((row, row.effect.known()?)))
        .filter(|(_, effect)| effect.verdict != ConflictVerdict::NotShown)
        .collect()
}

fn overall(answer: &ConflictsAnswer, of: &ConflictsOfKind) -> Option<(f64, FindingKind)> {
    let effect = of.overall.known()?;
    let weight = if effect.p < ALPHA { 55.0 } else { 20.0 };
    let kind = FindingKind::ConflictDifference {
        kind: of.kind,
        tied: effect.tied.value,
        tied_interval: effect.tied.interval,
        n_tied: effect.tied.n,
        other: effect.other.value,
        n_other: effect.other.n,
        difference: effect.difference.value,
        interval: effect.difference.interval,
        p: effect.p,
        p_permutation: effect.p_permutation,
        n_evaluators: effect.n_evaluators,
        scale: answer.scale,
    };
    Some((weight, kind))
}
