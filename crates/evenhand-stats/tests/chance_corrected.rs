//! Gwet's family of coefficients against computed figures, and their identities.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::Triples;
use common::{Normals, close};
use evenhand_stats::{
    AgreementOptions, AgreementSet, AgreementWeights, ChanceCorrected, CustomWeights, Ratings, Undefined,
    agreement_set,
};
use proptest::prelude::*;

fn set(triples: &Triples, weights: AgreementWeights) -> AgreementSet {
    agreement_set(&triples.ratings(), &AgreementOptions { weights, ..AgreementOptions::default() }).unwrap()
}

fn four(set: &AgreementSet) -> [ChanceCorrected; 4] {
    [set.gwet_ac, set.fleiss_kappa, set.conger_kappa, set.brennan_prediger].map(Result::unwrap)
}

/// Weights with (estimate, standard error) of AC, Fleiss, Conger and Brennan-Prediger.
type Row = (AgreementWeights<'static>, [(f64, f64); 4]);

#[test]
#[rustfmt::skip]
fn reference_values() {
    // Python irrCAC 0.4.4, CAC(table, weights=...).gwet(), .fleiss(), .conger(), .bp(). The R package irrCAC prints
    // the same for the first table, but for Conger (METHODS: traps).
    let krippendorff = [
        (AgreementWeights::Identity, [(0.7754440681, 0.1429499506), (0.7611692754, 0.1530192035), (0.7620668937, 0.1501087951), (0.7727272727, 0.1447166199)]),
        (AgreementWeights::Linear, [(0.8587391364, 0.1173290219), (0.8179447671, 0.1485043555), (0.8131370328, 0.1458681969), (0.8484848485, 0.1233561245)]),
        (AgreementWeights::Quadratic, [(0.9140007236, 0.1039622446), (0.8649350649, 0.1460336108), (0.8571682241, 0.1443607914), (0.9015151515, 0.110894375)]),
        (AgreementWeights::Ordinal, [(0.8989397699, 0.1069035238), (0.8502061894, 0.1470356939), (0.8430824968, 0.1448225397), (0.8863636364, 0.113905904)]),
        (AgreementWeights::Ratio, [(0.8573675578, 0.1220713301), (0.8213383439, 0.1523860406), (0.8110090851, 0.1496116653), (0.8402366928, 0.1322088316)]),
    ];
    let anxiety = [
        (AgreementWeights::Identity, [(0.0313653137, 0.0466820626), (-0.0410764873, 0.0474132682), (-0.0187110187, 0.0445772629), (0.02, 0.0456531546)]),
        (AgreementWeights::Linear, [(0.3250784792, 0.0965844581), (0.0542521994, 0.082006021), (0.0831556503, 0.0722290644), (0.2628571429, 0.0906261783)]),
        (AgreementWeights::Quadratic, [(0.5352922389, 0.121019165), (0.1560324826, 0.1295289286), (0.1899791232, 0.1133288498), (0.4457142857, 0.1241668259)]),
        (AgreementWeights::Ordinal, [(0.4861337684, 0.1157442378), (0.1271820449, 0.1151691229), (0.1599159916, 0.1008427325), (0.4, 0.1153335424)]),
        (AgreementWeights::Ratio, [(0.39790833, 0.1141582192), (0.1272556006, 0.1059860009), (0.1694053886, 0.092856626), (0.3042569449, 0.1193523192)]),
    ];
    let shrout_fleiss = [
        (AgreementWeights::Identity, [(-0.0769230769, 0.0313490771), (-0.1111111111, 0.0293002605), (-0.0659898477, 0.0303578084), (-0.0802469136, 0.0308641975)]),
        (AgreementWeights::Linear, [(0.1084337349, 0.0812954666), (-0.0195177956, 0.0806290655), (0.1, 0.0501301447), (0.0656565657, 0.0779699406)]),
        (AgreementWeights::Quadratic, [(0.3151100987, 0.1221915299), (0.1102342787, 0.137002172), (0.2537231109, 0.0914124315), (0.2407407407, 0.1236130528)]),
        (AgreementWeights::Ordinal, [(0.282247765, 0.1159336093), (0.0872919204, 0.1273856099), (0.2276683463, 0.0845881106), (0.2115600449, 0.1159391049)]),
        (AgreementWeights::Ratio, [(0.1596889196, 0.2051382609), (0.0420361168, 0.1157253714), (0.1730429318, 0.0729024717), (0.0900888954, 0.2298293155)]),
    ];
    let fleiss = [
        (AgreementWeights::Identity, [(0.2256141508, 0.0933240745), (0.2099307044, 0.0923711116), (0.2170424678, 0.0896151389), (0.2225274725, 0.0928979543)]),
        (AgreementWeights::Linear, [(0.4372230075, 0.0862558608), (0.39290569, 0.124650758), (0.4031018782, 0.1187686642), (0.4237637363, 0.0854489947)]),
        (AgreementWeights::Quadratic, [(0.6006929163, 0.0822464155), (0.5404573012, 0.1383649746), (0.5511611458, 0.1309202743), (0.5815934066, 0.0825711329)]),
        (AgreementWeights::Ordinal, [(0.5547536657, 0.0830492125), (0.4970355701, 0.1359680204), (0.5077936151, 0.1288871817), (0.5364992151, 0.0827542276)]),
        (AgreementWeights::Ratio, [(0.5466102424, 0.1056265588), (0.4486867905, 0.1240474699), (0.4614110407, 0.1168123058), (0.5286697549, 0.0999898942)]),
    ];
    let tables: [(&str, [Row; 5]); 4] = [
        ("krippendorff", krippendorff), ("anxiety", anxiety), ("shrout_fleiss", shrout_fleiss), ("fleiss", fleiss),
    ];
    for (name, rows) in tables {
        let triples = Triples::named(name);
        for (weights, expected) in rows {
            for (found, (value, se)) in four(&set(&triples, weights)).iter().zip(expected) {
                let what = format!("{name} {weights:?}");
                close(&what, found.estimate.value, value, 1e-9);
                close(&what, found.estimate.se.unwrap(), se, 1e-9);
            }
        }
    }
}

#[test]
fn percent_agreement_and_interval() {
    // R irrCAC 1.4: percent agreement .81818 (.12561); Python irrCAC 0.4.4: AC1 interval (0.4608133481, 1).
    let found = set(&Triples::named("krippendorff"), AgreementWeights::Identity);
    close("percent agreement", found.percent_agreement.estimate.value, 0.81818, 5e-6);
    close("its standard error", found.percent_agreement.estimate.se.unwrap(), 0.12561, 5e-6);
    let interval = found.gwet_ac.unwrap().estimate.interval.unwrap();
    close("low", interval.low, 0.460_813_348_1, 1e-9);
    assert_eq!((interval.high, found.n_single, found.n_categories), (1.0, 1, 5));
}

#[test]
fn published_kappa_of_fourteen_raters() {
    // Printed as .210 with the table.
    let found = set(&Triples::named("fleiss"), AgreementWeights::Identity);
    close("kappa", found.fleiss_kappa.unwrap().estimate.value, 0.210, 5e-4);
}

#[test]
fn a_known_scale_counts_categories_that_do_not_occur() {
    // By hand: 4 units, agreement 3/4, shares 5/8 and 3/8, on a scale of 1, 2, 3.
    let triples = Triples::complete(&[1., 1., 1., 1., 2., 2., 1., 2.], 2);
    let scale = [3., 1., 2.];
    let options = AgreementOptions { scale: Some(&scale), ..AgreementOptions::default() };
    let found = agreement_set(&triples.ratings(), &options).unwrap();
    let chance = 2.0 * (5.0 / 8.0) * (3.0 / 8.0) / 2.0;
    close("AC1", found.gwet_ac.unwrap().estimate.value, (0.75 - chance) / (1.0 - chance), 1e-15);
    close("Brennan-Prediger", found.brennan_prediger.unwrap().estimate.value, 0.625, 1e-15);
    let wrong = AgreementOptions { scale: Some(&[1., 3.]), ..AgreementOptions::default() };
    assert_eq!(agreement_set(&triples.ratings(), &wrong).unwrap_err(), Undefined::NotOnScale);
}

#[test]
fn finite_population() {
    // By definition the variance shrinks by 1 - f.
    let triples = Triples::named("anxiety");
    let all = set(&triples, AgreementWeights::Linear).gwet_ac.unwrap().estimate.se.unwrap();
    let options = AgreementOptions {
        weights: AgreementWeights::Linear,
        sampled_share: 0.36,
        ..AgreementOptions::default()
    };
    let part = agreement_set(&triples.ratings(), &options).unwrap().gwet_ac.unwrap().estimate.se.unwrap();
    close("ratio", part / all, 0.8, 1e-12);
    let wrong = AgreementOptions { sampled_share: 1.0, ..options };
    assert_eq!(agreement_set(&triples.ratings(), &wrong).unwrap_err(), Undefined::InvalidParameter);
}

#[test]
fn reasons() {
    let run = |values: &[f64], k| {
        agreement_set(&Ratings::complete(values, values.len() / k, k).unwrap(), &AgreementOptions::default())
    };
    assert_eq!(run(&[1., 2.], 1).unwrap_err(), Undefined::OneEvaluator);
    let constant = run(&[1., 1., 1., 1.], 2).unwrap();
    assert_eq!(constant.percent_agreement.estimate.value, 1.0);
    assert_eq!(constant.percent_agreement.estimate.interval, None);
    for coefficient in
        [constant.gwet_ac, constant.fleiss_kappa, constant.conger_kappa, constant.brennan_prediger]
    {
        assert_eq!(coefficient.unwrap_err(), Undefined::NoVariance);
    }
    let two = CustomWeights::new(2, &[1., 0., 0., 1.]).unwrap();
    let options = AgreementOptions { weights: AgreementWeights::Custom(&two), ..AgreementOptions::default() };
    let three = Ratings::complete(&[1., 2., 3., 3.], 2, 2).unwrap();
    assert_eq!(agreement_set(&three, &options).unwrap_err(), Undefined::InvalidWeights);
    assert_eq!(CustomWeights::new(2, &[1., 0.5, 0.4, 1.]).unwrap_err(), Undefined::InvalidWeights);
    assert_eq!(CustomWeights::new(2, &[0.9, 0., 0., 1.]).unwrap_err(), Undefined::InvalidWeights);
    let negative = Ratings::complete(&[-1., 2., 3., 3.], 2, 2).unwrap();
    let ratio = AgreementOptions { weights: AgreementWeights::Ratio, ..AgreementOptions::default() };
    assert_eq!(agreement_set(&negative, &ratio).unwrap_err(), Undefined::Negative);
}

#[test]
fn many_distinct_values() {
    // Half a million categories: the cost is linear in them.
    let n = 250_000;
    let mut random = Normals::new(8);
    let values: Vec<f64> = (0..n)
        .flat_map(|_| {
            let level = random.next();
            [level, level + 0.1 * random.next()]
        })
        .collect();
    let ratings = Ratings::complete(&values, n, 2).unwrap();
    for weights in [AgreementWeights::Linear, AgreementWeights::Quadratic, AgreementWeights::Ordinal] {
        let found =
            agreement_set(&ratings, &AgreementOptions { weights, ..AgreementOptions::default() }).unwrap();
        assert!(found.gwet_ac.unwrap().estimate.value > 0.5);
        assert!(found.conger_kappa.unwrap().estimate.value > 0.5);
    }
    let ratio = AgreementOptions { weights: AgreementWeights::Ratio, ..AgreementOptions::default() };
    assert_eq!(
        agreement_set(&ratings, &ratio).unwrap_err(),
        Undefined::TooLarge { limit: 5_000, found: 500_000 }
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn identity_weights_of_ones_own_are_the_identity(values in prop::collection::vec(1_u8..4, 15)) {
        let values: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
        let ratings = Ratings::complete(&values, 5, 3).unwrap();
        let scale = [1., 2., 3.];
        let own = CustomWeights::new(3, &[1., 0., 0., 0., 1., 0., 0., 0., 1.]).unwrap();
        let run = |weights| {
            let options = AgreementOptions { weights, scale: Some(&scale), ..AgreementOptions::default() };
            agreement_set(&ratings, &options).unwrap()
        };
        let (first, second) = (run(AgreementWeights::Identity), run(AgreementWeights::Custom(&own)));
        let pair = first.gwet_ac.unwrap().estimate.value - second.gwet_ac.unwrap().estimate.value;
        prop_assert!(pair.abs() < 1e-12);
    }

    #[test]
    fn names_of_evaluators_and_linear_rescaling(values in prop::collection::vec(1_u8..5, 16), slope in 0.1_f64..9.0) {
        let scores: Vec<f64> = values.iter().map(|value| f64::from(*value)).collect();
        let mut other = Triples::default();
        for (row, score) in scores.iter().enumerate() {
            other.push(row / 4, 7 - row % 4, slope * score - 2.0);
        }
        let table = Triples::complete(&scores, 4);
        for weights in [AgreementWeights::Identity, AgreementWeights::Linear, AgreementWeights::Quadratic,
            AgreementWeights::Ordinal]
        {
            let (a, b) = (set(&table, weights), set(&other, weights));
            for (a, b) in [(a.gwet_ac, b.gwet_ac), (a.conger_kappa, b.conger_kappa)] {
                if let (Ok(a), Ok(b)) = (a, b) {
                    prop_assert!((a.estimate.value - b.estimate.value).abs() < 1e-9);
                }
            }
        }
    }
}

#[test]
fn missing_at_random_does_not_move_the_coefficients() {
    let mut random = Normals::new(12);
    let mut sums = [[0.0; 4]; 2];
    let n_samples = 200;
    for _ in 0..n_samples {
        let (mut all, mut some) = (Triples::default(), Triples::default());
        for unit in 0..60 {
            let level = random.next();
            for evaluator in 0..5 {
                let score =
                    (3.0 + level + 0.2 * evaluator as f64 + 0.6 * random.next()).round().clamp(1.0, 5.0);
                all.push(unit, evaluator, score);
                if random.uniform() > 0.4 {
                    some.push(unit, evaluator, score);
                }
            }
        }
        for (sums, triples) in sums.iter_mut().zip([&all, &some]) {
            let options =
                AgreementOptions { scale: Some(&[1., 2., 3., 4., 5.]), ..AgreementOptions::default() };
            let found = agreement_set(&triples.ratings(), &options).unwrap();
            for (sum, found) in sums.iter_mut().zip(four(&found)) {
                *sum += found.estimate.value / f64::from(n_samples);
            }
        }
    }
    // The standard error of a mean is about 0.004.
    for (complete, thinned) in sums[0].iter().zip(sums[1]) {
        close("mean", thinned, *complete, 0.012);
    }
}
