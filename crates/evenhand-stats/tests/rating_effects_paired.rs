//! Comparisons of evaluators with colleagues against figures computed elsewhere.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::close;
use evenhand_stats::{
    Estimate, ItemTable, Level, Missing, Undefined, against_others, clustered_entropy, fisher_exact,
    mean_correlation, paired_spread,
};

#[test]
fn exact_tests() {
    // scipy 1.12.0, stats.fisher_exact(table)[1]; the second is Fisher (1935), The logic of inductive inference.
    let cases = [
        ([3, 4], [1, 4], 0.48571428571428565),
        ([2, 17], [10, 13], 0.0005367241191434358),
        ([8, 10], [1, 6], 0.034965034965034975),
        ([1, 10], [11, 14], 0.0027594561852200836),
        ([5, 100], [0, 100], 0.059383210468586585),
    ];
    for (first, second, p) in cases {
        close("p", fisher_exact(first, second).unwrap().unwrap(), p, 1e-11);
        close("p", fisher_exact(second, first).unwrap().unwrap(), p, 1e-11);
    }
    assert_eq!(fisher_exact([0, 4], [0, 9]), Ok(None));
    assert_eq!(fisher_exact([4, 4], [9, 9]), Ok(None));
    assert_eq!(fisher_exact([5, 4], [0, 9]), Err(Undefined::InvalidParameter));
    assert_eq!(fisher_exact([0, 0], [0, 9]), Err(Undefined::TooFewUnits { needed: 1, found: 0 }));
}

const CLUSTERS: [u32; 12] = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5];

#[test]
fn spread_in_pairs() {
    let own = [1., 4., 0.25, 9., 2.25, 1., 0., 4., 6.25, 1., 2.25, 0.25];
    let others = [2., 5., 1.25, 6., 3.25, 2., 1., 3., 9.25, 0.5, 1.5, 1.25];
    let found = paired_spread(&own, &others, &CLUSTERS, Level::P95).unwrap();
    // numpy 1.26.4 and scipy 1.12.0: 0.5 * log(own.sum() / others.sum()) with each cluster left out, 6 * all - 5 * mean
    // of these, sqrt(5 / 6 * sum of squares about their mean), stats.t(5).
    close("ratio", found.ratio.value, 0.9346596946904039, 1e-12);
    close("se", found.ratio.se.unwrap(), 0.06922989800127231, 1e-12);
    close("p", found.p, 0.3738603744752224, 1e-10);
    let interval = found.ratio.interval.unwrap();
    close("low", interval.low, 0.7822867660182182, 1e-10);
    close("high", interval.high, 1.1167116495211356, 1e-10);
    close("own", found.own_sd, (31.25_f64 / 12.0).sqrt(), 1e-15);
    close("panel", found.panel_sd, 3.0_f64.sqrt(), 1e-15);
    let none = Err(Undefined::NoVariance);
    assert_eq!(paired_spread(&[0.0; 12], &others, &CLUSTERS, Level::P95), none);
    assert_eq!(paired_spread(&own, &own, &CLUSTERS, Level::P95), none);
    let few = Err(Undefined::TooFewUnits { needed: 3, found: 2 });
    assert_eq!(paired_spread(&own[..4], &others[..4], &CLUSTERS[..4], Level::P95), few);
    assert_eq!(paired_spread(&own, &others[1..], &CLUSTERS, Level::P95), Err(Undefined::NotComplete));
    assert_eq!(paired_spread(&[-1.0; 12], &others, &CLUSTERS, Level::P95), Err(Undefined::Negative));
}

#[test]
fn entropy_of_sheets() {
    let scores = [1., 1., 2., 3., 1., 2., 2., 2., 3., 3., 1., 4.];
    let found = clustered_entropy(&scores, &CLUSTERS, Level::P95).unwrap();
    // scipy 1.12.0, stats.entropy(counts, base=2) with each cluster left out; jackknife as above.
    close("entropy", found.value, 2.192615780250705, 1e-12);
    close("se", found.se.unwrap(), 0.24709890166908463, 1e-12);
    assert_eq!(found.n, 6);
    let same = clustered_entropy(&[2.0; 12], &CLUSTERS, Level::P95).unwrap();
    assert_eq!((same.value, same.se, same.interval), (0.0, Some(0.0), None));
    let few = Err(Undefined::TooFewUnits { needed: 3, found: 1 });
    assert_eq!(clustered_entropy(&scores[..2], &CLUSTERS[..2], Level::P95), few);
}

fn estimate(value: f64, se: f64, n: usize) -> Estimate {
    Estimate { value, se: Some(se), interval: None, n }
}

#[test]
fn two_estimates_are_compared_as_by_welch() {
    // scipy 1.12.0, stats.ttest_ind([5.1, 4.8, 6.2, 5.5, 5.9], [6.4, 7.1, 6.6, 5.9, 7.4, 6.8, 7.0], equal_var=False) and
    // its confidence_interval(); means and standard errors by numpy.mean and stats.sem.
    let both = [estimate(5.5, 0.25495097567963937, 5), estimate(6.742857142857142, 0.1875368444525258, 7)];
    let found = against_others(&both, &[4.0, 6.0], Level::P95).unwrap();
    close("p", found[0].p.unwrap(), 0.00443176700675501, 1e-10);
    let interval = found[0].difference.interval.unwrap();
    close("low", interval.low, -1.9735258407483856, 1e-10);
    close("high", interval.high, -0.5121884449658985, 1e-10);
    close("mirror", found[1].difference.value, -found[0].difference.value, 1e-12);
    // Of three, the mean of the two others is weighted by n: (4 * 1 + 12 * 3) / 16.
    let three = [estimate(2.0, 0.1, 9), estimate(1.0, 0.1, 4), estimate(3.0, 0.1, 12)];
    let found = against_others(&three, &[8.0, 3.0, 11.0], Level::P95).unwrap();
    close("others", found[0].others, 2.5, 1e-12);
    close("se", found[0].difference.se.unwrap(), (0.01_f64 + 0.01 * 160.0 / 256.0).sqrt(), 1e-12);
    let few = Err(Undefined::TooFewUnits { needed: 2, found: 1 });
    assert_eq!(against_others(&three[..1], &[8.0], Level::P95), few);
    assert_eq!(against_others(&three, &[0.0; 3], Level::P95), Err(Undefined::InvalidParameter));
}

#[test]
fn mean_correlation_by_the_jackknife() {
    #[rustfmt::skip]
    let scores = [1., 2., 1.5, 2., 1., 2.5, 3., 3.5, 2., 4., 3., 5., 2.5, 4., 3., 5., 4.5, 4.];
    let table = ItemTable::new(&scores, 6, 3, Missing::Listwise).unwrap();
    let found = mean_correlation(&table, Level::P95).unwrap();
    // numpy 1.26.4: the mean of the upper triangle of corrcoef, with each row left out.
    close("mean", found.value, 0.638234334828904, 1e-12);
    close("se", found.se.unwrap(), 0.18366213547501944, 1e-12);
}
