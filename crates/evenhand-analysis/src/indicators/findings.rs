//! What to say about the indicators.

use evenhand_protocol::{
    Caveat, EntityKind, EntityRef, Finding, FindingKind, IndicatorRow, IndicatorsAnswer, Page, Reliability,
};

/// Item-rest correlation below which an indicator is called weak (Nunnally & Bernstein 1994 use .30).
const WEAK_ITEM_REST: f64 = 0.30;
/// Alpha from which indicators may be redundant (Streiner 2003 names .90; we wait for more).
const ALIKE_ALPHA: f64 = 0.95;
/// Item-rest correlation that even the lowest indicator's interval must exceed for them to be called alike.
const ALIKE_ITEM_REST: f64 = 0.90;
/// Share of scores at an end of the scale from which a ceiling or floor is spoken of (McHorney & Tarlov 1995).
const CROWDED_END: f64 = 0.15;

/// Findings, most consequential first.
pub(super) fn findings(answer: &IndicatorsAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, subject, kind| {
        findings.push(Finding { kind, page: Page::Indicators, subject, weight });
    };
    let mut n_weak = 0;
    if let Some(reliability) = answer.reliability.known() {
        push(50.0, None, level(answer, reliability));
        for row in &answer.indicators {
            if let Some(kind) = weak(row, reliability) {
                n_weak += 1;
                push(48.0, Some(indicator(row)), kind);
            }
        }
        if let Some(kind) = alike(answer, reliability) {
            push(46.0, None, kind);
        }
        if n_weak == 0 {
            let n = reliability.items.len() as u32;
            push(30.0, None, FindingKind::NoWeakIndicator { n });
        }
    }
    for row in &answer.indicators {
        for (share, ceiling) in [(row.ceiling_share, true), (row.floor_share, false)] {
            if share >= CROWDED_END {
                let kind = FindingKind::CeilingOrFloor { indicator: row.indicator.clone(), share, ceiling };
                push(35.0 + share, Some(indicator(row)), kind);
            }
        }
    }
    push(0.0, None, FindingKind::Caveat { caveat: Caveat::ReliableIsNotValid });
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

fn indicator(row: &IndicatorRow) -> EntityRef {
    EntityRef { kind: EntityKind::Indicator, id: row.indicator.clone() }
}

fn level(answer: &IndicatorsAnswer, reliability: &Reliability) -> FindingKind {
    let lowest = answer
        .reliability_by_round
        .iter()
        .filter_map(|round| round.reliability.known().map(|r| (r.alpha.value, round.round.clone())))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .filter(|_| answer.reliability_by_round.len() > 1);
    FindingKind::ReliabilityLevel {
        alpha: reliability.alpha.value,
        interval: reliability.alpha.interval,
        n_indicators: reliability.items.len() as u32,
        lowest: lowest.as_ref().map(|lowest| lowest.0),
        lowest_round: lowest.map(|lowest| lowest.1),
    }
}

fn alike(answer: &IndicatorsAnswer, reliability: &Reliability) -> Option<FindingKind> {
    let lowest = answer
        .indicators
        .iter()
        .filter_map(|row| row.item_rest.known())
        .min_by(|a, b| a.value.total_cmp(&b.value))?;
    let surely_high = lowest.interval.is_some_and(|interval| interval.low > ALIKE_ITEM_REST);
    (surely_high && reliability.alpha.value > ALIKE_ALPHA).then_some(FindingKind::IndicatorsAlike {
        n: reliability.items.len() as u32,
        lowest_item_rest: lowest.value,
        interval: lowest.interval,
        alpha: reliability.alpha.value,
    })
}

fn weak(row: &IndicatorRow, reliability: &Reliability) -> Option<FindingKind> {
    let item_rest = row.item_rest.known()?;
    (item_rest.value < WEAK_ITEM_REST).then(|| FindingKind::WeakIndicator {
        indicator: row.indicator.clone(),
        item_rest: item_rest.value,
        interval: item_rest.interval,
        alpha_if_deleted: row.alpha_if_deleted.known().copied(),
        alpha: reliability.alpha.value,
    })
}
