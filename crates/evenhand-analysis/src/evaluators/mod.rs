//! Are the evaluators consistent, or drifting from round to round?

mod affiliation;
mod deviations;
mod drift;
mod findings;
mod round_mean;
mod severity;

use evenhand_protocol::{Caveat, EvaluatorsAnswer, Finding, FindingKind, Page, RoundAgreement};

use crate::Design;
use crate::agreement::agreement_of_composites as agreement;
pub(crate) use deviations::Deviations;

/// Agreement, severity, drift and affiliation effect of the evaluators of a design.
pub fn evaluators(design: &Design) -> EvaluatorsAnswer {
    let units = design.units();
    let agreement_by_round: Vec<RoundAgreement> = design
        .rounds()
        .into_iter()
        .map(|round| RoundAgreement {
            round: design.metadata().rounds[round as usize].id.clone(),
            agreement: agreement(design, design.units_of_round(round)),
        })
        .collect();
    let deviations = Deviations::new(design);
    let mut answer = EvaluatorsAnswer {
        scale: design.scale(),
        agreement: agreement(design, 0..units.len()),
        agreement_by_round,
        evaluators: severity::rows(design, &deviations),
        affiliation: affiliation::effect(design, &deviations),
        findings: Vec::new(),
    };
    answer.findings = findings::findings(&answer);
    if design.purified().is_ok_and(|purified| purified.incomplete) {
        let kind = FindingKind::Caveat { caveat: Caveat::DriftNotPurified };
        answer.findings.push(Finding { kind, page: Page::Evaluators, subject: None, weight: 0.0 });
    }
    answer
}
