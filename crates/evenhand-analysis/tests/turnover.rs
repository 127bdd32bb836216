//! Turnover, groups and the split of changes, held against the truth of simulated programmes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, turnover};
use evenhand_protocol::{Estimate, FindingKind, MemberStatus, Outcome, Reason, TurnoverAnswer};
use evenhand_simulate::{Drift, DriftKind, Programme, ProviderTrend, Simulated, simulate};
use support::split::true_parts;
use support::{Row, all, complete, simulated, table};

fn ask(programme: &Simulated) -> TurnoverAnswer {
    turnover(&Design::new(&all(&simulated(programme))).unwrap())
}

fn parts_of(split: &evenhand_protocol::ChangeSplit) -> [Estimate; 4] {
    let parts = split.parts.known().unwrap().clone();
    [parts.composition, parts.drift, parts.provider_mix, parts.provider_change]
}

/// Heavy turnover, and either everybody steady or everybody a little unsteady from round to round.
fn programme(evaluator_round: f64) -> Programme {
    let mut programme =
        Programme { n_providers: 40, n_evaluators: 20, turnover: 0.25, ..Programme::default() };
    programme.spreads.evaluator = 6.0;
    programme.spreads.evaluator_round = evaluator_round;
    programme.provider_trends = (0..20).map(|provider| ProviderTrend { provider, per_round: 3.0 }).collect();
    programme
}

#[test]
fn the_parts_sum_exactly_to_the_raw_change_and_cover_the_truth() {
    for evaluator_round in [0.0, 1.5] {
        let mut covered = [0u32; 4];
        let mut errors = [0.0; 4];
        let mut raw_error = 0.0;
        let mut n = 0u32;
        for seed in 0..60 {
            let simulated = simulate(&programme(evaluator_round).check().unwrap(), seed);
            let answer = ask(&simulated);
            assert_eq!(answer.splits.len(), 3);
            for (from, split) in answer.splits.iter().enumerate() {
                let parts = parts_of(split);
                let sum: f64 = parts.iter().map(|part| part.value).sum();
                assert!((sum - split.raw).abs() < 1e-9, "{sum} {}", split.raw);
                let truth = true_parts(&simulated, from);
                for (k, (part, truth)) in parts.iter().zip(truth).enumerate() {
                    let inside = match part.interval {
                        Some(ends) => ends.low <= truth && truth <= ends.high,
                        // Nothing to be unsure of: the part is what it is.
                        None => (part.value - truth).abs() < 1e-9,
                    };
                    covered[k] += u32::from(inside);
                    errors[k] += (part.value - truth) * (part.value - truth);
                }
                raw_error += (split.raw - truth[3]) * (split.raw - truth[3]);
                n += 1;
            }
        }
        let share = covered.map(|covered| f64::from(covered) / f64::from(n));
        let rmse = errors.map(|sum| (sum / f64::from(n)).sqrt());
        let raw_rmse = (raw_error / f64::from(n)).sqrt();
        println!(
            "unsteadiness {evaluator_round}: covered {share:.3?}, RMSE {rmse:.3?}, raw for providers {raw_rmse:.3}"
        );
        // 180 changes, of which those of one programme hang together: two standard errors of a share are about 4%.
        for k in [0, 1, 3] {
            assert!(share[k] >= 0.91, "part {k}: {share:?}");
            // That nobody is unsteady at all cannot be known, so that intervals are then wider than they need be.
            assert!(evaluator_round == 0.0 || share[k] <= 0.99, "part {k}: {share:?}");
        }
        // No provider comes or goes.
        assert_eq!(covered[2], n);
        // The raw change says less about the providers than what is left for them.
        assert!(rmse[3] < raw_rmse, "{rmse:?} {raw_rmse}");
    }
}

#[test]
fn drift_is_told_from_composition_and_from_providers() {
    // Six of twelve become harsher by 9 points in the third round; nobody comes or goes.
    let drift = (0..4)
        .map(|evaluator| Drift { evaluator, kind: DriftKind::Shift { from_round: 2, by: 12.0 } })
        .collect();
    let mut programme =
        Programme { n_providers: 60, turnover: 0.0, mixed_share: 0.6, drift, ..Programme::default() };
    programme.spreads.evaluator_round = 0.0;
    let mut means = [0.0; 4];
    for seed in 0..10 {
        let simulated = simulate(&programme.clone().check().unwrap(), seed);
        let answer = ask(&simulated);
        let (parts, truth) = (parts_of(&answer.splits[1]), true_parts(&simulated, 1));
        for (k, (part, truth)) in parts.iter().zip(truth).enumerate() {
            means[k] += (part.value - truth) / 10.0;
        }
        assert!(truth[1] < -3.0 && parts[1].interval.unwrap().high < 0.0, "{truth:?} {:?}", parts[1]);
    }
    println!("mean errors {means:?}");
    assert!(means.iter().all(|error| error.abs() < 0.6), "{means:?}");
}

#[test]
fn rounds_without_a_common_evaluator_give_no_numbers() {
    let programme = Programme { breaks: vec![2], ..Programme::default() };
    let answer = ask(&simulate(&programme.check().unwrap(), 3));
    let why: Vec<Option<&Reason>> = answer.splits.iter().map(|split| split.parts.reason()).collect();
    assert_eq!(why, [None, Some(&Reason::NotLinked), None]);
    assert_eq!((answer.rounds[2].n_stayed, answer.rounds[2].retention), (0, Some(0.0)));
    assert!(answer.rounds[2].links.is_empty());
}

#[test]
fn who_comes_and_goes_is_counted() {
    // Rounds of evaluators 1 2 3, 1 2 4, 1 3 4; the last in two parts.
    let panels: [&[(u32, u32)]; 3] =
        [&[(0, 0), (0, 1), (1, 1), (1, 2)], &[(0, 0), (0, 1), (1, 1), (1, 3)], &[(0, 0), (0, 2), (1, 3)]];
    let mut rows = Vec::new();
    for (round, sheets) in panels.iter().enumerate() {
        for (provider, evaluator) in *sheets {
            let score = f64::from(provider + evaluator) + round as f64;
            rows.push(Row {
                round: round as u32,
                provider: *provider,
                indicator: 0,
                evaluator: *evaluator,
                score,
            });
        }
    }
    let answer = turnover(&Design::new(&all(&table(&rows, 0.0, 10.0))).unwrap());
    let counts = |round: usize| {
        let one = &answer.rounds[round];
        (one.n_stayed, one.n_returned, one.n_joined, one.n_left, one.n_parts)
    };
    assert_eq!([counts(0), counts(1), counts(2)], [(0, 0, 3, 0, 1), (2, 0, 1, 1, 1), (2, 1, 0, 1, 2)]);
    assert_eq!(answer.rounds[1].retention, Some(2.0 / 3.0));
    assert_eq!(answer.rounds[1].newcomer_share, Some(0.25));
    assert!((answer.rounds[2].mean_tenure - 7.0 / 3.0).abs() < 1e-12);
    // In the first round the second evaluator alone joins the panels.
    let bridges = |round: usize| {
        let members = answer.rounds[round].evaluators.iter().filter(|one| one.bridge);
        members.map(|one| one.evaluator.as_str()).collect::<Vec<&str>>()
    };
    assert_eq!((bridges(0), bridges(2)), (vec!["E2"], vec![]));
    let last: Vec<(&str, u32, MemberStatus)> = answer.rounds[2]
        .evaluators
        .iter()
        .map(|one| (one.evaluator.as_str(), one.part, one.status))
        .collect();
    assert_eq!(
        last,
        [("E1", 0, MemberStatus::Stayed), ("E3", 0, MemberStatus::Returned), ("E4", 1, MemberStatus::Stayed)]
    );
    let links: Vec<(u32, u32, u32)> =
        answer.rounds[2].links.iter().map(|link| (link.from, link.to, link.n)).collect();
    assert_eq!(links, [(0, 0, 1), (0, 1, 1)]);
    assert!(answer.findings.iter().any(|finding| matches!(
        &finding.kind,
        FindingKind::PanelsApart { round, n_parts: 2, .. } if round == "R3"
    )));
}

#[test]
fn newcomers_who_are_harsher_are_found() {
    let (mut covered, mut sum) = (0, 0.0);
    for seed in 0..40 {
        let mut programme = Programme {
            n_rounds: 6,
            n_providers: 60,
            n_evaluators: 20,
            turnover: 0.3,
            mixed_share: 0.8,
            newcomer_severity: 5.0,
            ..Programme::default()
        };
        programme.spreads.evaluator = 2.0;
        let answer = ask(&simulate(&programme.check().unwrap(), seed));
        let found = answer.newcomers.known().unwrap();
        let interval = found.severity.interval.unwrap();
        covered += u32::from(interval.low <= 5.0 && 5.0 <= interval.high);
        sum += found.severity.value / 40.0;
    }
    println!("newcomers: mean {sum:.2}, covered {covered} of 40");
    assert!((sum - 5.0).abs() < 0.4 && covered >= 34, "{sum} {covered}");
}

#[test]
fn qualifications_that_differ_are_found_and_others_are_not() {
    let base = || {
        let mut programme = Programme {
            n_providers: 120,
            n_evaluators: 30,
            turnover: 0.0,
            mixed_share: 0.6,
            ..Programme::default()
        };
        programme.spreads.evaluator = 2.0;
        programme.spreads.halo = 0.0;
        programme.spreads.evaluator_round = 0.0;
        programme
    };
    let (mut severe, mut noisy, mut alarmed) = (0, 0, 0);
    for seed in 0..20 {
        let planted = Programme {
            qualification_noise: [1.0, 1.0, 2.0],
            qualification_severity: [0.0, 0.0, 8.0],
            ..base()
        };
        let answer = ask(&simulate(&planted.check().unwrap(), seed));
        let trainees = answer.groups.iter().find(|group| group.name == "trainee").unwrap();
        severe += u32::from(trainees.p_adjusted.is_some_and(|p| p < 0.05));
        noisy += u32::from(trainees.p_noise_adjusted.is_some_and(|p| p < 0.05));
        let clean = ask(&simulate(&base().check().unwrap(), 500 + seed));
        let adjusted = clean.groups.iter().flat_map(|group| [group.p_adjusted, group.p_noise_adjusted]);
        alarmed += u32::from(adjusted.flatten().any(|p| p < 0.05));
    }
    println!(
        "trainees harsher in {severe}, noisier in {noisy} of 20; clean programmes with an alarm: {alarmed}"
    );
    assert!(severe >= 17 && noisy >= 17 && alarmed <= 4, "{severe} {noisy} {alarmed}");
}

#[test]
fn one_round_has_no_turnover_and_says_so() {
    let scores = [3., 4., 5., 5., 2., 3., 4., 4., 1., 2., 5., 4.];
    let answer = turnover(&Design::new(&all(&table(&complete(&scores, 2), 1.0, 5.0))).unwrap());
    assert_eq!(answer.newcomers, Outcome::Undefined(Reason::OneRound));
    assert!(answer.splits.is_empty() && answer.groups.is_empty());
    assert_eq!((answer.rounds.len(), answer.rounds[0].retention, answer.rounds[0].n_joined), (1, None, 2));
    assert!(!answer.findings.iter().any(|finding| matches!(finding.kind, FindingKind::PanelTurnover { .. })));
}
