//! What to say about the indicators.

use evenhand_protocol::{
    Caveat, Direction, EntityKind, EntityRef, Finding, FindingKind, IndicatorInfo, IndicatorRow,
    IndicatorsAnswer, Page, Reliability, ScaleSource,
};

use super::describe::first_values;
use crate::Design;

/// Item-rest correlation below which an indicator is called weak (Nunnally & Bernstein 1994 use .30).
const WEAK_ITEM_REST: f64 = 0.30;
/// Alpha from which indicators may be redundant (Streiner 2003 names .90; we wait for more).
const ALIKE_ALPHA: f64 = 0.95;
/// Item-rest correlation that even the lowest indicator's interval must exceed for them to be called alike.
const ALIKE_ITEM_REST: f64 = 0.90;
/// Share of scores at an end of the scale from which a ceiling or floor is spoken of (McHorney & Tarlov 1995).
const CROWDED_END: f64 = 0.15;
/// Possible values of a scale below which so small a share at an end cannot be avoided.
const VALUES_NEEDED: usize = 4;
/// Share from which an end is crowded even where few different values were given.
const MOST: f64 = 0.5;

/// Findings, most consequential first.
pub(super) fn findings(design: &Design, answer: &IndicatorsAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, subject, kind| {
        findings.push(Finding { kind, page: Page::Indicators, subject, weight });
    };
    if let Some(reliability) = answer.reliability.known() {
        push(50.0, None, level(answer, reliability));
        let weak: Vec<(f64, &IndicatorRow, FindingKind)> =
            answer.indicators.iter().filter_map(|row| weak(row, reliability)).collect();
        let n = answer.indicators.iter().filter(|row| row.item_rest.known().is_some()).count() as u32;
        if weak.is_empty() && n > 0 {
            push(30.0, None, FindingKind::NoWeakIndicator { n });
        }
        for (weight, row, kind) in weak {
            push(weight, Some(indicator(row)), kind);
        }
        if let Some(kind) = alike(answer, reliability) {
            push(46.0, None, kind);
        }
    }
    for row in &answer.indicators {
        for (share, kind) in crowded_ends(design, row) {
            push(35.0 + share, Some(indicator(row)), kind);
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

/// The ends of the scale with more scores than its number of values explains, and their share.
fn crowded_ends(design: &Design, row: &IndicatorRow) -> Vec<(f64, FindingKind)> {
    let crowded = |share: f64| share >= CROWDED_END;
    let infos = &design.metadata().indicators;
    let Some(code) = infos.iter().position(|info| info.id == row.indicator) else { return Vec::new() };
    if !crowded(row.ceiling_share) && !crowded(row.floor_share) {
        return Vec::new();
    }
    let info = &infos[code];
    let values = first_values(design, code as u32, VALUES_NEEDED);
    let limit = match (enough_values(info, &values), values.len() < VALUES_NEEDED) {
        (false, _) => return Vec::new(),
        (true, true) => MOST,
        (true, false) => CROWDED_END,
    };
    [(row.ceiling_share, true), (row.floor_share, false)]
        .into_iter()
        .filter(|(share, _)| *share >= limit)
        .map(|(share, ceiling)| {
            let kind = FindingKind::CeilingOrFloor {
                indicator: row.indicator.clone(),
                share,
                ceiling,
                good_end: ceiling == (info.direction == Direction::Higher),
                guessed: info.scale_source == ScaleSource::Guessed,
            };
            (share, kind)
        })
        .collect()
}

/// Whether the scale has [`VALUES_NEEDED`] possible values or more, where no step is given as far as the smallest
/// difference between the values seen tells.
fn enough_values(info: &IndicatorInfo, values: &[f64]) -> bool {
    let smallest = values.windows(2).map(|pair| pair[1] - pair[0]).min_by(f64::total_cmp);
    match info.step.or(smallest) {
        Some(step) => (info.max - info.min) / step > VALUES_NEEDED as f64 - 1.0 - 1e-9,
        // One value only: nothing speaks for a guessed end but that value.
        None => info.scale_source == ScaleSource::Given,
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

/// An indicator with a low correlation, and how much that weighs: more where the whole interval is low.
fn weak<'a>(
    row: &'a IndicatorRow,
    reliability: &Reliability,
) -> Option<(f64, &'a IndicatorRow, FindingKind)> {
    let item_rest = row.item_rest.known().filter(|item_rest| item_rest.value < WEAK_ITEM_REST)?;
    let sure = item_rest.interval.is_some_and(|interval| interval.high < WEAK_ITEM_REST);
    let kind = FindingKind::WeakIndicator {
        indicator: row.indicator.clone(),
        item_rest: item_rest.value,
        interval: item_rest.interval,
        alpha_if_deleted: row.alpha_if_deleted.known().copied(),
        alpha: reliability.alpha.value,
        sure,
    };
    Some((if sure { 48.0 } else { 34.0 }, row, kind))
}
