//! What to say about the evaluators.

#[cfg(test)]
mod tests;

use evenhand_protocol::{
    Caveat, DriftClass, EntityKind, EntityRef, EvaluatorRow, EvaluatorsAnswer, Finding, FindingKind, Page,
};

use crate::ALPHA;

/// Rounds below which one of them is always the lowest, which says nothing.
const ROUNDS_NEEDED: usize = 3;

/// Findings, most consequential first; nothing that the adjusted tests do not carry.
pub(super) fn findings(answer: &EvaluatorsAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, subject, kind| {
        findings.push(Finding { kind, page: Page::Evaluators, subject, weight });
    };
    if let Some(kind) = agreement_level(answer) {
        push(50.0, None, kind);
    }
    if let Some(kind) = agreement_lowest(answer) {
        push(20.0, None, kind);
    }
    let drifting: Vec<&EvaluatorRow> = answer.evaluators.iter().filter(|row| drifts(row)).collect();
    let tested = answer.evaluators.iter().filter(|row| row.drift.known().is_some()).count();
    if tested > 0 {
        push(45.0, None, FindingKind::DriftCount { n_drifting: drifting.len() as u32, n: tested as u32 });
    }
    for row in drifting {
        if let Some((weight, kind)) = drift(answer, row) {
            push(60.0 + weight, Some(evaluator(row)), kind);
        }
    }
    if let Some(kind) = severity_count(answer) {
        push(40.0, None, kind);
    }
    for row in extremes(answer) {
        if let Some(severity) = row.severity.known() {
            let kind = FindingKind::SeverityExtreme {
                evaluator: row.evaluator.clone(),
                severity: severity.value,
                interval: severity.interval,
                scale: answer.scale,
            };
            push(30.0, Some(evaluator(row)), kind);
        }
    }
    if let Some((weight, kind)) = affiliation(answer) {
        push(weight, None, kind);
    }
    push(0.0, None, FindingKind::Caveat { caveat: Caveat::PanelMovesTogether });
    push(0.0, None, FindingKind::Caveat { caveat: Caveat::SeverityIsRelative });
    if answer.affiliation.known().is_some_and(|effect| effect.p < ALPHA) {
        push(0.0, None, FindingKind::Caveat { caveat: Caveat::PatternNotIntent });
    }
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

fn evaluator(row: &EvaluatorRow) -> EntityRef {
    EntityRef { kind: EntityKind::Evaluator, id: row.evaluator.clone() }
}

fn agreement_level(answer: &EvaluatorsAnswer) -> Option<FindingKind> {
    let agreement = answer.agreement.known()?;
    Some(FindingKind::AgreementLevel {
        single: agreement.icc_a_1.value,
        single_interval: agreement.icc_a_1.interval,
        panel: agreement.icc_a_k.value,
        panel_interval: agreement.icc_a_k.interval,
        k: agreement.k,
    })
}

/// The round with the lowest agreement, where its interval lies below the value of all rounds together and there are
/// [`ROUNDS_NEEDED`] or more to choose from.
fn agreement_lowest(answer: &EvaluatorsAnswer) -> Option<FindingKind> {
    let overall = answer.agreement.known()?.icc_a_1.value;
    let known: Vec<_> = answer
        .agreement_by_round
        .iter()
        .filter_map(|round| Some((&round.round, &round.agreement.known()?.icc_a_1)))
        .collect();
    let (round, icc) = known.iter().min_by(|a, b| a.1.value.total_cmp(&b.1.value))?;
    let surely_low = icc.interval.is_some_and(|interval| interval.high < overall);
    (surely_low && known.len() >= ROUNDS_NEEDED).then(|| FindingKind::AgreementLowest {
        round: round.to_string(),
        single: icc.value,
        single_interval: icc.interval,
        overall,
        n_rounds: known.len() as u32,
    })
}

fn drifts(row: &EvaluatorRow) -> bool {
    row.drift.known().is_some_and(|drift| drift.class != DriftClass::Stable)
}

/// The finding, and its consequence: how far the scores moved times how many providers were affected.
fn drift(answer: &EvaluatorsAnswer, row: &EvaluatorRow) -> Option<(f64, FindingKind)> {
    let drift = row.drift.known()?;
    let reach = drift.change.value.abs() * f64::from(drift.n_providers);
    let weight = 10.0 * reach / (reach + 10.0);
    let kind = FindingKind::EvaluatorDrift {
        evaluator: row.evaluator.clone(),
        from_round: drift.from_round.clone(),
        change: drift.change.value,
        interval: drift.change.interval,
        scale: answer.scale,
        n_rounds: drift.n_rounds,
        n_providers: drift.n_providers,
        erratic: drift.class == DriftClass::Erratic,
    };
    Some((weight, kind))
}

fn severity_count(answer: &EvaluatorsAnswer) -> Option<FindingKind> {
    let tested: Vec<&EvaluatorRow> =
        answer.evaluators.iter().filter(|row| row.p_adjusted.is_some()).collect();
    let beyond_chance = |harsher: bool| {
        tested
            .iter()
            .filter(|row| row.p_adjusted.is_some_and(|p| p < ALPHA))
            .filter(|row| row.severity.known().is_some_and(|s| (s.value > 0.0) == harsher))
            .count() as u32
    };
    (!tested.is_empty()).then(|| FindingKind::SeverityCount {
        n_harsher: beyond_chance(true),
        n_lenient: beyond_chance(false),
        n: tested.len() as u32,
    })
}

/// The harshest and the most lenient evaluator, where they differ from their panels beyond chance.
fn extremes(answer: &EvaluatorsAnswer) -> Vec<&EvaluatorRow> {
    let significant = |row: &&EvaluatorRow| row.p_adjusted.is_some_and(|p| p < ALPHA);
    let mut rows: Vec<&EvaluatorRow> = Vec::new();
    let severity = |row: &EvaluatorRow| row.severity.known().map_or(0.0, |severity| severity.value);
    rows.extend(answer.evaluators.iter().filter(significant).find(|row| severity(row) > 0.0));
    rows.extend(answer.evaluators.iter().rev().filter(significant).find(|row| severity(row) < 0.0));
    rows
}

fn affiliation(answer: &EvaluatorsAnswer) -> Option<(f64, FindingKind)> {
    let effect = answer.affiliation.known()?;
    let weight = if effect.p < ALPHA { 55.0 } else { 10.0 };
    let kind = FindingKind::AffiliationDifference {
        same: effect.same.value,
        n_same: effect.same.n,
        other: effect.other.value,
        n_other: effect.other.n,
        difference: effect.difference.value,
        interval: effect.difference.interval,
        p: effect.p,
        scale: answer.scale,
    };
    Some((weight, kind))
}
