//! Drift: planted shifts are found by both models with what they did, and what cannot be compared says why.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use evenhand_analysis::{Computed, Design, Session, drift, evaluators};
use evenhand_protocol::{
    Answer, DriftClass, DriftConsequence, DriftReport, EvaluatorDrift, Failure, Filter, Finding, FindingKind,
    Marks, Outcome, Question, Reason,
};
use evenhand_simulate::{Drift, DriftKind, Programme, ScoreScale, Simulated, simulate};
use evenhand_table::ScoreTable;
use support::{Row, all, simulated, skating::skating, table};

/// The evaluator that drifts.
const PLANTED: usize = 2;

/// 5 rounds, panels of three, scores from 1 to 5; the planted evaluator is 15 points of 100 harsher from the fourth on.
fn shifted(seed: u64) -> Simulated {
    let programme = Programme {
        n_rounds: 5,
        mixed_share: 0.6,
        n_providers: 40,
        turnover: 0.2,
        scale: ScoreScale { min: 1.0, max: 5.0, step: 1.0 },
        drift: vec![Drift { evaluator: PLANTED, kind: DriftKind::Shift { from_round: 3, by: 15.0 } }],
        ..Programme::default()
    };
    simulate(&programme.check().unwrap(), seed)
}

/// The same without any drift.
fn steady(seed: u64) -> Simulated {
    let programme = Programme {
        n_rounds: 4,
        mixed_share: 0.6,
        n_providers: 40,
        turnover: 0.2,
        scale: ScoreScale { min: 1.0, max: 5.0, step: 1.0 },
        ..Programme::default()
    };
    simulate(&programme.check().unwrap(), seed)
}

fn ask(table: &ScoreTable) -> DriftReport {
    drift(&Design::new(&all(table)).unwrap(), Marks::DEFAULT)
}

fn of<'a>(report: &'a DriftReport, id: &str) -> &'a EvaluatorDrift {
    report.evaluators.iter().find(|one| one.evaluator == id).unwrap()
}

#[test]
fn a_planted_shift_is_found_by_both_models() {
    let mut found = [0; 2];
    for seed in 0..10 {
        let simulated_rows = shifted(seed);
        let id = simulated_rows.tables.evaluators[PLANTED].id.clone();
        let report = ask(&simulated(&simulated_rows));
        let planted = of(&report, &id);
        let classes = [&planted.linear, &planted.rasch].map(|track| track.known().map(|track| track.class));
        found
            .iter_mut()
            .zip(classes)
            .for_each(|(n, class)| *n += u32::from(class == Some(DriftClass::Harsher)));
        let Some(effect) = &planted.effect else { continue };
        // 15 points of 100 are 0.6 of a scale from 1 to 5.
        let change = &effect.shift.change;
        assert!((change.value - 0.6).abs() < 4.0 * change.se.unwrap(), "{change:?}");
        assert!(effect.n_providers > 0 && effect.n_would_fail == 0);
        // Composites of the rounds before are as they were, those after higher without the drift.
        let touched = report.consequences.iter().filter(|one| one.evaluators == [id.clone()]);
        for one in touched {
            assert!(one.without_drift.value > one.composite, "{one:?}");
        }
    }
    println!("found by linear, Rasch: {found:?} of 10");
    assert!(found.iter().all(|n| *n >= 8), "{found:?}");
}

/// Both answers about one table say the same of every evaluator; how many evaluators of each class there are.
fn same_verdict(table: &ScoreTable) -> [usize; 4] {
    let design = Design::new(&all(table)).unwrap();
    // Each from a design of its own, so that neither can lean on what the other left behind.
    let (report, answer) = (ask(table), evaluators(&design));
    assert_eq!(report.evaluators.len(), answer.evaluators.len());
    let mut classes = [0; 4];
    for row in &answer.evaluators {
        let one = of(&report, &row.evaluator);
        match (&row.drift, &one.linear) {
            (Outcome::Known(known), Outcome::Known(track)) => {
                let shift = track.change_point.as_ref().unwrap();
                assert_eq!(known.class, track.class, "{}", row.evaluator);
                assert_eq!((known.p, known.p_adjusted), (track.p, track.p_adjusted), "{}", row.evaluator);
                assert_eq!(known.from_round, shift.from_round, "{}", row.evaluator);
                assert_eq!(known.change, shift.change, "{}", row.evaluator);
                assert_eq!(known.n_rounds as usize, track.severities.len(), "{}", row.evaluator);
                assert_eq!(one.effect.is_some(), known.class != DriftClass::Stable);
                if let Some(effect) = &one.effect {
                    assert_eq!(&effect.shift, shift);
                    assert_eq!(effect.n_providers, known.n_providers, "{}", row.evaluator);
                }
                classes[known.class as usize] += 1;
            }
            (Outcome::Undefined(a), Outcome::Undefined(b)) => assert_eq!(a, b),
            (a, b) => unreachable!("{a:?} {b:?}"),
        }
    }
    // So do the findings of both.
    let told = |findings: &[Finding]| -> Vec<(String, String, f64, bool, u32)> {
        let mut told: Vec<_> = findings
            .iter()
            .filter_map(|finding| match &finding.kind {
                FindingKind::EvaluatorDrift { evaluator, from_round, change, erratic, n_rounds, .. }
                | FindingKind::DriftConsequences {
                    evaluator, from_round, change, erratic, n_rounds, ..
                } => Some((evaluator.clone(), from_round.clone(), *change, *erratic, *n_rounds)),
                _ => None,
            })
            .collect();
        told.sort_by(|a, b| a.0.cmp(&b.0));
        told
    };
    assert_eq!(told(&answer.findings), told(&report.findings));
    classes
}

#[test]
fn both_answers_have_one_verdict_on_simulated_programmes() {
    let mut classes = [0; 4];
    for (seed, n_rounds) in [(1, 2), (2, 3), (3, 5), (4, 8), (5, 5), (6, 3)] {
        let last = n_rounds - 1;
        let programme = Programme {
            n_rounds,
            mixed_share: 0.6,
            n_providers: 40,
            turnover: 0.3,
            scale: ScoreScale { min: 1.0, max: 5.0, step: 1.0 },
            drift: vec![
                Drift { evaluator: 1, kind: DriftKind::Shift { from_round: last, by: 15.0 } },
                Drift { evaluator: 2, kind: DriftKind::Shift { from_round: 1, by: -12.0 } },
                Drift { evaluator: 3, kind: DriftKind::Trend { per_round: -5.0 } },
                Drift { evaluator: 4, kind: DriftKind::Erratic { sd: 10.0 } },
            ],
            ..Programme::default()
        };
        let found = same_verdict(&simulated(&simulate(&programme.check().unwrap(), seed)));
        classes.iter_mut().zip(found).for_each(|(all, n)| *all += n);
    }
    println!("stable, harsher, more lenient, erratic: {classes:?}");
    // Every class was compared.
    assert!(classes.iter().all(|n| *n > 0), "{classes:?}");
}

#[test]
fn both_answers_have_one_verdict_on_skating() {
    let Some(table) = skating() else { return };
    let classes = same_verdict(&table);
    println!("stable, harsher, more lenient, erratic: {classes:?}");
    assert!(classes[1..].iter().sum::<usize>() > 0, "{classes:?}");
}

#[test]
fn a_decision_is_sure_where_the_interval_leaves_the_mark_out() {
    let (mut sure, mut unsure) = (0, 0);
    for seed in 0..10 {
        let table = simulated(&shifted(seed));
        let marks = Marks { pass: 500 + 20 * seed as u16, ..Marks::DEFAULT };
        let report = drift(&Design::new(&all(&table)).unwrap(), marks);
        let mark = report.policy.pass_mark;
        for one in &report.consequences {
            let ends = one.without_drift.interval.unwrap();
            let includes = ends.low < mark && mark <= ends.high;
            assert_eq!(one.sure, !includes, "{one:?}");
            if one.passed != one.would_pass {
                *(if one.sure { &mut sure } else { &mut unsure }) += 1;
            }
        }
        let drifting: Vec<&EvaluatorDrift> =
            report.evaluators.iter().filter(|one| one.effect.is_some()).collect();
        // Where one evaluator drifts, the counts are those of the decisions.
        let [one] = drifting.as_slice() else { continue };
        let effect = one.effect.as_ref().unwrap();
        let count = |which: &dyn Fn(&DriftConsequence) -> bool| {
            let found = report.consequences.iter().filter(|one| one.passed != one.would_pass && which(one));
            found.map(|one| one.provider.clone()).collect::<BTreeSet<String>>()
        };
        assert_eq!(effect.n_would_pass as usize, count(&|one| one.would_pass).len());
        assert_eq!(effect.n_surely_pass as usize, count(&|one| one.would_pass && one.sure).len());
        assert_eq!(effect.n_would_fail as usize, count(&|one| !one.would_pass).len());
        assert_eq!(effect.n_surely_fail as usize, count(&|one| !one.would_pass && one.sure).len());
        let named: BTreeSet<String> = effect.decided.iter().map(|one| one.provider.clone()).collect();
        assert_eq!(named, count(&|_| true));
        assert_eq!(named.len(), effect.decided.len(), "nobody is named twice");
        let all_sure = count(&|one| one.sure);
        let (first, rest) = effect.decided.split_at(all_sure.len());
        assert!(first.iter().all(|one| one.sure && all_sure.contains(&one.provider)), "{effect:?}");
        assert!(rest.iter().all(|one| !one.sure), "{effect:?}");
    }
    println!("{sure} sure, {unsure} not");
    assert!(sure > 0 && unsure > 0, "{sure} sure, {unsure} not");
}

/// Two rounds of six evaluators each, nobody in both.
fn unlinked(scores: impl Fn(u32) -> f64) -> ScoreTable {
    let mut rows = Vec::new();
    for round in 0..2 {
        for provider in 0..12 {
            for seat in 0..3 {
                for indicator in 0..3 {
                    let evaluator = 6 * round + (provider + seat) % 6;
                    let n = rows.len() as u32;
                    rows.push(Row { round, provider, indicator, evaluator, score: scores(n) });
                }
            }
        }
    }
    table(&rows, 0.0, 1_000.0)
}

#[test]
fn rounds_without_a_common_evaluator_are_not_compared() {
    let report = ask(&unlinked(|n| 100.0 * f64::from(n * n * 31 % 997 % 5)));
    let [link] = report.missing_links.as_slice() else { unreachable!("{:?}", report.missing_links) };
    assert_eq!(link.rounds, ["R1".to_owned(), "R2".to_owned()]);
    assert_eq!((link.common, link.to_compare, link.to_be_strong, link.unlinked), (0, 2, 5, true));
    for one in &report.evaluators {
        assert_eq!(one.linear, Outcome::Undefined(Reason::OneRound));
        assert_eq!(one.rasch, Outcome::Undefined(Reason::OneRound));
    }
    assert_eq!(report.rasch, Outcome::Undefined(Reason::NotLinked));
    assert!(report.findings.iter().any(|f| matches!(f.kind, FindingKind::RoundsNotLinked { .. })));
}

#[test]
fn a_continuous_scale_has_no_categories() {
    let report = ask(&unlinked(f64::from));
    // 2 rounds of 12 providers, 3 evaluators and 3 indicators, all scores different.
    assert_eq!(report.rasch, Outcome::Undefined(Reason::TooManyCategories { limit: 120, found: 216 }));
}

#[test]
fn a_planted_change_of_difficulty_is_found() {
    // Indicator 1 becomes 25 points of 100 harder from the third round on.
    let mut simulated_rows = steady(3);
    for row in simulated_rows.scores.iter_mut().filter(|row| row.indicator == 0 && row.round >= 2) {
        row.score = (row.score - 1.0).max(1.0);
    }
    let report = ask(&simulated(&simulated_rows));
    let moved: Vec<usize> = report
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, one)| one.track.known().unwrap().class != DriftClass::Stable)
        .map(|(place, _)| place)
        .collect();
    assert!(moved.contains(&0), "{moved:?}");
    let track = report.indicators[0].track.known().unwrap();
    let first = report.links.first().map(|link| link.rounds[0].clone());
    assert_eq!(track.class, DriftClass::Harsher, "{first:?} {track:?}");
    assert!(track.change_point.as_ref().unwrap().change.value > 0.0);
    let said = report.findings.iter().any(
        |finding| matches!(&finding.kind, FindingKind::IndicatorsDrift { indicators, .. } if !indicators.is_empty()),
    );
    assert!(said);
}

#[test]
fn steady_indicators_seldom_seem_to_drift() {
    let (mut moved, mut tested) = (0, 0);
    for seed in 0..12 {
        let report = ask(&simulated(&steady(100 + seed)));
        for track in report.indicators.iter().filter_map(|one| one.track.known()) {
            tested += 1;
            moved += u32::from(track.class != DriftClass::Stable);
        }
    }
    println!("{moved} of {tested} steady indicators");
    assert!(f64::from(moved) <= 0.05 * f64::from(tested), "{moved} of {tested}");
}

#[test]
fn many_weak_links_are_one_finding() {
    // Every round has its own evaluators but two who score in all of them.
    let mut rows = Vec::new();
    for round in 0..5 {
        for provider in 0..12 {
            for seat in 0..4 {
                for indicator in 0..3 {
                    let own = 2 + 4 * round + (provider + seat) % 4;
                    let evaluator = if seat < 2 { seat } else { own };
                    let score = f64::from((provider * 7 + seat * 3 + indicator * 5 + round * provider) % 5);
                    rows.push(Row { round, provider, indicator, evaluator, score });
                }
            }
        }
    }
    let report = ask(&table(&rows, 0.0, 4.0));
    assert!(report.missing_links.len() > 2, "{:?}", report.missing_links);
    let weak: Vec<&FindingKind> = report
        .findings
        .iter()
        .map(|finding| &finding.kind)
        .filter(|kind| matches!(kind, FindingKind::LinksWeak { .. } | FindingKind::RoundsNotLinked { .. }))
        .collect();
    let [FindingKind::LinksWeak { n, unlinked: false, nearest }] = weak.as_slice() else {
        unreachable!("{weak:?}")
    };
    assert_eq!((*n as usize, nearest.to_be_strong), (report.missing_links.len(), 3));
}

#[test]
fn the_pass_mark_is_the_readers() {
    let table = simulated(&shifted(1));
    let strict = Marks { pass: 750, ..Marks::DEFAULT };
    let mut session = Session::new(table);
    let mut ask = |marks| match session.ask(Question::Drift(marks), &Filter::default()).unwrap() {
        Answer::Drift(report) => report,
        other => unreachable!("{other:?}"),
    };
    let (usual, asked) = (ask(Marks::DEFAULT), ask(strict));
    assert_eq!(asked.policy.pass_mark, 75.0);
    assert_eq!(usual.evaluators.len(), asked.evaluators.len());
    for (one, other) in usual.consequences.iter().zip(&asked.consequences) {
        assert_eq!(other.passed, one.composite >= 75.0);
        assert_eq!(other.would_pass, one.without_drift.value >= 75.0);
    }
    // Asked at once it is the same, and going back gives the first again.
    let alone = drift(&Design::new(&all(&simulated(&shifted(1)))).unwrap(), strict);
    assert_eq!(alone, asked);
    assert_eq!(ask(Marks::DEFAULT), usual);
}

#[test]
fn an_answer_that_was_stopped_goes_on_where_it_was() {
    let filter = Filter::default();
    let question = Question::Drift(Marks::DEFAULT);
    let whole = drift(&Design::new(&all(&simulated(&shifted(2)))).unwrap(), Marks::DEFAULT);
    let mut session = Session::new(simulated(&shifted(2)));
    let (mut n_stopped, mut told) = (0, Vec::new());
    loop {
        // Each attempt hears one report more than the one before.
        let mut left = n_stopped;
        let computed = session.compute(question, &filter, &mut |share| {
            told.push(share);
            if left == 0 {
                return ControlFlow::Break(());
            }
            left -= 1;
            ControlFlow::Continue(())
        });
        match computed {
            Err(failure) => assert_eq!(failure, Failure::Cancelled),
            Ok(Computed::Partly) => continue,
            Ok(Computed::Wholly) => break,
        }
        n_stopped += 1;
        assert!(n_stopped < 1_000);
    }
    assert!(n_stopped > 3, "{n_stopped}");
    assert!(told.iter().all(|share| (0.0..=1.0).contains(share)));
    match session.ask(question, &filter).unwrap() {
        Answer::Drift(report) => assert_eq!(report, whole),
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn skating_has_a_verdict_by_both_models() {
    let Some(table) = skating() else { return };
    let report = ask(&table);
    let Outcome::Known(measures) = &report.rasch else { unreachable!("{:?}", report.rasch) };
    // 31 different scores, of which 0.25, 2.75 and 3 are so rare that they join 3.25.
    assert_eq!((measures.categories.n_values, measures.categories.n_categories), (31, 28));
    assert_eq!((measures.evaluators.len(), measures.indicators.len()), (214, 5));
    let both =
        report.evaluators.iter().filter(|one| one.linear.known().is_some() && one.rasch.known().is_some());
    assert_eq!(both.count(), 100);
    // The five component scores of a sheet are nearly one.
    assert!(report.rasch_dependence.unwrap() > 2.0, "{:?}", report.rasch_dependence);
}
