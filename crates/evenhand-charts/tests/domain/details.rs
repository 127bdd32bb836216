//! The charts of agreement and structure in detail.

use evenhand_charts::Scene;
use evenhand_charts::domain::{
    Context, agreement_forest, consistency_forest, indicator_matrix, pair_matrix, scree, weight_dots,
};
use evenhand_protocol::{
    AgreementAnswer, AgreementOf, Coefficient, CoefficientValue, Compared, Component, Consistency,
    ConsistencyOf, ConsistencyParts, CountOf, Dimensionality, IndicatorCorrelations, IndicatorPair,
    IndicatorWeight, Method, Outcome, PairAgreement, PairAgreements, Part, Reason, StructureAnswer,
};
use evenhand_words::Language;

use crate::data::{Chart, assert_sentence, check_three, draw, estimate, indicator_id, round_id};
use crate::support::Seeded;

const UNITS: CountOf = CountOf::ProviderOccasions;

fn of(part: Part, value: Option<f64>) -> AgreementOf {
    let value = match value {
        Some(value) => Outcome::Known(estimate(value, 0.08, 120, UNITS, Method::AlphaBootstrap)),
        None => Outcome::Undefined(Reason::OneEvaluator),
    };
    AgreementOf {
        part,
        compared: Compared::Ratings,
        coefficients: vec![CoefficientValue { coefficient: Coefficient::AlphaInterval, value }],
        k: Some(4.0),
        n_units: 130,
        n_units_shared: 120,
        n_evaluators: 14,
        n_values: 9,
        n_categories: Some(10),
    }
}

fn agreement() -> AgreementAnswer {
    let mut seeded = Seeded::new(5);
    let values = [0.71, 0.64, 0.38, 0.55, 0.12, 0.83, 0.6];
    let by_indicator = (0..8).map(|k| of(Part::Indicator(indicator_id(k)), values.get(k).copied())).collect();
    let evaluators: Vec<String> = (1..=9).map(|k| format!("E{k:02}")).collect();
    let mut pairs = Vec::new();
    for (at, first) in evaluators.iter().enumerate() {
        for second in evaluators.iter().skip(at + 1) {
            if seeded.next() < 0.2 {
                continue;
            }
            let kappa = (0.55 + 0.25 * seeded.normal()).clamp(-0.2, 0.95);
            pairs.push(PairAgreement {
                first: first.clone(),
                second: second.clone(),
                n_shared: 24,
                kappa: Outcome::Known(estimate(kappa, 0.2, 24, UNITS, Method::KappaAnalytic)),
                p: Some(if kappa > 0.3 { 0.001 } else { 0.2 }),
                p_adjusted: Some(if kappa > 0.3 { 0.002 } else { 0.3 }),
            });
        }
    }
    let pairs = PairAgreements { evaluators, pairs, min_shared: 10, n_left_out: 3, rounded: true };
    AgreementAnswer {
        overall: of(Part::All, Some(0.61)),
        benchmarks: Vec::new(),
        by_round: Vec::new(),
        by_indicator,
        by_dimension: Vec::new(),
        by_qualification: Vec::new(),
        by_group: Vec::new(),
        round_differences: Vec::new(),
        qualification_differences: Vec::new(),
        group_differences: Vec::new(),
        pairs: Outcome::Known(pairs),
        findings: Vec::new(),
    }
}

fn forest(answer: &AgreementAnswer, context: &Context) -> Scene {
    let overall = answer.overall.value(Coefficient::AlphaInterval).and_then(|value| value.known());
    agreement_forest(&answer.by_indicator, overall, Coefficient::AlphaInterval, context)
}

fn consistency(alpha: f64) -> Outcome<Consistency> {
    let coefficient =
        |value, method| Outcome::Known(estimate(value, 0.07, 40, CountOf::ProviderRounds, method));
    Outcome::Known(Consistency {
        alpha: coefficient(alpha, Method::CronbachFeldt),
        standardised: coefficient(alpha - 0.01, Method::ConsistencyBootstrap),
        lambda_6: coefficient(alpha + 0.02, Method::ConsistencyBootstrap),
        omega_total: coefficient(alpha + 0.01, Method::ConsistencyBootstrap),
        omega_hierarchical: Outcome::Undefined(Reason::TooFewDimensions { needed: 3, found: 2 }),
        sem: Outcome::Known(3.4),
        n_indicators: 8,
        n_units: 40,
        n_left_out: 1,
    })
}

fn structure() -> StructureAnswer {
    let part = |part, alpha| ConsistencyOf { part, consistency: consistency(alpha) };
    let parts = ConsistencyParts {
        overall: consistency(0.86),
        by_round: (0..4).map(|k| part(Part::Round(round_id(k)), 0.8 + 0.02 * k as f64)).collect(),
        by_dimension: vec![
            part(Part::Dimension("Care".to_owned()), 0.74),
            part(Part::Dimension("Management".to_owned()), 0.55),
        ],
    };
    let r = |value, of| Outcome::Known(estimate(value, 0.1, 160, of, Method::Correlation));
    let mut pairs = Vec::new();
    for second in 1..8usize {
        for first in 0..second {
            let means = 0.95 - 0.11 * (second - first) as f64;
            pairs.push(IndicatorPair {
                first: indicator_id(first),
                second: indicator_id(second),
                means: r(if first == 0 && second == 1 { 0.93 } else { means - 0.1 }, CountOf::ProviderRounds),
                residual: r(0.2, CountOf::ScoreSheets),
                redundant: first == 0 && second == 1,
                surely_redundant: false,
            });
        }
    }
    let component = |(eigenvalue, noise): (f64, f64)| Component {
        eigenvalue,
        noise_mean: noise - 0.08,
        noise_p95: noise,
    };
    let eigenvalues =
        [(3.9, 1.5), (1.4, 1.3), (0.8, 1.2), (0.6, 1.1), (0.5, 1.0), (0.4, 0.9), (0.3, 0.8), (0.1, 0.7)];
    let weight = |k: usize| {
        let effective = [0.21, 0.16, 0.05, 0.12, 0.13, 0.08, 0.11, 0.14][k];
        let share = estimate(effective, 0.04, 160, CountOf::ProviderRounds, Method::EffectiveWeight);
        let p = if (effective - 0.125_f64).abs() > 0.05 { 0.01 } else { 0.4 };
        IndicatorWeight {
            indicator: indicator_id(k),
            nominal: 0.125,
            effective: share,
            p: Some(p),
            p_adjusted: Some(p),
        }
    };
    StructureAnswer {
        score_sheets: parts.clone(),
        provider_means: parts,
        items: Vec::new(),
        correlations: Outcome::Known(IndicatorCorrelations {
            indicators: (0..8).map(indicator_id).collect(),
            pairs,
            redundant_from: 0.9,
        }),
        dimensionality: Outcome::Known(Dimensionality {
            components: eigenvalues.map(component).to_vec(),
            n_dimensions: 2,
            n_providers: 40,
        }),
        weights: Outcome::Known((0..8).map(weight).collect()),
        findings: Vec::new(),
    }
}

fn reliability(answer: &StructureAnswer, context: &Context) -> Scene {
    consistency_forest(&answer.provider_means, context)
}

const OF_STRUCTURE: [(&str, Chart<StructureAnswer>); 4] = [
    ("consistency", reliability),
    ("indicator-matrix", indicator_matrix),
    ("scree", scree),
    ("weights", weight_dots),
];

#[test]
fn agreement_in_detail() {
    check_three("agreement-forest", forest, &agreement());
    check_three("pairs", pair_matrix, &agreement());
}

#[test]
fn structure_in_detail() {
    for (name, chart) in OF_STRUCTURE {
        check_three(name, chart, &structure());
    }
}

#[test]
fn every_row_is_in_the_table_and_what_is_undefined_says_why() {
    let answer = agreement();
    let scene = draw(forest, &answer, Language::En, 688.0);
    assert_eq!((scene.table.rows.len(), scene.data.len()), (8, 7));
    let mut answer = structure();
    let reason = Reason::TooFewIndicators { found: 1 };
    answer.correlations = Outcome::Undefined(reason.clone());
    answer.dimensionality = Outcome::Undefined(reason.clone());
    answer.weights = Outcome::Undefined(reason);
    for chart in [indicator_matrix, scree, weight_dots] {
        assert_sentence(&draw(chart, &answer, Language::En, 688.0), "only 1 indicator");
    }
}
