//! Small seeded answers of the engine, typical and odd, for the charts of the dashboard.

use evenhand_protocol::{
    AffiliationEffect, Agreement, CountOf, DatasetSummary, Direction, DriftAnswer, DriftClass, Estimate,
    EvaluatorRow, EvaluatorsAnswer, IndicatorInfo, Interval, Method, Outcome, ProviderInfo, Reason,
    RoundAgreement, RoundInfo, RoundSeverity, ScaleSource, ScoreScale,
};

use crate::support::Seeded;

pub fn estimate(value: f64, half: f64, n: u32, of: CountOf, method: Method) -> Estimate {
    let interval = Some(Interval { low: value - half, high: value + half, level: 0.95 });
    Estimate { value, se: Some(half / 1.96), interval, n, of, method }
}

pub fn round_id(k: usize) -> String {
    format!("R{:02}", k + 1)
}

const TEN: ScoreScale = ScoreScale::Points { min: 0.0, max: 10.0 };

/// A data set with labels for rounds, providers and indicators.
pub fn dataset(n_rounds: usize, n_providers: usize, indicators: &[&str]) -> DatasetSummary {
    let round = |k: usize| RoundInfo {
        id: round_id(k),
        label: Some(format!("Assessment round {} of the county programme", k + 1)),
        date: None,
    };
    let provider = |k: usize| ProviderInfo {
        id: format!("P{:02}", k + 1),
        label: Some(PLACES[k % PLACES.len()].to_owned()),
        category: None,
        affiliation: None,
    };
    let indicator = |(k, label): (usize, &&str)| IndicatorInfo {
        id: format!("I{:02}", k + 1),
        label: Some((*label).to_owned()),
        dimension: None,
        weight: 1.0,
        min: 0.0,
        max: 10.0,
        step: Some(1.0),
        direction: if k == 2 { Direction::Lower } else { Direction::Higher },
        scale_source: ScaleSource::Given,
    };
    DatasetSummary {
        name: "Synthetic".to_owned(),
        n_scores: 0,
        n_score_sheets: 0,
        rounds: (0..n_rounds).map(round).collect(),
        providers: (0..n_providers).map(provider).collect(),
        indicators: indicators.iter().enumerate().map(indicator).collect(),
        evaluators: Vec::new(),
        categories: Vec::new(),
        scale: TEN,
        has_occasions: false,
    }
}

const PLACES: [&str; 12] = [
    "Willow Lane Day Centre",
    "Hillside Community Care",
    "Mill Road Clinic",
    "Northgate Home Help Co-operative",
    "Riverbank Youth House",
    "St Anne's Hospice at Home",
    "Meadow View",
    "Old Station Meals Service",
    "Harbour Street Family Support",
    "Elm Park",
    "Lakeside Respite and Carers' Centre",
    "Kingsway Outreach",
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
pub fn evaluators(n: usize, n_rounds: usize, seed: u64) -> EvaluatorsAnswer {
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
    let half = 0.12 + 0.25 * seeded.next();
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
                n_providers_after: 20,
            }),
        },
    }
}

/// Nothing known: every outcome is undefined.
pub fn undefined_evaluators() -> EvaluatorsAnswer {
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
