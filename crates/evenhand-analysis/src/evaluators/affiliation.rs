//! Do evaluators score providers of their own affiliation differently?

use evenhand_protocol::{AffiliationEffect, CountOf, Method, Outcome, Reason};
use evenhand_stats::{clustered_difference, clustered_within_difference};

use super::deviations::Deviations;
use crate::convert::{estimate, reason, two_sided_p};
use crate::{Design, LEVEL};

/// Fewer evaluators with scores of both kinds than this give no answer: a sandwich over so few clusters is too short.
const MIN_EVALUATORS: u32 = 5;

/// Compares the leave-one-out deviations of scores where evaluator and provider share the affiliation with the rest.
/// Scores whose evaluator or provider has no affiliation are left out.
///
/// The two means describe; the difference and its p compare each evaluator with itself, so that an organisation of
/// lenient evaluators is not taken for one that favours its own.
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
    let results = clustered_difference(&values, &matched, &clusters, LEVEL)
        .and_then(|means| Ok((means, clustered_within_difference(&values, &matched, &clusters, LEVEL)?)));
    let (means, within) = match results {
        Ok(results) => results,
        Err(undefined) => return Outcome::Undefined(reason(&undefined)),
    };
    let found = within.n_clusters as u32;
    if found < MIN_EVALUATORS {
        return Outcome::Undefined(Reason::TooFewUnits { needed: MIN_EVALUATORS, found });
    }
    let tag = |from| estimate(from, CountOf::Scores, Method::LeaveOneOutByEvaluator);
    let difference = tag(&within.difference);
    let df = f64::from(found) - 1.0;
    let Some(p) = difference.se.and_then(|se| two_sided_p(difference.value, se, df)) else {
        return Outcome::Undefined(Reason::NoVariance);
    };
    let (same, other) = (tag(&means.matched), tag(&means.unmatched));
    Outcome::Known(AffiliationEffect { same, other, difference, p, n_evaluators: found })
}
