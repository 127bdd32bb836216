//! League tables: one per round, with ranks that say how sure they are.

use evenhand_protocol::{Outcome, ProviderRow, Reason, RoundLeague};
use evenhand_stats::{Combination, StudentT, mean, mean_ranks};

use super::adjustment::Adjustment;
use super::change::Changes;
use super::ranks::ranks;
use super::raw::RawComposites;
use super::standing::field::joint;
use crate::distinct::distinct;
use crate::{Design, LEVEL};

/// More providers in a round than this are not compared pair by pair: the time grows with the square.
const MAX_COMPARED: usize = 3_000;

/// One league table per round.
pub(super) fn leagues(design: &Design, raw: &RawComposites, adjustment: &Adjustment) -> Vec<RoundLeague> {
    let mut changes = Changes::new(design);
    design.rounds().into_iter().map(|round| league(design, raw, adjustment, &mut changes, round)).collect()
}

fn league(
    design: &Design,
    raw: &RawComposites,
    adjustment: &Adjustment,
    changes: &mut Changes,
    round: u32,
) -> RoundLeague {
    let units = design.units_of_round(round);
    let mut rows: Vec<ProviderRow> = units.clone().map(|unit| row(design, raw, adjustment, unit)).collect();
    let raw_values: Vec<f64> =
        units.clone().map(|unit| raw.value(unit).unwrap_or(f64::NEG_INFINITY)).collect();
    for (row, rank) in rows.iter_mut().zip(mean_ranks(&raw_values)) {
        row.rank_raw = rank;
    }
    let combinations = adjustment.units(units.clone());
    // Ranks mean something only among providers whose composites can be compared.
    let comparable = adjustment.are_comparable(combinations.iter().flatten());
    let mut separated_share = None;
    if rows.len() > MAX_COMPARED {
        let (limit, found) = (MAX_COMPARED as u32, rows.len() as u32);
        unranked(&mut rows, &Reason::TooLarge { limit, found });
    } else {
        separated_share = separated(&combinations, adjustment);
        if comparable {
            rank(&mut rows, &combinations, adjustment);
        } else {
            unranked(&mut rows, &Reason::NotLinked);
        }
    }
    for (row, change) in rows.iter_mut().zip(changes.of_round(design, raw, adjustment, units)) {
        row.change = change;
    }
    rows.sort_by(|a, b| height(b).total_cmp(&height(a)));
    let adjusted: Vec<f64> = rows.iter().filter_map(|row| row.adjusted.known().map(|a| a.value)).collect();
    RoundLeague {
        round: design.metadata().rounds[round as usize].id.clone(),
        mean: if comparable { mean(&adjusted) } else { None },
        separated_share,
        rows,
    }
}

/// Fills in the ranks of the providers that have an adjusted composite.
fn rank(rows: &mut [ProviderRow], combinations: &[Result<Combination, Reason>], adjustment: &Adjustment) {
    let known: Vec<(usize, &Combination)> = combinations
        .iter()
        .enumerate()
        .filter_map(|(index, combination)| Some((index, combination.as_ref().ok()?)))
        .collect();
    let known_only: Vec<&Combination> = known.iter().map(|(_, combination)| *combination).collect();
    let joint = joint(adjustment, known_only.iter().copied()).ok();
    let ranks = ranks(adjustment, &known_only, joint.as_ref());
    for ((index, _), rank) in known.iter().zip(ranks) {
        rows[*index].rank = Outcome::Known(rank);
    }
}

/// Says why the providers that have an adjusted composite are not ranked.
fn unranked(rows: &mut [ProviderRow], reason: &Reason) {
    for row in rows.iter_mut().filter(|row| row.adjusted.known().is_some()) {
        row.rank = Outcome::Undefined(reason.clone());
    }
}

/// What the table is sorted by: the adjusted composite, the raw one where there is none.
fn height(row: &ProviderRow) -> f64 {
    let estimate = row.adjusted.known().or(row.raw.known());
    estimate.map_or(f64::NEG_INFINITY, |estimate| estimate.value)
}

fn row(design: &Design, raw: &RawComposites, adjustment: &Adjustment, unit: usize) -> ProviderRow {
    let info = &design.units()[unit];
    let panels = &design.panels()[info.panels.clone()];
    let sheets = match (panels.first(), panels.last()) {
        (Some(first), Some(last)) => &design.sheets()[first.sheets.start..last.sheets.end],
        _ => &[],
    };
    let evaluators = distinct(sheets.iter().map(|sheet| sheet.evaluator));
    let coverage: Vec<f64> = sheets.iter().map(|sheet| sheet.coverage).collect();
    let adjusted = adjustment.estimate(unit);
    let rank = match &adjusted {
        Outcome::Known(_) => Outcome::Undefined(Reason::NotLinked),
        Outcome::Undefined(reason) => Outcome::Undefined(reason.clone()),
    };
    ProviderRow {
        provider: design.metadata().providers[info.provider as usize].id.clone(),
        n_evaluators: evaluators.len() as u32,
        n_scores: info.rows.len() as u32,
        coverage: mean(&coverage).unwrap_or_default(),
        raw: raw.estimate(unit),
        adjusted,
        rank_raw: 0.0,
        rank,
        change: Outcome::Undefined(Reason::NoEarlierRound),
    }
}

/// Share of all pairs that differ by more than the bound of their difference; unlinked pairs are not told apart.
fn separated(combinations: &[Result<Combination, Reason>], adjustment: &Adjustment) -> Option<f64> {
    let critical = StudentT::new(adjustment.df())?.critical(LEVEL);
    let known: Vec<&Combination> = combinations.iter().flatten().collect();
    let (mut pairs, mut apart) = (0u32, 0u32);
    for (index, first) in known.iter().enumerate() {
        for second in &known[index + 1..] {
            pairs += 1;
            let told_apart = |d: &evenhand_stats::Contrast| d.se > 0.0 && d.value.abs() > critical * d.se;
            apart += u32::from(adjustment.difference(first, second).is_ok_and(|d| told_apart(&d)));
        }
    }
    (pairs > 0).then(|| f64::from(apart) / f64::from(pairs))
}
