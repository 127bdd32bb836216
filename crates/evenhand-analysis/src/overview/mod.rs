//! The three questions side by side, round by round.

mod links;
mod selection;

use std::mem::discriminant;

use evenhand_protocol::{
    ChangeVerdict, EvaluatorsAnswer, Finding, FindingKind, IndicatorsAnswer, Outcome, OverviewAnswer,
    OverviewRow, ProvidersAnswer, Reason, RoundLeague,
};

use crate::Design;
use links::Presence;
use selection::selection;

/// How many findings the overview shows.
const N_FINDINGS: usize = 8;
/// How many of one kind.
const N_ALIKE: usize = 2;

/// Puts three answers about the same design side by side.
pub fn overview(
    design: &Design,
    evaluators: &EvaluatorsAnswer,
    indicators: &IndicatorsAnswer,
    providers: &ProvidersAnswer,
) -> OverviewAnswer {
    let presence = Presence::new(design);
    let rounds = design
        .rounds()
        .iter()
        .enumerate()
        .map(|(index, &round)| {
            let units = &design.units()[design.units_of_round(round)];
            let (icc_a_1, icc_a_k) = agreement(evaluators, index);
            let league = providers.rounds.get(index);
            let (n_improved, n_declined, n_compared) = league.map_or((0, 0, 0), change_counts);
            OverviewRow {
                round: design.metadata().rounds[round as usize].id.clone(),
                n_scores: units.iter().map(|unit| unit.rows.len() as u32).sum(),
                n_providers: units.len() as u32,
                n_evaluators: presence.count(index),
                n_new_evaluators: presence.newcomers(index),
                icc_a_1,
                icc_a_k,
                alpha: alpha(indicators, index),
                mean: league.and_then(|league| league.mean),
                separated_share: league.and_then(|league| league.separated_share),
                n_improved,
                n_declined,
                n_compared,
            }
        })
        .collect();
    let links = presence.links(design);
    let findings = top_findings(evaluators, indicators, providers);
    OverviewAnswer { selection: selection(design), rounds, links, findings }
}

type Agreements = (Outcome<evenhand_protocol::Estimate>, Outcome<evenhand_protocol::Estimate>);

fn agreement(evaluators: &EvaluatorsAnswer, index: usize) -> Agreements {
    match evaluators.agreement_by_round.get(index).map(|round| &round.agreement) {
        Some(Outcome::Known(agreement)) => {
            (Outcome::Known(agreement.icc_a_1.clone()), Outcome::Known(agreement.icc_a_k.clone()))
        }
        Some(Outcome::Undefined(reason)) => {
            (Outcome::Undefined(reason.clone()), Outcome::Undefined(reason.clone()))
        }
        None => (Outcome::Undefined(Reason::NothingSelected), Outcome::Undefined(Reason::NothingSelected)),
    }
}

fn alpha(indicators: &IndicatorsAnswer, index: usize) -> Outcome<evenhand_protocol::Estimate> {
    match indicators.reliability_by_round.get(index) {
        Some(round) => round.reliability.clone().map(|reliability| reliability.alpha),
        None => Outcome::Undefined(Reason::NothingSelected),
    }
}

/// Improved, declined, compared.
fn change_counts(league: &RoundLeague) -> (u32, u32, u32) {
    let mut counts = (0, 0, 0);
    for change in league.rows.iter().filter_map(|row| row.change.known()) {
        counts.2 += 1;
        match change.verdict {
            ChangeVerdict::Improved => counts.0 += 1,
            ChangeVerdict::Declined => counts.1 += 1,
            ChangeVerdict::NoReliableChange => {}
        }
    }
    counts
}

/// The weightiest findings of the three answers, of each kind at most [`N_ALIKE`]: a long list of drifting evaluators
/// must not hide what there is to say about providers. Caveats stay on their pages.
fn top_findings(
    evaluators: &EvaluatorsAnswer,
    indicators: &IndicatorsAnswer,
    providers: &ProvidersAnswer,
) -> Vec<Finding> {
    let mut findings: Vec<&Finding> = evaluators
        .findings
        .iter()
        .chain(&indicators.findings)
        .chain(&providers.findings)
        .filter(|finding| !matches!(finding.kind, FindingKind::Caveat { .. }))
        .collect();
    findings.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut top: Vec<Finding> = Vec::new();
    for finding in findings {
        let same_kind = |other: &&Finding| discriminant(&other.kind) == discriminant(&finding.kind);
        if top.len() < N_FINDINGS && top.iter().filter(same_kind).count() < N_ALIKE {
            top.push(finding.clone());
        }
    }
    top
}
