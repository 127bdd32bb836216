//! What to say about drift and its consequences.

use evenhand_protocol::{
    Caveat, DriftClass, DriftEffect, DriftReport, EntityKind, EntityRef, EvaluatorDrift, Finding,
    FindingKind, MissingLink, Page, Recoding, SeverityTrack,
};

/// So many providers whose decision hangs on somebody's drift are named.
const NAMED_PROVIDERS: usize = 5;
/// So many missing links of a kind are named one by one.
const NAMED_LINKS: usize = 2;

/// Findings, most consequential first: every drifting evaluator by what it did to providers, rounds that cannot be
/// compared, and how far both engines agree.
pub(super) fn findings(report: &DriftReport) -> Vec<Finding> {
    let finding = |weight, subject, kind| Finding { kind, page: Page::Evaluators, subject, weight };
    let mut drifting: Vec<(&EvaluatorDrift, &SeverityTrack, &DriftEffect)> = report
        .evaluators
        .iter()
        .filter_map(|evaluator| Some((evaluator, evaluator.linear.known()?, evaluator.effect.as_ref()?)))
        .collect();
    drifting.sort_by(|a, b| {
        let decisions = |effect: &DriftEffect| effect.n_would_pass + effect.n_would_fail;
        let size = |effect: &DriftEffect| effect.shift.change.value.abs();
        decisions(b.2).cmp(&decisions(a.2)).then(size(b.2).total_cmp(&size(a.2)))
    });
    let mut findings = Vec::new();
    for (evaluator, track, effect) in drifting {
        let id = evaluator.evaluator.clone();
        let subject = EntityRef { kind: EntityKind::Evaluator, id: id.clone() };
        let weight = 50.0 + f64::from(effect.n_would_pass + effect.n_would_fail);
        let kind = FindingKind::DriftConsequences {
            evaluator: id,
            from_round: effect.shift.from_round.clone(),
            change: effect.shift.change.value,
            interval: effect.shift.change.interval,
            scale: report.scale,
            erratic: track.class == DriftClass::Erratic,
            n_rounds: track.severities.len() as u32,
            rasch: evaluator.rasch.known().map(|rasch| rasch.class).filter(|class| *class != track.class),
            n_providers: effect.n_providers,
            n_would_pass: effect.n_would_pass,
            n_surely_pass: effect.n_surely_pass,
            n_would_fail: effect.n_would_fail,
            n_surely_fail: effect.n_surely_fail,
            n_decided: effect.decided.len() as u32,
            decided: effect.decided.iter().take(NAMED_PROVIDERS).cloned().collect(),
            n_rank_changed: effect.n_rank_changed,
            pass_mark: report.policy.pass_mark,
        };
        findings.push(finding(weight, Some(subject), kind));
    }
    let tested = report.evaluators.iter().filter(|evaluator| evaluator.linear.known().is_some()).count();
    if !findings.is_empty() {
        let n_drifting = findings.len() as u32;
        let kind = FindingKind::DriftCount { n_drifting, n: tested as u32 };
        // Before those it counts.
        let first = findings.iter().map(|finding| finding.weight).fold(0.0, f64::max);
        findings.push(finding(first + 1.0, None, kind));
    }
    for unlinked in [true, false] {
        let weight = if unlinked { 45.0 } else { 30.0 };
        let links: Vec<&MissingLink> =
            report.missing_links.iter().filter(|link| link.unlinked == unlinked).collect();
        findings.extend(missing(&links).into_iter().map(|kind| finding(weight, None, kind)));
    }
    findings.extend(indicators(report).map(|kind| finding(25.0, None, kind)));
    let recoded = report.rasch.known().map(|measures| measures.categories);
    if let Some(categories) = recoded.filter(|categories| categories.recoding != Recoding::None) {
        findings.push(finding(10.0, None, FindingKind::ScoresRecoded { categories }));
    }
    findings.extend(engines(report).map(|kind| finding(20.0, None, kind)));
    findings.push(finding(0.0, None, FindingKind::Caveat { caveat: Caveat::PanelMovesTogether }));
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

/// Missing links one by one, or together where there are many.
fn missing(links: &[&MissingLink]) -> Vec<FindingKind> {
    if links.len() <= NAMED_LINKS {
        return links.iter().map(|link| FindingKind::RoundsNotLinked { link: (*link).clone() }).collect();
    }
    // An unlinked pair is mended when it can be compared, a weak one when it is strong.
    let needed = |link: &MissingLink| if link.unlinked { link.to_compare } else { link.to_be_strong };
    let nearest = links.iter().min_by_key(|link| needed(link));
    let kind = nearest.map(|nearest| FindingKind::LinksWeak {
        n: links.len() as u32,
        unlinked: nearest.unlinked,
        nearest: (*nearest).clone(),
    });
    kind.into_iter().collect()
}

/// The indicators whose difficulty moved; `None` where none was tested.
fn indicators(report: &DriftReport) -> Option<FindingKind> {
    let tested: Vec<(&String, &SeverityTrack)> =
        report.indicators.iter().filter_map(|one| Some((&one.indicator, one.track.known()?))).collect();
    let mut moved: Vec<&(&String, &SeverityTrack)> =
        tested.iter().filter(|(_, track)| track.class != DriftClass::Stable).collect();
    moved.sort_by(|a, b| a.1.p_adjusted.total_cmp(&b.1.p_adjusted));
    (!tested.is_empty()).then(|| FindingKind::IndicatorsDrift {
        indicators: moved.into_iter().map(|(id, _)| (*id).clone()).collect(),
        n: tested.len() as u32,
    })
}

/// How far both engines agree, where they class anybody both.
fn engines(report: &DriftReport) -> Option<FindingKind> {
    let both: Vec<[DriftClass; 2]> = report
        .evaluators
        .iter()
        .filter_map(|one| Some([one.linear.known()?.class, one.rasch.known()?.class]))
        .collect();
    let stable = |class: DriftClass| class == DriftClass::Stable;
    let count =
        |which: &dyn Fn(&[DriftClass; 2]) -> bool| both.iter().filter(|pair| which(pair)).count() as u32;
    (!both.is_empty()).then(|| FindingKind::DriftEngines {
        n: both.len() as u32,
        n_alike: count(&|[linear, rasch]| linear == rasch),
        n_linear_only: count(&|[linear, rasch]| !stable(*linear) && stable(*rasch)),
        n_rasch_only: count(&|[linear, rasch]| stable(*linear) && !stable(*rasch)),
    })
}
