//! Do evaluators score providers of their own affiliation differently?

use evenhand_protocol::{AffiliationEffect, CountOf, Method, Outcome, Reason};
use evenhand_stats::clustered_difference;

use super::deviations::Deviations;
use crate::convert::{estimate, reason, two_sided_p};
use crate::{Design, LEVEL};

/// Compares the leave-one-out deviations of scores where evaluator and provider share the affiliation with the rest.
/// Scores whose evaluator or provider has no affiliation are left out.
pub(super) fn effect(design: &Design, deviations: &Deviations) -> Outcome<AffiliationEffect> {
    let metadata = design.metadata();
    let (mut values, mut matched, mut clusters) = (Vec::new(), Vec::new(), Vec::new());
    for (&value, &sheet) in deviations.value.iter().zip(&deviations.sheet) {
        let sheet = &design.sheets()[sheet as usize];
        let evaluator = metadata.evaluators[sheet.evaluator as usize].affiliation.as_deref();
        let provider = metadata.providers[design.provider_of(sheet) as usize].affiliation.as_deref();
        if let (Some(evaluator), Some(provider)) = (evaluator, provider) {
            values.push(value);
            matched.push(evaluator == provider);
            clusters.push(sheet.evaluator);
        }
    }
    if values.is_empty() {
        return Outcome::Undefined(Reason::NoAffiliations);
    }
    let result = match clustered_difference(&values, &matched, &clusters, LEVEL) {
        Ok(result) => result,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let tag = |from| estimate(from, CountOf::Scores, Method::LeaveOneOutByEvaluator);
    let difference = tag(&result.difference);
    let p = difference
        .se
        .and_then(|se| two_sided_p(difference.value, se, result.n_clusters as f64 - 1.0))
        .unwrap_or(1.0);
    Outcome::Known(AffiliationEffect {
        same: tag(&result.matched),
        other: tag(&result.unmatched),
        difference,
        p,
        n_evaluators: with_both(&matched, &clusters),
    })
}

/// Evaluators with scores of both kinds.
fn with_both(matched: &[bool], clusters: &[u32]) -> u32 {
    let n = clusters.iter().map(|&code| code as usize + 1).max().unwrap_or(0);
    let mut seen = vec![[false; 2]; n];
    for (&matched, &code) in matched.iter().zip(clusters) {
        seen[code as usize][usize::from(matched)] = true;
    }
    seen.iter().filter(|seen| seen[0] && seen[1]).count() as u32
}
