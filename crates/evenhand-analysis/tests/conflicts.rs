//! Ties to providers: planted partiality is found, lenience to everybody is none, and decisions are recomputed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, conflicts};
use evenhand_protocol::{ConflictKind, ConflictVerdict, ConflictsAnswer, FindingKind, Outcome, Reason};
use evenhand_simulate::{Partiality, Programme, Simulated, simulate};
use support::{Row, all, build, simulated, table};

/// 15 evaluators of 5 organisations, 60 providers, four rounds, declared conflicts.
fn programme() -> Programme {
    Programme {
        n_providers: 60,
        n_evaluators: 15,
        n_affiliations: 5,
        n_conflicts: 120,
        turnover: 0.0,
        mixed_share: 0.6,
        ..Programme::default()
    }
}

fn run(programme: Programme, seed: u64) -> Simulated {
    simulate(&programme.check().unwrap(), seed)
}

fn ask(programme: &Simulated) -> ConflictsAnswer {
    conflicts(&Design::new(&all(&simulated(programme))).unwrap())
}

#[test]
fn planted_leniency_is_covered_by_its_interval() {
    let (mut covered, mut n, mut sums) = (0, 0, [0.0; 2]);
    for seed in 0..60 {
        let simulated =
            run(Programme { affiliation_leniency: 3.0, conflict_leniency: 2.0, ..programme() }, seed);
        let answer = ask(&simulated);
        for (at, (kind, truth)) in ConflictKind::ALL.into_iter().zip([3.0, 2.0]).enumerate() {
            let effect = answer.of(kind).unwrap().overall.known().unwrap().clone();
            // Colleagues who are tied as well add to the mean that is compared with, so the difference is a little less
            // than what each adds; the interval has room for that.
            let interval = effect.difference.interval.unwrap();
            covered += u32::from(interval.low <= truth && truth <= interval.high);
            n += 1;
            sums[at] += effect.difference.value / 60.0;
        }
    }
    println!("mean differences {sums:?}, covered {covered} of {n}");
    assert!((sums[0] - 3.0).abs() < 0.35 && (sums[1] - 2.0).abs() < 0.35, "{sums:?}");
    assert!(f64::from(covered) >= 0.9 * f64::from(n), "{covered} of {n}");
}

#[test]
fn a_partial_evaluator_is_found_and_others_are_not() {
    let (mut found, mut alarms, mut tested) = (0, 0, 0);
    for seed in 0..20 {
        let partiality = vec![Partiality { evaluator: 4, leniency: 9.0 }];
        let simulated = run(Programme { partiality, ..programme() }, seed);
        let answer = ask(&simulated);
        let of = answer.of(ConflictKind::SameAffiliation).unwrap();
        for row in &of.evaluators {
            let Some(effect) = row.effect.known() else { continue };
            tested += 1;
            if row.evaluator == "E005" {
                found += u32::from(effect.verdict == ConflictVerdict::Favours);
            } else {
                alarms += u32::from(effect.verdict != ConflictVerdict::NotShown);
            }
        }
    }
    println!("found in {found} of 20; {alarms} false alarms in {tested} tests");
    assert!(found >= 17, "{found}");
    assert!(f64::from(alarms) <= 0.02 * f64::from(tested), "{alarms} of {tested}");
}

/// Nobody favours anybody, but evaluators differ in severity and unsteadiness.
#[test]
fn clean_programmes_raise_few_alarms() {
    let (mut overall, mut permuted, mut families, mut alarmed, mut small, mut tests) = (0, 0, 0, 0, 0, 0);
    for seed in 100..160 {
        let answer = ask(&run(programme(), seed));
        for of in &answer.kinds {
            let effect = of.overall.known().unwrap();
            overall += u32::from(effect.p < 0.05);
            permuted += u32::from(effect.p_permutation < 0.05);
            families += 1;
            let effects = || of.evaluators.iter().filter_map(|row| row.effect.known());
            alarmed += u32::from(effects().any(|effect| effect.verdict != ConflictVerdict::NotShown));
            small += effects().filter(|effect| effect.p < 0.05).count();
            tests += effects().count();
            assert_eq!(of.n_tests as usize, effects().count());
        }
    }
    println!(
        "overall p < 0.05: {overall}, by permutation {permuted}, of {families}; families alarmed {alarmed}; {small} of {tests} evaluators below 0.05"
    );
    // 6 of 120 expected, standard deviation 2.4.
    assert!(overall <= 13 && permuted <= 13, "{overall} {permuted}");
    assert!(alarmed <= 12, "{alarmed}");
    assert!(small as f64 <= 0.065 * tests as f64, "{small} of {tests}");
}

#[test]
fn an_organisation_that_is_lenient_to_all_is_not_partial() {
    let mut simulated = run(programme(), 5);
    for row in &mut simulated.scores {
        if simulated.truth.evaluator_affiliation[row.evaluator as usize] == Some(2) {
            row.score = (row.score + 8.0).min(100.0);
        }
    }
    let answer = ask(&simulated);
    let effect = answer.of(ConflictKind::SameAffiliation).unwrap().overall.known().unwrap();
    assert!(effect.difference.interval.unwrap().low < 0.0, "{effect:?}");
}

/// By hand: three evaluators, eight providers, one indicator from 0 to 100. The first is declared to be in conflict with
/// the first two providers and gives them 90, the others 50; elsewhere everybody gives 61 but for a little.
#[test]
fn decisions_and_deviations_by_hand() {
    let mut rows = Vec::new();
    for provider in 0..8u32 {
        for evaluator in 0..3u32 {
            let tied = provider < 2 && evaluator == 0;
            let score = match (provider < 2, tied) {
                (_, true) => 90.0,
                (true, false) => 50.0,
                (false, false) => 61.0 + f64::from(u8::from(evaluator == 0 && provider % 2 == 0)),
            };
            rows.push(Row { round: 0, provider, indicator: 0, evaluator, score });
        }
    }
    let mut metadata = table(&rows, 0.0, 100.0).metadata().clone();
    metadata.conflicts = vec![(0, 0), (0, 1), (2, 99)];
    metadata.conflicts.pop();
    let table = build(metadata, rows.into_iter());
    let answer = conflicts(&Design::new(&all(&table)).unwrap());
    assert_eq!(
        answer.of(ConflictKind::SameAffiliation).unwrap().overall,
        Outcome::Undefined(Reason::NoAffiliations)
    );
    let of = answer.of(ConflictKind::Declared).unwrap();
    // Fewer than five evaluators have scores of both kinds.
    assert!(matches!(of.overall, Outcome::Undefined(_)), "{:?}", of.overall);
    assert_eq!(of.evaluators.len(), 1);
    let row = &of.evaluators[0];
    assert_eq!((row.evaluator.as_str(), row.n_providers, row.n_scores), ("E1", 2, 2));
    let effect = row.effect.known().unwrap();
    // 40 above the colleagues on both, 1 above on three of six others.
    assert_eq!((effect.tied.value, effect.other.value, effect.difference.value), (40.0, 0.5, 39.5));
    // 28 ways to choose two of eight providers, one of them as extreme as the one found.
    assert!((effect.p_permutation - 1.0 / 28.0).abs() < 0.02, "{}", effect.p_permutation);
    assert_eq!(effect.verdict, ConflictVerdict::Favours);
    // (90 + 50 + 50) / 3 passes 60; 50 does not.
    assert_eq!((row.n_would_pass, row.n_would_fail), (0, 2));
    let consequences = of.consequences.as_ref().unwrap();
    assert_eq!((consequences.n_touched, consequences.n_would_fail, consequences.n_rank_changed), (2, 2, 2));
    let first = &consequences.providers[0];
    assert!((first.composite - 190.0 / 3.0).abs() < 1e-12 && first.without == Some(50.0));
    assert_eq!((first.passed, first.would_pass), (true, Some(false)));
    assert_eq!((first.rank, first.rank_without), (1.5, Some(7.5)));
    assert!(answer.findings.iter().any(|finding| matches!(
        finding.kind,
        FindingKind::ConflictDecisions { n_would_fail: 2, n_touched: 2, .. }
    )));
}

#[test]
fn what_cannot_be_told_says_why() {
    let scores = [3., 4., 5., 5., 2., 3., 4., 4., 1., 2., 5., 4.];
    let table = table(&support::complete(&scores, 2), 1.0, 5.0);
    let answer = conflicts(&Design::new(&all(&table)).unwrap());
    let why = |kind| answer.of(kind).unwrap().overall.reason().cloned();
    assert_eq!(why(ConflictKind::SameAffiliation), Some(Reason::NoAffiliations));
    assert_eq!(why(ConflictKind::Declared), Some(Reason::NoConflicts));
    assert!(answer.findings.is_empty());
    let mut metadata = table.metadata().clone();
    metadata.providers.iter_mut().for_each(|one| one.affiliation = Some("A".to_owned()));
    metadata.evaluators.iter_mut().for_each(|one| one.affiliation = Some("B".to_owned()));
    let apart = build(metadata, support::complete(&scores, 2).into_iter());
    let answer = conflicts(&Design::new(&all(&apart)).unwrap());
    let of = answer.of(ConflictKind::SameAffiliation).unwrap();
    assert_eq!(of.overall, Outcome::Undefined(Reason::NoTiedScores));
    assert!(of.evaluators.is_empty() && of.consequences.is_none());
}
