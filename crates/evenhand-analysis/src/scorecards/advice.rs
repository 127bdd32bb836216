//! From what was found to what is advised: every reason is beyond its threshold and beyond chance.

use evenhand_protocol::{
    Advice, AdviceReason, ConflictVerdict, DriftClass, EffectVerdict, Estimate, RatingEffect,
    ScorecardConflict, ScorecardPolicy,
};
use evenhand_stats::{Normal, benjamini_hochberg};

use super::facts::{Facts, TiedEffect};

/// The p of "agrees with the colleagues at least as well as the threshold", adjusted over the evaluators; by evaluator,
/// `None` where there is no correlation with an interval.
pub(super) fn p_disagreement(all: &[Facts], policy: &ScorecardPolicy) -> Vec<Option<f64>> {
    let p: Vec<Option<f64>> = all
        .iter()
        .map(|facts| {
            let found =
                facts.card.agreement.known().filter(|found| found.n > 3 && found.value.abs() < 1.0)?;
            // Fisher's z, one-sided: only too little agreement is of interest. Its degrees of freedom are less by one
            // per round but the first, for the means taken out.
            let df = f64::from(found.n) - 2.0 - f64::from(facts.card.n_rounds);
            let distance = libm::atanh(found.value) - libm::atanh(policy.agreement_level());
            (df > 0.0).then(|| Normal.cdf(distance * df.sqrt()))
        })
        .collect();
    let mut adjusted = benjamini_hochberg(&p.iter().copied().flatten().collect::<Vec<f64>>()).into_iter();
    p.into_iter().map(|p| p.and_then(|_| adjusted.next())).collect()
}

/// The advice about one evaluator, and why.
///
/// Scores are reviewed where decisions hang on drift or tied scores, or tied providers are favoured; an evaluator is
/// trained again who drifted, disagrees or has several rating effects; one who is merely harsh or lenient, or has one
/// effect, is briefed.
pub(super) fn advice(
    facts: &Facts,
    p_disagreement: Option<f64>,
    policy: &ScorecardPolicy,
) -> (Advice, Vec<AdviceReason>) {
    let found = facts.n_beside;
    if found < u32::from(policy.least_score_sheets) {
        let needed = u32::from(policy.least_score_sheets);
        return (Advice::TooLittle, vec![AdviceReason::TooFewScoreSheets { found, needed }]);
    }
    let mut reasons: Vec<(Advice, AdviceReason)> = Vec::new();
    drift(facts, policy, &mut reasons);
    conflicts(facts, policy, &mut reasons);
    disagreement(facts, p_disagreement, policy, &mut reasons);
    severity(facts, policy, &mut reasons);
    effects(facts, policy, &mut reasons);
    reasons.sort_by_key(|(advice, _)| std::cmp::Reverse(*advice));
    let advice = reasons.first().map_or(Advice::Keep, |(advice, _)| *advice);
    (advice, reasons.into_iter().map(|(_, reason)| reason).collect())
}

fn beyond_chance(p: Option<f64>, policy: &ScorecardPolicy) -> bool {
    p.is_some_and(|p| p < policy.alpha_level())
}

/// Whether an estimate on the scale is at least so many points of 100 from zero, and its interval on one side of zero.
fn beyond(estimate: &Estimate, points: f64, facts: &Facts) -> bool {
    let one_side = estimate.interval.is_some_and(|ends| ends.low > 0.0 || ends.high < 0.0);
    one_side && estimate.value.abs() >= points * facts.scale_factor
}

fn severity(facts: &Facts, policy: &ScorecardPolicy, reasons: &mut Vec<(Advice, AdviceReason)>) {
    let (Some(severity), Some(p_adjusted)) = (facts.card.severity.known(), facts.card.p_severity) else {
        return;
    };
    if beyond_chance(Some(p_adjusted), policy) && beyond(severity, policy.severity_points(), facts) {
        reasons.push((Advice::Brief, AdviceReason::Severe { severity: severity.clone(), p_adjusted }));
    }
}

fn drift(facts: &Facts, policy: &ScorecardPolicy, reasons: &mut Vec<(Advice, AdviceReason)>) {
    let Some(drift) = facts.card.drift.known().filter(|drift| drift.class != DriftClass::Stable) else {
        return;
    };
    // Whose severity goes up and down has no direction whose interval could leave zero out.
    let large = match drift.class {
        DriftClass::Erratic => drift.change.value.abs() >= policy.drift_points() * facts.scale_factor,
        _ => beyond(&drift.change, policy.drift_points(), facts),
    };
    if !large || !beyond_chance(Some(drift.p_adjusted), policy) {
        return;
    }
    let [n_would_pass, n_would_fail] = facts.drift_decisions;
    if n_would_pass + n_would_fail >= u32::from(policy.decisions_to_review) {
        let n_sure = facts.card.n_sure_drift_decisions;
        let reason = AdviceReason::DriftDecides { n_would_pass, n_would_fail, n_sure };
        reasons.push((Advice::ReviewScores, reason));
    }
    let reason = AdviceReason::Drifts {
        class: drift.class,
        change: drift.change.clone(),
        from_round: drift.from_round.clone(),
        p_adjusted: drift.p_adjusted,
    };
    reasons.push((Advice::Retrain, reason));
}

fn conflicts(facts: &Facts, policy: &ScorecardPolicy, reasons: &mut Vec<(Advice, AdviceReason)>) {
    for (card, TiedEffect { verdict, decisions: [n_would_pass, n_would_fail] }) in
        facts.card.conflicts.iter().zip(&facts.tied)
    {
        let ScorecardConflict { kind, n_providers, difference, p_adjusted, .. } = card;
        let (Some(difference), Some(p_adjusted)) = (difference.known(), *p_adjusted) else { continue };
        let favours = *verdict == ConflictVerdict::Favours
            && beyond_chance(Some(p_adjusted), policy)
            && beyond(difference, policy.conflict_points(), facts);
        if !favours {
            continue;
        }
        if n_would_pass + n_would_fail >= u32::from(policy.decisions_to_review) {
            let (n_would_pass, n_would_fail) = (*n_would_pass, *n_would_fail);
            let reason = AdviceReason::ConflictDecides { kind: *kind, n_would_pass, n_would_fail };
            reasons.push((Advice::ReviewScores, reason));
        }
        let reason = AdviceReason::Favours {
            kind: *kind,
            difference: difference.clone(),
            p_adjusted,
            n_providers: *n_providers,
        };
        reasons.push((Advice::ReviewScores, reason));
    }
}

fn disagreement(
    facts: &Facts,
    p_adjusted: Option<f64>,
    policy: &ScorecardPolicy,
    reasons: &mut Vec<(Advice, AdviceReason)>,
) {
    let Some((correlation, p)) = facts.card.agreement.known().zip(p_adjusted) else { return };
    if beyond_chance(Some(p), policy) && correlation.value < policy.agreement_level() {
        let reason = AdviceReason::Disagrees { correlation: correlation.clone(), p_adjusted: p };
        reasons.push((Advice::Retrain, reason));
    }
}

fn effects(facts: &Facts, policy: &ScorecardPolicy, reasons: &mut Vec<(Advice, AdviceReason)>) {
    let shown = facts
        .effects
        .iter()
        .filter(|(_, verdict, p)| *verdict == EffectVerdict::Present && beyond_chance(Some(*p), policy));
    let effects: Vec<RatingEffect> = shown.map(|(effect, _, _)| *effect).collect();
    if !effects.is_empty() {
        let several = effects.len() >= usize::from(policy.effects_to_retrain);
        let advice = if several { Advice::Retrain } else { Advice::Brief };
        reasons.push((advice, AdviceReason::UsesScale { effects }));
    }
}
