//! What to say about rating effects.

use evenhand_protocol::{
    Caveat, EffectEstimate, EffectVerdict, EffectsAnswer, EntityKind, EntityRef, EvaluatorEffects, Finding,
    FindingKind, NamedEffect, Outcome, Page, RatingEffect,
};

/// Findings, most consequential first: how many, then one per evaluator, those with the most effects and then the
/// clearest ones on top; nothing that the adjusted tests do not carry.
pub(super) fn findings(answer: &EffectsAnswer) -> Vec<Finding> {
    let finding = |weight, subject, kind| Finding { kind, page: Page::Evaluators, subject, weight };
    let tested = answer.evaluators.iter().filter(|row| row.effects.iter().any(is_tested)).count() as u32;
    if tested == 0 {
        return Vec::new();
    }
    let mut named: Vec<(&EvaluatorEffects, Vec<(f64, NamedEffect)>)> = answer
        .evaluators
        .iter()
        .map(|row| (row, shown(row)))
        .filter(|(_, shown)| !shown.is_empty())
        .collect();
    named.sort_by(|(_, a), (_, b)| b.len().cmp(&a.len()).then(a[0].0.total_cmp(&b[0].0)));
    let count = FindingKind::RatingEffectsCount {
        n_evaluators: named.len() as u32,
        n: tested,
        n_tests: answer.n_tests,
    };
    let mut findings = vec![finding(40.0, None, count)];
    for (row, effects) in named {
        let id = row.evaluator.clone();
        let subject = EntityRef { kind: EntityKind::Evaluator, id: id.clone() };
        let weight = 20.0 + effects.len() as f64;
        let effects = effects.into_iter().map(|(_, effect)| effect).collect();
        findings.push(finding(weight, Some(subject), FindingKind::RatingEffects { evaluator: id, effects }));
    }
    findings.push(finding(0.0, None, FindingKind::Caveat { caveat: Caveat::EffectIsRelative }));
    findings
}

fn is_tested(found: &evenhand_protocol::EffectOutcome) -> bool {
    found.outcome.known().is_some_and(|estimate| estimate.p_adjusted.is_some())
}

/// The effects of an evaluator beyond chance, smallest adjusted p first.
fn shown(row: &EvaluatorEffects) -> Vec<(f64, NamedEffect)> {
    let worth_saying = |effect: RatingEffect, estimate: &EffectEstimate| match estimate.verdict {
        EffectVerdict::NotShown => false,
        EffectVerdict::Present => true,
        // Less halo, fewer straight sheets or more information than the colleagues' is no reason to act.
        EffectVerdict::Opposite => effect == RatingEffect::CentralTendency,
    };
    let mut shown: Vec<(f64, NamedEffect)> = row
        .effects
        .iter()
        .filter_map(|found| match &found.outcome {
            Outcome::Known(estimate) if worth_saying(found.effect, estimate) => Some((
                estimate.p_adjusted?,
                NamedEffect {
                    effect: found.effect,
                    own: estimate.own,
                    panel: estimate.panel,
                    contrast: estimate.contrast.clone(),
                    opposite: estimate.verdict == EffectVerdict::Opposite,
                },
            )),
            _ => None,
        })
        .collect();
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    shown
}
