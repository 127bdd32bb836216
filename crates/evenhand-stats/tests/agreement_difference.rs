//! Differences of agreement between two sets of ratings.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::tables::Triples;
use common::{Normals, close};
use evenhand_stats::{
    AgreementDifference, AgreementStatistic, AgreementWeights, Coefficient, Level, Metric, Resampling,
    Undefined, agreement_difference,
};

const SCALE: [f64; 5] = [1., 2., 3., 4., 5.];

const STATISTICS: [AgreementStatistic; 4] = [
    AgreementStatistic::Krippendorff(Metric::Interval),
    AgreementStatistic::Krippendorff(Metric::Ordinal),
    AgreementStatistic::Coefficient {
        coefficient: Coefficient::GwetAc,
        weights: AgreementWeights::Quadratic,
        scale: Some(&SCALE),
    },
    AgreementStatistic::Coefficient {
        coefficient: Coefficient::CongerKappa,
        weights: AgreementWeights::Linear,
        scale: Some(&SCALE),
    },
];

fn difference(a: &Triples, b: &Triples, statistic: AgreementStatistic) -> AgreementDifference {
    let resampling = Resampling::new(300, 1).unwrap();
    agreement_difference(&a.ratings(), &b.ratings(), statistic, resampling, Level::P95).unwrap()
}

/// Scores of the same units by the same evaluators in two rounds, with errors of these sizes; the second round's units
/// have codes from `from` on.
fn rounds(random: &mut Normals, n: usize, errors: [f64; 2], from: usize) -> [Triples; 2] {
    let mut rounds = [Triples::default(), Triples::default()];
    for unit in 0..n {
        let level = random.next();
        for (round, error) in errors.into_iter().enumerate() {
            let level = level + 0.3 * random.next();
            for evaluator in 0..4 {
                let score = (3.0 + level + error * random.next()).round().clamp(1.0, 5.0);
                rounds[round].push(unit + round * from, evaluator, score);
            }
        }
    }
    rounds
}

#[test]
fn a_set_does_not_differ_from_itself() {
    let triples = Triples::named("anxiety");
    let statistic = AgreementStatistic::Krippendorff(Metric::Interval);
    let found = difference(&triples, &triples, statistic);
    assert_eq!((found.difference.value, found.p, found.difference.interval), (0.0, None, None));
    assert_eq!((found.n_shared, found.difference.n), (20, 20));
}

#[test]
fn pairing_narrows_the_interval() {
    let mut random = Normals::new(7);
    let paired = rounds(&mut random, 60, [0.8, 0.8], 0);
    let apart = {
        let mut other = paired.clone();
        other[1].units.iter_mut().for_each(|unit| *unit += 1_000);
        other
    };
    for statistic in STATISTICS {
        let (a, b) =
            (difference(&paired[0], &paired[1], statistic), difference(&apart[0], &apart[1], statistic));
        close("value", a.difference.value, b.difference.value, 1e-12);
        close("its parts", a.first - a.second, a.difference.value, 1e-12);
        assert_eq!((a.n_shared, b.n_shared, b.difference.n), (60, 0, 120));
        assert!(a.difference.se.unwrap() < b.difference.se.unwrap(), "{statistic:?}");
    }
}

#[test]
fn a_true_difference_is_found() {
    let mut random = Normals::new(8);
    let [good, bad] = rounds(&mut random, 80, [0.4, 1.2], 0);
    for statistic in STATISTICS {
        let found = difference(&good, &bad, statistic);
        assert!(
            found.p.unwrap() < 0.001 && found.difference.interval.unwrap().low > 0.0,
            "{statistic:?} {found:?}"
        );
    }
}

#[test]
fn no_difference_is_covered() {
    // Half of the units are shared.
    for statistic in [STATISTICS[0], STATISTICS[2]] {
        let mut random = Normals::new(9);
        let (mut covered, mut small) = (0, 0);
        for _ in 0..200 {
            let [a, b] = rounds(&mut random, 60, [0.7, 0.7], 30);
            let found = difference(&a, &b, statistic);
            let interval = found.difference.interval.unwrap();
            covered += usize::from(interval.low <= 0.0 && 0.0 <= interval.high);
            small += usize::from(found.p.unwrap() < 0.05);
            assert_eq!(found.n_shared, 30);
        }
        // 190 and 10 expected, standard deviation 3.
        assert!((181..=199).contains(&covered), "{statistic:?}: {covered} of 200");
        assert!((2..=20).contains(&small), "{statistic:?}: {small} of 200");
    }
}

#[test]
fn reasons() {
    let lonely = Triples::complete(&[1., 2., 3.], 1);
    let fine = Triples::named("anxiety");
    let run = |a: &Triples, b: &Triples, statistic| {
        agreement_difference(&a.ratings(), &b.ratings(), statistic, Resampling::default(), Level::P95)
            .unwrap_err()
    };
    assert_eq!(run(&lonely, &fine, STATISTICS[0]), Undefined::OneEvaluator);
    assert_eq!(run(&fine, &fine, STATISTICS[2]), Undefined::NotOnScale);
    let constant = Triples::complete(&[1., 1., 1., 1.], 2);
    assert_eq!(run(&constant, &fine, STATISTICS[1]), Undefined::NoVariance);
}
