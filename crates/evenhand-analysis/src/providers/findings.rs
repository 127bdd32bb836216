//! What to say about the providers.

#[cfg(test)]
mod tests;

use evenhand_protocol::{
    Caveat, Change, ChangeVerdict, EntityKind, EntityRef, Estimate, Finding, FindingKind, Page, ProviderRow,
    ProvidersAnswer, RankInterval, RoundLeague,
};

/// How many single changes are spoken of.
const CHANGES_NAMED: usize = 3;
/// By how many places a rank must move for the adjustment to be spoken of.
const PLACES: f64 = 3.0;

/// Findings about the latest round, most consequential first.
pub(super) fn findings(answer: &ProvidersAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, subject, kind| {
        findings.push(Finding { kind, page: Page::Providers, subject, weight });
    };
    if answer.linked_subsets.len() > 1 {
        let n_subsets = answer.linked_subsets.len() as u32;
        push(58.0, None, FindingKind::NotLinked { n_subsets });
    }
    if let Some(league) = answer.rounds.last() {
        if let Some(share) = league.separated_share {
            let n = league.rows.iter().filter(|row| row.adjusted.known().is_some()).count() as u32;
            push(50.0, None, FindingKind::Separation { round: league.round.clone(), share, n });
        }
        let ranked = ranked(league);
        if let Some((row, kind)) = leader(league, &ranked) {
            push(40.0, Some(provider(row)), kind);
        }
        if let Some(kind) = change_count(league) {
            push(48.0, None, kind);
        }
        for (row, change) in largest_changes(league) {
            push(44.0, Some(provider(row)), provider_changed(league, row, change));
        }
        if let Some((row, kind)) = adjustment_matters(league, &ranked) {
            push(42.0, Some(provider(row)), kind);
        }
    }
    push(0.0, None, FindingKind::Caveat { caveat: Caveat::RanksOverlap });
    push(0.0, None, FindingKind::Caveat { caveat: Caveat::PanelMovesTogether });
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    findings
}

fn provider(row: &ProviderRow) -> EntityRef {
    EntityRef { kind: EntityKind::Provider, id: row.provider.clone() }
}

/// The providers whose ranks can be spoken of: none where there is nobody to compare with.
fn ranked(league: &RoundLeague) -> Vec<Ranked<'_>> {
    let ranked: Vec<Ranked<'_>> = league
        .rows
        .iter()
        .filter_map(|row| Some(Ranked { row, rank: row.rank.known()?, adjusted: row.adjusted.known()? }))
        .collect();
    if ranked.len() < 2 { Vec::new() } else { ranked }
}

/// A provider with a rank.
struct Ranked<'a> {
    row: &'a ProviderRow,
    rank: &'a RankInterval,
    adjusted: &'a Estimate,
}

fn leader<'a>(league: &RoundLeague, ranked: &[Ranked<'a>]) -> Option<(&'a ProviderRow, FindingKind)> {
    let Ranked { row, rank, adjusted } = ranked.first()?;
    let kind = FindingKind::Leader {
        round: league.round.clone(),
        provider: row.provider.clone(),
        adjusted: adjusted.value,
        interval: adjusted.interval,
        rank: **rank,
    };
    Some((row, kind))
}

fn change_count(league: &RoundLeague) -> Option<FindingKind> {
    let verdicts: Vec<ChangeVerdict> =
        league.rows.iter().filter_map(|row| row.change.known().map(|change| change.verdict)).collect();
    let count = |wanted| verdicts.iter().filter(|&&verdict| verdict == wanted).count() as u32;
    (!verdicts.is_empty()).then(|| FindingKind::ChangeCount {
        round: league.round.clone(),
        n_improved: count(ChangeVerdict::Improved),
        n_declined: count(ChangeVerdict::Declined),
        n: verdicts.len() as u32,
    })
}

fn largest_changes(league: &RoundLeague) -> Vec<(&ProviderRow, &Change)> {
    let mut changed: Vec<(&ProviderRow, &Change)> = league
        .rows
        .iter()
        .filter_map(|row| row.change.known().map(|change| (row, change)))
        .filter(|(_, change)| change.verdict != ChangeVerdict::NoReliableChange)
        .collect();
    changed.sort_by(|a, b| b.1.change.value.abs().total_cmp(&a.1.change.value.abs()));
    changed.truncate(CHANGES_NAMED);
    changed
}

fn provider_changed(league: &RoundLeague, row: &ProviderRow, change: &Change) -> FindingKind {
    FindingKind::ProviderChanged {
        provider: row.provider.clone(),
        from_round: change.from_round.clone(),
        round: league.round.clone(),
        change: change.change.value,
        interval: change.change.interval,
    }
}

/// The provider whose rank the adjustment moves most.
///
/// Raw ranks are taken among the ranked providers only, or one without an adjusted composite would move all others.
fn adjustment_matters<'a>(
    league: &RoundLeague,
    ranked: &[Ranked<'a>],
) -> Option<(&'a ProviderRow, FindingKind)> {
    let with_raw: Vec<(&Ranked<'a>, f64)> =
        ranked.iter().filter_map(|ranked| Some((ranked, ranked.row.raw.known()?.value))).collect();
    let rank_raw = |value: f64| {
        let above = with_raw.iter().filter(|(_, other)| *other > value).count() as f64;
        let equal = with_raw.iter().filter(|(_, other)| *other == value).count() as f64;
        above + (equal + 1.0) / 2.0
    };
    let (moved, rank_raw, raw, most) = with_raw
        .iter()
        .map(|&(ranked, raw)| {
            let rank_raw = rank_raw(raw);
            ((ranked.rank.rank - rank_raw).abs(), rank_raw, raw, ranked)
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))?;
    (moved >= PLACES).then(|| {
        let kind = FindingKind::AdjustmentMatters {
            provider: most.row.provider.clone(),
            round: league.round.clone(),
            rank_raw,
            rank: most.rank.rank,
            difference: most.adjusted.value - raw,
        };
        (most.row, kind)
    })
}
