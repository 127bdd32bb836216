//! The evaluators of every round: who came, who went, who shares panels, and who alone holds a part together.

use std::collections::BTreeMap;

use evenhand_protocol::{MemberStatus, PanelMember, PartLink, RoundPanel, SharedPanels};

use super::network::Network;
use crate::Design;
use crate::distinct::distinct;

/// One entry per round, in round order.
pub(super) fn panels(design: &Design) -> Vec<RoundPanel> {
    let rounds = design.rounds();
    let members: Vec<Vec<u32>> = rounds.iter().map(|round| evaluators_of(design, *round)).collect();
    let mut found: Vec<RoundPanel> = Vec::with_capacity(rounds.len());
    // Codes and parts of the round before, by code.
    let mut before: Vec<(u32, u32)> = Vec::new();
    for (at, round) in rounds.iter().enumerate() {
        let (panel, parts) = of_round(design, *round, &members[..=at], &before);
        before = parts;
        found.push(panel);
    }
    found
}

/// The evaluator codes of a round, ascending.
pub(super) fn evaluators_of(design: &Design, round: u32) -> Vec<u32> {
    distinct(panels_of(design, round).flat_map(|sheets| design.sheets()[sheets].iter().map(|s| s.evaluator)))
}

fn panels_of<'a>(design: &'a Design, round: u32) -> impl Iterator<Item = std::ops::Range<usize>> + 'a {
    let units = design.units()[design.units_of_round(round)].iter();
    units.flat_map(|unit| design.panels()[unit.panels.clone()].iter()).map(|panel| panel.sheets.clone())
}

/// The entry of the last of the rounds given, and the part of each of its evaluators.
fn of_round(
    design: &Design,
    round: u32,
    members: &[Vec<u32>],
    before: &[(u32, u32)],
) -> (RoundPanel, Vec<(u32, u32)>) {
    let [earlier @ .., now] = members else { return (empty(design, round), Vec::new()) };
    let previous = earlier.last();
    let place = |code: u32| now.partition_point(|other| *other < code);
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let mut n_panels = vec![0u32; now.len()];
    let (mut n_scores, mut by_newcomers) = (0usize, 0usize);
    let seen_before = |code: u32| earlier.iter().any(|round| round.binary_search(&code).is_ok());
    for sheets in panels_of(design, round) {
        let sheets = &design.sheets()[sheets];
        for (k, first) in sheets.iter().enumerate() {
            n_panels[place(first.evaluator)] += 1;
            n_scores += first.rows.len();
            if !seen_before(first.evaluator) {
                by_newcomers += first.rows.len();
            }
            for second in &sheets[k + 1..] {
                *shared.entry((place(first.evaluator), place(second.evaluator))).or_default() += 1;
            }
        }
    }
    let network = Network::new(now.len(), shared.keys().copied());
    let status = |code: u32| match previous {
        Some(previous) if previous.binary_search(&code).is_ok() => MemberStatus::Stayed,
        _ if seen_before(code) => MemberStatus::Returned,
        _ => MemberStatus::Joined,
    };
    // By part, larger ones first, then in the order of codes.
    let mut order: Vec<usize> = (0..now.len()).collect();
    order.sort_by_key(|at| (network.part[*at], *at));
    let mut rank = vec![0u32; now.len()];
    order.iter().enumerate().for_each(|(to, from)| rank[*from] = to as u32);
    let evaluators: Vec<PanelMember> = order
        .iter()
        .map(|at| PanelMember {
            evaluator: design.metadata().evaluators[now[*at] as usize].id.clone(),
            part: network.part[*at],
            status: status(now[*at]),
            n_panels: n_panels[*at],
            bridge: network.bridge[*at],
        })
        .collect();
    let mut pairs: Vec<SharedPanels> = shared
        .iter()
        .map(|((a, b), n)| SharedPanels {
            first: rank[*a].min(rank[*b]),
            second: rank[*a].max(rank[*b]),
            n: *n,
        })
        .collect();
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    let count = |wanted| evaluators.iter().filter(|one| one.status == wanted).count() as u32;
    let n_stayed = count(MemberStatus::Stayed);
    let tenure = now
        .iter()
        .map(|code| members.iter().filter(|round| round.binary_search(code).is_ok()).count() as f64);
    let parts: Vec<(u32, u32)> = now.iter().copied().zip(network.part.iter().copied()).collect();
    let panel = RoundPanel {
        round: design.metadata().rounds[round as usize].id.clone(),
        n_stayed,
        n_returned: count(MemberStatus::Returned),
        n_joined: count(MemberStatus::Joined),
        n_left: previous.map_or(0, |previous| previous.len() as u32 - n_stayed),
        retention: previous.map(|previous| f64::from(n_stayed) / previous.len() as f64),
        mean_tenure: tenure.sum::<f64>() / now.len() as f64,
        newcomer_share: previous.map(|_| by_newcomers as f64 / n_scores as f64),
        n_parts: network.n_parts,
        shared: pairs,
        links: links(before, &parts),
        evaluators,
    };
    (panel, parts)
}

/// Evaluators common to the parts of a round and those of the round before; both by ascending codes.
fn links(before: &[(u32, u32)], now: &[(u32, u32)]) -> Vec<PartLink> {
    let mut counts: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for (code, to) in now {
        if let Ok(at) = before.binary_search_by_key(code, |(code, _)| *code) {
            *counts.entry((before[at].1, *to)).or_default() += 1;
        }
    }
    counts.into_iter().map(|((from, to), n)| PartLink { from, to, n }).collect()
}

fn empty(design: &Design, round: u32) -> RoundPanel {
    RoundPanel {
        round: design.metadata().rounds[round as usize].id.clone(),
        evaluators: Vec::new(),
        n_stayed: 0,
        n_returned: 0,
        n_joined: 0,
        n_left: 0,
        retention: None,
        mean_tenure: 0.0,
        newcomer_share: None,
        n_parts: 0,
        shared: Vec::new(),
        links: Vec::new(),
    }
}
