//! What to say about the providers.

use evenhand_protocol::{
    Caveat, Change, ChangeVerdict, EntityKind, EntityRef, Finding, FindingKind, Page, ProviderRow,
    ProvidersAnswer, RoundLeague,
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
            let n = league.rows.len() as u32;
            push(50.0, None, FindingKind::Separation { round: league.round.clone(), share, n });
        }
        if let Some(row) = league.rows.first()
            && let Some(kind) = leader(league, row)
        {
            push(40.0, Some(provider(row)), kind);
        }
        if let Some(kind) = change_count(league) {
            push(48.0, None, kind);
        }
        for (row, change) in largest_changes(league) {
            push(44.0, Some(provider(row)), provider_changed(league, row, change));
        }
        if let Some((row, kind)) = adjustment_matters(league) {
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

fn leader(league: &RoundLeague, row: &ProviderRow) -> Option<FindingKind> {
    let (adjusted, rank) = (row.adjusted.known()?, row.rank.known()?);
    Some(FindingKind::Leader {
        round: league.round.clone(),
        provider: row.provider.clone(),
        adjusted: adjusted.value,
        interval: adjusted.interval,
        low: rank.low,
        high: rank.high,
    })
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
fn adjustment_matters(league: &RoundLeague) -> Option<(&ProviderRow, FindingKind)> {
    let moved = |row: &ProviderRow| row.rank.known().map_or(0.0, |rank| (rank.rank - row.rank_raw).abs());
    let row = league.rows.iter().max_by(|a, b| moved(a).total_cmp(&moved(b)))?;
    let (rank, adjusted, raw) = (row.rank.known()?, row.adjusted.known()?, row.raw.known()?);
    (moved(row) >= PLACES).then(|| {
        let kind = FindingKind::AdjustmentMatters {
            provider: row.provider.clone(),
            round: league.round.clone(),
            rank_raw: row.rank_raw,
            rank: rank.rank,
            difference: adjusted.value - raw.value,
        };
        (row, kind)
    })
}
