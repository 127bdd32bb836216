//! The charts about evaluators.

use evenhand_charts::domain::{
    affiliation_dots, agreement_by_round, drift_lines, round_severities, severity_caterpillar,
};
use evenhand_protocol::{
    AffiliationEffect, Agreement, CountOf, DriftAnswer, DriftClass, Estimate, EvaluatorRow, EvaluatorsAnswer,
    Method, Outcome, Reason, RoundAgreement, RoundSeverity,
};
use evenhand_words::Language;

use crate::data::{Chart, TEN, assert_sentence, check_many, check_three, draw, estimate, round_id};
use crate::support::Seeded;

const CHARTS: [(&str, Chart<EvaluatorsAnswer>); 4] = [
    ("severity", severity_caterpillar),
    ("drift", drift_lines),
    ("agreement", agreement_by_round),
    ("affiliation", affiliation_dots),
];

fn agreement(single: f64, half: f64, k: f64) -> Agreement {
    let of = |value: f64, half: f64| estimate(value, half, 40, CountOf::ProviderRounds, Method::IccAnova);
    let panel = |single: f64| k * single / (1.0 + (k - 1.0) * single);
    let icc = || of(single, half);
    let icc_k = || of(panel(single), half * 0.5);
    Agreement {
        icc_1: icc(),
        icc_a_1: icc(),
        icc_c_1: icc(),
        icc_1_k: icc_k(),
        icc_a_k: icc_k(),
        icc_c_k: icc_k(),
        k,
        n_panels: 6,
        n_units: 40,
        n_units_all: 44,
    }
}

/// Evaluators in rounds: some harsh, some lenient, a few who drift, the second round without agreement.
fn evaluators(n: usize, n_rounds: usize, seed: u64) -> EvaluatorsAnswer {
    let mut seeded = Seeded::new(seed);
    let mut rows: Vec<EvaluatorRow> = (0..n).map(|k| evaluator(k, n_rounds, &mut seeded)).collect();
    let size = |row: &EvaluatorRow| row.severity.known().map_or(f64::NEG_INFINITY, |e| e.value);
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let by_round = |k: usize| RoundAgreement {
        round: round_id(k),
        agreement: if k == 1 && n_rounds > 2 {
            Outcome::Undefined(Reason::NoCompletePanel)
        } else {
            Outcome::Known(agreement(0.55 + 0.08 * seeded.normal(), 0.12 + 0.06 * seeded.next(), 4.0))
        },
    };
    let deviation =
        |value, half, n| estimate(value, half, n, CountOf::Scores, Method::LeaveOneOutByEvaluator);
    EvaluatorsAnswer {
        scale: TEN,
        agreement: Outcome::Known(agreement(0.56, 0.04, 4.0)),
        agreement_by_round: (0..n_rounds).map(by_round).collect(),
        evaluators: rows,
        affiliation: Outcome::Known(AffiliationEffect {
            same: deviation(0.275, 0.09, 695),
            other: deviation(-0.027, 0.02, 7063),
            difference: deviation(0.302, 0.1, 7758),
            p: 0.000_02,
            n_evaluators: 38,
        }),
        findings: Vec::new(),
    }
}

fn evaluator(k: usize, n_rounds: usize, seeded: &mut Seeded) -> EvaluatorRow {
    let base = 0.3 * seeded.normal();
    let half = if k == 7 { 3.1 } else { 0.12 + 0.25 * seeded.next() };
    // Every tenth evaluator changes, and one in forty has no colleague.
    let jump = match k % 30 {
        4 => 0.7,
        14 => -0.8,
        _ => 0.0,
    };
    let from = n_rounds / 2;
    let alone = k % 40 == 39;
    let known = |estimate: Estimate| {
        if alone { Outcome::Undefined(Reason::NoColleague) } else { Outcome::Known(estimate) }
    };
    let many = n_rounds > 8;
    let mut by_round = Vec::new();
    for round in 0..n_rounds {
        // In long programmes evaluators come and go.
        if many && seeded.next() < 0.45 && jump == 0.0 {
            continue;
        }
        let erratic = if k % 30 == 24 { 0.6 * seeded.normal() } else { 0.08 * seeded.normal() };
        let value = base + erratic + if round >= from { jump } else { 0.0 };
        let severity = estimate(value, half * 1.4, 12, CountOf::ScoreSheets, Method::LeaveOneOutPooled);
        by_round.push(RoundSeverity { round: round_id(round), severity: known(severity) });
    }
    let class = match (k % 30, n_rounds) {
        (_, 0 | 1) => None,
        (4, _) => Some(DriftClass::Harsher),
        (14, _) => Some(DriftClass::MoreLenient),
        (24, _) => Some(DriftClass::Erratic),
        _ => Some(DriftClass::Stable),
    };
    let p = if base.abs() > 1.4 * half { 0.002 } else { 0.3 };
    EvaluatorRow {
        evaluator: format!("E{:03}", k + 1),
        n_scores: 240,
        n_score_sheets: 48,
        n_providers: 31,
        n_rounds: by_round.len() as u32,
        severity: known(estimate(base, half, 48, CountOf::ScoreSheets, Method::LeaveOneOut)),
        p: (!alone).then_some(p),
        p_adjusted: (!alone).then_some(p * 1.8),
        by_round,
        drift: match class.filter(|_| !alone) {
            None => Outcome::Undefined(Reason::OneRound),
            Some(class) => Outcome::Known(DriftAnswer {
                class,
                f: 6.1,
                df1: 5.0,
                df2: 400.0,
                p: 0.001,
                p_adjusted: if class == DriftClass::Stable { 0.6 } else { 0.012 },
                from_round: round_id(from),
                change: estimate(jump, half, 48, CountOf::ScoreSheets, Method::ChangePoint),
                n_rounds: 6,
                n_providers: 20,
            }),
        },
    }
}

/// Nothing known: every outcome is undefined.
fn undefined_evaluators() -> EvaluatorsAnswer {
    let mut answer = evaluators(3, 2, 5);
    answer.agreement = Outcome::Undefined(Reason::OneEvaluator);
    answer.affiliation = Outcome::Undefined(Reason::NoAffiliations);
    for round in &mut answer.agreement_by_round {
        round.agreement = Outcome::Undefined(Reason::OneEvaluator);
    }
    for row in &mut answer.evaluators {
        row.severity = Outcome::Undefined(Reason::NoColleague);
        row.drift = Outcome::Undefined(Reason::NoColleague);
        for round in &mut row.by_round {
            round.severity = Outcome::Undefined(Reason::NoColleague);
        }
    }
    answer
}

#[test]
fn typical() {
    let answer = evaluators(26, 6, 3);
    for (name, chart) in CHARTS {
        check_three(name, chart, &answer);
    }
}

#[test]
fn many_evaluators_and_rounds() {
    let answer = evaluators(214, 17, 9);
    for (name, chart) in &CHARTS[..3] {
        check_many(name, *chart, &answer);
    }
}

#[test]
fn nothing_known_is_a_sentence_with_the_reason() {
    let answer = undefined_evaluators();
    let parts = ["alone on every panel", "alone on every panel", "Only one evaluator", "no affiliations"];
    for ((_, chart), part) in CHARTS.into_iter().zip(parts) {
        assert_sentence(&draw(chart, &answer, Language::En, 308.0), part);
    }
    let scene = draw(agreement_by_round, &answer, Language::En, 308.0);
    crate::support::check("domain-agreement-undefined", &scene, evenhand_charts::Palette::light());
    assert_sentence(&draw(drift_lines, &evaluators(5, 1, 2), Language::En, 600.0), "only one round");
}

#[test]
fn numbers_that_are_not_finite_do_not_panic() {
    let mut answer = evaluators(70, 3, 4);
    for (k, row) in answer.evaluators.iter_mut().enumerate() {
        let bad = [f64::NAN, f64::INFINITY, -1e308][k % 3];
        let estimate = estimate(bad, f64::NAN, 0, CountOf::Scores, Method::LeaveOneOut);
        if k % 2 == 0 {
            row.severity = Outcome::Known(estimate.clone());
            row.p_adjusted = Some(f64::NAN);
        }
        if let Outcome::Known(drift) = &mut row.drift {
            drift.change = estimate;
            drift.from_round = "unknown".to_owned();
        }
    }
    for (_, chart) in CHARTS {
        for width in [0.0, 308.0, 688.0, f64::NAN] {
            draw(chart, &answer, Language::Zh, width);
        }
    }
}

#[test]
fn every_evaluator_is_in_the_table_and_can_be_pointed_at() {
    let answer = evaluators(214, 3, 9);
    let scene = draw(severity_caterpillar, &answer, Language::En, 688.0);
    assert_eq!((scene.table.rows.len(), scene.data.len()), (214, 209));
    assert!(scene.data.iter().all(|datum| datum.link.as_ref().is_some_and(|l| l.starts_with("evaluator:"))));
    assert_eq!(scene.skipped, 0);
}

#[test]
fn severities_of_one_round() {
    let answer = evaluators(12, 4, 9);
    let in_second = |answer: &EvaluatorsAnswer, context: &evenhand_charts::domain::Context| {
        round_severities(answer, &round_id(1), context)
    };
    check_three("round-severities", in_second, &answer);
    let scene = draw(in_second, &answer, Language::En, 688.0);
    let there = answer.evaluators.iter().filter(|row| {
        row.by_round.iter().any(|one| one.round == round_id(1) && one.severity.known().is_some())
    });
    assert_eq!(scene.data.len(), there.count());
    assert!(scene.data.iter().all(|datum| datum.link.as_ref().is_some_and(|l| l.starts_with("evaluator:"))));
}
