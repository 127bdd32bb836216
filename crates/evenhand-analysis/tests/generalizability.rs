//! Variance components and D studies: published tables, designs that cannot be told apart, and real scores.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, generalizability};
use evenhand_protocol::{Effect, GeneralizabilityAnswer, ObjectOfMeasurement, Outcome, Reason};
use support::{Row, all, skating::skating, table};

/// Creativity ratings of 7 juniors (rows) by 3 senior judges on 5 traits each (Guilford 1954, as printed by Linacre).
const GUILFORD: [[f64; 15]; 7] = [
    [5., 5., 3., 5., 3., 6., 5., 4., 6., 3., 5., 5., 5., 7., 3.],
    [9., 7., 5., 8., 5., 8., 7., 5., 7., 2., 7., 7., 5., 7., 5.],
    [3., 3., 3., 7., 1., 4., 5., 3., 6., 6., 3., 5., 5., 5., 5.],
    [7., 3., 1., 3., 3., 5., 6., 4., 5., 5., 5., 4., 3., 3., 1.],
    [9., 7., 7., 8., 5., 2., 4., 3., 2., 3., 9., 7., 7., 7., 7.],
    [3., 5., 3., 5., 1., 4., 4., 6., 4., 2., 3., 3., 3., 5., 3.],
    [7., 7., 5., 5., 5., 7., 3., 5., 5., 4., 7., 7., 7., 5., 7.],
];

fn guilford() -> Vec<Row> {
    let one = |provider: usize, at: usize, score: f64| Row {
        round: 0,
        provider: provider as u32,
        indicator: (at % 5) as u32,
        evaluator: (at / 5) as u32,
        score,
    };
    let rows = GUILFORD.iter().enumerate();
    rows.flat_map(|(p, scores)| scores.iter().enumerate().map(move |(at, score)| one(p, at, *score)))
        .collect()
}

/// On a scale from 0 to 100 a point is a point.
fn answer(rows: &[Row]) -> GeneralizabilityAnswer {
    generalizability(&Design::new(&all(&table(rows, 0.0, 100.0))).unwrap())
}

fn variance(answer: &GeneralizabilityAnswer, effect: Effect) -> f64 {
    let rows = &answer.components.known().unwrap().rows;
    rows.iter().find(|row| row.effect == effect).unwrap().variance.value
}

/// R 4, lme4 1.1.31: `lmer(y ~ 1 + (1|p) + (1|e) + (1|i) + (1|p:e) + (1|e:i) + (1|p:i))`, REML, bobyqa with
/// `rhoend = 1e-10`; a singular fit.
#[test]
fn components_are_those_of_lme4() {
    let answer = answer(&guilford());
    let expected = [
        (Effect::Provider, 0.5739252001),
        (Effect::Evaluator, 0.0),
        (Effect::Indicator, 0.5201871561),
        (Effect::ProviderIndicator, 0.3155588834),
        (Effect::ProviderEvaluator, 1.1361607731),
        (Effect::EvaluatorIndicator, 0.0021370562),
        (Effect::Residual, 1.2239582386),
    ];
    for (effect, value) in expected {
        assert!((variance(&answer, effect) - value).abs() < 1e-4 * value.max(0.1), "{effect:?}");
    }
    let rows = &answer.components.known().unwrap().rows;
    assert_eq!(rows.len(), expected.len());
    for row in rows {
        assert_eq!(row.at_boundary, row.effect == Effect::Evaluator);
        let interval = row.variance.interval.unwrap();
        assert!(interval.low <= row.variance.value && row.variance.value < interval.high);
    }
}

#[test]
fn shares_add_up_and_what_one_round_cannot_tell_apart_is_named() {
    let answer = answer(&guilford());
    let components = answer.components.known().unwrap();
    assert!((components.rows.iter().map(|row| row.share).sum::<f64>() - 1.0).abs() < 1e-12);
    let confounded =
        |effect| components.confounded.iter().find(|one| one.effect == effect).map(|one| one.with);
    assert_eq!(confounded(Effect::Round), Some(None));
    assert_eq!(confounded(Effect::ProviderInRound), Some(Some(Effect::Provider)));
    assert_eq!(confounded(Effect::EvaluatorInRound), Some(Some(Effect::Evaluator)));
    assert_eq!(confounded(Effect::ProviderEvaluator), None);
    assert_eq!((components.n_used, components.n_scores), (105, 105));
}

#[test]
fn evaluators_of_their_own_for_each_provider_are_seen_to_be_nested() {
    let mut rows = guilford();
    rows.iter_mut().for_each(|row| row.evaluator += 3 * row.provider);
    let answer = answer(&rows);
    let components = answer.components.known().unwrap();
    let sheet = components.confounded.iter().find(|one| one.effect == Effect::ProviderEvaluator).unwrap();
    assert_eq!(sheet.with, Some(Effect::Evaluator));
    // Ranking takes the evaluators' severity for the providers', so both coefficients have it in their error.
    let study = &answer.studies[1];
    let actual = study.actual.known().unwrap();
    assert!(study.indicators_fixed && (actual.e_rho2 - actual.phi).abs() < 1e-12);
}

#[test]
fn a_panel_as_it_was_is_the_design_of_its_size() {
    let answer = answer(&guilford());
    for study in answer.studies.iter().filter(|study| !study.nested) {
        if study.object != ObjectOfMeasurement::Provider {
            continue;
        }
        let row = study.rows.iter().position(|n| *n == 3).unwrap();
        let column = study.columns.iter().position(|n| *n == 5).unwrap();
        let at = row * study.columns.len() + column;
        let actual = study.actual.known().unwrap();
        assert!((study.e_rho2[at] - actual.e_rho2).abs() < 1e-9);
        assert!((study.phi[at] - actual.phi).abs() < 1e-9);
        assert!((actual.n_evaluators - 3.0).abs() < 1e-12 && (actual.n_indicators - 5.0).abs() < 1e-12);
    }
}

#[test]
fn one_evaluator_tells_nothing_about_evaluators() {
    let rows: Vec<Row> = guilford().into_iter().filter(|row| row.evaluator == 0).collect();
    let answer = answer(&rows);
    assert_eq!(answer.components, Outcome::Undefined(Reason::Inseparable));
    assert_eq!(answer.severity, Outcome::Undefined(Reason::Inseparable));
    assert!(answer.studies.is_empty() && answer.findings.is_empty());
}

#[test]
fn skating_scores_vary_mostly_by_skater() {
    let Some(table) = skating() else { return };
    let answer = generalizability(&Design::new(&all(&table)).unwrap());
    let providers = variance(&answer, Effect::Provider) + variance(&answer, Effect::ProviderInRound);
    assert!(providers > 0.5 * answer.components.known().unwrap().total);
}

/// The same with every fourth score missing and judge 2 more lenient by 1.5, judge 3 harsher by 1: `ranef(fit)$e` is
/// -0.18648546, 0.99728193, -0.81079647; components e 1.035007176, p 0.696077110, residual 1.283463480.
#[test]
fn severity_with_missing_scores_is_that_of_lme4() {
    let mut rows = guilford();
    // Numbered as R's expand.grid does: providers run fastest.
    rows.retain(|row| (7 * (5 * row.evaluator + row.indicator) + row.provider) % 4 != 0);
    rows.iter_mut().for_each(|row| row.score += [0.0, 1.5, -1.0][row.evaluator as usize]);
    let answer = answer(&rows);
    assert_eq!(answer.components.known().unwrap().n_used, 78);
    for (effect, value) in
        [(Effect::Evaluator, 1.035007176), (Effect::Provider, 0.696077110), (Effect::Residual, 1.283463480)]
    {
        assert!((variance(&answer, effect) - value).abs() < 1e-4 * value, "{effect:?}");
    }
    let severity = answer.severity.known().unwrap();
    let found: Vec<(&str, f64)> =
        severity.iter().map(|one| (one.evaluator.as_str(), one.shrunken.value)).collect();
    for ((id, value), (expected_id, expected)) in
        found.into_iter().zip([("E3", 0.81079647), ("E1", 0.18648546), ("E2", -0.99728193)])
    {
        assert_eq!(id, expected_id);
        assert!((value - expected).abs() < 1e-3, "{id} {value}");
    }
}
