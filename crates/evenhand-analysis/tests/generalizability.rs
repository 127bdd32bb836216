//! Variance components and D studies: published tables, designs that cannot be told apart, and real scores.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, generalizability};
use evenhand_protocol::{Effect, GeneralizabilityAnswer, ObjectOfMeasurement, Outcome, Reason};
use support::{Row, all, published::guilford, skating::skating, table};

/// On a scale from 0 to 100 a point is a point.
fn answer(rows: &[Row]) -> GeneralizabilityAnswer {
    generalizability(&Design::new(&all(&table(rows, 0.0, 100.0))).unwrap())
}

fn variance(answer: &GeneralizabilityAnswer, effect: Effect) -> f64 {
    let rows = &answer.components.known().unwrap().rows;
    rows.iter().find(|row| row.effect == effect).unwrap().variance.value
}

/// R 4.2.2, lme4 1.1.31: `lmer(y ~ 1 + (1|p) + (1|e) + (1|i) + (1|p:e) + (1|e:i) + (1|p:i))`, REML, bobyqa with
/// `rhoend = 1e-10`; a singular fit.
#[test]
fn components_are_those_of_lme4() {
    let answer = answer(&guilford());
    let expected = [
        (Effect::Provider, 0.47805076588),
        (Effect::Evaluator, 0.0),
        (Effect::Indicator, 0.43273291083),
        (Effect::ProviderIndicator, 0.32036899966),
        (Effect::ProviderEvaluator, 1.3007692478),
        (Effect::EvaluatorIndicator, 0.057356643137),
        (Effect::Residual, 1.1833376581),
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
/// -0.129760768, 0.834182843, -0.704422075; components e 0.81560415723, p 0.56434256813, residual 1.23206657537.
#[test]
fn severity_with_missing_scores_is_that_of_lme4() {
    let mut rows = guilford();
    // Numbered as R's expand.grid does: providers run fastest.
    rows.retain(|row| (7 * (5 * row.evaluator + row.indicator) + row.provider) % 4 != 0);
    rows.iter_mut().for_each(|row| row.score += [0.0, 1.5, -1.0][row.evaluator as usize]);
    let answer = answer(&rows);
    assert_eq!(answer.components.known().unwrap().n_used, 78);
    for (effect, value) in [
        (Effect::Evaluator, 0.81560415723),
        (Effect::Provider, 0.56434256813),
        (Effect::Residual, 1.23206657537),
    ] {
        assert!((variance(&answer, effect) - value).abs() < 1e-4 * value, "{effect:?}");
    }
    let severity = answer.severity.known().unwrap();
    let found: Vec<(&str, f64)> =
        severity.iter().map(|one| (one.evaluator.as_str(), one.shrunken.value)).collect();
    for ((id, value), (expected_id, expected)) in
        found.into_iter().zip([("E3", 0.704422075), ("E1", 0.129760768), ("E2", -0.834182843)])
    {
        assert_eq!(id, expected_id);
        assert!((value - expected).abs() < 1e-3, "{id} {value}");
    }
}
