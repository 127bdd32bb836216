//! What to say about the standing of the providers.

use evenhand_protocol::{
    Caveat, Finding, FindingKind, Page, PassSide, RankInterval, RoundStanding, StandingAnswer,
};

/// Findings about the latest round, most consequential first.
pub(super) fn findings(answer: &StandingAnswer) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut push = |weight, kind| {
        findings.push(Finding { kind, page: Page::Providers, subject: None, weight });
    };
    if let Some(round) = answer.rounds.last() {
        if let Some(kind) = pass_mark(answer, round) {
            push(46.0, kind);
        }
        if let Some(kind) = ranks_at_once(round) {
            push(36.0, kind);
        }
        if let Some(kind) = outliers(round) {
            push(30.0, kind);
        }
        if round.population.known().is_some() {
            push(0.0, FindingKind::Caveat { caveat: Caveat::OnePopulation });
        }
    }
    findings
}

fn pass_mark(answer: &StandingAnswer, round: &RoundStanding) -> Option<FindingKind> {
    let count = |wanted| round.rows.iter().filter(|row| row.side == Some(wanted)).count() as u32;
    let kind = FindingKind::PassMark {
        round: round.round.clone(),
        mark: answer.marks.pass_points(),
        n_above: count(PassSide::Above),
        n_below: count(PassSide::Below),
        n_open: count(PassSide::Open),
    };
    round.rows.iter().any(|row| row.side.is_some()).then_some(kind)
}

fn ranks_at_once(round: &RoundStanding) -> Option<FindingKind> {
    let sets: Vec<&RankInterval> =
        round.rows.iter().filter_map(|row| row.rank_simultaneous.known()).collect();
    if sets.len() < 2 {
        return None;
    }
    let places: u32 = sets.iter().map(|set| set.high - set.low + 1).sum();
    Some(FindingKind::RanksAtOnce {
        round: round.round.clone(),
        n_first: sets.iter().filter(|set| set.low == 1).count() as u32,
        mean_width: f64::from(places) / sets.len() as f64,
        n: sets.len() as u32,
    })
}

fn outliers(round: &RoundStanding) -> Option<FindingKind> {
    let funnel = round.funnel.known()?;
    let (mut n_above, mut n_below) = (0, 0);
    for row in &round.rows {
        let (Some(adjusted), Some(precision)) = (row.adjusted.known(), row.precision) else { continue };
        let error = funnel.sheet_sd * funnel.sheet_sd / precision;
        let reach = funnel.z_998 * (error + funnel.between_sd * funnel.between_sd).sqrt();
        n_above += u32::from(adjusted.value > funnel.target + reach);
        n_below += u32::from(adjusted.value < funnel.target - reach);
    }
    let (round, n) = (round.round.clone(), funnel.n);
    Some(FindingKind::FunnelOutliers { round, n_above, n_below, between_sd: funnel.between_sd, n })
}
