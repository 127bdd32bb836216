//! What to say about turnover, qualification and what a change is made of.

use evenhand_protocol::{Caveat, ChangeSplit, Finding, FindingKind, Page, SplitParts, TurnoverAnswer};

use crate::ALPHA;

/// Fewer evaluators in common than this link two rounds weakly.
const FEW_COMMON: u32 = 5;

/// Findings, most consequential first.
pub(super) fn findings(answer: &TurnoverAnswer) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut push = |weight, kind| {
        findings.push(Finding { kind, page: Page::Evaluators, subject: None, weight });
    };
    if let Some(kind) = turnover(answer) {
        push(40.0, kind);
    }
    if let Some((split, parts)) = largest_panel_effect(answer) {
        let shown = excludes_zero(&parts.composition) || excludes_zero(&parts.drift);
        let kind = FindingKind::ChangeSplit {
            from_round: split.from_round.clone(),
            round: split.round.clone(),
            raw: split.raw,
            composition: parts.composition.value,
            composition_interval: parts.composition.interval,
            drift: parts.drift.value,
            drift_interval: parts.drift.interval,
            provider_mix: parts.provider_mix.value,
            provider_mix_interval: parts.provider_mix.interval,
            provider_change: parts.provider_change.value,
            provider_change_interval: parts.provider_change.interval,
            n_rounds: answer.splits.iter().filter(|split| split.parts.known().is_some()).count() as u32,
        };
        push(if shown { 50.0 } else { 25.0 }, kind);
    }
    if let Some(found) = answer.newcomers.known() {
        let kind = FindingKind::NewcomerSeverity {
            severity: found.severity.value,
            interval: found.severity.interval,
            p: found.p,
            scale: answer.scale,
            n_newcomers: found.n_newcomers,
        };
        push(if found.p < ALPHA { 45.0 } else { 20.0 }, kind);
    }
    for group in &answer.groups {
        let beyond = |p: Option<f64>| p.is_some_and(|p| p < ALPHA);
        if let Some(difference) = group.difference.known().filter(|_| beyond(group.p_adjusted)) {
            let kind = FindingKind::GroupSeverity {
                by: group.by,
                name: group.name.clone(),
                difference: difference.value,
                interval: difference.interval,
                scale: answer.scale,
                n_evaluators: group.n_evaluators,
            };
            push(42.0, kind);
        }
        if let Some(ratio) = group.noise_ratio.known().filter(|_| beyond(group.p_noise_adjusted)) {
            let kind = FindingKind::GroupNoise {
                by: group.by,
                name: group.name.clone(),
                ratio: ratio.value,
                interval: ratio.interval,
                n_evaluators: group.n_evaluators,
            };
            push(43.0, kind);
        }
    }
    for round in &answer.rounds {
        let bridges: Vec<String> =
            round.evaluators.iter().filter(|one| one.bridge).map(|one| one.evaluator.clone()).collect();
        if round.n_parts > 1 || !bridges.is_empty() {
            let n_parts = round.n_parts;
            push(
                if n_parts > 1 { 35.0 } else { 15.0 },
                FindingKind::PanelsApart { round: round.round.clone(), n_parts, bridges },
            );
        }
    }
    push(0.0, FindingKind::Caveat { caveat: Caveat::PanelMovesTogether });
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

/// How many come and go, and which pair of rounds has least in common.
fn turnover(answer: &TurnoverAnswer) -> Option<FindingKind> {
    let later = answer.rounds.get(1..).unwrap_or_default();
    let retentions: Vec<f64> = later.iter().filter_map(|round| round.retention).collect();
    let mean = evenhand_stats::mean(&retentions)?;
    let least = later.iter().min_by_key(|round| round.n_stayed)?;
    Some(FindingKind::PanelTurnover {
        retention: mean,
        n_rounds: retentions.len() as u32,
        least_round: least.round.clone(),
        least_common: least.n_stayed,
        weak: least.n_stayed < FEW_COMMON,
    })
}

fn excludes_zero(estimate: &evenhand_protocol::Estimate) -> bool {
    estimate.interval.is_some_and(|interval| interval.excludes_zero())
}

/// The change with the largest share of the panels in it, those surely different from zero first.
fn largest_panel_effect(answer: &TurnoverAnswer) -> Option<(&ChangeSplit, &SplitParts)> {
    let of_panels = |parts: &SplitParts| {
        let sure = excludes_zero(&parts.composition) || excludes_zero(&parts.drift);
        (sure, parts.composition.value.abs().max(parts.drift.value.abs()))
    };
    answer.splits.iter().filter_map(|split| Some((split, split.parts.known()?))).max_by(|a, b| {
        let (a, b) = (of_panels(a.1), of_panels(b.1));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    })
}
