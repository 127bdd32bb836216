//! The charts of turnover: what changes are made of, the panel network by round, and within a round.

use evenhand_charts::domain::{change_split, panel_flow, panel_network};
use evenhand_protocol::{
    ChangeSplit, CountOf, MemberStatus, Method, Outcome, PanelMember, PartLink, Reason, RoundPanel,
    SharedPanels, SplitParts, TurnoverAnswer,
};
use evenhand_words::Language;

use crate::data::{TEN, assert_sentence, check_many, check_three, draw, estimate, round_id};
use crate::support::Seeded;

/// Rounds of `n` evaluators; some leave, some come; the fourth in two parts, the fifth almost without links to it.
fn answer(n_rounds: usize, n: usize) -> TurnoverAnswer {
    let mut seeded = Seeded::new(31);
    let rounds = (0..n_rounds).map(|k| round(k, n, &mut seeded)).collect();
    let splits = (1..n_rounds).map(|k| {
        let mut part = |sd: f64, half: f64| {
            estimate(sd * seeded.normal(), half, 200, CountOf::ScoreSheets, Method::ChangeSplit)
        };
        let parts = SplitParts {
            composition: part(0.9, 0.6),
            drift: part(0.5, 0.2),
            provider_mix: part(0.1, 0.3),
            provider_change: part(1.1, 0.8),
            n_common_evaluators: 20,
            n_common_providers: 40,
            unsteadiness: 0.7,
        };
        let all = [&parts.composition, &parts.drift, &parts.provider_mix, &parts.provider_change];
        let raw: f64 = all.iter().map(|part| part.value).sum();
        ChangeSplit {
            from_round: round_id(k - 1),
            round: round_id(k),
            from_mean: 62.0,
            mean: 62.0 + raw,
            raw,
            parts: if k == 4 { Outcome::Undefined(Reason::NotLinked) } else { Outcome::Known(parts) },
        }
    });
    let splits = splits.collect();
    TurnoverAnswer {
        scale: TEN,
        rounds,
        newcomers: Outcome::Undefined(Reason::OneRound),
        groups: Vec::new(),
        splits,
        findings: Vec::new(),
    }
}

fn round(k: usize, n: usize, seeded: &mut Seeded) -> RoundPanel {
    let in_two = k == 3;
    let first = if in_two { n * 2 / 3 } else { n };
    let few = k == 4;
    let member = |at: usize| PanelMember {
        evaluator: format!("E{:03}", k * n / 10 + at + 1),
        part: u32::from(at >= first),
        status: match at % 10 {
            9 => MemberStatus::Joined,
            8 if k > 1 => MemberStatus::Returned,
            _ => MemberStatus::Stayed,
        },
        n_panels: 8,
        bridge: at == 2,
    };
    let evaluators: Vec<PanelMember> = (0..n).map(member).collect();
    let mut shared = Vec::new();
    for a in 0..n {
        for b in a + 1..n {
            let near = b - a < 4 || seeded.next() < 3.0 / n as f64;
            if near && (a >= first) == (b >= first) {
                shared.push(SharedPanels { first: a as u32, second: b as u32, n: 1 + (a + b) as u32 % 4 });
            }
        }
    }
    let count = |status| evaluators.iter().filter(|one| one.status == status).count() as u32;
    let stayed = if few { 3 } else { count(MemberStatus::Stayed) };
    let links = match k {
        0 => Vec::new(),
        3 => vec![
            PartLink { from: 0, to: 0, n: stayed * 2 / 3 },
            PartLink { from: 0, to: 1, n: stayed - stayed * 2 / 3 },
        ],
        4 => vec![PartLink { from: 0, to: 0, n: 2 }, PartLink { from: 1, to: 0, n: 1 }],
        _ => vec![PartLink { from: 0, to: 0, n: stayed }],
    };
    RoundPanel {
        round: round_id(k),
        n_stayed: if k == 0 { 0 } else { stayed },
        n_returned: count(MemberStatus::Returned),
        n_joined: count(MemberStatus::Joined),
        n_left: if k == 0 { 0 } else { n as u32 - stayed },
        retention: (k > 0).then(|| f64::from(stayed) / n as f64),
        mean_tenure: 1.0 + k as f64 * 0.8,
        newcomer_share: (k > 0).then_some(0.1),
        n_parts: if in_two { 2 } else { 1 },
        evaluators,
        shared,
        links,
    }
}

#[test]
fn what_changes_are_made_of() {
    check_three("change-split", change_split, &answer(6, 22));
    check_many("change-split", change_split, &answer(17, 22));
}

#[test]
fn the_panel_network_by_round() {
    check_three("panel-flow", panel_flow, &answer(6, 22));
    check_many("panel-flow", panel_flow, &answer(17, 150));
}

#[test]
fn who_shares_panels_in_a_round() {
    let of = |n: usize, k: usize| answer(6, n).rounds.swap_remove(k);
    check_three("panel-network", panel_network, &of(22, 3));
    check_many("panel-network", panel_network, &of(150, 3));
}

#[test]
fn nothing_to_split_says_why() {
    let one = answer(1, 5);
    assert_sentence(&draw(change_split, &one, Language::En, 688.0), "only one round");
    let none = TurnoverAnswer { rounds: Vec::new(), ..answer(1, 5) };
    assert_sentence(&draw(panel_flow, &none, Language::En, 308.0), "filters");
    // Every evaluator and every line is in the tables.
    let scene = draw(panel_network, &answer(6, 150).rounds[0], Language::En, 308.0);
    assert_eq!(scene.data.len(), 150);
    assert_eq!(scene.table.rows.len(), answer(6, 150).rounds[0].shared.len());
}
