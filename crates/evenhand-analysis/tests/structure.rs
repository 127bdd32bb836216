//! Reliability and structure through the whole path, against published and computed figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, structure};
use evenhand_protocol::{
    Consistency, Estimate, FindingKind, IndicatorPair, Method, Outcome, Part, Reason, StructureAnswer,
};
use support::published::ATTITUDE;
use support::{Row, all, table};

/// R's data set `attitude`, a department being a provider and a question an indicator, by `n` evaluators who agree.
fn attitude(n: u32) -> Vec<Row> {
    let cells = ATTITUDE.iter().enumerate();
    cells
        .flat_map(|(at, &score)| {
            let (provider, indicator) = ((at / 7) as u32, (at % 7) as u32);
            (0..n).map(move |evaluator| Row { round: 0, provider, indicator, evaluator, score })
        })
        .collect()
}

fn answer(rows: &[Row]) -> StructureAnswer {
    let table = table(rows, 0.0, 100.0);
    structure(&Design::new(&all(&table)).unwrap())
}

#[track_caller]
fn close(found: &Outcome<Estimate>, value: f64, tolerance: f64) -> &Estimate {
    let Outcome::Known(found) = found else { panic!("{found:?}") };
    assert!((found.value - value).abs() < tolerance, "{} not {value}", found.value);
    found
}

/// R 4 psych::alpha(attitude): raw .8431427696, standardised .8390838, lambda-6 .8752151; Feldt's interval
/// (.73938, .91577).
#[test]
fn attitude_is_as_consistent_as_published() {
    let answer = answer(&attitude(2));
    let Outcome::Known(overall) = &answer.provider_means.overall else { panic!("no consistency") };
    let alpha = close(&overall.alpha, 0.8431427696, 1e-9);
    let interval = alpha.interval.unwrap();
    assert!((interval.low - 0.73938).abs() < 5e-6 && (interval.high - 0.91577).abs() < 5e-6, "{interval:?}");
    for (found, value) in [(&overall.standardised, 0.8390838), (&overall.lambda_6, 0.8752151)] {
        let interval = close(found, value, 1e-7).interval.unwrap();
        assert!(interval.low < value && value < interval.high);
    }
    assert_eq!((overall.n_indicators, overall.n_units, overall.n_left_out), (7, 30, 0));
    let reason = Reason::TooFewDimensions { needed: 3, found: 0 };
    assert_eq!(overall.omega_hierarchical, Outcome::Undefined(reason));
    assert_eq!(answer.provider_means.by_round[0].part, Part::Round("R1".into()));
}

/// R 4.2.2, base and `attitude` without the cells of department i and question j (from 0) where (7 i + j) mod 5 is 3, so
/// that no department is complete. C = cov(use = "pairwise.complete.obs"), alpha = k/(k-1) (1 - tr C / sum C); its interval
/// is that of -log(1 - alpha) with the jackknife standard error over departments and t on 29 degrees of freedom.
#[test]
fn departments_without_some_answers_still_count() {
    let mut rows = attitude(2);
    rows.retain(|row| (7 * row.provider + row.indicator) % 5 != 3);
    let answer = answer(&rows);
    let Outcome::Known(overall) = &answer.provider_means.overall else { panic!("no consistency") };
    let alpha = close(&overall.alpha, 0.849430604321, 1e-11);
    let interval = alpha.interval.unwrap();
    assert!((interval.low - 0.715432679060).abs() < 1e-9, "{interval:?}");
    assert!((interval.high - 0.920331179138).abs() < 1e-9, "{interval:?}");
    assert_eq!(alpha.method, Method::CronbachJackknife);
    assert_eq!((overall.n_indicators, overall.n_units, overall.n_left_out), (7, 30, 0));
}

/// Two sheets that say the same of every provider: the coefficients are those of the means, but the interval knows that
/// there are 30 providers and not 60.
#[test]
fn sheets_of_one_provider_are_not_two_providers() {
    let answer = answer(&attitude(2));
    let known = |outcome: &Outcome<Consistency>| outcome.known().unwrap().clone();
    let (means, sheets) = (known(&answer.provider_means.overall), known(&answer.score_sheets.overall));
    assert_eq!((means.n_units, sheets.n_units), (30, 60));
    let width = |of: &Consistency| {
        let interval = of.alpha.known().unwrap().interval.unwrap();
        interval.high - interval.low
    };
    close(&sheets.alpha, 0.8431427696, 1e-9);
    assert!((width(&sheets) / width(&means) - 1.0).abs() < 0.15, "{} {}", width(&sheets), width(&means));
}

/// Effective weights add up to 1, and an indicator that varies more decides more.
#[test]
fn weights_are_shares_and_spread_decides() {
    let mut rows = attitude(2);
    for row in &mut rows {
        // The last two indicators are pressed together, the first is stretched.
        row.score = match row.indicator {
            5 | 6 => 50.0 + 0.1 * (row.score - 50.0),
            0 => 50.0 + 1.4 * (row.score - 50.0),
            _ => row.score,
        };
    }
    let answer = answer(&rows);
    let weights = answer.weights.known().unwrap();
    let total: f64 = weights.iter().map(|weight| weight.effective.value).sum();
    assert!((total - 1.0).abs() < 1e-12);
    assert!(weights.iter().all(|weight| (weight.nominal - 1.0 / 7.0).abs() < 1e-15));
    let differing = answer.findings.iter().find_map(|finding| match &finding.kind {
        FindingKind::WeightDiffers { indicator, effective, nominal, .. } => {
            Some((indicator.as_str(), effective > nominal))
        }
        _ => None,
    });
    assert!(differing.is_some_and(|(id, more)| (id == "I1") == more), "{differing:?}");
}

/// An indicator that says twice what another says is found, and one factor is not taken for two.
#[test]
fn copies_are_redundant_and_one_thing_is_one_dimension() {
    let mut rows = attitude(2);
    let copies: Vec<Row> = rows
        .iter()
        .filter(|row| row.indicator == 0)
        .map(|row| Row { indicator: 7, score: 0.9 * row.score + f64::from(row.provider % 3), ..*row })
        .collect();
    rows.extend(copies);
    let answer = answer(&rows);
    let correlations = answer.correlations.known().unwrap();
    let alike: Vec<(&str, &str)> = correlations
        .pairs
        .iter()
        .filter(|pair: &&IndicatorPair| pair.surely_redundant)
        .map(|pair| (pair.first.as_str(), pair.second.as_str()))
        .collect();
    assert_eq!(alike, [("I1", "I8")]);
    assert!(answer.findings.iter().any(|finding| matches!(
        &finding.kind,
        FindingKind::RedundantIndicators { first, second, n_pairs: 1, n_all: 28, .. }
            if first == "I1" && second == "I8"
    )));
    // Evaluators who agree leave no deviations to correlate.
    assert!(correlations.pairs.iter().all(|pair| pair.residual == Outcome::Undefined(Reason::NoVariance)));
    assert!(answer.dimensionality.known().unwrap().n_dimensions >= 1);
}

#[test]
fn one_indicator_has_no_structure() {
    let rows: Vec<Row> = attitude(2).into_iter().filter(|row| row.indicator == 0).collect();
    let answer = answer(&rows);
    let reason = Reason::TooFewIndicators { found: 1 };
    assert_eq!(answer.provider_means.overall, Outcome::Undefined(reason.clone()));
    assert_eq!(answer.correlations, Outcome::Undefined(reason.clone()));
    assert_eq!(answer.weights, Outcome::Undefined(reason));
}
