//! Differences of agreement that were planted between rounds and between groups are found, and none where there are none.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, agreement};
use evenhand_protocol::{AgreementAnswer, AgreementDifference, FindingKind, Part};
use evenhand_stats::Random;
use support::{Row, all, build, table};

const N_PROVIDERS: u32 = 40;

/// Three rounds of 40 providers by six evaluators on one indicator, with these standard deviations of error by round and
/// evaluator; providers and errors are drawn anew for every seed.
fn answer(
    seed: u64,
    error: impl Fn(u32, u32) -> f64,
    group: impl Fn(u32) -> Option<&'static str>,
) -> AgreementAnswer {
    let mut random = Random::new(seed);
    let levels: Vec<f64> = (0..N_PROVIDERS).map(|_| 50.0 + 10.0 * random.normal()).collect();
    let mut rows = Vec::new();
    for round in 0..3 {
        for provider in 0..N_PROVIDERS {
            for evaluator in 0..6 {
                let noise = error(round, evaluator) * random.normal();
                let score = (levels[provider as usize] + noise).clamp(0.0, 100.0);
                rows.push(Row { round, provider, indicator: 0, evaluator, score });
            }
        }
    }
    let mut metadata = table(&rows, 0.0, 100.0).metadata().clone();
    for (code, info) in metadata.evaluators.iter_mut().enumerate() {
        info.group = group(code as u32).map(str::to_owned);
    }
    agreement(&Design::new(&all(&build(metadata, rows.into_iter()))).unwrap())
}

fn is_shown(row: &AgreementDifference) -> bool {
    row.p_adjusted.is_some_and(|p| p < 0.05)
}

#[test]
fn a_round_of_less_agreement_is_found() {
    // In the last round the errors are twice as large: alpha falls from about .80 to .50.
    let (mut found, mut false_alarms) = (0, 0);
    for seed in 0..10 {
        let answer = answer(seed, |round, _| if round == 2 { 10.0 } else { 5.0 }, |_| None);
        let [second, third] = &answer.round_differences[..] else { unreachable!("two pairs of rounds") };
        assert_eq!((&third.first, &third.second), (&Part::Round("R3".into()), &Part::Round("R2".into())));
        false_alarms += u32::from(is_shown(second));
        if is_shown(third) && third.difference.value < 0.0 {
            found += 1;
            let named = answer.findings.iter().any(|finding| {
                matches!(&finding.kind, FindingKind::AgreementDiffers { first: Part::Round(id), .. } if id == "R3")
            });
            assert!(named, "{:?}", answer.findings);
        }
        assert!(answer.group_differences.is_empty() && answer.by_group.is_empty());
    }
    println!("between rounds: found in {found} of 10, {false_alarms} false alarms");
    assert!(found >= 9 && false_alarms <= 2, "{found}, {false_alarms}");
}

#[test]
fn a_group_of_less_agreement_is_found() {
    let group = |code: u32| Some(if code < 3 { "north" } else { "south" });
    let (mut found, mut false_alarms) = (0, 0);
    for seed in 0..10 {
        let planted = answer(seed, |_, evaluator| if evaluator < 3 { 5.0 } else { 10.0 }, group);
        let [difference] = &planted.group_differences[..] else { unreachable!("one pair of groups") };
        let groups = (&Part::Group("north".into()), &Part::Group("south".into()));
        assert_eq!((&difference.first, &difference.second), groups);
        // Both groups scored all 120 units.
        assert_eq!(difference.n_shared, 3 * N_PROVIDERS);
        found += u32::from(is_shown(difference) && difference.difference.value > 0.0);
        false_alarms +=
            u32::from(answer(seed + 100, |_, _| 7.0, group).group_differences.iter().any(is_shown));
    }
    println!("between groups: found in {found} of 10, {false_alarms} false alarms");
    assert!(found >= 9 && false_alarms <= 2, "{found}, {false_alarms}");
}
