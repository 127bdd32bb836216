//! What to say about agreement in detail.

use evenhand_protocol::{AgreementAnswer, AgreementDifference, Finding, FindingKind, Outcome, Page};

use crate::ALPHA;

/// Findings, most consequential first; nothing that the adjusted tests do not carry.
pub(super) fn findings(answer: &AgreementAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, kind| {
        findings.push(Finding { kind, page: Page::Evaluators, subject: None, weight });
    };
    for (weight, rows) in [
        (42.0, &answer.group_differences),
        (40.0, &answer.qualification_differences),
        (35.0, &answer.round_differences),
    ] {
        if let Some(kind) = differs(rows) {
            push(weight, kind);
        }
    }
    if let Outcome::Known(pairs) = &answer.pairs {
        let tested = || pairs.pairs.iter().filter(|pair| pair.p_adjusted.is_some());
        let doubtful = tested().filter(|pair| pair.p_adjusted.is_some_and(|p| p >= ALPHA)).count() as u32;
        if doubtful > 0 {
            let n = tested().count() as u32;
            push(20.0, FindingKind::PairsDoubtful { n_doubtful: doubtful, n, min_shared: pairs.min_shared });
        }
    }
    findings
}

/// The largest difference of those beyond chance.
fn differs(rows: &[AgreementDifference]) -> Option<FindingKind> {
    let sure = || rows.iter().filter(|row| row.p_adjusted.is_some_and(|p| p < ALPHA));
    let size = |row: &AgreementDifference| row.difference.value.abs();
    let most = sure().max_by(|a, b| size(a).total_cmp(&size(b)))?;
    Some(FindingKind::AgreementDiffers {
        first: most.first.clone(),
        second: most.second.clone(),
        difference: most.difference.value,
        interval: most.difference.interval,
        n_differing: sure().count() as u32,
        n: rows.iter().filter(|row| row.p.is_some()).count() as u32,
    })
}
