//! Kappa of two raters against published tables and statsmodels.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use common::tables::Triples;
use evenhand_stats::{
    AgreementOptions, AgreementWeights, CohenKappa, CustomWeights, Level, TwoRaters, Undefined,
    agreement_set, cohen_kappa, pairwise_kappa,
};
use proptest::prelude::*;

fn kappa(counts: &[usize], weights: AgreementWeights) -> CohenKappa {
    let q = counts.len().isqrt();
    cohen_kappa(&TwoRaters::from_counts(q, counts).unwrap(), weights, Level::P95).unwrap()
}

/// METHODS section 4: two raters, 3 by 3.
const THREE: [usize; 9] = [13, 0, 0, 0, 20, 7, 0, 4, 56];
/// Cohen (1968), table 1, as counts of 200.
const COHEN: [usize; 9] = [88, 14, 18, 10, 40, 10, 2, 6, 12];
/// Landis & Koch (1977), An application of hierarchical kappa-type statistics: pathologists A and B of Holmquist et
/// al., as also in Agresti (2013), table 11.8.
const PATHOLOGISTS: [usize; 16] = [22, 2, 2, 0, 5, 7, 14, 0, 0, 2, 36, 0, 0, 1, 17, 10];

#[test]
fn statsmodels() {
    use AgreementWeights::{Identity, Linear, Quadratic};
    // statsmodels 0.15.0, stats.inter_rater.cohens_kappa(table, wt=...): kappa, sqrt(var_kappa), sqrt(var_kappa0).
    let cases: [(&[usize], AgreementWeights, [f64; 3]); 9] = [
        (&THREE, Identity, [0.7964094021839719, 0.05891071832608148, 0.07600602503338182]),
        (&THREE, Linear, [0.8429020279920023, 0.04787212159033976, 0.0815490095101672]),
        (&THREE, Quadratic, [0.892156862745098, 0.035351507575659406, 0.09991172574416118]),
        (&COHEN, Identity, [0.49152542372881347, 0.05100181557607786, 0.051978936356595444]),
        (&COHEN, Linear, [0.4736842105263158, 0.054432309177641525, 0.05469634129164873]),
        (&COHEN, Quadratic, [0.4545454545454546, 0.06645368159107812, 0.06735866746488249]),
        (&PATHOLOGISTS, Identity, [0.49300559552358114, 0.05674315040803581, 0.05013858000123734]),
        (&PATHOLOGISTS, Linear, [0.6488095238095238, 0.047652422356387086, 0.06305817323827322]),
        (&PATHOLOGISTS, Quadratic, [0.7838218714768883, 0.03867033613715433, 0.091048347479467]),
    ];
    for (counts, weights, [value, se, se_null]) in cases {
        let found = kappa(counts, weights);
        close("kappa", found.kappa.value, value, 1e-12);
        close("se", found.kappa.se.unwrap(), se, 1e-12);
        close("null se", found.se_null, se_null, 1e-12);
        close("z", found.z.unwrap(), value / se_null, 1e-9);
    }
    // The same call's pvalue_two_sided.
    close("p", kappa(&THREE, Identity).p.unwrap() / 1.087481953403738e-25, 1.0, 1e-9);
}

#[test]
fn published() {
    // METHODS section 4: kappa .7964094 (SE .0589107), agreement .89; Agresti (2013): .493 (SE .057).
    let three = kappa(&THREE, AgreementWeights::Identity);
    close("kappa", three.kappa.value, 0.7964094, 5e-8);
    close("se", three.kappa.se.unwrap(), 0.0589107, 5e-8);
    close("agreement", three.observed, 0.89, 1e-12);
    let pathologists = kappa(&PATHOLOGISTS, AgreementWeights::Identity);
    close("pathologists", pathologists.kappa.value, 0.493, 5e-4);
    close("their se", pathologists.kappa.se.unwrap(), 0.057, 5e-4);
    // Cohen (1968): kappa .492, weighted kappa .348 with disagreement weights 0 1 3 / 1 0 6 / 3 6 0.
    let weights = CustomWeights::from_disagreements(3, &[0., 1., 3., 1., 0., 6., 3., 6., 0.]).unwrap();
    close("kappa", kappa(&COHEN, AgreementWeights::Identity).kappa.value, 0.4915, 5e-5);
    let weighted = kappa(&COHEN, AgreementWeights::Custom(&weights));
    close("weighted", weighted.kappa.value, 0.3478, 5e-5);
    // statsmodels 0.15.0, cohens_kappa(table, weights=disagreements).
    close("weighted se", weighted.kappa.se.unwrap(), 0.07550401525482296, 1e-12);
    close("weighted null se", weighted.se_null, 0.05971999355952613, 1e-12);
}

#[test]
fn the_other_coefficients_of_the_same_table() {
    // METHODS section 4: Scott's pi .7962397 (Fleiss' kappa of two raters), AC1 .8493305 (.0432175),
    // Brennan-Prediger .835, Krippendorff's alpha .7972585. The published error of AC1 is that of the cross table, with
    // n = 100 in the denominator where raw scores have n - 1.
    let mut triples = Triples::default();
    let mut unit = 0;
    for (cell, count) in THREE.iter().enumerate() {
        for _ in 0..*count {
            triples.push(unit, 0, (cell / 3) as f64);
            triples.push(unit, 1, (cell % 3) as f64);
            unit += 1;
        }
    }
    let ratings = triples.ratings();
    let set = agreement_set(&ratings, &AgreementOptions::default()).unwrap();
    close("pi", set.fleiss_kappa.unwrap().estimate.value, 0.7962397, 5e-8);
    close("AC1", set.gwet_ac.unwrap().estimate.value, 0.8493305, 5e-8);
    close("AC1 se", set.gwet_ac.unwrap().estimate.se.unwrap() * 0.99_f64.sqrt(), 0.0432175, 5e-8);
    close("Brennan-Prediger", set.brennan_prediger.unwrap().estimate.value, 0.835, 1e-12);
    close("Conger is Cohen", set.conger_kappa.unwrap().estimate.value, 0.7964094, 5e-8);
    let alpha =
        evenhand_stats::krippendorff_alpha(&ratings, evenhand_stats::Metric::Nominal, None, Level::P95)
            .unwrap();
    close("alpha", alpha.alpha.value, 0.7972585, 5e-8);
}

#[test]
fn pairs_of_evaluators() {
    // scikit-learn 1.9.1, metrics.cohen_kappa_score(a, b, weights=..., labels=[1, ..., 6]) of the columns of anxiety.
    let expected = [
        (0, 1, [0.11949685534591192, 0.18918918918918926, 0.29676511954992957]),
        (0, 2, [-0.16564417177914104, -0.0510510510510509, 0.06950672645739908]),
        (1, 2, [-0.0062893081761006275, 0.12621359223300954, 0.22979797979797978]),
    ];
    let triples = Triples::named("anxiety");
    let all = [AgreementWeights::Identity, AgreementWeights::Linear, AgreementWeights::Quadratic];
    for (at, weights) in all.into_iter().enumerate() {
        let pairs = pairwise_kappa(&triples.ratings(), None, weights, Level::P95).unwrap();
        for (pair, (first, second, values)) in pairs.iter().zip(expected) {
            assert_eq!((pair.first, pair.second, pair.n_shared), (first, second, 20));
            close("kappa", pair.kappa.unwrap().kappa.value, values[at], 1e-12);
        }
    }
}

#[test]
fn pairs_without_shared_units_are_left_out() {
    let mut triples = Triples::default();
    for (unit, evaluator, value) in [(0, 3, 1.), (0, 5, 2.), (1, 3, 2.), (1, 5, 2.), (2, 9, 1.), (2, 3, 1.)] {
        triples.push(unit, evaluator, value);
    }
    let pairs = pairwise_kappa(&triples.ratings(), None, AgreementWeights::Identity, Level::P95).unwrap();
    let names: Vec<_> = pairs.iter().map(|pair| (pair.first, pair.second, pair.n_shared)).collect();
    assert_eq!(names, [(3, 5, 2), (3, 9, 1)]);
    assert_eq!(pairs[1].kappa.unwrap_err(), Undefined::NoVariance);
}

#[test]
fn reasons() {
    assert_eq!(TwoRaters::from_counts(2, &[1, 2, 3]).unwrap_err(), Undefined::NotComplete);
    assert_eq!(TwoRaters::from_counts(1, &[0]).unwrap_err(), Undefined::TooFewUnits { needed: 1, found: 0 });
    assert_eq!(TwoRaters::from_pairs(&[1.], &[1., 2.], None).unwrap_err(), Undefined::NotComplete);
    assert_eq!(TwoRaters::from_pairs(&[1.], &[2.], Some(&[1.])).unwrap_err(), Undefined::NotOnScale);
    let constant = TwoRaters::from_pairs(&[1., 1.], &[1., 1.], Some(&[1., 2.])).unwrap();
    assert_eq!(
        cohen_kappa(&constant, AgreementWeights::Identity, Level::P95).unwrap_err(),
        Undefined::NoVariance
    );
    let lonely = Triples::complete(&[1., 2.], 1);
    let pairs = pairwise_kappa(&lonely.ratings(), None, AgreementWeights::Identity, Level::P95);
    assert_eq!(pairs.unwrap_err(), Undefined::OneEvaluator);
}

proptest! {
    #[test]
    fn identity_weights_are_plain_kappa(counts in prop::collection::vec(1_usize..9, 9)) {
        let own = CustomWeights::new(3, &[1., 0., 0., 0., 1., 0., 0., 0., 1.]).unwrap();
        let (a, b) = (kappa(&counts, AgreementWeights::Identity), kappa(&counts, AgreementWeights::Custom(&own)));
        prop_assert!((a.kappa.value - b.kappa.value).abs() < 1e-12);
        prop_assert!((a.kappa.se.unwrap() - b.kappa.se.unwrap()).abs() < 1e-12);
        prop_assert!((a.se_null - b.se_null).abs() < 1e-12);
    }

    #[test]
    fn raters_can_be_swapped(counts in prop::collection::vec(1_usize..9, 16)) {
        let swapped: Vec<usize> = (0..16).map(|at| counts[at % 4 * 4 + at / 4]).collect();
        for weights in [AgreementWeights::Identity, AgreementWeights::Ordinal] {
            let (a, b) = (kappa(&counts, weights), kappa(&swapped, weights));
            prop_assert!((a.kappa.value - b.kappa.value).abs() < 1e-12);
            prop_assert!((a.kappa.se.unwrap() - b.kappa.se.unwrap()).abs() < 1e-12);
        }
    }
}
