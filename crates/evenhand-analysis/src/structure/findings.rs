//! What to say about the structure of the indicators.

use evenhand_protocol::{
    EntityKind, EntityRef, Finding, FindingKind, IndicatorCorrelations, IndicatorWeight, Page,
    StructureAnswer,
};

use crate::ALPHA;

/// How far an effective weight must be from the nominal one, as a share of the latter, to be worth a sentence.
const WORTH_SAYING: f64 = 0.25;

/// Findings, most consequential first.
pub(super) fn findings(answer: &StructureAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, subject: Option<&str>, kind| {
        let subject = subject.map(|id| EntityRef { kind: EntityKind::Indicator, id: id.to_owned() });
        findings.push(Finding { kind, page: Page::Indicators, subject, weight });
    };
    if let Some((row, kind)) = answer.weights.known().and_then(|rows| weight_differs(rows)) {
        push(50.0, Some(&row.indicator), kind);
    }
    if let Some(kind) = answer.correlations.known().and_then(redundant) {
        push(45.0, None, kind);
    }
    if let Some(found) = answer.dimensionality.known().filter(|found| found.n_dimensions >= 2) {
        let (n_dimensions, n_indicators) = (found.n_dimensions, found.components.len() as u32);
        push(40.0, None, FindingKind::SeveralDimensions { n_dimensions, n_indicators });
    }
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

/// The indicator whose share is furthest from its weight, of those that differ beyond chance.
fn weight_differs(rows: &[IndicatorWeight]) -> Option<(&IndicatorWeight, FindingKind)> {
    let gap = |row: &IndicatorWeight| (row.effective.value - row.nominal).abs();
    let differs = |row: &&IndicatorWeight| {
        row.p_adjusted.is_some_and(|p| p < ALPHA) && gap(row) >= WORTH_SAYING * row.nominal
    };
    let worst = rows.iter().filter(differs).max_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    let kind = FindingKind::WeightDiffers {
        indicator: worst.indicator.clone(),
        nominal: worst.nominal,
        effective: worst.effective.value,
        interval: worst.effective.interval,
        n_differing: rows.iter().filter(differs).count() as u32,
        n: rows.iter().filter(|row| row.p.is_some()).count() as u32,
    };
    Some((worst, kind))
}

/// The two indicators that are most alike, of the pairs whose whole interval reaches the limit.
fn redundant(found: &IndicatorCorrelations) -> Option<FindingKind> {
    let sure = || found.pairs.iter().filter(|pair| pair.surely_redundant);
    let value = |pair: &evenhand_protocol::IndicatorPair| pair.means.known().map_or(0.0, |r| r.value);
    let most = sure().max_by(|a, b| value(a).total_cmp(&value(b)))?;
    let known = |pair: &&evenhand_protocol::IndicatorPair| pair.means.known().is_some();
    Some(FindingKind::RedundantIndicators {
        first: most.first.clone(),
        second: most.second.clone(),
        correlation: value(most),
        interval: most.means.known().and_then(|r| r.interval),
        n_pairs: sure().count() as u32,
        n_all: found.pairs.iter().filter(known).count() as u32,
    })
}
