//! Designs at the edge: no variation, lone evaluators, weights of zero, lenient organisations.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, evaluators, providers};
use evenhand_protocol::{FindingKind, Outcome, Reason};
use support::{Row, all, simulated, table};

fn row(round: u32, provider: u32, evaluator: u32, score: f64) -> Row {
    Row { round, provider, indicator: 0, evaluator, score }
}

#[test]
fn equal_scores_are_lack_of_evidence_and_not_certainty() {
    // Everybody always gives 0.1, whose means differ from it in the last bit.
    let rows: Vec<Row> = (0..6).flat_map(|provider| (0..3).map(move |e| row(0, provider, e, 0.1))).collect();
    let table = table(&rows, 0.0, 1.0);
    let answer = evaluators(&Design::new(&all(&table)).unwrap());
    for row in &answer.evaluators {
        let severity = row.severity.known().unwrap();
        assert_eq!((severity.value, severity.interval, row.p), (0.0, None, None));
    }
    assert!(!answer.findings.iter().any(|f| matches!(f.kind, FindingKind::SeverityExtreme { .. })));
}

#[test]
fn perfect_agreement_does_not_prove_a_change() {
    let rows: Vec<Row> = (0..2)
        .flat_map(|round| {
            (0..4).flat_map(move |p| (0..3).map(move |e| row(round, p, e, f64::from(p + 3 * round))))
        })
        .collect();
    let table = table(&rows, 0.0, 10.0);
    let answer = providers(&Design::new(&all(&table)).unwrap());
    for row in &answer.rounds[1].rows {
        assert_eq!(row.change, Outcome::Undefined(Reason::NoVariance));
        assert!(row.adjusted.known().unwrap().interval.is_none());
        let rank = row.rank.known().unwrap();
        assert_eq!((rank.low, rank.high), (1, 4));
    }
}

#[test]
fn a_lone_evaluator_s_severity_cannot_be_removed() {
    let mut rows: Vec<Row> =
        (0..4).flat_map(|p| (0..3).map(move |e| row(0, p, e, f64::from((p * 2 + e * e) % 7)))).collect();
    rows.push(row(0, 4, 3, 10.0));
    let table = table(&rows, 0.0, 10.0);
    let answer = providers(&Design::new(&all(&table)).unwrap());
    let league = &answer.rounds[0];
    let lone = league.rows.iter().find(|row| row.provider == "P5").unwrap();
    assert_eq!(lone.adjusted, Outcome::Undefined(Reason::NoColleague));
    assert!(
        !answer
            .findings
            .iter()
            .any(|f| matches!(&f.kind, FindingKind::Leader { provider, .. } if provider == "P5"))
    );
}

#[test]
fn unlinked_pairs_are_not_told_apart() {
    // Ten panels of two providers with two evaluators each, nobody in common.
    let rows: Vec<Row> = (0..20)
        .flat_map(|p| {
            let score = move |e: u32| f64::from(p % 2) * 5.0 + f64::from((p * 3 + e) % 4) * 0.1;
            [0, 1].map(|seat| row(0, p, 2 * (p / 2) + seat, score(seat)))
        })
        .collect();
    let table = table(&rows, 0.0, 10.0);
    let answer = providers(&Design::new(&all(&table)).unwrap());
    let league = &answer.rounds[0];
    assert!(league.separated_share.unwrap() <= 10.0 / 190.0 + 1e-12);
    assert_eq!(league.mean, None);
    assert!(league.rows.iter().all(|row| row.rank == Outcome::Undefined(Reason::NotLinked)));
}

/// Evaluators of one organisation are two points more lenient to everybody and favour nobody.
#[test]
fn a_lenient_organisation_does_not_favour_its_own() {
    let mut programme = evenhand_simulate::Programme {
        n_evaluators: 24,
        n_providers: 60,
        mixed_share: 1.0,
        n_affiliations: 6,
        affiliation_leniency: 0.0,
        ..Default::default()
    };
    programme.spreads.evaluator = 15.0;
    let (mut alarms, mut n) = (0, 0);
    for seed in 0..60 {
        let table = simulated(&evenhand_simulate::simulate(&programme.clone().check().unwrap(), seed));
        let answer = evaluators(&Design::new(&all(&table)).unwrap());
        if let Some(effect) = answer.affiliation.known() {
            n += 1;
            alarms += usize::from(effect.p < 0.05);
        }
    }
    assert!(n >= 40, "{n}");
    assert!(alarms as f64 <= 0.12 * n as f64, "{alarms} of {n}");
}
