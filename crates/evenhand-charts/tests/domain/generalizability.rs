//! The charts of variance components, D studies and linear severity.

use evenhand_charts::Scene;
use evenhand_charts::domain::{
    Context, DependabilityFor, dependability_lines, linear_severity, variance_rows,
};
use evenhand_protocol::{
    CountOf, DStudy, Dependability, Effect, GeneralizabilityAnswer, LinearSeverity, Method,
    ObjectOfMeasurement, Outcome, Reason, VarianceComponents, VarianceShare,
};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_three, draw, estimate};

/// Components of a usual programme: providers 40, evaluators 15, provider by evaluator 20, residual 25.
const EFFECTS: [(Effect, f64); 4] = [
    (Effect::Provider, 40.0),
    (Effect::Evaluator, 15.0),
    (Effect::ProviderEvaluator, 20.0),
    (Effect::Residual, 25.0),
];

const SIZES: [u32; 8] = [1, 2, 3, 4, 6, 10, 20, 30];
const ITEMS: [u32; 4] = [1, 4, 8, 16];

fn study() -> DStudy {
    let errors = |evaluators: u32, indicators: u32, absolute: bool| {
        let (e, i) = (f64::from(evaluators), f64::from(indicators));
        (20.0 + if absolute { 15.0 } else { 0.0 }) / e + 25.0 / (e * i)
    };
    let all = |absolute: bool| -> Vec<f64> {
        let pairs = SIZES.iter().flat_map(|e| ITEMS.iter().map(move |i| (*e, *i)));
        pairs.map(|(e, i)| 40.0 / (40.0 + errors(e, i, absolute))).collect()
    };
    DStudy {
        object: ObjectOfMeasurement::Provider,
        nested: false,
        indicators_fixed: false,
        rows: SIZES.to_vec(),
        columns: ITEMS.to_vec(),
        e_rho2: all(false),
        phi: all(true),
        actual: Outcome::Known(Dependability {
            e_rho2: 0.86,
            phi: 0.79,
            relative_sem: 2.6,
            absolute_sem: 3.3,
            n_evaluators: 3.2,
            n_indicators: 8.0,
        }),
    }
}

fn answer(n_evaluators: usize) -> GeneralizabilityAnswer {
    let share = |(effect, variance): (Effect, f64)| VarianceShare {
        effect,
        variance: estimate(variance, 0.3 * variance, 40, CountOf::Levels, Method::RemlProfile),
        share: variance / 100.0,
        at_boundary: false,
    };
    let severity = |k: usize| {
        let value = 4.0 - 8.0 * k as f64 / (n_evaluators - 1) as f64;
        LinearSeverity {
            evaluator: format!("E{:03}", k + 1),
            shrunken: estimate(value, 1.5, 60, CountOf::Scores, Method::RemlPrediction),
            unshrunken: Some(estimate(1.3 * value, 2.0, 60, CountOf::Scores, Method::RemlFixed)),
        }
    };
    GeneralizabilityAnswer {
        components: Outcome::Known(VarianceComponents {
            rows: EFFECTS.map(share).to_vec(),
            confounded: Vec::new(),
            total: 100.0,
            n_used: 1200,
            n_scores: 1200,
        }),
        studies: vec![study()],
        severity: Outcome::Known((0..n_evaluators).map(severity).collect()),
        findings: Vec::new(),
    }
}

fn levels(answer: &GeneralizabilityAnswer, context: &Context) -> Scene {
    dependability_lines(&answer.studies[0], DependabilityFor::Levels, DStudy::TARGET, context)
}

#[test]
fn components_studies_and_severity() {
    check_three("variance", variance_rows, &answer(12));
    check_three("dependability", levels, &answer(12));
    check_three("linear-severity", linear_severity, &answer(12));
}

#[test]
fn the_table_has_what_the_chart_leaves_out() {
    let many = answer(90);
    let scene = draw(linear_severity, &many, Language::En, 688.0);
    assert_eq!((scene.data.len(), scene.table.rows.len()), (40, 90));
    let scene = draw(levels, &many, Language::En, 688.0);
    assert_eq!(scene.table.rows.len(), SIZES.len() * ITEMS.len());
}

#[test]
fn the_target_is_the_readers() {
    // With 16 indicators Phi = 40 / (40 + (35 + 25/16) / n): .77 for 3 evaluators, .81 for 4, .87 for 6, .92 for 10, .956
    // for 20.
    let most: Chart<GeneralizabilityAnswer> =
        |answer, context| dependability_lines(&answer.studies[0], DependabilityFor::Levels, 0.9, context);
    let best: Chart<GeneralizabilityAnswer> =
        |answer, context| dependability_lines(&answer.studies[0], DependabilityFor::Levels, 0.95, context);
    for (chart, target, n) in [(levels as Chart<_>, "0.80", "4"), (most, "0.90", "10"), (best, "0.95", "20")]
    {
        let told = draw(chart, &answer(12), Language::En, 688.0).caption.description;
        assert!(told.contains(&format!("16 indicators: ≥ {target} · Evaluators {n}.")), "{told}");
    }
}

#[test]
fn what_cannot_be_told_apart_says_so() {
    let mut none = answer(12);
    none.components = Outcome::Undefined(Reason::Inseparable);
    none.severity = Outcome::Undefined(Reason::Inseparable);
    for chart in [variance_rows, linear_severity] {
        assert_sentence(
            &draw(chart, &none, Language::En, 688.0),
            "cannot tell providers and evaluators apart",
        );
    }
}
