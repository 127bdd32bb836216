//! The charts about indicators.

use evenhand_charts::domain::{
    floor_ceiling_bars, indicator_difficulty, item_rest_forest, reliability_by_round,
};
use evenhand_protocol::{
    CountOf, Estimate, IndicatorRow, IndicatorsAnswer, Method, Outcome, Reason, Reliability, RoundReliability,
};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_many, check_three, draw, estimate, indicator_id, round_id};
use crate::support::Seeded;

const CHARTS: [(&str, Chart<IndicatorsAnswer>); 4] = [
    ("reliability", reliability_by_round),
    ("item-rest", item_rest_forest),
    ("difficulty", indicator_difficulty),
    ("floor-ceiling", floor_ceiling_bars),
];

fn reliability(alpha: f64, half: f64) -> Reliability {
    let alpha = estimate(alpha, half, 40, CountOf::ProviderRounds, Method::CronbachFeldt);
    Reliability { alpha, standardised: Outcome::Known(0.81), sem: 4.2, n_left_out: 1, items: Vec::new() }
}

fn indicators(n_rounds: usize, seed: u64) -> IndicatorsAnswer {
    let mut seeded = Seeded::new(seed);
    let by_round = |k: usize| {
        let alpha = 0.78 + 0.05 * seeded.normal();
        let reliability = match k {
            3 => Outcome::Undefined(Reason::TooFewUnits { needed: 2, found: 1 }),
            _ => Outcome::Known(reliability(alpha, 0.06 + 0.08 * seeded.next())),
        };
        RoundReliability { round: round_id(k), reliability }
    };
    IndicatorsAnswer {
        reliability: Outcome::Known(reliability(0.79, 0.03)),
        reliability_by_round: (0..n_rounds).map(by_round).collect(),
        indicators: (0..8).map(indicator).collect(),
        findings: Vec::new(),
    }
}

fn indicator(k: usize) -> IndicatorRow {
    let r = [0.62, 0.55, 0.18, 0.71, 0.34, 0.02, 0.48, 0.66][k];
    let mean = [7.9, 8.4, 2.2, 6.1, 5.2, 9.4, 4.1, 7.0][k];
    let known = k != 6;
    IndicatorRow {
        indicator: indicator_id(k),
        n_scores: 640,
        mean: Outcome::Known(estimate(mean, 0.25, 640, CountOf::Scores, Method::MeanByProvider)),
        difficulty: Some(mean / 10.0),
        sd: Some(1.3),
        floor_share: [0.0, 0.01, 0.17, 0.03, 0.04, 0.0, 0.09, 0.02][k],
        ceiling_share: [0.12, 0.22, 0.01, 0.05, 0.03, 0.61, 0.0, 0.1][k],
        missing_share: 0.02,
        item_rest: if known {
            Outcome::Known(estimate(r, 0.11, 120, CountOf::ProviderRounds, Method::ItemRestFisher))
        } else {
            Outcome::Undefined(Reason::NoVariance)
        },
        alpha_if_deleted: Outcome::Known(0.8),
    }
}

fn undefined() -> IndicatorsAnswer {
    let mut answer = indicators(3, 1);
    answer.reliability = Outcome::Undefined(Reason::TooFewIndicators { found: 1 });
    for round in &mut answer.reliability_by_round {
        round.reliability = Outcome::Undefined(Reason::TooFewIndicators { found: 1 });
    }
    for row in &mut answer.indicators {
        row.item_rest = Outcome::Undefined(Reason::NoVariance);
        row.mean = Outcome::Undefined(Reason::NothingSelected);
        row.n_scores = 0;
    }
    answer
}

#[test]
fn typical() {
    let answer = indicators(6, 3);
    for (name, chart) in CHARTS {
        check_three(name, chart, &answer);
    }
}

#[test]
fn many_rounds() {
    check_many("reliability", reliability_by_round, &indicators(17, 5));
}

#[test]
fn nothing_known_is_a_sentence_with_the_reason() {
    let parts = ["at least two", "All scores are equal", "No score passes", "No score passes"];
    for ((_, chart), part) in CHARTS.into_iter().zip(parts) {
        assert_sentence(&draw(chart, &undefined(), Language::En, 308.0), part);
    }
}

#[test]
fn lower_is_better_is_turned_round() {
    let scene = draw(indicator_difficulty, &indicators(3, 1), Language::En, 688.0);
    let complaints = scene.data.iter().find(|datum| datum.link.as_deref() == Some("indicator:I3"));
    let lines = complaints.map(|datum| datum.lines.clone()).unwrap_or_default();
    assert_eq!(lines[0], "78% (95% interval 76% to 80%)");
    assert_eq!(lines[1], "Mean: 2.20 (95% interval 1.95 to 2.45).");
}

#[test]
fn numbers_that_are_not_finite_do_not_panic() {
    let mut answer = indicators(4, 2);
    for (k, row) in answer.indicators.iter_mut().enumerate() {
        let bad = [f64::NAN, f64::INFINITY, f64::MIN][k % 3];
        let estimate: Estimate = estimate(bad, f64::NAN, 0, CountOf::Scores, Method::MeanByProvider);
        row.mean = Outcome::Known(estimate.clone());
        row.item_rest = Outcome::Known(estimate);
        row.floor_share = bad;
    }
    for (_, chart) in CHARTS {
        for width in [0.0, 308.0, 688.0, f64::NAN] {
            draw(chart, &answer, Language::Zh, width);
        }
    }
}
