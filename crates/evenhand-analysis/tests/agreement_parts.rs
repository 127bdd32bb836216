//! Every coefficient of agreement through the whole path, against published and computed figures.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod support;

use evenhand_analysis::{Design, agreement};
use evenhand_protocol::{
    AgreementAnswer, AgreementOf, BenchmarkScale, Coefficient, Compared, Estimate, EvaluatorInfo, Grade,
    Method, Outcome, Part, Reason,
};
use evenhand_table::ScoreTable;
use support::published::{ANXIETY, KRIPPENDORFF, SHROUT_FLEISS};
use support::{Row, all, complete, table, table_with};

fn answer(table: &ScoreTable) -> AgreementAnswer {
    agreement(&Design::new(&all(table)).unwrap())
}

fn krippendorff() -> Vec<Row> {
    let rows = KRIPPENDORFF.iter().enumerate().flat_map(|(evaluator, scores)| {
        let given = scores.iter().enumerate().filter(|(_, score)| **score > 0);
        given.map(move |(provider, score)| Row {
            round: 0,
            provider: provider as u32,
            indicator: 0,
            evaluator: evaluator as u32,
            score: f64::from(*score),
        })
    });
    rows.collect()
}

#[track_caller]
fn known(of: &AgreementOf, coefficient: Coefficient) -> &Estimate {
    match of.value(coefficient) {
        Some(Outcome::Known(estimate)) => estimate,
        other => panic!("{coefficient:?}: {other:?}"),
    }
}

#[track_caller]
fn check(of: &AgreementOf, expected: &[(Coefficient, f64, f64)], tolerance: f64) {
    for &(coefficient, value, se) in expected {
        let found = known(of, coefficient);
        assert!((found.value - value).abs() < tolerance, "{coefficient:?}: {} not {value}", found.value);
        assert!(se.is_nan() || (found.se.unwrap() - se).abs() < tolerance, "{coefficient:?}: {:?}", found.se);
        assert!(found.interval.is_some_and(|ends| ends.low < value && value < ends.high), "{coefficient:?}");
    }
}

/// Alpha: Krippendorff (2011), who prints .743, .815, .849 and .797; Python krippendorff 0.9.0. The others: R irrCAC
/// 1.4 and Python irrCAC 0.4.4, estimates with standard errors.
#[test]
fn krippendorff_2011() {
    let table = table(&krippendorff(), 1.0, 5.0);
    let answer = answer(&table);
    let ratings = &answer.by_indicator[0];
    let none = f64::NAN;
    let expected = [
        (Coefficient::AlphaNominal, 0.743421052631579, none),
        (Coefficient::AlphaOrdinal, 0.8153875037548814, none),
        (Coefficient::AlphaInterval, 0.8491071428571428, none),
        (Coefficient::AlphaRatio, 0.7974027747116121, none),
        (Coefficient::GwetAc1, 0.7754440681, 0.1429499506),
        (Coefficient::FleissKappa, 0.7611692754, 0.1530192035),
        (Coefficient::CongerKappa, 0.7620668937, 0.1501087951),
        (Coefficient::BrennanPrediger, 0.7727272727, 0.1447166199),
        (Coefficient::GwetAc2Linear, 0.8587391364, 0.1173290219),
        (Coefficient::GwetAc2Quadratic, 0.9140007236, 0.1039622446),
        (Coefficient::GwetAc2Ordinal, 0.8989397699, 0.1069035238),
    ];
    check(ratings, &expected, 1e-9);
    // R irrCAC 1.4 prints .81818 (.12561).
    check(ratings, &[(Coefficient::PercentAgreement, 0.81818, 0.12561)], 5e-6);
    assert_eq!(ratings.compared, Compared::Ratings);
    assert_eq!((ratings.n_units, ratings.n_units_shared, ratings.n_evaluators), (12, 11, 4));
    assert_eq!((ratings.n_values, ratings.n_categories), (5, Some(5)));
    // The composite of one indicator is its rating on the scale from 0 to 100.
    let composites = known(&answer.overall, Coefficient::AlphaInterval).value;
    assert!((composites - 0.8491071428571428).abs() < 1e-12);
    assert_eq!(
        answer.overall.value(Coefficient::GwetAc1),
        Some(&Outcome::Undefined(Reason::NotForComposites))
    );
}

/// R package irr: icc(anxiety, ...) prints .175, .198, .216, .389, .425 and .453; kendall(anxiety, TRUE) W = .540;
/// alpha: Python krippendorff 0.9.0.
#[test]
fn anxiety() {
    let table = table(&complete(&ANXIETY, 3), 1.0, 6.0);
    let answer = answer(&table);
    let none = f64::NAN;
    let rounded = [
        (Coefficient::Icc1, 0.1750, none),
        (Coefficient::IccA1, 0.1980, none),
        (Coefficient::IccC1, 0.2160, none),
        (Coefficient::Icc1k, 0.3889, none),
        (Coefficient::IccAk, 0.4255, none),
        (Coefficient::IccCk, 0.4526, none),
    ];
    let ratings = &answer.by_indicator[0];
    check(ratings, &rounded, 1e-4);
    check(ratings, &[(Coefficient::KendallW, 0.539657, none)], 1e-6);
    check(ratings, &[(Coefficient::AlphaInterval, 0.17009860788863107, none)], 1e-12);
    check(ratings, &[(Coefficient::GwetAc1, 0.0313653137, 0.0466820626)], 1e-9);
    assert_eq!(known(ratings, Coefficient::IccA1).method, Method::IccAnova);
    check(&answer.overall, &rounded, 1e-4);
}

/// A scale that is known counts with all its categories, also those that nobody used.
#[test]
fn categories_that_nobody_used_count_where_the_scale_is_known() {
    let observed = answer(&table(&complete(&SHROUT_FLEISS, 4), 0.0, 10.0));
    let given = |info: &mut evenhand_protocol::IndicatorInfo| info.step = Some(1.0);
    let known_scale = answer(&table_with(&complete(&SHROUT_FLEISS, 4), 0.0, 10.0, given));
    let categories = |answer: &AgreementAnswer| answer.by_indicator[0].n_categories;
    assert_eq!((categories(&observed), categories(&known_scale)), (Some(10), Some(11)));
    let value = |answer: &AgreementAnswer| {
        let of = &answer.by_indicator[0];
        (known(of, Coefficient::BrennanPrediger).value, known(of, Coefficient::PercentAgreement).value)
    };
    // Python irrCAC 0.4.4 for the ten that occur; (p - 1/q) / (1 - 1/q) for all eleven.
    let p = value(&observed).1;
    assert!((value(&observed).0 - -0.0802469136).abs() < 1e-9);
    assert!((value(&known_scale).0 - (p - 1.0 / 11.0) / (1.0 - 1.0 / 11.0)).abs() < 1e-12);
}

#[test]
fn very_many_values_are_no_categories() {
    let rows: Vec<Row> = (0..60)
        .flat_map(|p| (0..2).map(move |e| (p, e)))
        .map(|(provider, evaluator)| Row {
            round: 0,
            provider,
            indicator: 0,
            evaluator,
            score: f64::from(provider) + 0.25 * f64::from(evaluator),
        })
        .collect();
    let answer = answer(&table(&rows, 0.0, 100.0));
    let of = &answer.by_indicator[0];
    let reason = Outcome::Undefined(Reason::TooManyCategories { limit: 50, found: 120 });
    for coefficient in [Coefficient::AlphaNominal, Coefficient::GwetAc1, Coefficient::PercentAgreement] {
        assert_eq!(of.value(coefficient), Some(&reason), "{coefficient:?}");
    }
    assert!(known(of, Coefficient::AlphaOrdinal).value > 0.99);
    assert_eq!(of.n_categories, None);
}

/// Moving and stretching all scores, renaming the evaluators and shuffling the rows change nothing that is invariant.
#[test]
fn invariances() {
    let plain = answer(&table(&krippendorff(), 1.0, 5.0));
    let mut rows: Vec<Row> = krippendorff()
        .into_iter()
        .map(|row| Row { evaluator: 3 - row.evaluator, score: 3.0 * row.score + 7.0, ..row })
        .collect();
    rows.reverse();
    let other = answer(&table(&rows, 10.0, 22.0));
    for (a, b) in plain.by_indicator[0].coefficients.iter().zip(&other.by_indicator[0].coefficients) {
        if a.coefficient == Coefficient::AlphaRatio {
            continue;
        }
        let (a, b) = (a.value.known().unwrap(), b.value.known().unwrap());
        assert!((a.value - b.value).abs() < 1e-9, "{a:?} {b:?}");
    }
}

#[test]
fn groups_rounds_and_dimensions_have_parts_of_their_own() {
    let mut rows = complete(&SHROUT_FLEISS, 4);
    rows.extend(complete(&SHROUT_FLEISS, 4).into_iter().map(|row| Row { round: 1, ..row }));
    let second = rows.clone().into_iter().map(|row| Row { indicator: 1, score: 10.0 - row.score, ..row });
    rows.extend(second.collect::<Vec<_>>());
    let mut metadata = table(&rows, 0.0, 10.0).metadata().clone();
    metadata.indicators[0].dimension = Some("care".to_owned());
    let qualify = |info: &mut EvaluatorInfo, name: &str| info.qualification = Some(name.to_owned());
    for (k, name) in ["north", "north", "south", "south"].into_iter().enumerate() {
        metadata.evaluators[k].group = Some(name.to_owned());
    }
    for (k, name) in ["senior", "junior", "senior", "junior"].into_iter().enumerate() {
        qualify(&mut metadata.evaluators[k], name);
    }
    let table = support::build(metadata, rows.into_iter());
    let answer = answer(&table);
    let parts = |of: &[AgreementOf]| of.iter().map(|of| of.part.clone()).collect::<Vec<_>>();
    assert_eq!(parts(&answer.by_round), [Part::Round("R1".into()), Part::Round("R2".into())]);
    assert_eq!(parts(&answer.by_indicator), [Part::Indicator("I1".into()), Part::Indicator("I2".into())]);
    assert_eq!(parts(&answer.by_dimension), [Part::Dimension("care".into())]);
    let qualifications = [Part::Qualification("junior".into()), Part::Qualification("senior".into())];
    assert_eq!(parts(&answer.by_qualification), qualifications);
    assert_eq!(parts(&answer.by_group), [Part::Group("north".into()), Part::Group("south".into())]);
    // Shrout & Fleiss (1979), table 4.
    let single = known(&answer.by_dimension[0], Coefficient::IccA1).value;
    assert!((single - 0.289764).abs() < 5e-7);
    assert_eq!((answer.by_qualification[0].n_evaluators, answer.by_group[0].n_evaluators), (2, 2));
    // The two indicators are each other's mirror image, so that no composite differs from another.
    let undefined = answer.overall.value(Coefficient::IccA1).unwrap();
    assert_eq!(undefined, &Outcome::Undefined(Reason::NoVariance));
}

#[test]
fn pairs_need_common_providers_and_are_adjusted_for_their_number() {
    let few = answer(&table(&complete(&SHROUT_FLEISS, 4), 0.0, 10.0));
    assert_eq!(few.pairs, Outcome::Undefined(Reason::TooFewShared { needed: 10 }));
    let answer = answer(&table(&complete(&ANXIETY, 3), 1.0, 6.0));
    let pairs = answer.pairs.known().unwrap();
    assert_eq!(pairs.evaluators, ["E1", "E2", "E3"]);
    assert_eq!((pairs.pairs.len(), pairs.n_left_out, pairs.rounded), (3, 0, false));
    // Python scikit-learn 1.9.1, cohen_kappa_score(a, b, weights="quadratic").
    for (pair, kappa) in pairs.pairs.iter().zip(KAPPAS) {
        assert!((pair.kappa.known().unwrap().value - kappa).abs() < 1e-9, "{pair:?}");
        assert_eq!(pair.n_shared, 20);
        assert!(pair.p_adjusted.unwrap() >= pair.p.unwrap());
    }
}

/// Of the evaluators of `anxiety`: first and second, first and third, second and third.
const KAPPAS: [f64; 3] = [0.29676511954992957, 0.06950672645739908, 0.22979797979797978];

#[test]
fn words_for_coefficients_come_with_their_probability() {
    let answer = answer(&table(&krippendorff(), 1.0, 5.0));
    let of = |coefficient, scale| {
        let found = answer.benchmarks.iter().find(|b| b.coefficient == coefficient && b.scale == scale);
        found.unwrap().clone()
    };
    for scale in BenchmarkScale::ALL {
        let found = of(Coefficient::AlphaInterval, scale);
        assert!(found.probability >= 0.95 || found.lowest);
        assert!(found.of_estimate_probability <= found.probability);
    }
    let koo_li = of(Coefficient::AlphaInterval, BenchmarkScale::KooLi);
    assert_eq!(koo_li.of_estimate, Grade::Good);
}
