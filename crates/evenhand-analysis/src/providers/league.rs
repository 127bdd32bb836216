//! League tables: one per round, with ranks that say how sure they are.

use std::ops::Range;

use evenhand_protocol::{Outcome, ProviderRow, RankInterval, Reason, RoundLeague};
use evenhand_stats::{StudentT, mean, rank_intervals};

use super::adjustment::Adjustment;
use super::change::changes;
use super::raw::RawComposites;
use crate::{Design, LEVEL};

/// One league table per round.
pub(super) fn leagues(design: &Design, raw: &RawComposites, adjustment: &Adjustment) -> Vec<RoundLeague> {
    design.rounds().into_iter().map(|round| league(design, raw, adjustment, round)).collect()
}

fn league(design: &Design, raw: &RawComposites, adjustment: &Adjustment, round: u32) -> RoundLeague {
    let units = design.units_of_round(round);
    let mut rows: Vec<ProviderRow> = units.clone().map(|unit| row(design, raw, adjustment, unit)).collect();
    let ranks_raw = ranks(&raw.value[units.clone()]);
    for (row, rank) in rows.iter_mut().zip(ranks_raw) {
        row.rank_raw = rank;
    }
    let adjusted: Option<Vec<f64>> =
        rows.iter().map(|row| row.adjusted.known().map(|estimate| estimate.value)).collect();
    let mut separated_share = None;
    if let Some(values) = &adjusted {
        separated_share = separated(adjustment, units.clone());
        let se = |a: usize, b: usize| {
            adjustment.difference(units.start + a, units.start + b).map_or(f64::INFINITY, |d| d.se)
        };
        for (row, rank) in rows.iter_mut().zip(rank_intervals(values, se, adjustment.df(), LEVEL)) {
            row.rank = Outcome::Known(RankInterval {
                rank: rank.rank,
                low: rank.low as u32,
                high: rank.high as u32,
            });
        }
    }
    for (row, change) in rows.iter_mut().zip(changes(design, raw, adjustment, units)) {
        row.change = change;
    }
    rows.sort_by(|a, b| height(b).total_cmp(&height(a)));
    RoundLeague {
        round: design.metadata().rounds[round as usize].id.clone(),
        mean: adjusted.as_deref().and_then(mean),
        separated_share,
        rows,
    }
}

/// What the table is sorted by: the adjusted composite, the raw one where there is none.
fn height(row: &ProviderRow) -> f64 {
    let estimate = row.adjusted.known().or(row.raw.known());
    estimate.map_or(-row.rank_raw, |estimate| estimate.value)
}

fn row(design: &Design, raw: &RawComposites, adjustment: &Adjustment, unit: usize) -> ProviderRow {
    let info = &design.units()[unit];
    let panels = &design.panels()[info.panels.clone()];
    let sheets = match (panels.first(), panels.last()) {
        (Some(first), Some(last)) => &design.sheets()[first.sheets.start..last.sheets.end],
        _ => &[],
    };
    let mut evaluators: Vec<u32> = sheets.iter().map(|sheet| sheet.evaluator).collect();
    evaluators.sort_unstable();
    evaluators.dedup();
    let coverage: Vec<f64> = sheets.iter().map(|sheet| sheet.coverage).collect();
    ProviderRow {
        provider: design.metadata().providers[info.provider as usize].id.clone(),
        n_evaluators: evaluators.len() as u32,
        n_scores: info.rows.len() as u32,
        coverage: mean(&coverage).unwrap_or_default(),
        raw: raw.estimate(unit),
        adjusted: adjustment.estimate(unit, sheets.len() as u32),
        rank_raw: 0.0,
        rank: Outcome::Undefined(Reason::OneEvaluator),
        change: Outcome::Undefined(Reason::NoEarlierRound),
    }
}

/// Ranks with 1 for the highest; ties share the mean rank.
fn ranks(values: &[f64]) -> Vec<f64> {
    values
        .iter()
        .map(|value| {
            let above = values.iter().filter(|other| *other > value).count() as f64;
            let equal = values.iter().filter(|other| *other == value).count() as f64;
            above + (equal + 1.0) / 2.0
        })
        .collect()
}

/// Share of linked pairs that differ by more than the bound of their difference.
fn separated(adjustment: &Adjustment, units: Range<usize>) -> Option<f64> {
    let critical = StudentT::new(adjustment.df())?.critical(LEVEL);
    let (mut linked, mut apart) = (0u32, 0u32);
    for first in units.clone() {
        for second in first + 1..units.end {
            if let Ok(difference) = adjustment.difference(first, second) {
                linked += 1;
                apart += u32::from(difference.value.abs() > critical * difference.se);
            }
        }
    }
    (linked > 0).then(|| f64::from(apart) / f64::from(linked))
}
